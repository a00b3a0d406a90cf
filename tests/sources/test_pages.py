"""Saved pages: what they state goes first, what stands around the article stays out, and walls are named."""

import json

import pytest

from reader.articles.build import Built
from reader.sources.html import page_in, read_page, without_site
from reader.sources.html_text import fragment_text
from reader.sources.source import Source, Unread
from tests.sources.written import ADDRESS, BODY, LEDE, MORE, TEXT, TITLE, page, stated_page


def built(markup: str | bytes, charset: str | None = None) -> Built:
    outcome = read_page(Source(markup if isinstance(markup, bytes) else markup.encode(), "page.html", None, charset))
    assert isinstance(outcome, Built), outcome
    return outcome


def reason(markup: str) -> str:
    outcome = read_page(Source(markup.encode(), "page.html"))
    assert isinstance(outcome, Unread), outcome
    return outcome.reason


def test_paragraphs_are_blocks_and_furniture_is_left_out() -> None:
    article = built(stated_page()).article
    blocks = [article.text[block.start : block.end] for block in article.blocks if block.kind == "paragraph"]
    assert blocks == list(BODY)
    assert "Contact us" not in article.text
    assert article.particulars.source == ADDRESS
    assert article.particulars.language == "en"


SINGLE_FILE = (
    "<!--\n Page saved with SingleFile \n url: https://www.hammer.example/2024/ferry \n"
    " saved date: Sat Mar 09 2024 10:00:00 GMT+0100 (Central European Standard Time)\n-->"
)


def test_single_file() -> None:
    embedded = "<img src='data:image/png;base64," + "A" * 500_000 + "'><style>" + "p{color:red}" * 10_000 + "</style>"
    article = built(page(before=SINGLE_FILE, after=embedded)).article
    assert article.particulars.source == "https://www.hammer.example/2024/ferry"
    assert article.particulars.outlet == "hammer.example"
    assert "base64" not in article.text


def test_a_date_after_the_page_was_saved_is_none() -> None:
    head = '<meta property="article:published_time" content="2024-04-01T10:00:00Z">'
    assert built(page(head=head)).article.particulars.published == "2024-04-01"
    assert built(page(head=head, before=SINGLE_FILE)).article.particulars.published is None


def test_saved_by_a_browser() -> None:
    article = built(page(before="<!-- saved from url=(0035)https://anvil.example/ferry -->")).article
    assert article.particulars.source == "https://anvil.example/ferry"


def test_what_is_stated_goes_by_trust() -> None:
    head = (
        '<meta name="author" content="By Someone Else"><meta property="og:site_name" content="The Anvil">'
        '<meta property="og:title" content="Ferry to Skerra stops for good | The Anvil">'
        '<meta name="date" content="2024-03-01"><meta property="article:published_time" content="2024-03-08">'
    )
    about = built(page(head=head)).article.particulars
    assert (about.title, about.byline, about.outlet, about.published) == (
        TITLE,
        "Someone Else",
        "The Anvil",
        "2024-03-08",
    )


@pytest.mark.parametrize(
    "linked",
    [
        '{"@type": "NewsArticle", "headline": "A &amp; B go home again", "author": "Ada Quill"}',
        '[{"@type": ["Article"], "headline": "A & B go home again", "author": {"name": ["Ada Quill"]}}]',
        '//<![CDATA[\n{"@graph": [{"@type": "ReportageNewsArticle", "headline": "A & B go home again",'
        ' "author": [{"name": "Ada Quill"}, {"name": "https://x.example/ada"}]}]}\n//]]>',
        '{"@type": "WebPage", "mainEntity": {"@type": "BlogPosting", "headline": "A & B go home again",'
        ' "author": {"name": "Ada Quill"}}}',
    ],
)
def test_json_ld_in_every_shape(linked: str) -> None:
    markup = page(title="x", head=f'<script type="application/ld+json">{linked}</script>')
    about = built(markup.replace("<h1>x</h1>", "<h1>The Anvil</h1>")).article.particulars
    assert (about.title, about.byline) == ("A & B go home again", "Ada Quill")


@pytest.mark.parametrize(
    "linked", ["{", "[1, null, [[]]]", '"x"', '{"@type": "NewsArticle", "headline": 7, "author": [[]]}']
)
def test_json_ld_that_means_nothing(linked: str) -> None:
    head = f'<script type="application/ld+json">{linked}</script>'
    assert built(page(head=head)).article.particulars.title == TITLE


