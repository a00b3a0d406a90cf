"""Archives as other programs write them: names that are not marked as UTF-8, and documents that are not read."""

import gzip
import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from reader.articles.build import Built
from reader.sources import reading
from reader.sources.archives import opened
from reader.sources.reading import read_all, read_all_bytes
from reader.sources.source import Unread
from tests.sources.written import ADDRESS, TEXT, TITLE, stated_page, zipped


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


def test_a_word_document_with_a_spreadsheet_in_it() -> None:
    body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
    large = '<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>T</w:t></w:r></w:p>'
    words = "<w:p><w:r><w:t>he ferry stopped.</w:t></w:r></w:p>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:  # not packed closer, so that the names within show
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document2.xml", body.format(large + words))
        archive.writestr("word/embeddings/figures.xlsx", zipped({"xl/workbook.xml": "<x/>"}))
    (outcome,) = read_all_bytes(packed.getvalue(), "story.docx")
    assert isinstance(outcome, Built)
    assert outcome.article.text == "The ferry stopped."


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.doc", "DOCX"), ("a.xls", "CSV"), ("a.ppt", "PDF"), ("a.msg", "EML"), ("a.wps", "DOCX"), ("a", "DOCX")],
)
def test_old_documents_are_named(name: str, format: str) -> None:
    (outcome,) = read_all_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000), name)
    assert isinstance(outcome, Unread)
    assert outcome.reason.endswith(f"is not read; saved as {format} it can be")


def packed_warc(packing: str, *bodies: bytes) -> bytes:
    pytest.importorskip("warcio", reason="the extra [warc] is not installed")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for body in bodies:
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", packing)]
        http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(ADDRESS, "response", payload=io.BytesIO(body), http_headers=http))
    return out.getvalue()


def test_pages_of_a_web_archive_that_brotli_packed() -> None:
    brotli = pytest.importorskip("brotli", reason="Brotli is not installed")
    page = stated_page().encode()
    outcomes = list(read_all_bytes(packed_warc("br", brotli.compress(page), page, page), "crawl.warc.gz"))
    assert [isinstance(outcome, Built) for outcome in outcomes] == [True, True, True]


@pytest.mark.parametrize(("packing", "word"), [("br", "brotli"), ("zstd", "zstd")])
def test_a_page_that_cannot_be_unpacked_leaves_the_others(
    packing: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    data = packed_warc(packing, b"packed") + packed_warc("gzip", gzip.compress(stated_page().encode()))
    unread, built = read_all_bytes(data, "crawl.warc.gz")
    assert isinstance(unread, Unread)
    assert word in unread.reason
    assert isinstance(built, Built)


def test_records_of_a_web_archive_with_nothing_between_them() -> None:
    """As some writers pack them, one by one."""
    pages = [stated_page().replace(TITLE, f"{TITLE} {number}").encode() for number in range(3)]
    packed = b"".join(
        gzip.compress(gzip.decompress(packed_warc("identity", page)).removesuffix(b"\r\n\r\n")) for page in pages
    )
    outcomes = list(read_all_bytes(packed, "crawl.warc.gz"))
    titles = [outcome.article.particulars.title for outcome in outcomes if isinstance(outcome, Built)]
    assert titles == [f"{TITLE} 0", f"{TITLE} 1", f"{TITLE} 2"]
    assert len(outcomes) == len(titles)


def test_a_web_archive_that_is_packed_in_pieces_of_any_size() -> None:
    plain = gzip.decompress(packed_warc("identity", *[stated_page().encode()] * 2))
    packed = b"".join(gzip.compress(plain[at : at + 1000]) for at in range(0, len(plain), 1000))
    outcomes = list(read_all_bytes(packed, "crawl.warc.gz"))
    assert [isinstance(outcome, Built) for outcome in outcomes] == [True, True]


def test_lines_that_are_longer_than_what_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGE", 100_000)
    monkeypatch.setattr(reading, "read_all_bytes", lambda *_, **__: pytest.fail("it was read as a whole"))
    path = tmp_path / "stories.jsonl"
    path.write_text("".join(json.dumps({"title": f"{n}", "text": TEXT * 200 + str(n)}) + "\n" for n in range(3)))
    outcomes = list(read_all(str(path)))
    assert [one.article.particulars.title for one in outcomes if isinstance(one, Built)] == ["0", "1", "2"]
