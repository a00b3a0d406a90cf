"""What could not be opened, and other things to know about a shelf, as lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.library.shelf import Shelf
from reader.text.clean import clean_line
from reader.tui.render.line import Line, Piece

if TYPE_CHECKING:
    from reader.library.rescanning import Rescanned


def rescanned_words(found: Rescanned) -> str:
    """What came of looking again at the paths, as a sentence."""
    counts = [(len(found.new), "new"), (len(found.changed) + found.waiting, "changed"), (found.gone, "gone")]
    parts = [f"{count:,} {words}" for count, words in counts if count]
    said = ", ".join(parts) if parts else "Nothing is new, changed or gone"
    return said + ("; this text stays until you come back to it" if found.waiting else "")


def notice_lines(shelf: Shelf, problems: Sequence[str] = ()) -> Sequence[Line]:
    """A line for each file that could not be read, with its reason; then a line a notice, and each problem."""
    lines: list[Line] = [
        (Piece("  "), Piece(clean_line(unread.path)), Piece(f"   {clean_line(unread.reason)}", "warning"))
        for unread in shelf.unread
    ]
    if lines and shelf.notices:
        lines.append(())
    lines += [(Piece("  "), Piece(clean_line(notice), "dim")) for notice in shelf.notices]
    lines += [(Piece("  "), Piece(clean_line(problem), "warning")) for problem in problems]
    return lines or [(Piece("  Everything was opened; there is nothing to tell", "dim"),)]
