"""What is damaged, locked or meant to harm gives a reason, in little time and memory, and takes nothing with it."""

import gzip
import io
import json
import random
import resource
import stat
import struct
import sys
import time
import zipfile
import zlib
from collections.abc import Iterator

import pytest

from reader.articles.build import Built
from reader.sources.gzipped import unpacked
from reader.sources.reading import read_all_bytes
from reader.sources.source import Unread
from tests.sources.written import TEXT, TITLE, WRITERS, epub, page, rss, skip_without_extra, zipped

SECONDS = 20.0
MEGABYTES = 700


def read(data: bytes, name: str) -> list[Built | Unread]:
    outcomes = list(read_all_bytes(data, name))
    assert outcomes, name
    for outcome in outcomes:
        assert isinstance(outcome, Built | Unread)
        if isinstance(outcome, Unread):
            assert outcome.reason, name
            assert "\n" not in outcome.reason
            assert "Traceback" not in outcome.reason
            assert len(outcome.reason) < 300
    return outcomes


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    """Every test here stays within some seconds of the processor, and an amount of memory."""
    started, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert time.process_time() - started < SECONDS
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / (
        1024 if sys.platform != "darwin" else 2**20
    )
    assert grown < MEGABYTES


@pytest.mark.parametrize("name", WRITERS)
def test_empty(name: str) -> None:
    for data in (b"", b" \n\t\n"):
        (unread,) = read(data, name)
        assert isinstance(unread, Unread)
        assert unread.reason == "empty"


@pytest.mark.parametrize("name", WRITERS)
def test_truncated(name: str) -> None:
    skip_without_extra(name)
    data = WRITERS[name]()
    for part in (0.02, 0.3, 0.6, 0.9, 0.99):
        read(data[: int(part * len(data))], name)