@pytest.mark.parametrize(
    ("author", "head", "body", "byline"),
    [
        ("The Anvil", "", "", "The Anvil"),
        ("The Anvil", "<meta name='author' content='Ada Quill'>", "", "Ada Quill"),
        ("The Anvil", "", "<div class='author'><a rel='author' href='/quill'>Ada Quill</a></div>", "Ada Quill"),
        ("Anvil", "<meta name='author' content='Ada Quill'>", "", "Ada Quill"),
        ("Tove Lindal", "<meta name='author' content='Ada Quill'>", "", "Tove Lindal"),
        ("Autorin: Tove Lindal", "", "", "Tove Lindal"),
        ("Autorengruppe Skerra", "", "", "Autorengruppe Skerra"),
    ],
)
def test_a_person_goes_before_the_outlet_as_author(author: str, head: str, body: str, byline: str) -> None:
    linked = {"@type": "NewsArticle", "author": author, "publisher": "The Anvil", "datePublished": "2024-03-08"}
    script = f"<script type='application/ld+json'>{json.dumps(linked)}</script>"
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    assert built(page(head=script + head, body=body + paragraphs)).article.particulars.byline == byline


def test_the_headline_on_the_page_goes_before_one_for_search_engines() -> None:
    head = '<meta property="og:title" content="Ferry to Skerra stops for good: what it means and what comes next">'
    assert built(page(head=head)).article.particulars.title == TITLE
    other = page(head='<meta property="og:title" content="Who killed the boat?">', title="x")
    assert built(other.replace("<h1>x</h1>", "<h1>More news</h1>")).article.particulars.title == "Who killed the boat?"


def test_other_articles_on_a_page_are_not_this_one() -> None:
    linked = (
        '[{"@type": "NewsArticle", "headline": "Ferry to Skerra stops for good"},'
        '{"@type": "NewsArticle", "headline": "Another", "author": "Not Me", "datePublished": "2020-01-02"}]'
    )
    about = built(page(head=f'<script type="application/ld+json">{linked}</script>')).article.particulars
    assert (about.byline, about.published) == (None, None)


@pytest.mark.parametrize(
    ("title", "outlet", "shown"),
    [
        ("A story | The Anvil", "The Anvil", "A story"),
        ("A story - Anvil", "The Anvil", "A story"),
        ("A story: the end", "The Anvil", "A story: the end"),
        ("The Anvil", "The Anvil", "The Anvil"),
        (None, "The Anvil", None),
    ],
)
def test_the_site_is_no_part_of_a_title(title: str | None, outlet: str, shown: str | None) -> None:
    assert without_site(title, outlet) == shown


@pytest.mark.parametrize(
    "encoding", ["iso-8859-1", "windows-1251", "koi8-r", "shift_jis", "gb2312", "euc-kr", "utf-16"]
)
def test_encodings_that_are_declared(encoding: str) -> None:
    words = {
        "iso-8859-1": "Der Bürgermeister fuhr später über die Brücke zurück.",
        "utf-16": "Der Bürgermeister fuhr später über die Brücke zurück.",
        "windows-1251": "Паром остановился в полдень, и никто не пришёл на пристань.",
        "koi8-r": "Паром остановился в полдень, и никто не пришёл на пристань.",
        "shift_jis": "フェリーは正午に止まりました。誰も桟橋に来ませんでした。",
        "gb2312": "渡轮在中午停了下来，没有人来到码头。",
        "euc-kr": "페리는 정오에 멈췄고 아무도 부두에 오지 않았다.",
    }[encoding]
    head = f"<meta http-equiv='Content-Type' content='text/html; charset={encoding}'>"
    markup = page(head=head, body=f"<p>{words}</p>" * 6).replace("<meta charset='utf-8'>", "")
    assert words in built(markup.encode(encoding)).article.text
    assert words in built(markup.replace(head, "").encode(encoding), encoding).article.text


def test_utf8_that_is_declared_wrongly() -> None:
    markup = page(body=f"<p>Später. {MORE}</p>").replace("utf-8", "iso-8859-1")
    assert "Später" in built(markup).article.text


