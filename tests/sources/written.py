"""Files of every format with an invented story in them, written by the standard library or the real libraries."""

import csv
import gzip
import io
import json
import mailbox
import tempfile
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

TITLE = "Ferry to Skerra stops for good"
LEDE = "The last ferry to Skerra left Port Anvil at noon on Friday with eleven passengers, two goats and a piano."
SAID = "“Nobody asked the people who live here,” said Ilse Marrow, who has sold tickets on the pier since 1988."
MORE = (
    "The company says that the crossing lost four hundred crowns a day, and that a bridge is to open by the end of next"
    " year. The council of the island has asked for an inquiry into how the decision was made."
)
LAST = "On Saturday morning the pier was empty. A sign on the door of the ticket office said only: closed, with thanks."
BODY = (LEDE, SAID, MORE, LAST)
TEXT = "\n\n".join(BODY)
ADDRESS = "https://news.example/skerra/ferry-stops"


def page(
    *,
    head: str = "",
    body: str | None = None,
    title: str = TITLE,
    language: str = "en",
    before: str = "",
    after: str = "",
) -> str:
    """A page with an article between what stands on every page."""
    words = body if body is not None else "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    return (
        f"<!DOCTYPE html>{before}<html lang='{language}'><head><meta charset='utf-8'>"
        f"<title>{title} - The Anvil</title>{head}</head><body>"
        "<header><nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav></header>"
        f"<main><article><h1>{title}</h1>{words}</article></main>{after}"
        "<footer><p>Contact us | Terms | Privacy policy</p></footer></body></html>"
    )


def stated_page() -> str:
    """A page that states its particulars in JSON-LD and Open Graph."""
    linked = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "The Anvil"},
            {
                "@type": "NewsArticle",
                "headline": TITLE,
                "datePublished": "2024-03-08T18:30:00+01:00",
                "author": [{"@type": "Person", "name": "Tove Lindal"}, {"@type": "Person", "name": "By Ada Quill"}],
                "publisher": {"@type": "Organization", "name": "The Anvil"},
            },
        ],
    }
    head = (
        f'<script type="application/ld+json">{json.dumps(linked)}</script>'
        f'<meta property="og:title" content="{TITLE}"><link rel="canonical" href="{ADDRESS}">'
    )
    return page(head=head)


def rss() -> bytes:
    words = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    items = "".join(
        f"<item><title>{TITLE} {number}</title><link>{ADDRESS}?{number}</link><dc:creator>Tove Lindal</dc:creator>"
        f"<pubDate>Fri, 08 Mar 2024 18:30:00 +0100</pubDate><description>Short.</description>"
        f"<content:encoded><![CDATA[{words}<p>({number})</p>]]></content:encoded></item>"
        for number in (1, 2)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Anvil</title>'
        f"<language>en-GB</language>{items}"
        f"<item><title>Only a link</title><link>{ADDRESS}?3</link></item></channel></rss>"
    ).encode()


def atom() -> bytes:
    words = "".join(f"&lt;p&gt;{words}&lt;/p&gt;" for words in BODY)
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Anvil</title><entry>'
        f'<title>{TITLE}</title><link href="{ADDRESS}"/><author><name>Tove Lindal</name></author>'
        f'<published>2024-03-08T18:30:00+01:00</published><content type="html">{words}</content></entry></feed>'
    ).encode()


def json_feed() -> bytes:
    item = {
        "id": "1",
        "url": ADDRESS,
        "title": TITLE,
        "content_html": "".join(f"<p>{words}</p>" for words in BODY),
        "date_published": "2024-03-08T18:30:00+01:00",
        "authors": [{"name": "Tove Lindal"}],
    }
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Anvil",
        "items": [item, {"id": "2", "url": ADDRESS}],
    }
    return json.dumps(feed, indent=1).encode()


def opml() -> bytes:
    return (
        b'<?xml version="1.0"?><opml version="2.0"><body><outline text="News"><outline type="rss" '
        b'xmlUrl="https://news.example/feed"/><outline type="rss" xmlUrl="|~/run.sh"/></outline></body></opml>'
    )


