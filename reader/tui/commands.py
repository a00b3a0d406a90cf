"""Every command: its keys, its words, and where it works. Bindings, footer, help, palette and README come from here.

A key means the same wherever it works. No key is a prefix of another; Esc never quits; ctrl+h, ctrl+i, ctrl+m and
ctrl+b are left alone, because terminals send them for other keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from reader.tui.key_names import bound, key_name

if TYPE_CHECKING:  # lines of keys are made without Textual
    from textual.binding import BindingType


class Place(StrEnum):
    """Where a command works: the part of the screen that has the keys."""

    LIST = "list of articles"
    READING = "reading pane"
    COMPARE = "compare view"
    MATRIX = "matrix"
    RESULTS = "results"
    SAYINGS = "who else says it"
    OUTLINE = "outline"
    PARTICULARS = "particulars"
    PASSAGES = "passages of the shelf"
    QUOTES = "list of quotations"
    FIGURES = "table of figures"
    COVERAGE = "coverage of a release"
    NOTES = "list of notes"
    STORY = "story"
    VARIANTS = "wordings"
    DIALOG = "help"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do. ``action`` is the name of the method behind it, without ``action_``."""

    action: str
    keys: tuple[str, ...]
    label: str
    """One or two words, for the footer."""
    help: str
    """What it does, as a sentence without a full stop."""
    places: tuple[Place, ...]
    moves: bool = False
    """Whether the widget that has the keys does it itself; else its screen does."""


_LIST, _READING, _COMPARE, _MATRIX = Place.LIST, Place.READING, Place.COMPARE, Place.MATRIX
_SAYINGS = Place.SAYINGS
_RESULTS, _DIALOG, _QUOTES, _VARIANTS = Place.RESULTS, Place.DIALOG, Place.QUOTES, Place.VARIANTS
_TEXT = (_READING, _COMPARE)
_LIBRARY = (_LIST, _READING)
_MAIN = (_LIST, _READING, _COMPARE)
_OUTLINE, _PARTICULARS = Place.OUTLINE, Place.PARTICULARS
_PASSAGES, _NOTES, _STORY = Place.PASSAGES, Place.NOTES, Place.STORY
_FIGURES, _COVERAGE = Place.FIGURES, Place.COVERAGE
_TABLES = (_FIGURES, _COVERAGE)
_CHOICES = (_RESULTS, _SAYINGS, _QUOTES, _VARIANTS, _OUTLINE, _PASSAGES, _NOTES, _STORY, *_TABLES)
_ROWS = (_LIST, *_CHOICES, _PARTICULARS, _MATRIX, _DIALOG)
_ALL = (_LIST, _READING, _COMPARE, _MATRIX, *_CHOICES, _PARTICULARS)


def _command(action: str, keys: str, label: str, text: str, places: tuple[Place, ...], **more: bool) -> Command:
    return Command(action, tuple(keys.split()), label, text, places, **more)


