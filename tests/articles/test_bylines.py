"""Authors and outlets: where a line says so, and where it only looks as if it did."""

from __future__ import annotations

import pytest

from reader.articles.article import Evidence
from reader.articles.build import article_from_text
from reader.articles.bylines import agency_names, names_of
from reader.articles.outlets import outlet_of_biography, outlet_of_copyright, outlet_of_dateline

PROSE = "The ferry stopped at noon, and by one o’clock the queue on the north bank reached the old brewery gate."


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ines Ferro", "Ines Ferro"),
        ("by Ines Ferro", "Ines Ferro"),
        ("BY INES FERRO AND DEV CASTELLANE", "Ines Ferro and Dev Castellane"),
        ("By Ines Ferro, transport correspondent", "Ines Ferro"),
        ("By Ines Ferro and Dev Castellane | Averin Gazette", "Ines Ferro and Dev Castellane"),
        ("By Ines Ferro Jan. 13, 2017", "Ines Ferro"),
        ("By Ines Ferro Staff Writer", "Ines Ferro"),
        ("Written by Jan van der Berg", "Jan van der Berg"),
        ("Words: Agathe Rollin", "Agathe Rollin"),
        ("Von Jürgen Öhler", "Jürgen Öhler"),
        ("Par Maëlle d’Aubigny", "Maëlle d’Aubigny"),
        ("Por Lucía Ferrán", "Lucía Ferrán"),
        ("By the time the ferry stopped", None),
        ("By Friday", None),
        ("By North Bank Street", None),
        ("Von Hamburg nach Bremen", None),
        ("By Ines Ferro's own account she was never there.", None),
        ("Photo by Ines Ferro", None),
        ("Ines Ferro", None),
    ],
)
def test_names_in_a_byline(line: str, names: str | None) -> None:
    assert names_of(line) == names


def test_an_agency_names_its_reporters_last() -> None:
    assert agency_names("(Reporting by Ilse Varga in Hallbrunn; editing by Tom Aske)") == "Ilse Varga"
    assert agency_names("(Reporting by Ilse Varga and Tom Aske; editing by Ada Quill)") == "Ilse Varga and Tom Aske"
    assert agency_names("She praised the reporting by Ilse Varga.") is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Ines Ferro covers City Hall for the Averin Gazette. She cycles.", "Averin Gazette"),
        ("Kwame Lindahl is transport correspondent of the Averin Trade Courier.", "Averin Trade Courier"),
        ("Ada works as Associate Editor at Tarn Valley Weekly. When not at work she sails.", "Tarn Valley Weekly"),
        ("Ada Quill is a freelance journalist who has written for the Averin Gazette.", None),
        ("Ada Quill, formerly of the Averin Gazette, is a writer at large.", None),
        ("Ada Quill is a journalist with interests in ferries.", None),
        ("Ada Quill is the author of Ferries of the North.", None),
        ("Ada Quill ist Redakteurin für Landespolitik.", None),
    ],
)
def test_the_outlet_in_a_biography(line: str, outlet: str | None) -> None:
    found = outlet_of_biography(line)
    assert (found and found[0]) == outlet
    assert found is None or line[found[1] : found[2]] == outlet


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2024 Averin Gazette. All rights reserved.", "Averin Gazette"),
        ("Copyright 2024 The Averin Gazette Ltd", "The Averin Gazette"),
        ("Copyright © 2019-2024 Averin Media Inc. All Rights Reserved.", "Averin Media"),
        ("© 2024 All rights reserved", None),
        ("© 2024 Ada Quill", None),
        ("© Averin Pictures", None),
    ],
)
def test_the_outlet_in_a_notice(line: str, outlet: str | None) -> None:
    found = outlet_of_copyright(line)
    assert (found and found[0]) == outlet


def test_the_agency_in_a_dateline() -> None:
    assert (outlet_of_dateline("HALLBRUNN, June 4 (Corvane) - A mine opened.") or [None])[0] == "Corvane"
    assert outlet_of_dateline("The mine (Corvane) - the old one - opened.") is None


def evidence(text: str) -> dict[str, Evidence]:
    article = article_from_text(text, path="a.txt", sha256="", markdown=False)
    return {each.particular: each for each in article.evidence}


def test_a_biography_names_author_and_outlet_as_guesses() -> None:
    biography = "Ada Quill\nAda is a reporter at the Averin Gazette."
    text = f"Ferry stops at noon\n\n{PROSE}\n\n{PROSE}\n\n{biography}\n\nRelated posts\n\nThe long way home\n"
    found = evidence(text)
    assert (found["byline"].value, found["byline"].stated) == ("Ada Quill", False)
    assert (found["outlet"].value, found["outlet"].rule) == ("Averin Gazette", "biography")
    assert text[found["byline"].start : found["byline"].end] == "Ada Quill"


def test_names_in_furniture_are_nobodys_byline() -> None:
    text = (
        f"Ferry stops at noon\n\n{PROSE}\n\n{PROSE}\n\nSign up for The Ferry Podcast\n\nby Ada Quill\n\n"
        "The Ferry Podcast is a podcast about ferries hosted by Ada Quill.\n\n"
        "Related posts\n\nThe long way home\n\nDev Castellane\n"
    )
    assert "byline" not in evidence(text)


def test_a_name_alone_needs_a_date_or_a_role_beside_it() -> None:
    assert evidence(f"Ferry stops at noon\n\nAda Quill\n\n3 March 2024\n\n{PROSE}\n")["byline"].value == "Ada Quill"
    assert (
        evidence(f"Ferry stops at noon\n\nAda Quill\nTransport correspondent\n\n{PROSE}\n")["byline"].value
        == "Ada Quill"
    )
    assert "byline" not in evidence(f"Ferry stops at noon\n\nAda Quill\n\n{PROSE}\n")


def test_an_outlet_that_is_cited_is_not_the_outlet() -> None:
    text = f"Ferry stops at noon\n\nAccording to Averin Gazette, the ferry stopped. {PROSE}\n\n{PROSE}\n"
    assert "outlet" not in evidence(text)
