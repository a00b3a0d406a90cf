"""The passages of a shelf for pipes: keys, order, and plain lines."""

from __future__ import annotations

import json

from reader.compare.matcher import Matcher
from reader.reports.as_json import to_line
from reader.reports.shelf_passages import passages_json, passages_text
from tests.compare.test_shelf_passages import LONGER, PLANTED, SAID, everything, search, told


def test_groups_come_in_order_and_folded_ones_say_why() -> None:
    articles = everything()
    value = json.loads(to_line(passages_json(articles, search(articles))))
    assert value["format"] == "reader.passages/1"
    assert value["complete"] is True
    names = [group["name"] for group in value["groups"]]
    assert names[:2] == ["quotations", "long passages"]
    assert [group["folded"] for group in value["groups"]] == [False, False] + [True] * (len(names) - 2)
    assert all(group["reason"] for group in value["groups"][2:])
    (quotation,) = value["groups"][0]["passages"]
    assert [each["article"] for each in quotation["occurrences"]] == [0, 1]
    assert {each["text"] for each in quotation["occurrences"]} == {SAID}
    assert {"number", "kind", "words", "changes", "outlets", "first"} <= set(quotation)


def test_the_first_in_time_is_a_position_among_the_occurrences() -> None:
    articles = [told(0, PLANTED, "Late", "2024-05-03"), told(1, PLANTED, "Early", "2024-05-01")]
    value = passages_json(articles, search(articles))
    (passage,) = value["groups"][1]["passages"]
    assert (passage["first"], passage["outlets"]) == (1, ["Late", "Early"])


def test_parts_stand_with_the_longer_passage() -> None:
    articles = [told(0, LONGER, "Long"), told(1, LONGER, "Longer"), told(2, PLANTED, "Short")]
    value = passages_json(articles, search(articles))
    (passage,) = value["groups"][1]["passages"]
    (part,) = passage["parts"]
    assert [each["article"] for each in part["occurrences"]] == [0, 1, 2]
    assert {"number", "outlets", "first"} <= set(part)
    assert any(line.endswith("Long, Longer · in part Short") for line in passages_text(articles, search(articles)))


def test_lines_for_a_person_name_the_outlets_and_fold_the_rest() -> None:
    articles = [*everything(), told(11, PLANTED, "The Late\x1b[31m Paper", "2024-05-03")]
    lines = list(passages_text(articles, search(articles)))
    assert "Quotations: 1" in lines
    assert f"1. {SAID}" in lines
    assert any(line.startswith("Folded away, stock phrases: 1") for line in lines)
    assert not any("\x1b" in line for line in lines)


def test_nothing_shared_is_said() -> None:
    articles = [told(0, "nothing of this"), told(1, "has anything of that")]
    assert list(passages_text(articles, search(articles))) == ["These articles share no passage."]
    assert list(passages_text([], Matcher().passages([]).result())) == ["These articles share no passage."]