@pytest.mark.parametrize("name", WRITERS)
def test_damaged_at_random(name: str) -> None:
    skip_without_extra(name)
    dice = random.Random(name)
    original = WRITERS[name]()
    for _ in range(4):
        data = bytearray(original)
        for _ in range(max(3, len(data) // 500)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        read(bytes(data), name)
        read(bytes(data), "thing.txt")


@pytest.mark.parametrize("name", ["a.pdf", "a.epub", "a.docx", "a.parquet", "a.warc", "a.wacz", "a.zip", "a.rtf"])
def test_text_under_a_wrong_name(name: str) -> None:
    (outcome,) = read(TEXT.encode(), name)
    assert isinstance(outcome, Built) or outcome.reason.startswith(("not ", "the archive"))


@pytest.mark.parametrize("name", ["a.html", "a.xml", "a.csv", "a.json", "a.eml", "a.mbox", "a.opml", "a.txt", "a.pdf"])
def test_noise_under_any_name(name: str) -> None:
    dice = random.Random(name)
    for start in (
        b"",
        b"%PDF-1.7",
        b"PK\x03\x04",
        b"PAR1",
        b"\x1f\x8b\x08",
        b"WARC/1.0\r\n",
        b"{\\rtf1",
        b"From a 1\n",
        b"<html>",
    ):
        read(start + dice.randbytes(5000), name)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252", "latin-1", "utf-32"])
@pytest.mark.parametrize("name", ["page.html", "feed.rss", "list.opml", "table.csv", "lines.jsonl", "proquest.txt"])
def test_another_encoding(name: str, encoding: str) -> None:
    data = WRITERS[name]().decode().encode(encoding, "replace")
    read(data, name)


def bomb(name: str, size: int = 900_000_000) -> bytes:
    """An archive with a member that is larger unpacked than it says."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = b"<p>" + b" " * 997_000
    body = b"".join(packed.compress(piece) for _ in range(size // len(piece) // 10)) + packed.flush()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b"x")
    data = bytearray(out.getvalue())
    at = 30 + len(name)
    old = struct.unpack("<I", data[18:22])[0]
    data[at : at + old] = body
    data[18:22] = struct.pack("<I", len(body))
    directory = data.rfind(b"PK\x01\x02")
    data[directory + 20 : directory + 24] = struct.pack("<I", len(body))
    end = data.rfind(b"PK\x05\x06")
    data[end + 16 : end + 20] = struct.pack("<I", directory)
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "member"), [("b.docx", "word/document.xml"), ("b.zip", "a.html"), ("b.epub", "META-INF/container.xml")]
)
def test_a_zip_bomb_that_lies(name: str, member: str) -> None:
    (unread,) = read(bomb(member), name)
    assert isinstance(unread, Unread)


def test_a_zip_bomb_that_does_not_lie() -> None:
    data = zipped({"a.txt": TEXT, "big.html": b"<p>" + b"a " * 60_000_000})
    first, second = read(data, "b.zip")
    assert isinstance(first, Built)
    assert isinstance(second, Unread)
    assert second.reason == "it is too large unpacked"


def test_archives_in_archives() -> None:
    inner = zipped({"a.txt": TEXT})
    for data in (zipped({"b.zip": inner, "c.txt": inner}), gzip.compress(gzip.compress(TEXT.encode()))):
        (unread,) = read(data, "a.zip")
        assert isinstance(unread, Unread)
        assert "archive" in unread.reason


def test_a_gzip_bomb() -> None:
    data = gzip.compress(b"a " * 5_000_000)
    assert unpacked(data, 1_000_000) == "too large unpacked (the limit is 1 MB)"
    cut = unpacked(data[:-10])
    assert isinstance(cut, bytes)
    assert cut.startswith(b"a a a a ")


def test_names_that_lead_out_of_an_archive_are_only_names() -> None:
    names = ["../../../../etc/passwd.txt", "/etc/shadow.txt", "C:\\x.txt", "a/../../b.txt"]
    outcomes = read(zipped({name: f"{TEXT} {name}" for name in names}), "a.zip")
    assert all(isinstance(outcome, Built) for outcome in outcomes)


def test_links_in_an_archive_are_left_out() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO(zipped({"a.txt": TEXT}))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(link, "../../../../etc/passwd")
    (outcome,) = read(out.getvalue(), "a.zip")
    assert isinstance(outcome, Built)
    assert outcome.article.path == "a.zip#a.txt"


def test_a_book_that_names_files_outside() -> None:
    data = epub()
    members = {
        name: zipfile.ZipFile(io.BytesIO(data)).read(name) for name in zipfile.ZipFile(io.BytesIO(data)).namelist()
    }
    members["OEBPS/book.opf"] = members["OEBPS/book.opf"].replace(b"text/b.xhtml", b"../../../../etc/passwd")
    assert any(isinstance(outcome, Unread) for outcome in read(zipped(members), "a.epub"))


def test_a_locked_book() -> None:
    data = epub()
    archive = zipfile.ZipFile(io.BytesIO(data))
    members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for name in ("OEBPS/text/a one.xhtml", "OEBPS/text/b.xhtml", "OEBPS/title.xhtml"):
        members[name] = random.Random(name).randbytes(3000)
    locked = '<encryption xmlns="urn:x"><d xmlns="urn:y"><CipherReference URI="{}"/></d></encryption>'
    members["META-INF/encryption.xml"] = locked.format("OEBPS/text/a%20one.xhtml")
    (unread,) = read(zipped(members), "a.epub")
    assert isinstance(unread, Unread)
    assert unread.reason == "the book is locked (DRM)"


def test_a_book_of_which_only_a_font_is_locked() -> None:
    archive = zipfile.ZipFile(io.BytesIO(epub()))
    members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    members["META-INF/encryption.xml"] = '<encryption><CipherReference URI="OEBPS/font.otf"/></encryption>'
    assert all(isinstance(outcome, Built) for outcome in read(zipped(members), "a.epub"))
    for name in ("OEBPS/text/a one.xhtml", "OEBPS/text/b.xhtml", "OEBPS/title.xhtml"):
        members[name] = "<html><body><img src='page.jpg'/></body></html>"
    (unread,) = read(zipped(members), "a.epub")
    assert isinstance(unread, Unread)
    assert unread.reason == "its chapters hold no text: the book is made of pictures, or empty"


ENTITIES = (
    '<!DOCTYPE r [<!ENTITY a "ha ha ha ha ha ha ha ha ">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">' for n in range(12))
    + ' <!ENTITY file SYSTEM "file:///etc/passwd">]>'
)


@pytest.mark.parametrize(
    ("name", "markup"),
    [
        (
            "a.rss",
            "<rss><channel><title>&m;</title><item><title>&file;</title><description>&m;</description></item></channel></rss>",
        ),
        (
            "a.atom",
            '<feed xmlns="http://www.w3.org/2005/Atom"><title>&m;</title><entry><content>&file;&m;</content></entry></feed>',
        ),
        ("a.opml", '<opml><body><outline xmlUrl="http://a.example/&m;"/></body></opml>'),
        ("a.html", f"<html><body><p>&m; &file; {TEXT}</p></body></html>"),
        ("a.xhtml", f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>&m; &file; {TEXT}</p></body></html>"),
    ],
)
def test_entity_bombs(name: str, markup: str) -> None:
    for outcome in read(f'<?xml version="1.0"?>{ENTITIES}{markup}'.encode(), name):
        if isinstance(outcome, Built):
            assert "root:" not in outcome.article.text
            assert len(outcome.article.text) < 10_000


def test_entity_bombs_in_archives() -> None:
    body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&m;&file;'
    markup = f"<?xml version='1.0'?>{ENTITIES}{body}</w:t></w:r></w:p></w:body></w:document>"
    for outcome in read(zipped({"[Content_Types].xml": "<a/>", "word/document.xml": markup}), "a.docx"):
        assert isinstance(outcome, Unread) or "root:" not in outcome.article.text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<div>" * 200_000 + TEXT.encode()),
        ("a.html", b"<html><body>" + b"<b><i>" * 50_000 + TEXT.encode()),
        ("a.html", b"<p>" + b"<a href=x>b</a> " * 100_000),
        ("a.html", b"<html><script>" * 100_000 + b"</style>"),
        ("a.html", b"<html><p>" + b"<!--" * 500_000),
        ("a.html", b"<html><table>" + b"<tr><td>a b c d" * 20_000),
        ("a.html", b'<html><img src="data:image/png;base64,' + b"A" * 20_000_000 + b'"><p>' + TEXT.encode()),
        ("a.html", b'<html><script type="application/ld+json">' + b"[" * 500_000 + b"</script><p>" + TEXT.encode()),
        ("a.json", b"[" * 1_000_000),
        ("a.json", b'{"a":' * 200_000),
        ("a.jsonl", b'{"text": "a b c"}\n' + b'{"a":[' * 100_000),
        ("a.csv", b"title,text\n" + b'"' * 2_000_000),
        ("a.csv", b"," * 1_000_000 + b"\n" + b"," * 1_000_000),
        ("a.csv", b"title,text\n" + b"a," * 500_000),
        ("a.rtf", b"{\\rtf1" + b"{" * 300_000 + b"a"),
        ("a.rtf", b"{\\rtf1 " + b"\\u8220?" * 100_000),
        ("a.rss", b"<rss><channel>" + b"<item><title>" * 20_000),
        ("a.rss", b"<rss><channel><item><description>" + b"&lt;b&gt;" * 100_000),
        ("a.opml", b"<opml><body>" + b"<outline>" * 200_000),
        ("urls", b"https://a.example/\n" * 200_000),
        ("a.txt", b"                1 of 9 DOCUMENTS\n" * 20_000),
        ("a.txt", b"Title: a\nPublication title: b\nFull text: c\n" * 30_000),
        ("a.txt", b"a" * 2_000_000),
    ],
)
def test_deep_long_and_endless(name: str, data: bytes) -> None:
    read(data, name)


def test_a_message_in_a_message_in_a_message() -> None:
    head = b"Mime-Version: 1.0\r\nFrom: a@b.example\r\nContent-Type: message/rfc822\r\n\r\n"
    read(head * 3000 + b"Subject: x\r\n\r\nwords", "a.eml")
    parts = b"".join(
        b'MIME-Version: 1.0\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n)
        for n in range(2000)
    )
    read(parts + b"Content-Type: text/plain\r\n\r\nwords", "a.eml")


def test_headers_that_break_decoders() -> None:
    head = (
        b"From: =?utf-8?q?=FF=FE?= <\r\nSubject: =?nonsense?b?!!!?= =?utf-8?b?QQ=?=\r\nDate: Fri, 99 Foo 20240\r\n"
        b"Message-ID: <\r\nContent-Type: text/html; charset=no-such\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    read(head + b"PHA+d29yZHM=" * 50 + b"!", "a.eml")
    read(b"Received: x\r\nSubject: " + b"=?utf-8?q?a?= " * 5000 + b"\r\n\r\nwords\r\n", "a.eml")


def test_one_bad_entry_takes_nothing_with_it() -> None:
    rows = [{"title": "a", "text": TEXT}, {"title": "b"}, {"title": "c", "text": f"{TEXT} c"}]
    lines = [json.dumps(row) for row in rows]
    outcomes = read("\n".join([lines[0], '{"broken', lines[1], lines[2]]).encode(), "a.jsonl")
    assert [outcome.article.path for outcome in outcomes if isinstance(outcome, Built)] == ["a.jsonl#1", "a.jsonl#3"]
    reasons = [outcome.reason for outcome in outcomes if isinstance(outcome, Unread)]
    assert reasons == ["the row has neither text nor address", "1 line is no JSON (the first is line 2)"]


def test_a_broken_feed_keeps_what_came_before() -> None:
    data = rss()
    outcomes = read(data[: data.rfind(b"</item><item>") + 20], "a.rss")
    assert sum(isinstance(outcome, Built) for outcome in outcomes) == 2


def test_reasons_are_few() -> None:
    outcomes = read(b"title,url,text\n" + b"a,,\n" * 500 + b"b,," + b"words and more words " * 20, "a.csv")
    unread = [outcome for outcome in outcomes if isinstance(outcome, Unread)]
    assert len(unread) == 11
    assert unread[-1].reason == "490 more rows could not be read"
    assert len(outcomes) == 12


def test_a_truncated_web_archive_keeps_its_pages() -> None:
    skip_without_extra("crawl.warc")
    for name in ("crawl.warc", "crawl.warc.gz"):
        data = WRITERS[name]()
        outcomes = read(data[:-200], name)
        assert isinstance(outcomes[0], Built)
        assert outcomes[0].article.particulars.title == TITLE


def test_web_archives_packed_as_one() -> None:
    skip_without_extra("crawl.warc")
    outcomes = read(gzip.compress(WRITERS["crawl.warc"]()), "crawl.warc.gz")
    assert [isinstance(outcome, Built) for outcome in outcomes] == [True, True]


def test_nothing_is_said_on_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("crawl.warc", "page.html", "letter.eml", "feed.rss", "table.parquet", "paper.pdf"):
        skip_without_extra(name)
        data = WRITERS[name]()
        for part in (1.0, 0.8, 0.5):
            read(data[: int(part * len(data))], name)
    read(page(head="<meta property='article:published_time' content='32nd of Nonsense'>", body="").encode(), "a.html")
    assert capfd.readouterr().err == ""


def test_links_in_rich_text_that_have_no_end() -> None:
    skip_without_extra("a.rtf")
    read(b"{\\rtf1 " + b'{\\field{\\*\\fldinst{HYPERLINK "a' * 20_000, "a.rtf")
