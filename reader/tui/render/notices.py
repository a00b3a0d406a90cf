"""What could not be opened, and other things to know about a shelf, as lines."""

from __future__ import annotations

from collections.abc import Sequence

from reader.library.shelf import Shelf
from reader.text.clean import clean_line
from reader.tui.render.line import Line, Piece


def notice_lines(shelf: Shelf) -> Sequence[Line]:
    """A line for each file that could not be read, with its reason; then a line a notice."""
    lines: list[Line] = [
        (Piece("  "), Piece(clean_line(unread.path)), Piece(f"   {clean_line(unread.reason)}", "warning"))
        for unread in shelf.unread
    ]
    if lines and shelf.notices:
        lines.append(())
    lines += [(Piece("  "), Piece(clean_line(notice), "dim")) for notice in shelf.notices]
    return lines or [(Piece("  Everything was opened; there is nothing to tell", "dim"),)]
