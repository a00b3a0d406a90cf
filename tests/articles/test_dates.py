"""A day dates an article where it is whole, and labelled, alone near the top, or in a dateline; nowhere else."""

from __future__ import annotations

import pytest

from reader.articles.build import article_from_text
from reader.articles.dates import date_in, days_in

PROSE = "The ferry stopped at noon, and by one o’clock the queue on the north bank reached the old brewery gate."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("22 July 2019", "2019-07-22"),
        ("July 22, 2019", "2019-07-22"),
        ("Jul. 22nd, 2019", "2019-07-22"),
        ("22nd of July 2019", "2019-07-22"),
        ("2019-07-22", "2019-07-22"),
        ("22.07.2019", "2019-07-22"),
        ("22/07/2019", "2019-07-22"),
        ("07/22/2019", "2019-07-22"),
        ("07/07/2019", "2019-07-07"),
        ("3/4/2019", None),
        ("22. Juli 2019", "2019-07-22"),
        ("1er février 2023", "2023-02-01"),
        ("17 de abril de 2019", "2019-04-17"),
        ("30 de setembro de 2021", "2021-09-30"),
        ("2019年7月22日", "2019-07-22"),
        ("2019년 7월 22일", "2019-07-22"),
        ("22 lipca 2019", "2019-07-22"),
        ("22. července 2019", "2019-07-22"),
        ("22 июля 2019", "2019-07-22"),
        ("22 липня 2019", "2019-07-22"),
        ("22 Temmuz 2019", "2019-07-22"),
        ("22 Ιουλίου 2019", "2019-07-22"),
        ("2019. július 22.", "2019-07-22"),
        ("22 يوليو 2019", "2019-07-22"),
        ("22 ביולי 2019", "2019-07-22"),
        ("22 जुलाई 2019", "2019-07-22"),
        ("22 mai 2019", "2019-05-22"),
        ("22 marca 2019", "2019-03-22"),
        ("July 2019", None),
        ("22 July", None),
        ("22 boxes 2019", None),
        ("31 June 2019", None),
        ("Dota 2", None),
        ("Version 2.10.2019.4", None),
        ("555-22/07/20191", None),
    ],
)
def test_a_day_is_whole_or_none(line: str, day: str | None) -> None:
    assert [each.day.isoformat() for each in days_in(line)] == ([day] if day else [])


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Published: 22 July 2019", "labelled date"),
        ("First published on Mon 22 July 2019 at 14.05 BST", "labelled date"),
        ("Veröffentlicht am 22. Juli 2019", "labelled date"),
        ("Publié le 22 juillet 2019 à 18h05", "labelled date"),
        ("Erstellt am: 22.07.2019 18:36", "labelled date"),
        ("公開日：2019年7月22日", "labelled date"),
        ("Опубликовано: 22 июля 2019", "labelled date"),
        ("Понедельник, 22 июля 2019 г., 13:43", "date line"),
        ("2019年7月22日 星期一 10:30", "date line"),
        ("Monday, July 22, 2019 9:15 AM EST", "date line"),
        ("22 July 2019 | 5 min read", "date line"),
        ("Le 22 juillet 2019", "date line"),
        ("Le lundi 22 juillet 2019 à 10h30", "date line"),
        ("El 22 de julio de 2019", "date line"),
        ("Il 22 luglio 2019", "date line"),
        ("Averin Times | 22 July 2019", "date line"),
        ("By Ines Ferro | Circuit & Sail | July 22, 2019", "date line"),
        ("PORT AVERIN, July 22, 2019 (Agency) – The council voted on Friday to reopen the talks.", "dateline"),
        ("Updated: 22 July 2019", None),
        ("Letzte Änderung: 22. Juli 2019", None),
        ("更新日：2019年7月22日", None),
        ("22 July 2019 | Webinar", None),
        ("24th Mar, 2023 | Bangalore", None),
        ("The talks began on 22 July 2019", None),
        ("Nadella and Altman in Redmond on July 15, 2019.", None),
        ("From 22 July 2019 to 24 July 2019", None),
        ("Comments close on 22 July 2019", None),
    ],
)
def test_how_a_line_dates_its_article(line: str, rule: str | None) -> None:
    found = date_in(line)
    assert (found and found[1]) == rule


def published(text: str) -> str | None:
    return article_from_text(text, path="a.txt", sha256="", markdown=False).particulars.published


def test_a_date_near_the_top() -> None:
    assert published(f"Ferry stops at noon\n\n3 March 2024\n\n{PROSE}\n") == "2024-03-03"


def test_not_in_the_middle_or_at_the_end() -> None:
    assert published(f"Ferry stops at noon\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n3 March 2024\n\n{PROSE}\n") is None


def test_a_label_counts_everywhere_in_the_text() -> None:
    assert (
        published(f"Ferry stops at noon\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\nPublished: 3 March 2024\n") == "2024-03-03"
    )


def test_never_from_a_caption_or_furniture() -> None:
    assert published(f"Ferry stops at noon\n\nThe landing, 3 March 2024 (Photo: Ada Quill)\n\n{PROSE}\n") is None
    assert published(f"Ferry stops at noon\n\n{PROSE}\n\nUpcoming events\n\n3 March 2024 | Port Averin\n") is None


def test_two_days_are_none() -> None:
    assert published(f"Ferry stops at noon\n\n3 March 2024\n\n4 March 2024\n\n{PROSE}\n") is None


def test_a_page_is_no_older_than_its_article() -> None:
    page = f"Ferry stops at noon\n\n3 March 2024\n\n{PROSE}\n\n{PROSE} {PROSE}\n\n© %d Averin Gazette\n"
    assert published(page % 2024) == "2024-03-03"
    assert published(page % 2021) is None


def test_evidence_says_where() -> None:
    text = f"Ferry stops at noon\n\nPublished: 3 March 2024\n\n{PROSE}\n"
    article = article_from_text(text, path="a.txt", sha256="", markdown=False)
    (found,) = [each for each in article.evidence if each.particular == "published"]
    assert (text[found.start : found.end], found.rule, found.stated) == ("3 March 2024", "labelled date", True)