def urls() -> bytes:
    return (
        b'# feeds\nhttps://news.example/feed "~Anvil" news\n"exec:touch ran" run\nfilter:./f:https://other.example/\n'
    )


def message(*, html: bool = True, subject: str = TITLE) -> bytes:
    mail = EmailMessage()
    mail["From"] = "Tove Lindal <tove@news.example>"
    mail["To"] = "reader@home.example"
    mail["Subject"] = subject
    mail["Date"] = "Fri, 08 Mar 2024 18:30:00 +0100"
    mail["Message-ID"] = "<1@news.example>"
    mail["List-Id"] = "The Anvil Weekly <weekly.news.example>"
    mail.set_content(f"{TEXT}\n\n{subject}")
    if html:
        body = "".join(f"<p>{paragraph}</p>" for paragraph in (*BODY, f"This was {subject}, from the island."))
        mail.add_alternative(page(body=body), subtype="html")
    return mail.as_bytes()


def mbox() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        box = mailbox.mbox(Path(folder) / "box")
        for number in (1, 2, 3):
            box.add(mailbox.mboxMessage(message(html=number != 2, subject=f"{TITLE} {number}")))
        box.close()
        return (Path(folder) / "box").read_bytes()


def mhtml() -> bytes:
    mail = EmailMessage()
    mail["From"] = "<Saved by Blink>"
    mail["Snapshot-Content-Location"] = ADDRESS
    mail["Subject"] = TITLE
    mail["Date"] = "Sat, 09 Mar 2024 10:00:00 +0100"
    mail.set_content(page(), subtype="html", cte="quoted-printable")
    mail.make_related()
    mail.add_related(b"\x89PNG", maintype="image", subtype="png")
    return mail.as_bytes()


def zipped(members: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in members.items():
            archive.writestr(name, words)
    return out.getvalue()


def epub() -> bytes:
    chapter = "<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>{}</h1>{}</body></html>"
    words = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>The Anvil, 8 March</dc:title><dc:creator>Tove Lindal</dc:creator><dc:language>en-GB</dc:language>"
        "<dc:date>2024-03-08</dc:date></metadata><manifest>"
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="t" href="title.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="a" href="text/a%20one.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="text/b.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="t"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    nav = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol>'
        '<li><a href="text/a%20one.xhtml">First story</a></li>'
        '<li><a href="text/b.xhtml#top">Second story</a></li></ol></nav></body></html>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": package,
            "OEBPS/nav.xhtml": nav,
            "OEBPS/title.xhtml": chapter.format("The Anvil", ""),
            "OEBPS/text/a one.xhtml": chapter.format("First story", words),
            "OEBPS/text/b.xhtml": chapter.format("Second story", words.replace("goats", "sheep")),
        }
    )


