"""What is nothing but a name is no passage; what is more than that, or set apart, is one."""

from __future__ import annotations

import pytest

from reader.compare.matcher import compare
from tests.compare.conftest import article

MINISTER = "Harbour Minister Ottilie Brandvold Tessenow Quist"
ABOUT_ONE = "Nobody in the town had seen the ferry leave so late before, and the pilots were asked why."
ABOUT_TWO = "Rain fell over the granite quarries all week while masons waited for their wages."


def passages(one: str, two: str, *, quotations: bool = False) -> list[str]:
    first = article(f"{ABOUT_ONE}\n{one}\n", name="a", quotations=quotations)
    second = article(f"{ABOUT_TWO}\n{two}\n", name="b", quotations=quotations)
    found = compare((first, second)).passages
    return [first.text[passage.occurrences[0].start : passage.occurrences[0].end] for passage in found]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (f"Yesterday {MINISTER} sailed home.", f"A letter from {MINISTER} was found."),
        (
            "They flew over Skarholm, Tessenow, Brandvold, Vexley, Ostwick and Marano by night.",
            "Ships from Skarholm, Tessenow, Brandvold, Vexley, Ostwick and Marano sank.",
        ),
        (
            "a paper in the Proceedings of the Brandvold Academy of Maritime Sciences says so",
            "we read the Proceedings of the Brandvold Academy of Maritime Sciences aloud",
        ),
    ],
)
def test_a_name_in_running_text_is_no_passage(one: str, two: str) -> None:
    assert passages(one, two) == []


def test_a_name_with_what_is_said_of_it_is_one() -> None:
    words = f"{MINISTER} quarrelled with seven lighthouse keepers"
    (found,) = passages(f"Yesterday {words} again.", f"We hear that {words} in spring.")
    assert words in found


def test_a_heading_of_names_is_one_where_it_is_a_heading_on_both_sides() -> None:
    heading = "Brandvold Tessenow Quist Beats Skarholm Ostwick Marano"
    assert passages(heading, heading) == [heading]


def test_names_in_quotation_marks_are_somebodys_words() -> None:
    (found,) = passages(f"He sang “{MINISTER}” twice.", f"Ask who {MINISTER} thinks he is.", quotations=True)
    assert MINISTER in found


def test_where_every_noun_has_a_capital_they_say_nothing() -> None:
    words = "Kapitäne Hafenarbeiter Leuchttürme Fischerboote Granitblöcke Wellenbrecher"
    one = article("Die Fähre fuhr dem Hafen und dem Leuchtturm davon.\nGestern sahen wir " + words + " brennen.\n")
    two = article("Der Regen fiel auf Steine und Netze im Dorf.\nNiemand wollte " + words + " verkaufen.\n")
    assert len(compare((one, two)).passages) == 1


def test_a_page_in_capitals_is_matched_like_any_other() -> None:
    words = "SEVEN STUBBORN LIGHTHOUSE KEEPERS REPAINTED GRANITE TOWERS"
    one = article(f"THE FERRY LEFT THE HARBOUR.\nYESTERDAY {words} AGAIN\n")
    two = article(f"RAIN FELL OVER THE QUARRY.\nEVERYBODY SAW {words} TWICE\n")
    assert len(compare((one, two)).passages) == 1