COMMANDS: tuple[Command, ...] = (
    # Movement
    _command("down", "j down", "down", "One row or entry down", (*_TEXT, *_ROWS), moves=True),
    _command("up", "k up", "up", "One row or entry up", (*_TEXT, *_ROWS), moves=True),
    _command("page_down", "space f pagedown", "page", "A page on", _TEXT, moves=True),
    _command("page_up", "b pageup", "back", "A page back", _TEXT, moves=True),
    _command("rows_down", "pagedown", "page", "A page of the list on", _ROWS, moves=True),
    _command("rows_up", "pageup", "back", "A page of the list back", _ROWS, moves=True),
    _command("half_down", "d", "half", "Half a page on", _TEXT, moves=True),
    _command("half_up", "u", "half", "Half a page back", _TEXT, moves=True),
    _command("start", "g home", "top", "To the beginning", (*_TEXT, *_ROWS), moves=True),
    _command("end", "G end", "end", "To the end", (*_TEXT, *_ROWS), moves=True),
    # The list
    _command(
        "choose",
        "enter l right",
        "read",
        "Read the article, with the keys in the reading pane",
        (_LIST,),
        moves=True,
    ),
    _command("choose", "enter", "open", "Open what the cursor is on", _CHOICES, moves=True),
    _command("choose", "enter c", "open pair", "Compare the two articles of the cell", (_MATRIX,), moves=True),
    _command("cell_left", "h left", "left", "One column to the left", (_MATRIX, *_TABLES), moves=True),
    _command("cell_right", "l right", "right", "One column to the right", (_MATRIX, *_TABLES), moves=True),
    _command("mark", "space", "mark", "Mark the article for comparing (A, B, C …), or take the mark off", (_LIST,)),
    _command(
        "take_in",
        "A",
        "add",
        "Add the open articles to the library; in the list the marked ones, where it is one of them",
        _LIBRARY,
    ),
    _command("clear_marks", "x", "clear", "Take all marks off", (_LIST,)),
    _command("filter", "|", "filter", "Filter the list as you type (outlet: title: tag: is:unread -word)", _LIBRARY),
    _command("show_all", "1", "all", "Show all articles", (_LIST,)),
    _command("show_unread", "2", "unread", "Show unread articles", (_LIST,)),
    _command("show_starred", "3", "starred", "Show starred articles", (_LIST,)),
    _command("sort", "\\", "sort", "Sort the list, or group it: by outlet, story, source, date", (_LIST,)),
    _command("mark_story", "*", "mark story", "Mark all articles of the story", (_LIST,)),
    _command("story", "i", "story", "The story of the article: what ties it to others", _LIBRARY),
    _command("join", "I", "join", "Put the marked articles into one story", (_LIST,)),
    _command("remove", "D delete", "take out", "Take the article out of the story", (_STORY,)),
    _command("undo", "U", "undo", "Take back the last change of the grouping", (_STORY,)),
    # Articles
    _command("next_article", "J", "next", "The next article of the list", _LIBRARY),
    _command("previous_article", "K", "previous", "The previous article of the list", _LIBRARY),
    _command("to_list", "h left", "list", "The keys to the list", (_READING,)),
    _command(
        "star",
        "s",
        "star",
        "Star the article, or take the star off; in the list all marked ones, where it is one of them",
        _MAIN,
    ),
    _command("read", "r", "read", "Mark the article as read or unread; in the list all marked ones likewise", _MAIN),
    _command("tag", "t", "tag", "Tags of the article: put them on or take them off", _MAIN),
    _command("edit", "e", "edit", "Correct title, byline, outlet, date and language", _LIBRARY),
    _command("choose", "enter", "edit", "Correct this one; empty means unknown", (_PARTICULARS,), moves=True),
    _command("undo", "U", "undo", "Take back the last star, mark, correction or the like, 20 steps", _MAIN),
    _command("rescan", "R", "rescan", "Look again at the files and folders that are open", _LIBRARY),
    # Finding
    _command("find", "/ ctrl+f", "find", "Find in the article (tab there: whole word, pattern, case)", _MAIN),
    _command(
        "find_everywhere",
        "F",
        "find all",
        "Find in the open articles and in the library: words, phrases, fields",
        (*_MAIN, _MATRIX),
    ),
    _command(
        "who_else",
        "W",
        "who else",
        "Who else says what is selected, the visited passage, or the paragraph",
        _TEXT,
    ),
    _command("compare", "c", "compare", "Compare it with the article that the words are from", (_SAYINGS,)),
    _command("next_lit", "n", "next", "The next of what is lit: hit, else unread article, else passage", _MAIN),
    _command("previous_lit", "N", "previous", "The previous of what is lit", _MAIN),
    # Passages
    _command("next_passage", "]", "passage", "The next shared passage", _TEXT),
    _command("previous_passage", "[", "passage", "The previous shared passage", _TEXT),
    _command("next_altered", "}", "altered", "The next passage with words changed", _TEXT),
    _command("previous_altered", "{", "altered", "The previous passage with words changed", _TEXT),
    _command("counterpart", "enter %", "counterpart", "The passage here, where it stands in the other article", _TEXT),
    _command("only_here", "!", "only here", "Dim what is shared, so that what is only here stands out", _TEXT),
    _command("variants", "V", "wordings", "Every outlet's wording of it, stacked", (*_TEXT, _QUOTES, _PASSAGES)),
    _command("quotations", '"', "quotes", "The quotations: words, speakers, how the outlets differ", _MAIN),
    _command("figures", "#", "figures", "The figures: money, percentages, dates, counts; where outlets differ", _MAIN),
    _command("coverage", "C", "coverage", "What became of a press release: who prints which sentence", _MAIN),
    _command("shelf_passages", "P", "all passages", "What all open articles share, ranked", (*_MAIN, _MATRIX)),
    # Comparing
    _command("compare", "c", "compare", "Compare the marked articles, or this one with its best match", _LIBRARY),
    _command("matrix", "M", "matrix", "All pairs: how much of each stands in each", _MAIN),
    _command("left_column", "h left", "left", "The keys to the column on the left", (_COMPARE,)),
    _command("right_column", "l right", "right", "The keys to the column on the right", (_COMPARE,)),
    _command("tie", "L", "tie", "Tie the columns at their passages, or let each scroll alone", (_COMPARE,)),
    _command("swap", "x", "swap", "Swap the columns", (_COMPARE,)),
    _command("swap", "x", "swap", "Take the article of this column for the release", (_COVERAGE,)),
    _command("layout", "w", "layout", "Columns side by side, or one below the other", (_COMPARE,)),
    _command("fewer_words", ",", "fewer", "Allow shorter passages, one word less", (_COMPARE,)),
    _command("more_words", ".", "more", "Ask for longer passages, one word more", (_COMPARE,)),
    _command("outlet(1)", "1", "1st", "Put the first of the compared articles beside", (_COMPARE,)),
    _command("outlet(2)", "2", "2nd", "Put the second of them beside", (_COMPARE,)),
    _command("outlet(3)", "3", "3rd", "Put the third of them beside", (_COMPARE,)),
    _command("outlet(4)", "4", "4th", "Put the fourth of them beside", (_COMPARE,)),
    _command("outlet(5)", "5", "5th", "Put the fifth of them beside", (_COMPARE,)),
    # Notes, copies
    _command(
        "highlight",
        "H",
        "highlight",
        "Highlight what is selected, the visited hit or passage, or the paragraph; again: take it off",
        _TEXT,
    ),
    _command("next_sentence", ")", "sentence", "Select the next sentence, to copy or highlight it", _TEXT),
    _command("previous_sentence", "(", "sentence", "Select the sentence before", _TEXT),
    _command("annotate", "a", "note", "Write a note on it", (*_TEXT, _NOTES)),
    _command("notes", "'", "notes", "Notes and highlights of the article; there: of all open ones", (*_MAIN, _NOTES)),
    _command("edit", "e", "edit", "Change the words of the note", (_NOTES,)),
    _command("remove", "D delete", "remove", "Remove the note", (_NOTES,)),
    _command("undo", "U", "undo", "Take back the last change of a note", (_NOTES,)),
    _command("copy", "y", "copy", "Copy what is selected, the visited hit or passage, or the paragraph", _TEXT),
    _command("cite", "Y", "cite", "Copy it with title, outlet, date and place", _TEXT),
    _command("open", "o", "open", "Open the file in an editor or a pager, or the address in a browser", _MAIN),
    _command("export", "E", "export", "Write the article, its notes or the comparison to a file", _MAIN),
    # The screen
    _command("next_pane", "tab", "pane", "The keys to the next pane or column", _MAIN),
    _command("previous_pane", "shift+tab", "pane", "The keys to the previous pane or column", _MAIN),
    _command("zen", "z", "zen", "Only the text, or everything again", _LIBRARY),
    _command("narrower", "<", "narrower", "A narrower list", _LIBRARY),
    _command("wider", ">", "wider", "A wider list", _LIBRARY),
    _command("measure_up", "+", "wider", "Set the text wider", _MAIN),
    _command("measure_down", "-", "narrower", "Set the text narrower", _MAIN),
    _command("measure_reset", "=", "72", "Set the text to 72 cells", _MAIN),
    _command("furniture", "B", "furniture", "Show or fold what is not the article", _LIBRARY),
    _command("furniture", "B", "furniture", "Say that this block is furniture, or that it is not", (_OUTLINE,)),
    _command("outline", "p", "outline", "The blocks of the article, and what each was held for", _LIBRARY),
    _command("notices", "0", "notices", "What could not be opened, and why; notices", _LIBRARY),
    _command("help", "?", "help", "The keys of the part that has them", _ALL),
    _command("palette", ": ctrl+p", "commands", "All commands by name", _ALL),
    _command("theme", "T", "theme", "The next theme: night, day, both also safe for the colour-blind, plain", _ALL),
    _command("mouse", "v", "mouse", "Leave the mouse to the terminal, for its own selection, or take it back", _ALL),
    _command("picture", "f12", "picture", "Write a picture of the screen (SVG) to this folder", _ALL),
    _command(
        "cancel",
        "escape",
        "cancel",
        "Close what is open or stop what is running; never leaves the program",
        _ALL,
    ),
    _command("back", "q", "back", "Back to where you came from; at the top, leave", (*_ALL, _DIALOG)),
    _command("back", "escape ?", "close", "Close", (_DIALOG,)),
)

