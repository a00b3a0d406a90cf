"""The command ``reader``: the interface, or one of the commands of the shell.

Only the interface loads Textual; a command loads what it needs and nothing else. Exit codes: 0 done (search, list,
quotes: something found), 1 nothing found, 2 wrong use or nothing could be read, 130 interrupted, 141 the reader of the
pipe went away.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from reader import __version__
from reader.shell.opening import shelf_of
from reader.shell.streams import (
    DONE,
    INTERRUPTED,
    PIPE_CLOSED,
    WRONG,
    drop_output,
    say,
    say_unread,
    standard_input,
    write,
    wrong,
)

if TYPE_CHECKING:
    from reader.library.shelf import Shelf
    from reader.shell.command import Command

COMMANDS: Final = {
    "reader.shell.articles": ("read", "compare", "passages", "search", "quotes"),
    "reader.shell.library": ("import", "list", "forget", "export", "backup", "paths", "doctor"),
}
"""The commands of each module, which is loaded when one of them is run or help is asked for."""

DESCRIPTION: Final = """\
Read what several outlets wrote on one story, side by side, and see what they share.
Without a path it opens sample articles."""

EPILOG: Final = """\
commands for pipes, which never open the interface:
{}
commands for the library, which is searched and kept:
{}
  reader COMMAND --help says more on one of them.
  A file that is called like a command is opened by its folder: reader ./compare
  Where standard output is no terminal, the articles are printed plainly.

exit codes: 0 done (search, list, quotes: something found), 1 nothing found, 2 wrong use or nothing could be read"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command with ``argv`` (without the program's name), and returns its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if sys.stdout is None:  # closed by the shell (>&-)
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 (stays open)
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        drop_output()
        return PIPE_CLOSED
    except OSError as error:  # a full disk, a terminal that went away
        drop_output()
        return wrong(f"stopped: {error.strerror or error}")
    return code


def _dispatch(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        print(f"reader {__version__}")
        return DONE
    for module, names in COMMANDS.items():
        if arguments and arguments[0] in names:
            return _commands(module)[arguments[0]](arguments[1:])
    return _open(arguments)


def _commands(module: str) -> dict[str, Command]:
    commands: dict[str, Command] = import_module(module).COMMANDS
    return commands


def _listed(module: str) -> str:
    """The commands of a module for the help, a line each."""
    return "".join(
        f"  reader {each.usage.partition(' [--')[0]:20} {each.summary}\n" for each in _commands(module).values()
    )


def _open(arguments: Sequence[str]) -> int:
    """``reader [PATH…]``: the interface, or plain text where there is no terminal for it."""
    if any(argument.startswith("-") and argument != "-" for argument in arguments):
        from reader.shell.command import new_parser, parsed

        parser = new_parser("reader [PATH…]", DESCRIPTION, EPILOG.format(*map(_listed, COMMANDS)))
        parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders to open; - is standard input")
        parser.add_argument("-V", "--version", action="version", version=f"reader {__version__}")
        asked = parsed(parser, arguments)
        if isinstance(asked, int):
            return asked
        arguments = asked.paths
    given = standard_input(arguments)
    screen = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    shelf = _loaded(arguments, given) if screen else shelf_of(arguments, given)
    if not shelf.articles:
        say_unread(shelf)
        return WRONG
    if not _has_screen() or not _reopened_keyboard():
        from reader.reports.as_text import shelf_text

        shelf = shelf_of(arguments, given) if screen else shelf
        say_unread(shelf)
        write(shelf_text(shelf))
        return DONE
    from reader.tui.app import run

    return run(shelf, sample=not arguments)


def _loaded(paths: Sequence[str], given: bytes | None) -> Shelf:
    """What shows at once of the articles, read while the interface is loaded."""
    from reader.library.ahead import Ahead, is_worth_it

    gc.disable()  # until the first picture shows: loading makes no garbage
    ahead = Ahead(lambda: shelf_of(paths, given, begun=True), here=not is_worth_it(paths))
    import reader.tui.app  # noqa: F401

    return ahead.result()


def _has_screen() -> bool:
    """Whether standard output is a terminal that can place words on the screen."""
    if not sys.stdout.isatty():
        return False
    if os.environ.get("TERM") == "dumb":
        say("TERM=dumb cannot show the interface; the articles are printed plainly")
        return False
    return True


def _reopened_keyboard() -> bool:
    """Whether keys can be read: where standard input is no terminal, the terminal itself takes its place."""
    if sys.stdin is not None and sys.stdin.isatty():
        return True
    try:
        terminal = os.open("/dev/tty" if os.name == "posix" else "CONIN$", os.O_RDWR)
    except OSError as error:
        say(f"no keyboard can be opened ({error.strerror}); the articles are printed plainly")
        return False
    os.dup2(terminal, 0)
    if terminal != 0:
        os.close(terminal)
    sys.stdin = open(0, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115 (stays open)
    return True
