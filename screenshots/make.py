"""Draws every view again, on the sample shelf: ``python screenshots/make.py [--png FOLDER] [VIEW …]``.

Each picture is an SVG, ``<view>-<columns>x<rows>.svg``, beside this file; the same program draws the same bytes. A
view is what its keys lead to, and is drawn once the words that it must show are there: a view that does not come is
an error, not a picture of something else. With ``--png`` the cells are drawn as pixels too, to be looked at closely;
that needs Pillow and the font DejaVu Sans Mono, and is not committed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import sys
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from reader.library.shelf import sample_shelf
from reader.tui.app import ReaderApp

if TYPE_CHECKING:
    from textual.pilot import Pilot

Size = tuple[int, int]
"""Columns and rows."""

FOLDER = Path(__file__).resolve().parent
SIZES: tuple[Size, ...] = ((80, 24), (120, 36), (200, 50))
ROOMY = SIZES[1:]
PALETTE = "night"
PATIENCE = 30.0
"""Seconds until a view that does not come is an error."""


@dataclass(frozen=True, slots=True)
class View:
    """A picture to draw: the keys that lead there, a step at a time, and what each step must show."""

    name: str
    steps: tuple[tuple[str, str], ...] = ()
    """Keys, apart by blanks, and words that are on the screen once they have had their effect."""
    sizes: Sequence[Size] = SIZES


def typed(words: str) -> str:
    """The keys that type the words."""
    return " ".join("space" if character == " " else character for character in words)


MATCHED = ("", "≈")
"""The shelf, once all pairs have been matched."""
PAIR = (MATCHED, ("space j space", "marked A B"))
"""The press release and the first article after it, marked."""

VIEWS = (
    View("library", (MATCHED,)),
    View("reading", (MATCHED, ("j enter", ""), ("] ]", "passage "))),
    View("find", (MATCHED, ("j /", "find "), (typed("the toll"), "1/"))),
    View("filter", (MATCHED, ("|", "filter "), (typed("outlet:averin -courier"), "averin"))),
    View("compare", (*PAIR, ("c", "passages"), ("}", "altered:"))),
    View("compare-three", (*PAIR, ("j space c", "passages"), ("]", "passage 1/")), ROOMY),
    View("compare-stacked", (*PAIR, ("c", "passages"), ("w", "One below"), ("]", "passage 1/")), SIZES[:1]),
    View("nothing-shared", (MATCHED, ("space G space c", "share no passage"))),
    View("quotes", (MATCHED, ("quotation_mark", "in several outlets"))),
    View("who-else", (MATCHED, ("j enter", ""), ("]", "passage "), ("W", "▸"))),
    View("wordings", (MATCHED, ("quotation_mark", "in several outlets"), ("V", "fullest wording"))),
    View("passages", (MATCHED, ("P", "passages"), ("", "words in"))),
    View("figures", (MATCHED, ("number_sign", "of them different"))),
    View("coverage", (MATCHED, ("C", "sentences"))),
    View("grouped", (MATCHED, ("backslash", "group by story"), ("G k k enter", "by story"))),
    View("story", (MATCHED, ("i", "One story"))),
    View("zen", (MATCHED, ("j enter ]", "passage "), ("z", "")), ROOMY),
    View("notes", (MATCHED, ("j enter ] H", "highlight"), ("apostrophe", "Notes"))),
    View("outline", (MATCHED, ("j p", "blocks"), ("", "furniture"))),
    View("particulars", (MATCHED, ("e", "Particulars"))),
    View("matrix", (MATCHED, ("M", "%"))),
    View("find-everywhere", (MATCHED, ("F", "Find in the open"), (typed("north side"), "…"))),
    View("help", (("?", "Keys in the"),)),
    View("palette", (MATCHED, ("ctrl+p", ""))),
    View("narrow", (MATCHED, ("j enter", "Two years ago")), ((60, 20),)),
)


def always_the_same(palette: str) -> None:
    """Take the terminal of whoever draws out of the picture."""
    for name in ("NO_COLOR", "TERM", "COLORTERM", "COLUMNS", "LINES"):
        os.environ.pop(name, None)
    os.environ["READER_THEME"] = palette
    os.environ["COLORTERM"] = "truecolor"


async def draw(view: View, size: Size) -> tuple[str, list[list[Segment]]]:
    """The view as an SVG, and as rows of segments."""
    app = ReaderApp(sample_shelf(), sample=True)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for keys, wanted in view.steps:
            await pilot.press(*keys.split())
            await settled(pilot, wanted)
        rows = segments(app)
        return plain_svg(app.export_screenshot(title="reader")), rows


async def settled(pilot: Pilot[int], wanted: str = "") -> None:
    """Wait until the screen shows the words, and then until it does not change any more."""
    end, before, same = time.monotonic() + PATIENCE, "", 0
    while same < 4:
        await pilot.pause(0.03)
        now = "\n".join("".join(segment.text for segment in row) for row in segments(pilot.app))
        same = same + 1 if now == before and wanted in now else 0
        before = now
        if time.monotonic() > end:
            raise TimeoutError(f"{wanted!r} is not there:\n{now}")


def segments(app: object) -> list[list[Segment]]:
    """The rows of what the app shows now."""
    strips = app.screen._compositor.render_strips()  # type: ignore[attr-defined]
    return [[segment for segment in strip if not segment.control] for strip in strips]


def plain_svg(svg: str) -> str:
    """The picture without fonts from elsewhere: it uses the reader's own."""
    without = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)
    return without.replace("Fira Code, monospace", "'DejaVu Sans Mono', Menlo, Consolas, monospace")