WALLS = {
    "<h1>We value your privacy</h1><p>We and our 812 partners store cookies.</p><button>Accept all</button>": "cookies",
    "<h1>Bevor es weitergeht</h1><p>Mit Werbung weiterlesen oder werbefrei lesen im Pur-Abo.</p>": "cookies",
    "<p>The council met on Friday.</p><p>Subscribe to continue reading. Already a subscriber? Log in</p>": "paywall",
    "<p>Der Rat tagte am Freitag.</p><p>Jetzt weiterlesen mit Anvil Plus. Nur für Abonnenten.</p>": "paywall",
    "<p>Cet article est réservé aux abonnés. Il vous reste 85% de cet article à découvrir.</p>": "paywall",
    "<h1>Just a moment...</h1><p>Verifying you are human. This may take a few seconds.</p>": "robots",
    "<h1>Page not found</h1><p>Sorry, the page you were looking for is not here.</p>": "error",
    "<p>Please enable JavaScript to view this site.</p>": "JavaScript",
}


@pytest.mark.parametrize("words", WALLS)
def test_walls_are_named(words: str) -> None:
    filler = "<script>" + "var a = 1;" * 700 + "</script>"
    assert WALLS[words] in reason(f"<html><head><title>The Anvil</title></head><body>{filler}{words}</body></html>")


@pytest.mark.parametrize("says", ["", "<noframes><body><p>Your browser shows no frames.</p></body></noframes>"])
def test_a_page_of_frames_is_named(says: str) -> None:
    frames = f"<FRAMESET cols='20%,80%'><frame src='menu.htm'><frame src='story.htm'>{says}</FRAMESET>"
    assert "other pages" in reason(f"<html><head><title>The Anvil</title></head>{frames}</html>")
    article = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    inside = f"<frameset><frame src='menu.htm'><noframes><body>{article}</body></noframes></frameset>"
    assert LEDE in built(f"<html><head><title>The Anvil</title></head>{inside}</html>").article.text


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>渡<rp>(</rp><rt>わた</rt><rp>)</rp>船<rt>しぶね</rt></ruby>は",
        "<ruby><rb>渡船</rb><rp>(</rp><rt>とせん</rt><rp>)</rp></ruby>は",
        "<ruby>渡船<rp>(<rt>とせん<rp>)</ruby>は",
    ],
)
def test_how_words_are_read_is_not_among_them(ruby: str) -> None:
    words = "正午に止まりました。誰も桟橋に来ませんでした。"
    assert f"渡船は{words}" in built(page(body=f"<p>{ruby}{words}</p>" * 6)).article.text
    assert fragment_text(f"<p>{ruby}{words}</p>").text == f"渡船は{words}"


def test_a_page_that_says_it_is_not_free() -> None:
    linked = '{"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": "False"}'
    head = f'<script type="application/ld+json">{linked}</script>'
    assert "subscribers" in reason(page(head=head, body="<p>The council met.</p>"))
    notices = built(page(head=head, body=f"<p>{LEDE}</p><p>{MORE}</p>")).notices
    assert any("paywall" in notice for notice in notices)


def test_an_article_behind_a_banner_is_an_article() -> None:
    banner = "<div id='cookie'><h2>We value your privacy</h2><p>We and our partners use cookies.</p></div>"
    article = built(page(after=banner, body="".join(f"<p>{paragraph}</p>" for paragraph in BODY))).article
    assert LEDE in article.text


@pytest.mark.parametrize("markup", ["", "<html></html>", "<html><body><img src=x></body></html>", "<!-- -->", "<"])
def test_pages_without_text(markup: str) -> None:
    assert reason(markup) in ("empty", "there is no text in it", "no article was found in the page")


def test_page_in_gives_nothing_for_nothing() -> None:
    assert page_in("") is None


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain words", "plain words"),
        ("<p>One</p><p>Two <b>bold</b>\n words</p>", "One\n\nTwo bold words"),
        (
            "<h2>Head</h2>text<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>end",
            "Head\n\ntext\n\n- a\n- b\n- c\n\nend",
        ),
        ("one<br>two<br/><br/>three", "one\ntwo\nthree"),
        ("a<script>x</script> b<style>y</style><!-- c --> d", "a b d"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a b\n\n1 2"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("&lt;p&gt; &amp; &eacute;", "<p> & é"),
        ("<blockquote><p>said</p></blockquote>", "said"),
    ],
)
def test_fragments(markup: str, text: str) -> None:
    assert fragment_text(markup).text == text


def test_headings_are_blocks_of_their_own() -> None:
    article = built(page(body=f"<p>{LEDE}</p><h2>why it matters now</h2><p>{MORE}</p><p>{TEXT}</p>")).article
    kinds = {article.text[block.start : block.end]: block.kind for block in article.blocks}
    assert kinds["why it matters now"] == "heading"
