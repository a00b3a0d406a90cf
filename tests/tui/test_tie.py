"""How columns are tied: against trying out every chain."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.render.tie import Anchor, backbone, counterpart

ANCHORS = st.lists(
    st.builds(Anchor, st.integers(0, 12), st.integers(0, 12), st.integers(1, 9).map(float)), max_size=7, unique=True
)


def rises(chain: list[Anchor] | tuple[Anchor, ...]) -> bool:
    return all(a.here < b.here and a.there < b.there for a, b in zip(chain, chain[1:], strict=False))


def weight(chain: list[Anchor] | tuple[Anchor, ...]) -> float:
    return sum(anchor.weight for anchor in chain)


def heaviest(anchors: list[Anchor], through: Anchor | None = None) -> float:
    """The weight of the heaviest chain, by trying all of them."""
    ordered = sorted(anchors)
    chains = (chain for size in range(len(ordered) + 1) for chain in combinations(ordered, size))
    return max(weight(chain) for chain in chains if rises(chain) and (through is None or through in chain))


def test_what_crosses_is_left_out_where_it_weighs_less() -> None:
    long, moved, short = Anchor(0, 50, 40), Anchor(30, 0, 10), Anchor(60, 90, 5)
    assert backbone([short, moved, long]) == [long, short]
    assert backbone([]) == []


@given(ANCHORS)
def test_the_backbone_is_the_heaviest_chain_that_rises_in_both(anchors: list[Anchor]) -> None:
    chain = backbone(anchors)
    assert rises(chain)
    assert set(chain) <= set(anchors)
    assert weight(chain) == heaviest(anchors)


@given(ANCHORS.filter(bool), st.data())
def test_the_visited_passage_is_always_in_it(anchors: list[Anchor], data: st.DataObject) -> None:
    through = data.draw(st.sampled_from(anchors))
    chain = backbone(anchors, through)
    assert through in chain
    assert rises(chain)
    assert weight(chain) == heaviest(anchors, through)


@given(ANCHORS)
def test_anchors_face_each_other_exactly(anchors: list[Anchor]) -> None:
    chain = backbone(anchors)
    assert [counterpart(chain, anchor.here, (20, 20)) for anchor in chain] == [anchor.there for anchor in chain]


@given(ANCHORS, st.integers(13, 40), st.integers(13, 40))
def test_scrolling_on_never_runs_backwards(anchors: list[Anchor], here: int, there: int) -> None:
    chain = backbone(anchors)
    places = [counterpart(chain, place, (here, there)) for place in range(here + 1)]
    assert places == sorted(places)
    assert places[0] >= 0
    assert places[-1] == there


def test_between_anchors_it_goes_in_proportion() -> None:
    chain = [Anchor(10, 100, 1), Anchor(20, 200, 1)]
    assert counterpart(chain, 15, (30, 300)) == 150
    assert counterpart(chain, 5, (30, 300)) == 50
    assert counterpart([], 5, (10, 100)) == 50