def pdf(pages: int = 2) -> bytes:
    """A small PDF by hand: lines of text on pages, with a running head and page numbers."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    ordinals = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
    kids: list[str] = []
    for number in range(1, pages + 1):
        told = (
            (LEDE, MORE, LAST)
            if number == 1
            else (f"{ordinals[number - 1]}, {MORE}", f"{LAST} {ordinals[number - 1]}.")
        )
        lines = [part for paragraph in told for part in (*_wrapped(paragraph), "")]
        drawn = ["BT /F1 11 Tf 60 800 Td (THE ANVIL) Tj 0 -30 Td"]
        for line in lines:
            escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            drawn.append(f"({escaped}) Tj 0 -14 Td" if line else "0 -14 Td")
        drawn.append(f"0 -40 Td ({number}) Tj ET")
        stream = "\n".join(drawn).encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % len(objects)
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {pages} >>".encode()
    objects.append(b"<< /Title (Ferry to Skerra stops for good) /Author (scanner) >>")
    return _pdf_file(objects)


def _wrapped(paragraph: str) -> list[str]:
    import textwrap

    return textwrap.wrap(paragraph, 80)


def _pdf_file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(objects),
        start,
    )
    return bytes(out)


def warc(*, packed: bool = True) -> bytes:
    pytest.importorskip("warcio", reason="the extra [warc] is not installed")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    answers = [
        ("200 OK", "text/html; charset=utf-8", stated_page().encode()),
        ("301 Moved", "text/html", b"<html><body>moved</body></html>"),
        ("200 OK", "image/png", b"\x89PNG"),
        ("200 OK", "text/html", page(title="Another story", body="".join(f"<p>{MORE}</p><p>{LEDE}</p>")).encode()),
    ]
    for status, kind, body in answers:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(ADDRESS, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return out.getvalue()


def wacz() -> bytes:
    return zipped({"datapackage.json": "{}", "archive/data.warc.gz": warc(), "pages/pages.jsonl": "{}"})


def docx() -> bytes:
    docx_library = pytest.importorskip("docx", reason="python-docx is not installed")
    document = docx_library.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(LEDE)
    document.add_heading("What was said", 2)
    document.add_paragraph(SAID)
    document.add_paragraph("A piano", style="List Bullet")
    document.add_paragraph(MORE)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rtf(text: str = f"{TITLE}\n\n{TEXT}") -> bytes:
    escaped = "".join(char if ord(char) < 128 else f"\\u{ord(char)}?" for char in text)
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\\f0 " + escaped.replace("\n", "\\par\n") + "}"
    ).encode()


ROWS = [
    {
        "headline": TITLE,
        "body": TEXT,
        "link": ADDRESS,
        "date": "2024-03-08",
        "author": "Tove Lindal",
        "publication": "The Anvil",
    },
    {"headline": "Another", "body": MORE, "link": ADDRESS, "date": "", "author": "", "publication": "The Hammer"},
]


def table(*, delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(ROWS[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(ROWS)
    return out.getvalue().encode()


def json_lines() -> bytes:
    return "\n".join(json.dumps(row) for row in ROWS).encode()


def wallabag() -> bytes:
    entry = {
        "id": 7,
        "title": TITLE,
        "url": ADDRESS,
        "content": "".join(f"<p>{words}</p>" for words in BODY),
        "published_at": "2024-03-08T18:30:00+0100",
        "published_by": ["Tove Lindal"],
        "domain_name": "news.example",
        "language": "en_GB",
        "tags": [],
    }
    return json.dumps([entry, {"id": 8, "title": "No text", "url": ADDRESS + "2", "content": ""}]).encode()


def omnivore() -> bytes:
    items = [
        {
            "slug": "ferry-1",
            "title": TITLE,
            "author": "Tove Lindal",
            "url": ADDRESS,
            "publishedAt": "2024-03-08T18:30:00Z",
        },
        {"slug": "gone-2", "title": "No text", "url": ADDRESS + "2"},
    ]
    content = "".join(f"<p>{words}</p>" for words in BODY)
    return zipped(
        {"metadata_0_to_2.json": json.dumps(items), "content/ferry-1.html": content, "highlights/ferry-1.md": ""}
    )


def readwise() -> bytes:
    return (
        f'Highlight,Book Title,Book Author,Note,Tags\n"{LEDE}",{TITLE},Tove Lindal,,\n"{MORE}",{TITLE},Tove Lindal,,\n'
        f'"{LAST}",Another,,,\n'
    ).encode()


def pocket_csv() -> bytes:
    return f"title,url,time_added,tags,status\n{TITLE},{ADDRESS},1709919000,,unread\n".encode()


def pocket_html() -> bytes:
    return (
        "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>"
        f'<li><a href="{ADDRESS}" time_added="1709919000" tags="">{TITLE}</a></li></ul></body></html>'
    ).encode()


def instapaper() -> bytes:
    return f"URL,Title,Selection,Folder,Timestamp,Tags\n{ADDRESS},{TITLE},,Unread,1709919000,[]\n".encode()


def bookmarks() -> bytes:
    return f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><A HREF='{ADDRESS}'>{TITLE}</A></DL>".encode()


def parquet() -> bytes:
    duckdb = pytest.importorskip("duckdb", reason="the extra [corpus] is not installed")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "rows.jsonl").write_bytes(json_lines())
        place = Path(folder) / "rows.parquet"
        connection = duckdb.connect()
        connection.execute(f"COPY (SELECT * FROM read_json('{folder}/rows.jsonl')) TO '{place}' (FORMAT parquet)")
        connection.close()
        return place.read_bytes()


def nexis_old() -> bytes:
    one = (
        "                               {n} of 2 DOCUMENTS\n\n\n                                 The Anvil\n\n"
        "                              March 8, 2024 Friday\n                              Late Edition - Final\n\n"
        f"{TITLE}\n\nBYLINE: By TOVE LINDAL\n\nSECTION: Section A; Column 0; Pg. 1\n\nLENGTH: 90 words\n\n"
        f"DATELINE: PORT ANVIL\n\n{TEXT}\n\nURL: {ADDRESS}\n\nLOAD-DATE: March 9, 2024\n\nLANGUAGE: ENGLISH\n\n"
        "PUBLICATION-TYPE: Newspaper\n\n\n                    Copyright 2024 The Anvil Company\n\n\n"
    )
    return (one.replace("{n}", "1") + one.replace("{n}", "2").replace("goats", "sheep")).encode()


def nexis_html() -> bytes:
    """A page of the old Nexis: centred spans, a comment that hides markup."""
    lines = (
        TITLE,
        "LENGTH: 90 words",
        "BYLINE: Tove Lindal",
        "DATELINE: PORT ANVIL",
        *BODY,
        "LOAD-DATE: March 9, 2024",
    )
    lines += ("LANGUAGE: ENGLISH", "PUBLICATION-TYPE: Newspaper", "Copyright 2024 The Anvil Company")
    head = "<br><div class='c0'><p class='c1'><span class='c2'>{}</span></p></div>\n"
    one = "".join(
        head.format(words) for words in ("{n} of 2 DOCUMENTS", "The Anvil", "March 8, 2024 Friday 11:21 AM GMT")
    )
    one += "".join(f"<br><div><p><span>{words}</span><span>&nbsp;</span></p></div>\n" for words in lines)
    page_of_two = one.replace("{n}", "1") + one.replace("{n}", "2").replace("goats", "sheep")
    return f"<html><head><title>&nbsp;</title></head><body><!-- <DOC> -->{page_of_two}</body></html>".encode()


def browser_bookmarks() -> bytes:
    inner = {"type": "folder", "children": [{"name": TITLE, "type": "url", "url": ADDRESS}, {"url": "javascript:x"}]}
    return json.dumps({"checksum": "0", "roots": {"bookmark_bar": inner}, "version": 1}, indent=3).encode()


NEXIS_LINES = (
    TITLE, "The Anvil", "March 8, 2024 Friday", "Copyright 2024 The Anvil Company", "Section: A; Pg. 1",
    "Length: 90 words", "Byline: By Tove Lindal", "Body", *BODY, "Classification", "Language: ENGLISH",
    "Publication-Type: Newspaper", "Load-Date: March 9, 2024", "End of Document",
)  # fmt: skip


def nexis_docx() -> bytes:
    docx_library = pytest.importorskip("docx", reason="python-docx is not installed")
    document = docx_library.Document()
    for line in ("Documents (2)", *NEXIS_LINES, *(line.replace("goats", "sheep") for line in NEXIS_LINES)):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


FACTIVA_LINES = (
    "News", TITLE, "By Tove Lindal", "90 words", "8 March 2024", "18:30", "The Anvil", "ANVL", "English",
    "(c) 2024 The Anvil Company", "", *BODY, "", "Document ANVL000020240308ek3800001",
)  # fmt: skip


def factiva_rtf() -> bytes:
    return rtf("\n".join((*FACTIVA_LINES, "", *(line.replace("goats", "sheep") for line in FACTIVA_LINES))))


def factiva_coded_rtf() -> bytes:
    coded = (
        f"HD\n{TITLE}\n\nBY\nBy Tove Lindal\n\nWC\n90 words\n\nPD\n8 March 2024\n\nSN\nThe Anvil\n\n"
        f"SC\nANVL\n\nLA\nEnglish\n\nCY\n(c) 2024\n\nLP\n{LEDE}\n\n"
        f"TD\n{SAID}\n\n{MORE}\n\n{LAST}\n\nAN\nDocument ANVL000020240308ek3800001\n"
    )
    return rtf(coded)


def factiva_html() -> bytes:
    words = "".join(f'<p class="articleParagraph enarticleParagraph">{paragraph}</p>' for paragraph in BODY)
    one = (
        f'<div class="article enArticle"><div id="hd"><span class="enHeadline">{TITLE}</span></div>'
        '<div class="author">By Tove Lindal</div><div>90 words</div><div>8 March 2024</div><div>18:30</div>'
        f"<div>The Anvil</div><div>ANVL</div><div>English</div><div>(c) 2024 The Anvil Company</div>{words}"
        "<div>Document ANVL000020240308ek3800001</div></div>"
    )
    two = one.replace("goats", "sheep")
    return f"<html><head><title>Factiva</title></head><body>{one}<br/>{two}</body></html>".encode()


def proquest() -> bytes:
    one = (
        f"____________________________________________________________\n\nDocument 1 of 2\n\n{TITLE}\n\n"
        "Author: Lindal, Tove\n\nPublication info: The Anvil ; Port Anvil [Port Anvil]08 Mar 2024.\n\n"
        f"Abstract: Short.\n\nFull text: {TEXT}\n\n"
        f"Subject: Ferries; Islands\n\nTitle: {TITLE}\n\nPublication title: The Anvil; Port Anvil\n\n"
        "Publication date: Mar 8, 2024\n\nLanguage of publication: English\n\nProQuest document ID: 123456\n\n"
        f"Document URL: {ADDRESS}\n\nLast updated: 2024-03-09\n\n"
    )
    return (one + one.replace("goats", "sheep")).encode()


WRITERS: dict[str, Callable[[], bytes]] = {
    "page.html": lambda: stated_page().encode(),
    "feed.rss": rss,
    "feed.atom": atom,
    "feed.json": json_feed,
    "list.opml": opml,
    "urls": urls,
    "letter.eml": message,
    "letters.mbox": mbox,
    "page.mhtml": mhtml,
    "book.epub": epub,
    "paper.pdf": lambda: pdf(5),
    "crawl.warc.gz": warc,
    "crawl.warc": lambda: warc(packed=False),
    "crawl.wacz": wacz,
    "text.docx": docx,
    "text.rtf": rtf,
    "table.csv": table,
    "table.tsv": lambda: table(delimiter="\t"),
    "lines.jsonl": json_lines,
    "wallabag.json": wallabag,
    "omnivore.zip": omnivore,
    "readwise.csv": readwise,
    "pocket.csv": pocket_csv,
    "pocket.html": pocket_html,
    "instapaper.csv": instapaper,
    "bookmarks.html": bookmarks,
    "table.parquet": parquet,
    "nexis.txt": nexis_old,
    "nexis.docx": nexis_docx,
    "nexis.html": nexis_html,
    "browser.json": browser_bookmarks,
    "factiva.rtf": factiva_rtf,
    "coded.rtf": factiva_coded_rtf,
    "factiva.html": factiva_html,
    "proquest.txt": proquest,
    "pages.zip": lambda: zipped(
        {"a/page.html": stated_page(), "../../b.txt": f"{TITLE}\n\n{TEXT}", "x.png": b"\x89PNG"}
    ),
    "page.html.gz": lambda: gzip.compress(stated_page().encode()),
    "clipped.md": lambda: (
        f"---\ntitle: {TITLE}\nsource: {ADDRESS}\nauthor:\n  - '[[Tove Lindal]]'\n---\n\n{TEXT}\n".encode()
    ),
}
"""A file of each format, by its name."""

NEEDS = {
    ".pdf": "pypdfium2",
    ".rtf": "striprtf",
    ".parquet": "duckdb",
    ".gz": "warcio",
    ".warc": "warcio",
    ".wacz": "warcio",
}
"""The package that a file's ending needs."""


def skip_without_extra(name: str) -> None:
    """Skips the test where the extra for such a file is not installed."""
    package = NEEDS.get(name[name.rfind(".") :]) if not name.endswith("html.gz") else None
    if package is not None:
        pytest.importorskip(package, reason=f"{package} is not installed")