HINTS: Final[Mapping[Place, str]] = {
    _LIST: "mark compare filter find quotations matrix find_everywhere figures coverage shelf_passages sort",
    _READING: "next_passage counterpart compare find variants highlight annotate find_everywhere quotations matrix",
    _COMPARE: "next_passage next_altered counterpart tie find variants swap quotations figures fewer_words matrix",
    _MATRIX: "choose shelf_passages find_everywhere",
    _SAYINGS: "choose compare",
    _OUTLINE: "choose furniture",
    _PARTICULARS: "choose",
    _PASSAGES: "choose variants",
    _NOTES: "choose annotate edit remove",
    _QUOTES: "choose variants",
    _COVERAGE: "choose swap",
    _STORY: "choose remove",
    **dict.fromkeys((_RESULTS, _FIGURES, _VARIANTS), "choose"),
    _DIALOG: "down up rows_down",
}
"""The actions that a footer names, most wanted first: those that it has no room for are left out. Help and the way
back are named in all of them."""

_is_bound = False


def take(table: tuple[Command, ...]) -> None:
    """Puts another table in the place of this one, with keys of a person's own. Raises RuntimeError once anything of
    the screen was made from this one."""
    global COMMANDS
    if _is_bound:
        raise RuntimeError("keys are bound already")
    COMMANDS = table


