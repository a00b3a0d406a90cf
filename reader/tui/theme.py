"""What a role looks like. The only place where colours are named.

A role has a colour, and always an attribute or a sign of its own besides, so that it can be told without colour: the
palette ``PLAIN`` has none and is used under NO_COLOR; ``TERMINAL`` has only the sixteen colours that every terminal
has, over the terminal's own background.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.style import Style

if TYPE_CHECKING:  # lines get their looks without Textual
    from textual.theme import Theme

ROLES = {
    "text": "running text",
    "dim": "what may be overlooked: counts, dates, furniture",
    "faint": "rules and level marks",
    "strong": "names and figures that are looked for",
    "title": "the headline of an article",
    "heading": "a subhead",
    "dek": "the line under a headline",
    "caption": "the words under a picture",
    "quotation": "words in quotation marks",
    "shared": "words that stand in another article that is open",
    "verbatim": "a passage that is the same in each",
    "altered": "a passage with words changed",
    "quoted": "a passage that stands in quotation marks",
    "changed": "the words that were changed",
    "now": "the passage that is visited",
    "edge-verbatim": "the sign of a verbatim passage in the gutter",
    "edge-altered": "the sign of an altered one",
    "edge-quoted": "the sign of a quoted one",
    "hit": "what was searched",
    "hit-now": "the hit that is visited",
    "highlight": "words that a person has highlighted",
    "selected": "what was selected with the mouse",
    "cursor": "where you are in a list that has the keys",
    "cursor-away": "where you are in a list that has them not",
    "accent": "the mark of what is active",
    "warning": "what went wrong",
    "key": "a key in a line of help",
    "bar": "the lines at the top and the bottom",
    "thumb": "the part of a scrollbar that shows where you are",
    "track": "the rest of it",
}
"""Every role that a line may carry, with what it stands for."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The look of every role, in Rich's words, and the paper they stand on."""

    name: str
    ink: str
    paper: str
    accent: str
    dark: bool = True
    ansi: bool = False
    marks_changes: bool = False
    """Whether changed words are put in ‹ › because nothing else would show them."""
    looks: Mapping[str, str] = field(default_factory=dict)

    def theme(self) -> Theme:
        """The palette as a theme of Textual's, for the few widgets that are its own."""
        from textual.theme import BUILTIN_THEMES, Theme

        return Theme(
            name=f"reader-{self.name}",
            primary=self.accent,
            accent=self.accent,
            foreground=self.ink,
            background=self.paper,
            surface=self.paper,
            panel=self.paper,
            boost=self.paper if self.ansi else None,
            dark=self.dark,
            ansi=self.ansi,
            variables=(
                {**BUILTIN_THEMES["ansi-dark"].variables, "input-cursor-text-style": "reverse"}
                if self.ansi
                else {"input-cursor-background": self.ink, "input-cursor-foreground": self.paper}
            ),
        )


_NIGHT = {
    "dim": "#8a919e",
    "faint": "#3d434e",
    "strong": "bold",
    "title": "bold #f2f3f5",
    "heading": "bold #f2f3f5",
    "dek": "italic #b9bfca",
    "caption": "italic #8a919e",
    "quotation": "#e8dcc2",
    "shared": "",
    "verbatim": "on #15304a",
    "altered": "on #3a2b12",
    "quoted": "italic on #352347",
    "changed": "bold underline #ffc26b",
    "now": "bold #ffffff",
    "edge-verbatim": "bold #58a6e8",
    "edge-altered": "bold #f0a340",
    "edge-quoted": "bold #c08df0",
    "hit": "underline #f5e6a8 on #4b4414",
    "hit-now": "bold #16181d on #f2cf4e",
    "highlight": "on #2b4632",
    "selected": "#ffffff on #3b5378",
    "cursor": "on #2a303b",
    "cursor-away": "on #1e222a",
    "accent": "bold #6fb7d6",
    "warning": "bold #f08a7a",
    "key": "bold #6fb7d6",
    "bar": "#b9bfca",
    "thumb": "on #596172",
    "track": "on #1e222a",
}
_DAY = {
    "dim": "#6a6f78",
    "faint": "#c9c6bd",
    "strong": "bold",
    "title": "bold #111111",
    "heading": "bold #111111",
    "dek": "italic #4c5058",
    "caption": "italic #6a6f78",
    "quotation": "#5a4210",
    "shared": "",
    "verbatim": "on #cfe3f5",
    "altered": "on #f8e2b8",
    "quoted": "italic on #e6d6f5",
    "changed": "bold underline #8a4b00",
    "now": "bold #000000",
    "edge-verbatim": "bold #1668ad",
    "edge-altered": "bold #a65f00",
    "edge-quoted": "bold #7a3fb0",
    "hit": "underline #3b3300 on #f2e7a0",
    "hit-now": "bold #ffffff on #7a6400",
    "highlight": "on #cdebc5",
    "selected": "#000000 on #b3cbe8",
    "cursor": "on #dcd9cf",
    "cursor-away": "on #ebe8df",
    "accent": "bold #0b6a8f",
    "warning": "bold #a8321f",
    "key": "bold #0b6a8f",
    "bar": "#4c5058",
    "thumb": "on #a09c90",
    "track": "on #e6e2d8",
}
_SHAPES = {
    **dict.fromkeys(ROLES, ""),
    "dim": "dim",
    "faint": "dim",
    "strong": "bold",
    "title": "bold",
    "heading": "bold",
    "dek": "italic",
    "caption": "italic dim",
}
"""What needs no colour."""
_TERMINAL = {
    **_SHAPES,
    "verbatim": "cyan",
    "altered": "yellow",
    "quoted": "magenta italic",
    "changed": "bold underline",
    "now": "bold",
    "edge-verbatim": "bold cyan",
    "edge-altered": "bold yellow",
    "edge-quoted": "bold magenta",
    "hit": "underline green",
    "hit-now": "reverse bold green",
    "highlight": "bold underline",
    "selected": "reverse",
    "cursor": "reverse",
    "cursor-away": "bold",
    "accent": "bold blue",
    "warning": "bold red",
    "key": "bold",
    "thumb": "reverse",
}
_PLAIN = {
    **_SHAPES,
    "verbatim": "underline",
    "altered": "underline",
    "quoted": "underline italic",
    "changed": "bold",
    "now": "bold",
    "edge-verbatim": "bold",
    "edge-altered": "bold",
    "edge-quoted": "bold",
    "hit": "underline",
    "hit-now": "reverse bold",
    "highlight": "bold underline",
    "selected": "reverse",
    "cursor": "reverse",
    "cursor-away": "bold",
    "accent": "bold",
    "warning": "bold",
    "key": "bold",
    "thumb": "reverse",
}

