"""What was imported is there as it was, whole, and goes without a trace."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.article import Article
from reader.library.collection import Collection, Imported
from reader.library.forgetting import forget, found
from reader.library.store import Store
from reader.sources.reading import read_file
from reader.text.spans import Span

from .texts import BRIDGE, FERRY, TOKYO, article

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def kept(collection: Collection, *articles: Article) -> Collection:
    collection.add([Imported(each, b"") for each in articles])
    return collection


def test_articles_come_back_as_they_were() -> None:
    articles = [article(TOKYO)]
    for file in sorted(SEEDS.rglob("*.md")):
        read = read_file(str(file))
        if hasattr(read, "article"):
            articles.append(read.article)
    assert len(articles) > 5
    collection = kept(Collection.memory(), *articles)
    for each in articles:
        assert collection.article(each.id) == each
    assert collection.article("no") is None
    assert len(collection) == len({each.id for each in articles})


@given(st.text(max_size=200))
def test_any_text_comes_back(text: str) -> None:
    one = article(text, "caf\udce9.txt")
    assert kept(Collection.memory(), one).article(one.id) == one


def test_what_is_there_already_stays_as_it_is() -> None:
    ferry = article(FERRY, "a.txt")
    collection = kept(kept(Collection.memory(), ferry), article(FERRY, "b.txt"))
    assert [entry.path for entry in collection.entries()] == ["a.txt"]
    assert collection.matching('"ferry"') == [1]
    assert collection.database.rows("SELECT count(*) FROM texts") == [(1,)]
    assert collection.forget([ferry.id, "no"]) == 1
    assert collection.matching('"ferry"') == []


def test_entries_say_what_an_article_is() -> None:
    collection = kept(Collection.memory(), article(FERRY), article(BRIDGE, "b.txt"))
    ferry, bridge = collection.entries()
    assert (ferry.title, ferry.path, ferry.kind) == ("Ferry stops at noon", "a.txt", "article")
    assert ferry.words == article(FERRY).words
    assert collection.entries([bridge.number]) == [bridge]
    assert collection.entries(range(1000)) == [ferry, bridge]
    assert [number for number, _, _ in collection.texts([bridge.number, ferry.number])] == [2, 1]
    assert next(iter(collection.texts([1])))[1] == FERRY


def test_nothing_is_created_before_something_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "home" / "articles.sqlite"
    collection = Collection.open(path)
    assert (len(collection), collection.entries(), collection.matching('"a"')) == (0, [], [])
    collection.close()
    assert not path.parent.exists()


def test_a_damaged_article_is_said_and_takes_nothing_with_it() -> None:
    ferry, bridge = article(FERRY), article(BRIDGE, "b.txt")
    collection = kept(Collection.memory(), ferry, bridge)
    for column in ("text", "parts"):
        collection.database.write([(f"UPDATE texts SET {column} = ? WHERE number = 1", (b"words",))])
        assert collection.article(ferry.id) is None
        assert [number for number, _, _ in collection.texts([1, 2])] == [2]
        assert any("a.txt is damaged" in notice for notice in collection.notices)
        collection.notices.clear()
    assert collection.article(bridge.id) == bridge
    assert collection.forget([ferry.id]) == 1
    collection.add([Imported(article(TOKYO), b"")])
    assert [entry.number for entry in collection.entries()] == [2, 3]


def test_an_index_of_an_earlier_version_is_made_again() -> None:
    collection = kept(Collection.memory(), article(FERRY), article(BRIDGE, "b.txt"))
    assert collection.bring_up_to_date() == 0
    collection.database.write(
        [
            ("UPDATE facts SET value = '0' WHERE name = 'index'", ()),
            ("INSERT INTO found (found) VALUES ('delete-all')", ()),
            ("INSERT INTO found (rowid, words) VALUES (1, 'other words')", ()),
        ]
    )
    assert collection.bring_up_to_date() == 2
    assert (collection.matching('"ferry"'), collection.matching('"toll"'), collection.matching('"other"')) == (
        [1],
        [2],
        [],
    )
    assert collection.bring_up_to_date() == 0


@pytest.mark.parametrize("compact", [False, True])
def test_what_is_forgotten_is_in_no_file_any_more(tmp_path: Path, compact: bool) -> None:
    store, collection = Store.open(tmp_path / "kept.sqlite"), Collection.open(tmp_path / "articles.sqlite")
    secret = article("Zwetschgenkuchen\n\nThe word is zwetschgenkuchen, and it stands in no other.\n", "secret.txt")
    ferry = article(FERRY)
    store.meet([secret, ferry])
    collection.add([Imported(each, b"") for each in (secret, ferry)])
    for each in (secret, ferry):
        store.set_starred([each.id])
        store.set_read([each.id])
        store.set_marks([each.id])
        store.keep_place(each.id, 3, each.text[3:40])
        store.set_tags([each.id], ["tag"])
        store.correct(each.id, "byline", "Zwetschgenfrau")
        store.add_note(each, "zwetschgennote", Span(0, 16))
    store.pair([(secret.id, ferry.id)], True)
    assert found(["secret.txt", ferry.id, "no.txt"], store, collection) == ([secret.id, ferry.id], ["no.txt"])
    forget([secret.id], store, collection, compact=compact)
    assert collection.matching('"zwetschgenkuchen"') == []
    assert collection.article(secret.id) is None
    assert len(collection.matching('"ferry"')) == 1
    assert store.state().starred == {ferry.id}
    held = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for trace in (secret.id.encode(), b"zwetschgenkuchen", b"Zwetschgenkuchen", b"secret.txt"):
        assert trace not in held
    assert ferry.id.encode() in held
    forget([ferry.id], store, collection)
    held = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"wetschgen" not in held
    collection.database.connection.execute("INSERT INTO found (found) VALUES ('integrity-check')")
    store.close()
    collection.close()
