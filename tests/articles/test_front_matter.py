"""Front matter is read with care, and what cannot be read is said and never fatal."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.front_matter import LARGEST, front_matter


def test_values_and_end() -> None:
    text = (
        '---\ntitle: "A: b"\nPublished: 2024-03-03\nauthor: [Ada Quill, Bo Lind]\ninvented: true\nempty:\n---\nBody\n'
    )
    front = front_matter(text)
    assert front.values == {
        "title": "A: b",
        "published": dt.date(2024, 3, 3),
        "author": "Ada Quill, Bo Lind",
        "invented": True,
    }
    assert text[front.end :] == "\nBody\n"
    assert front.problem is None


@pytest.mark.parametrize(
    "text", ["---\r\ntitle: a\r\n---\r\nBody", "\ufeff---\ntitle: a\n...\nBody", "--- \ntitle: a\n---"]
)
def test_forms(text: str) -> None:
    assert front_matter(text).values == {"title": "a"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Body",
        "---\nno rule after it: a\n",
        "---\n\nOnly rules\n\n---\n",
        "---\n---\n",
        " ---\ntitle: a\n---\n",
        "----\ntitle: a\n----\n",
        "---\ntitle: " + "a" * LARGEST + "\n---\n",
    ],
)
def test_what_is_none(text: str) -> None:
    front = front_matter(text)
    assert (front.values, front.end, front.problem) == ({}, 0, None)


@pytest.mark.parametrize(
    "body",
    [
        "title: [a",
        "title: a\n\tb: c",
        "key: value\nother line",
        "key: &a [1]\nother: *a",
        "day: 2024-13-45",
        "key: !!python/object/apply:os.system [ls]",
        "k: " + "[" * 4000,
        "k: \x00",
        "k: " + "9" * 5000,
        "? [a, b]\n: c\nk:\n  - d\n? {x: y}\n: z",
    ],
)
def test_what_cannot_be_read(body: str) -> None:
    text = f"---\n{body}\n---\nBody"
    front = front_matter(text)
    assert front.values == {}
    assert text[front.end :] == "\nBody"
    assert front.problem is not None
    assert front.problem.startswith("The front matter could not be read: ")


def test_aliases_cannot_grow() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    assert front_matter("---\n" + "\n".join(lines) + "\n---\n").values == {}


@given(st.text())
def test_nothing_is_fatal(body: str) -> None:
    front = front_matter(f"---\nkey: {body}\n---\n")
    assert front.end >= 0
