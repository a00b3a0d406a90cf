"""Archives as other programs write them: names that are not marked as UTF-8, and documents that are not read."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from reader.articles.build import Built
from reader.sources import reading
from reader.sources.archives import opened
from reader.sources.reading import read_all, read_all_bytes
from reader.sources.source import Unread
from tests.sources.written import TEXT, zipped


def test_names_in_utf8_that_are_not_marked_so() -> None:
    data = zipped({"OPS/fähre.xhtml": TEXT}).replace("fähre".encode(), b"f\xc3\xa4hre")
    unmarked = bytearray(data)
    for sign, at in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        unmarked[unmarked.index(sign) + at] &= ~0x08  # the bit that says UTF-8
    members = opened(bytes(unmarked))
    assert not isinstance(members, str)
    assert members.names != ["OPS/fähre.xhtml"]
    assert members.read("OPS/fähre.xhtml") == TEXT.encode()
    assert members.read("OPS/漢.xhtml") is None


OTHERS = {
    "xl/workbook.xml": "a spreadsheet (.xlsx) is not read; saved as CSV it can be",
    "ppt/presentation.xml": "a presentation (.pptx) is not read; saved as PDF it can be",
}


@pytest.mark.parametrize("name", OTHERS)
def test_documents_of_other_kinds_are_named(name: str) -> None:
    (outcome,) = read_all_bytes(zipped({"[Content_Types].xml": "<Types/>", name: "<x/>"}), "thing.xlsx")
    assert isinstance(outcome, Unread)
    assert outcome.reason == OTHERS[name]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("text", "an OpenDocument text is not read; saved as DOCX it can be"),
        ("spreadsheet", "an OpenDocument file of this kind is not read"),
    ],
)
def test_open_documents_are_named(kind: str, reason: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
    (outcome,) = read_all_bytes(packed.getvalue(), "thing.odt")
    assert isinstance(outcome, Unread)
    assert outcome.reason == reason


def test_lines_that_are_longer_than_what_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGE", 100_000)
    monkeypatch.setattr(reading, "read_all_bytes", lambda *_, **__: pytest.fail("it was read as a whole"))
    path = tmp_path / "stories.jsonl"
    path.write_text("".join(json.dumps({"title": f"{n}", "text": TEXT * 200 + str(n)}) + "\n" for n in range(3)))
    outcomes = list(read_all(str(path)))
    assert [one.article.particulars.title for one in outcomes if isinstance(one, Built)] == ["0", "1", "2"]
