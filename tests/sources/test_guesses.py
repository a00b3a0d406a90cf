"""Dates and columns: what is plain is taken, what could be two things is not."""

import datetime as dt

import pytest

from reader.sources.columns import columns_of, is_export_header
from reader.sources.dates import day_of


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2024-03-08", "2024-03-08"),
        ("2024-03-08T23:30:00-08:00", "2024-03-08"),
        ("20240308", "2024-03-08"),
        ("Fri, 08 Mar 2024 23:30:00 -0800", "2024-03-08"),
        ("8 March 2024", "2024-03-08"),
        ("March 8, 2024 Friday", "2024-03-08"),
        ("Freitag, 8. März 2024", "2024-03-08"),
        ("le 8 mars 2024", "2024-03-08"),
        ("8 de marzo de 2024", "2024-03-08"),
        ("8 марта 2024, 13:43", "2024-03-08"),
        ("8 Mart 2024 Cuma", "2024-03-08"),
        ("8.3.2024", "2024-03-08"),
        ("03/03/2024", "2024-03-03"),
        ("25/03/2024", "2024-03-25"),
        (1709919000, "2024-03-08"),
        ("1709919000", "2024-03-08"),
        (1709919000000, "2024-03-08"),
        (dt.datetime(2024, 3, 8, 23), "2024-03-08"),
        ("05/07/2024", None),
        ("March 2024", None),
        ("2024", None),
        ("yesterday", None),
        ("2024-02-30", None),
        ("99999999", None),
        ("", None),
        (None, None),
        (True, None),
        ("x" * 1000, None),
    ],
)
def test_days(stated: object, day: str | None) -> None:
    assert day_of(stated) == day


LONG = "Words enough to be taken for the text of an article, and a few more, so that nobody doubts it. " * 3


def test_columns_by_name() -> None:
    columns = columns_of(["Headline", "Full Text", "Source URL", "pubDate", "siteName"], [{"Full Text": LONG}])
    assert (columns.title, columns.text, columns.address) == ("Headline", "Full Text", "Source URL")
    assert (columns.published, columns.outlet) == ("pubDate", "siteName")


def test_a_text_by_its_length() -> None:
    assert columns_of(["a", "b"], [{"a": "short", "b": LONG}]).text == "b"
    assert columns_of(["a", "b"], [{"a": "short", "b": "short"}]).text is None


def test_a_column_called_text_without_words() -> None:
    rows: list[dict[str, object]] = [{"text": "17", "story": LONG}]
    assert columns_of(["text", "story"], rows).text == "story"


def test_headers_of_exports() -> None:
    assert is_export_header("title,url,time_added,tags,status")
    assert is_export_header('"Highlight","Book Title","Book Author","Note"')
    assert is_export_header("title;body;url")
    assert not is_export_header("The ferry, the bridge, and the title of a story")
