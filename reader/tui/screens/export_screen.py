"""Writes what is open to a file: choose what and how, then the name. Nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.app import ComposeResult

from reader.library.desk import Desk
from reader.text.clean import clean_line
from reader.tui.commands import Place
from reader.tui.render.line import Line, Piece
from reader.tui.screens.reader_screen import ReaderScreen
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.line_bar import LineBar, Rule
from reader.tui.widgets.line_list import LineList


@dataclass(frozen=True, slots=True)
class Export:
    """Something that can be written."""

    words: str
    name: str
    """The file's name, until another is typed."""
    lines: Callable[[], Iterable[str]]
    """Makes what is written, without line feeds."""


class ExportScreen(ReaderScreen):
    """Gives back a sentence that says where it was written, or ``None``."""

    HAS_ARROWS = False

    def __init__(self, desk: Desk, exports: Sequence[Export]) -> None:
        """``exports`` is what there is to choose from."""
        super().__init__(desk)
        self._exports = list(exports)

    def compose(self) -> ComposeResult:
        """Header, choices, the line for the name, status."""
        yield LineBar(id="header")
        yield Rule()
        yield LineList(id="choices")
        yield Rule()
        yield FindBar("file", modes=False, id="name")
        yield LineBar(keeps_right=True, id="status")

    def on_mount(self) -> None:
        """The keys to the choices."""
        where = clean_line(str(Path.cwd()))
        self.query_one("#header", LineBar).show((Piece("Write to a file", "strong"), Piece(f" · in {where}", "dim")))
        self._list, self._bar = self.query_one(LineList), self.query_one(FindBar)
        self._list.focus()
        self._list.show(len(self._exports), self._entry, cursor=0)

    def _entry(self, number: int, width: int, on: bool) -> Sequence[Line]:
        export = self._exports[number]
        widest = max(len(each.words) for each in self._exports)
        return [(Piece(f"    {export.words.ljust(widest)}"), Piece(f"   {clean_line(export.name)}", "dim"))]

    @property
    def place(self) -> Place:
        """The choices."""
        return Place.RESULTS

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Asks for the name."""
        self._bar.open(self._exports[event.number].name)
        self._bar.tell("Enter writes")

    def on_find_bar_accepted(self, event: FindBar.Accepted) -> None:
        """Writes, where there is no file of that name."""
        typed = event.bar.typed.strip()
        if not typed:
            self.say("A file needs a name", is_problem=True)
            return
        path = Path(typed).expanduser()
        try:
            problem = written(path, self._exports[self._list.cursor].lines())
        except RuntimeError as error:  # ~ of somebody who is not known
            problem = str(error)
        if problem:
            self.say(problem, is_problem=True)
        else:
            self.leave(f"Written: {path}")

    def on_find_bar_dismissed(self, event: FindBar.Dismissed) -> None:
        """Back to the choices."""
        event.bar.close()
        self._list.focus()

    def action_cancel(self) -> None:
        """Writes nothing."""
        self.leave(None)


def written(path: Path, lines: Iterable[str]) -> str | None:
    """Writes lines to a new file; why it could not be done. A file that was begun and failed is taken away."""
    data = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
    try:
        with path.open("xb") as file:
            try:
                file.write(data)
                file.flush()
            except OSError:
                path.unlink(missing_ok=True)
                raise
    except FileExistsError:
        return f"{path} is there already, and nothing is overwritten; type another name"
    except (OSError, ValueError) as error:
        return f"{path} was not written: {getattr(error, 'strerror', None) or error}"
    return None