def first_key(action: str, place: Place | None = None) -> str:
    """The key of a command, as it is written for a person; of the one that works in a place, where that matters."""
    return key_name(next(c.keys[0] for c in COMMANDS if c.action == action and (place is None or place in c.places)))


def hints_at(place: Place) -> Iterator[Command]:
    """The commands that a footer names, most wanted first, help and the way back last."""
    here = {command.action: command for command in reversed(list(commands_at(place)))}
    return (here[action] for action in f"{HINTS.get(place, '')} help back".split() if action in here)


def commands_at(place: Place) -> Iterator[Command]:
    """The commands that work there, in the order of the table."""
    return (command for command in COMMANDS if place in command.places)


def bindings_at(place: Place) -> list[BindingType]:
    """The bindings of the widget that is that place: what it does itself, and what it leaves to its screen."""
    from textual.binding import Binding

    global _is_bound
    _is_bound = True
    return [
        Binding(
            ",".join(bound(key) for key in command.keys),
            command.action if command.moves else f"screen.{command.action}",
            command.label,
            show=False,
        )
        for command in commands_at(place)
    ]


def elsewhere(key: str, here: Place) -> str:
    """The sentence for a key that does nothing here: where it does something, or that nobody knows it."""
    for command in COMMANDS:
        if any(key in (name, bound(name)) for name in command.keys) and here not in command.places:
            there = command.places[0].value
            name = next(name for name in command.keys if key in (name, bound(name)))
            return f"{key_name(name)} works in the {there}: {command.help[0].lower()}{command.help[1:]}"
    return f"This key does nothing here; {first_key('help')} lists those that do"