def png(rows: Iterable[Iterable[Segment]], path: Path, height: int = 16) -> None:
    """Draw rows of cells as pixels. ``height`` is the size of the type."""
    from PIL import Image, ImageDraw, ImageFont

    drawn = [list(row) for row in rows]
    faces = {bold: ImageFont.truetype(f"DejaVuSansMono{'-Bold' if bold else ''}.ttf", height) for bold in (False, True)}
    cell, line = round(faces[False].getlength("M")), sum(faces[False].getmetrics())
    columns = max(sum(cell_len(segment.text) for segment in row) for row in drawn)
    image = Image.new("RGB", (cell * columns, line * len(drawn)), PAPER)
    canvas = ImageDraw.Draw(image)
    for row, parts in enumerate(drawn):
        column, top = 0, row * line
        for part in parts:
            style = part.style or Style()
            ink, paper = colours(style)
            wide = cell_len(part.text)
            left, right = column * cell, (column + wide) * cell - 1
            canvas.rectangle((left, top, right, top + line - 1), fill=paper)
            for offset, cluster in clusters(part.text):
                at = ((column + offset) * cell, top)
                canvas.text(at, cluster, font=faces[bool(style.bold)], fill=ink)
            for drawn_line, down in ((style.underline, line - 2), (style.strike, line // 2)):
                if drawn_line:
                    canvas.line((left, top + down, right, top + down), fill=ink)
            column += wide
    image.save(path)


INK, PAPER = (0xD7, 0xDA, 0xE0), (0x14, 0x16, 0x1B)
"""What the terminal's own colours are taken to be."""
RGB = tuple[int, int, int]


def colours(style: Style) -> tuple[RGB, RGB]:
    """Ink and paper of a style, reversed and dimmed as a terminal would."""

    def of(colour: Color | None, own: RGB) -> RGB:
        return own if colour is None or colour.is_default else tuple(colour.get_truecolor())  # type: ignore[return-value]

    ink, paper = of(style.color, INK), of(style.bgcolor, PAPER)
    if style.reverse:
        ink, paper = paper, ink
    if style.dim:
        ink = ((ink[0] + paper[0]) // 2, (ink[1] + paper[1]) // 2, (ink[2] + paper[2]) // 2)
    return ink, paper


def clusters(text: str) -> Iterator[tuple[int, str]]:
    """Characters with what combines with them, and the cell at which each begins."""
    column, begun, held = 0, 0, ""
    for character in text:
        if held and unicodedata.combining(character):
            held += character
            continue
        if held.strip():
            yield begun, held
        begun, held = column, character
        column += cell_len(character)
    if held.strip():
        yield begun, held


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw what is asked for. Returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    names = [view.name for view in VIEWS]
    parser.add_argument("views", nargs="*", metavar="VIEW", help=f"one of: {', '.join(names)}")
    parser.add_argument("--png", type=Path, metavar="FOLDER", help="draw PNGs there as well")
    parser.add_argument("--palette", default=PALETTE, metavar="NAME", help="draw in another one: plain, day …")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.views) - set(names):
        parser.error(f"there is no view {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    if asked.png:
        asked.png.mkdir(parents=True, exist_ok=True)
    always_the_same(asked.palette)
    suffix = "" if asked.palette == PALETTE else f"-{asked.palette}"
    failed = 0
    for view in VIEWS:
        for size in view.sizes if not asked.views or view.name in asked.views else ():
            name = f"{view.name}-{size[0]}x{size[1]}{suffix}"
            try:
                svg, rows = asyncio.run(draw(view, size))
            except TimeoutError as error:
                failed += 1
                print(f"{name}: {error}", file=sys.stderr)
                continue
            (FOLDER / f"{name}.svg").write_text(svg, "utf-8")
            if asked.png:
                png(rows, asked.png / f"{name}.png")
            print(name)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