NIGHT = Palette("night", ink="#d7dae0", paper="#14161b", accent="#6fb7d6", looks=_NIGHT)
DAY = Palette("day", ink="#26282c", paper="#f6f4ee", accent="#0b6a8f", dark=False, looks=_DAY)
TERMINAL = Palette("terminal", ink="ansi_default", paper="ansi_default", accent="ansi_blue", ansi=True, looks=_TERMINAL)
PLAIN = Palette(
    "plain",
    ink="ansi_default",
    paper="ansi_default",
    accent="ansi_default",
    ansi=True,
    marks_changes=True,
    looks=_PLAIN,
)
NIGHT_SAFE = replace(
    NIGHT,
    name="night-safe",
    looks={
        **_NIGHT,
        "verbatim": "on #0b3a5c",
        "altered": "on #4d3800",
        "quoted": "italic on #44303c",
        "changed": "bold underline #f0e442",
        "edge-verbatim": "bold #56b4e9",
        "edge-altered": "bold #e69f00",
        "edge-quoted": "bold #cc79a7",
        "highlight": "on #00503c",
        "warning": "bold #f0e442",
    },
)
DAY_SAFE = replace(
    DAY,
    name="day-safe",
    looks={
        **_DAY,
        "verbatim": "on #c6e2f5",
        "altered": "on #f7dfa6",
        "quoted": "italic on #f0dbe6",
        "changed": "bold underline #6b3a00",
        "edge-verbatim": "bold #0072b2",
        "edge-altered": "bold #9a5b00",
        "edge-quoted": "bold #9c3f74",
        "highlight": "on #bfe8da",
        "warning": "bold #8a2f00",
    },
)
"""The colours of Okabe and Ito, which people tell apart who see fewer colours."""
PALETTES = {palette.name: palette for palette in (NIGHT, DAY, NIGHT_SAFE, DAY_SAFE, TERMINAL, PLAIN)}


def chosen_palette(environment: Mapping[str, str], wanted: str | None = None) -> Palette:
    """The palette for a terminal: none of the colours under NO_COLOR, the terminal's own where it has only sixteen.

    ``READER_THEME`` names one of :data:`PALETTES`; after it comes the one that is ``wanted``.
    """
    if environment.get("NO_COLOR"):
        return PLAIN
    named = PALETTES.get(environment.get("READER_THEME", "")) or PALETTES.get(wanted or "")
    if named is not None:
        return named
    term, depth = environment.get("TERM", ""), environment.get("COLORTERM", "")
    many = depth in {"truecolor", "24bit"} or "256color" in term or "direct" in term
    return NIGHT if many else TERMINAL


@lru_cache(maxsize=4096)
def style(palette_name: str, roles: str) -> Style:
    """The Rich style of roles, the later over the earlier, on the palette's paper.

    Raises KeyError for a role that no table knows, so that a mistyped one is found at once.
    """
    palette = PALETTES[palette_name]
    base = Style() if palette.ansi else Style.parse(f"{palette.ink} on {palette.paper}")
    for role in roles.split():
        if role not in ROLES:
            raise KeyError(role)
        base += Style.parse(palette.looks.get(role, ""))
    return base
