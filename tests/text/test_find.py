"""Words are found wherever a reader would see them, and no pattern hangs or crashes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.find import Query, Searchable, find, problem_with, snippet
from reader.text.spans import Span
from tests.steps import steps

TEXT = "The mayor said “it’s\nnot over” – and left.\n\nThe  Mayor’s\xa0office said Ça va, re-elected café owners.\n"


def hits(query: Query, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in find(Searchable(text), query).hits]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("it's not over", ["it’s\nnot over"]),
        ('said "it’s', ["said “it’s"]),
        ('over" - and', ["over” – and"]),
        ("mayor", ["mayor", "Mayor"]),
        ("Mayor", ["Mayor"]),
        ("mayor's office", ["Mayor’s\xa0office"]),
        ("the mayor", ["The mayor", "The  Mayor"]),
        ("ca va", ["Ça va"]),
        ("CAFE", []),
        ("cafe", ["café"]),
        ("left. the", []),
        ("", []),
        ("   ", []),
        ("\xad", []),
        (".", [".", "."]),
        ("a", ["a"] * TEXT.lower().count("a") + ["a"]),
    ],
)
def test_words(pattern: str, expected: list[str]) -> None:
    found = hits(Query(pattern))
    if pattern == "a":
        assert len(found) == sum(letter in "aAÇ" and letter != "Ç" for letter in TEXT)
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query("mayor", case=True), ["mayor"]),
        (Query("MAYOR", case=False), ["mayor", "Mayor"]),
        (Query("off", whole_word=True), []),
        (Query("office", whole_word=True), ["office"]),
        (Query("elected", whole_word=True), ["elected"]),
        (Query("“it's", whole_word=True), ["“it’s"]),
        (Query(r"m\w+r\b", regex=True), ["mayor", "Mayor"]),
        (Query(r"\bM\w+", regex=True), ["Mayor"]),
        (Query(r"\S+ va", regex=True), ["Ça va"]),
        (Query("it’s not", regex=True), ["it’s\nnot"]),
        (Query("caf[é]", regex=True), ["café"]),
        (Query("over” –", regex=True), ["over” –"]),
        (Query("may|off", regex=True, whole_word=True), []),
        (Query("^the", regex=True), ["The", "The"]),
        (Query("x*", regex=True), []),
        (Query(r"\p{Lu}\w+", regex=True), ["The", "The", "Mayor", "Ça"]),
    ],
)
def test_ways_of_asking(query: Query, expected: list[str]) -> None:
    assert hits(query) == expected


def test_marks_of_a_pattern_are_literal() -> None:
    assert hits(Query("wait…", regex=True), "wait... waits!") == ["wait..."]


@pytest.mark.parametrize("pattern", ["(", "[a", "a{2,1}", "(?P<x", "*a", r"\p{Foo}", "(" * 3000, "a{99999999999999}"])
def test_a_bad_pattern_says_why(pattern: str) -> None:
    found = find(Searchable(TEXT), Query(pattern, regex=True))
    assert found.hits == ()
    assert found.problem is not None
    assert found.problem.endswith(".")
    assert problem_with(Query(pattern, regex=True)) == found.problem
    assert problem_with(Query(pattern)) is None


def test_a_bad_pattern_says_where() -> None:
    assert problem_with(Query("é(b", regex=True)) == "This is no pattern: missing ) at character 4."


@pytest.mark.parametrize("pattern", [r"(?:a|a)+$", r"(a|aa)+c", r"(\w+\s?)+:", r"(?:\w*\w*\w*)*!"])
def test_a_pattern_that_never_ends_is_stopped(pattern: str) -> None:
    text = "first aaa\n\n" + "a" * 4000 + " b" + "a " * 2000
    found = find(Searchable(text), Query(pattern, regex=True), seconds=0.2)
    assert found.problem is None or "0.2 s" in found.problem


def test_hits_before_the_stop_are_kept() -> None:
    text = "ab ab ab " + "x" * 60 + "\n\n"
    found = find(Searchable(text), Query(r"ab|(x|xx)+y", regex=True), seconds=0.2)
    assert found.problem is not None
    assert [text[a:b] for a, b in found.hits] == ["ab", "ab", "ab"]


def test_hits_lie_where_they_may() -> None:
    text = "bridge | bridge | bridge"
    searchable = Searchable(text, within=[Span(9, 15)])
    assert find(searchable, Query("bridge")).hits == (Span(9, 15),)
    assert find(searchable, Query("idge |")).hits == ()
    across = Searchable("one two\nthree four", within=[Span(0, 7), Span(8, 18)])
    assert find(across, Query("two three")).hits == (Span(4, 13),)


def test_a_spelled_out_letter_is_one_hit() -> None:
    assert find(Searchable("Maß"), Query("s")).hits == (Span(2, 3),)


def test_a_hit_costs_a_few_steps() -> None:
    searchable = Searchable("an owl and an ant\n" * 20_000)
    find(searchable, Query("owl"))
    found = []
    assert steps(lambda: found.append(find(searchable, Query("an")))) < 20 * 80_000
    assert len(found[0].hits) == 80_000


@settings(max_examples=300)
@given(st.text(), st.text(), st.booleans(), st.booleans())
def test_hits_are_in_order_and_apart(text: str, pattern: str, regex: bool, whole: bool) -> None:
    found = find(Searchable(text), Query(pattern, regex, whole), seconds=0.2)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in found.hits)
    assert all(a.end <= b.start for a, b in zip(found.hits, found.hits[1:], strict=False))


@settings(max_examples=300)
@given(st.text(alphabet="ab.*+?|()[]{}^$\\<>=!P:#&-~w1,'“é ", max_size=16))
def test_no_pattern_crashes(pattern: str) -> None:
    find(Searchable("ab (ab) [a-b] “é” 1,1"), Query(pattern, regex=True), seconds=0.2)


@given(st.text(alphabet="abc “’—é\n", min_size=1), st.data())
def test_any_stretch_of_words_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    pattern = text[start:end].strip()
    if pattern:
        assert find(Searchable(text), Query(pattern)).hits


def test_a_snippet_is_one_line_with_the_hit_in_it() -> None:
    text = "Nobody  knew\nthat the\x1b[2J bridge was closed, least of all the crews who had to cross it every day."
    at = text.index("bridge")
    line, start, end = snippet(text, Span(at, at + 6), around=30)
    assert line == "Nobody knew that the␛[2J bridge was closed, least of all the…"
    assert line[start:end] == "bridge"


@given(st.text(), st.data())
def test_the_hit_is_whole_in_its_snippet(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, first, last = snippet(text, Span(start, end), around=10)
    assert 0 <= first <= last <= len(line)
    assert "\n" not in line
