"""Which statements are the same quotation, and how their wordings differ."""

from __future__ import annotations

from collections.abc import Sequence

from reader.compare.statements import SharedQuotation, Statement


def shared(told: Sequence[tuple[int, str, tuple[Statement, ...]]]) -> tuple[SharedQuotation, ...]:
    """The shared quotations."""
    return ()
