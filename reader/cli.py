"""The command ``reader``: the interface, or one of the commands of the shell.

Only the interface loads Textual; a command loads what it needs and nothing else. Exit codes: 0 done (search, list,
quotes: something found), 1 nothing found, 2 wrong use or nothing could be read, 130 interrupted, 141 the reader of the
pipe went away.
"""

from __future__ import annotations

import os
import sys

from reader import __version__

TYPE_CHECKING = False  # nothing is loaded here before it is needed: what was kept of the last picture shows first
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from reader.firstframe.start import Start
    from reader.library.ahead import Early
    from reader.library.settings import SettingsFile
    from reader.shell.command import Command
    from reader.shell.opening import Begun

COMMANDS = {
    "reader.shell.articles": ("read", "compare", "passages", "search", "quotes"),
    "reader.shell.comparisons": ("matrix", "figures", "coverage", "check"),
    "reader.shell.looking": ("library", "list"),
    "reader.shell.library": ("import", "forget", "export", "backup", "paths", "doctor"),
    "reader.shell.addresses": ("add", "refresh", "sources"),
}
"""The commands of each module, which is loaded when one of them is run or help is asked for."""

DESCRIPTION = """\
Read what several outlets wrote on one story, side by side, and see what they share.
Without a path it opens sample articles."""

EPILOG = """\
commands for pipes, which never open the interface:
{}{}
commands for the library, which is searched and kept:
{}{}
commands for what the library is fed from; only these go to the network:
{}
  reader COMMAND --help says more on one of them.
  A file that is called like a command is opened by its folder: reader ./compare
  Where standard output is no terminal, the articles are printed plainly.

exit codes: 0 done (search, list, quotes: something found), 1 nothing found, 2 wrong use or nothing could be read"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command with ``argv`` (without the program's name), and returns its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _stand_in()
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
    except (KeyboardInterrupt, OSError) as error:
        return _stopped(error)
    return code


def _stand_in() -> None:
    """Something empty for a stream that the shell has closed (``2>&-``): a file that is opened would get its number.
    And a folder that is there for one that was taken away."""
    try:
        os.getcwd()
    except OSError:
        os.chdir("/")
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            os.dup2(os.open(os.devnull, os.O_RDWR), number)
            stream = open(number, mode, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115 (stays open)
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)  # what Textual asks


def _stopped(error: KeyboardInterrupt | OSError) -> int:
    """The exit code after an interruption, a full disk, a terminal or a pipe that went away."""
    from reader.shell.streams import INTERRUPTED, PIPE_CLOSED, drop_output, wrong

    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    drop_output()
    return PIPE_CLOSED if isinstance(error, BrokenPipeError) else wrong(f"stopped: {error.strerror or error}")


def _dispatch(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        print(f"reader {__version__}")
        return 0
    if arguments[:1] == ["library"] and sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        return _open_library(arguments[1:])
    for module, names in COMMANDS.items():
        if arguments and arguments[0] in names:
            return _commands(module)[arguments[0]](arguments[1:])
    return _open(arguments)


def _commands(module: str) -> dict[str, Command]:
    from importlib import import_module

    commands: dict[str, Command] = import_module(module).COMMANDS
    return commands


def _listed(module: str) -> str:
    """The commands of a module for the help, a line each."""
    return "".join(
        f"  reader {each.usage.partition(' [--')[0]:22} {each.summary}\n" for each in _commands(module).values()
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
    from reader.firstframe.start import Start

    start = Start(arguments)
    try:
        return _begin(arguments, start)
    finally:
        start.give_back()


def _begin(paths: Sequence[str], start: Start) -> int:
    """Opens the interface on the paths, or prints them."""
    from reader.shell.streams import WRONG, say_unread, standard_input

    given = standard_input(paths)
    if not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return _print(paths, given)
    (shelf, seen), settings = _loaded(paths, given, start)
    if not shelf.articles:
        start.give_back()
        say_unread(shelf)
        return WRONG
    if not _reopened_keyboard():
        return _print(paths, given)
    from reader.tui.app import run

    return run(shelf, sample=not paths, seen=seen, start=start, settings=settings)


def _open_library(terms: Sequence[str]) -> int:
    """``reader library [QUERY…]``: the interface on what was imported."""
    from reader.firstframe.start import Start

    start = Start(["library", *terms])
    try:
        return _begin_library(terms, start)
    finally:
        start.give_back()


def _begin_library(terms: Sequence[str], start: Start) -> int:
    command = _commands("reader.shell.looking")["library"]
    asked = command.asked(terms)
    if isinstance(asked, int):
        return asked
    if not _reopened_keyboard():
        return command.run(asked)
    import gc

    from reader.library.ahead import Ahead
    from reader.shell.looking import begun

    gc.disable()  # until the first picture shows: loading makes no garbage
    settings = _settings()
    ahead = Ahead(lambda: begun(asked), early=_early(start, settings))
    from reader.tui.app import run

    opened = ahead.result()
    if isinstance(opened, int):
        return opened
    return run(opened.shelf, seen=opened.seen, start=start, settings=settings)


def _settings() -> SettingsFile:
    """What the person has chosen; keys of their own hold before anything of the screen is loaded."""
    from reader.library.settings import SettingsFile

    chosen = SettingsFile()
    if chosen.settings.keys:
        from reader.tui.own_keys import take

        chosen.problems += take(chosen.settings.keys)
    return chosen


def _print(paths: Sequence[str], given: bytes | None) -> int:
    """The articles as plain text."""
    from reader.shell.opening import shelf_of
    from reader.shell.streams import DONE, WRONG, say, say_unread, write

    shelf = shelf_of(paths, given)
    if shelf.articles and sys.stdout.isatty() and os.environ.get("TERM") == "dumb":
        say("TERM=dumb cannot show the interface; the articles are printed plainly")
    say_unread(shelf)
    if not shelf.articles:
        return WRONG
    from reader.reports.as_text import shelf_text

    write(shelf_text(shelf))
    return DONE


def _loaded(paths: Sequence[str], given: bytes | None, start: Start) -> tuple[Begun, SettingsFile]:
    """What shows at once, read and shown while the interface is loaded; and what the person has chosen."""
    import gc

    from reader.library.ahead import Ahead, is_worth_it
    from reader.shell.opening import begun

    gc.disable()  # until the first picture shows: loading makes no garbage
    settings = _settings()
    early = _early(start, settings, is_sample=not paths)
    ahead = Ahead(lambda: begun(paths, given), here=not is_worth_it(paths), early=early)
    import reader.tui.app  # noqa: F401

    return ahead.result(), settings


def _early(start: Start, settings: SettingsFile, *, is_sample: bool = False) -> Early[Any] | None:
    """What has the first picture painted of what is read, and shown, where none shows yet."""
    if not start.awaits_picture():
        return None
    from reader.library.ahead import Early
    from reader.tui.meanwhile import picture  # here, where the copy and this process load it together

    def painted(read: Begun | int) -> Sequence[str]:
        return () if isinstance(read, int) else picture(*read, settings, start.size, is_sample=is_sample)

    return Early(painted, start.show)


def _reopened_keyboard() -> bool:
    """Whether keys can be read: where standard input is no terminal, the terminal itself takes its place."""
    if sys.stdin is not None and sys.stdin.isatty():
        return True
    from reader.shell.streams import say

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
