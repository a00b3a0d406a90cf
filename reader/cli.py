"""The command ``reader``: its arguments, exit codes, and what goes to which stream.

Only the interface loads Textual; the commands for pipes load what they need and nothing else. Exit codes: 0 done
(search, quotes: something found), 1 nothing found, 2 wrong use or nothing could be read, 130 interrupted, 141 the
reader of the pipe went away.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from reader import __version__

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reader.compare.ranking import ShelfPassages
    from reader.library.shelf import Shelf
    from reader.text.find import Query

DONE: Final = 0
NOTHING: Final = 1
WRONG: Final = 2
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141
PROGRESS_EVERY: Final = 2.0
"""Seconds between two lines on how far long work is."""

DESCRIPTION: Final = """\
Read what several outlets wrote on one story, side by side, and see what they share.
Without a path it opens sample articles."""

EPILOG: Final = """\
commands for pipes, which never open the interface:
  reader read PATH… [--json]              the articles, or all that is known about them
  reader compare PATH PATH… [--json]      what articles share
  reader passages PATH… [--json]          what a whole shelf shares, the most telling first
  reader search QUERY PATH… [--json]      where words stand
  reader quotes PATH… [--json]            who said what, and the same words in several articles
  reader COMMAND --help                   more on one of them

commands for the library, which is searched and kept:
  reader import PATH…                     add articles to it
  reader list [QUERY…] [--json]           what is in it, and what answers a question
  reader forget PATH…                     take articles out of it, and all that was done to them
  reader export [--notes]                 everything as lines of JSON, or notes in Markdown
  reader backup [FOLDER]                  a whole copy
  reader paths                            where things are kept
  reader doctor                           whether everything is in order

A file that is called like a command is opened by its folder: reader ./compare
Where standard output is no terminal, the articles are printed plainly.

exit codes: 0 done (search, quotes: something found), 1 nothing found, 2 wrong use or nothing could be read"""


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
        _drop_output()
        return PIPE_CLOSED
    except OSError as error:  # a full disk, a terminal that went away
        _drop_output()
        return _wrong(f"stopped: {error.strerror or error}")
    return code


def _drop_output() -> None:
    """Sends what is left in the buffer nowhere: it would fail again when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _dispatch(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        print(f"reader {__version__}")
        return DONE
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is not None:
        return command(arguments[1:])
    if arguments and arguments[0] in LIBRARY_COMMANDS:
        from reader.cli_library import Line, run

        return run(arguments[0], arguments[1:], Line(_parser, _parsed, _say, _write, _standard_input))
    return _open(arguments)


def _parser(usage: str, description: str, epilog: str | None = None) -> ArgumentParser:
    import argparse

    return argparse.ArgumentParser(
        prog="reader",
        usage=usage,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _parsed(parser: ArgumentParser, arguments: Sequence[str]) -> Namespace | int:
    """The arguments, or the exit code where there is nothing to run: after help, or after a wrong use."""
    try:
        return parser.parse_intermixed_args(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else WRONG


def _open(arguments: Sequence[str]) -> int:
    """``reader [PATH…]``: the interface, or plain text where there is no terminal for it."""
    if any(argument.startswith("-") and argument != "-" for argument in arguments):
        parser = _parser("reader [PATH…]", DESCRIPTION, EPILOG)
        parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders to open; - is standard input")
        parser.add_argument("-V", "--version", action="version", version=f"reader {__version__}")
        asked = _parsed(parser, arguments)
        if isinstance(asked, int):
            return asked
        arguments = asked.paths
    given = _standard_input(arguments)
    screen = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    shelf = _loaded(arguments, given) if screen else _shelf(arguments, given)
    if not shelf.articles:
        _say_unread(shelf)
        return WRONG
    if not _has_screen() or not _reopened_keyboard():
        from reader.reports.as_text import shelf_text

        shelf = _shelf(arguments, given) if screen else shelf
        _say_unread(shelf)
        _write(shelf_text(shelf))
        return DONE
    from reader.tui.app import run

    return run(shelf, sample=not arguments)


def _loaded(paths: Sequence[str], given: bytes | None) -> Shelf:
    """What shows at once of the articles, read while the interface is loaded."""
    from reader.library.ahead import Ahead, is_worth_it

    gc.disable()  # until the first picture shows: loading makes no garbage
    ahead = Ahead(lambda: _shelf(paths, given, begun=True), here=not is_worth_it(paths))
    import reader.tui.app  # noqa: F401

    return ahead.result()


def _read(arguments: Sequence[str]) -> int:
    """``reader read PATH…``"""
    parser = _parser("reader read PATH… [--json]", "Print articles, or as JSON all that is known about them.")
    _add_paths(parser)
    asked = _parsed(parser, arguments)
    if isinstance(asked, int):
        return asked
    shelf = _shelf(asked.paths, _standard_input(asked.paths))
    _say_unread(shelf)
    if asked.json:
        from reader.reports.as_json import articles_json, to_line

        _write_bytes([to_line(articles_json(shelf), indent=1)])
    else:
        from reader.reports.as_text import shelf_text

        _write(shelf_text(shelf))
    return DONE if shelf.articles else WRONG


def _compare(arguments: Sequence[str]) -> int:
    """``reader compare PATH PATH…``"""
    from reader.compare.thresholds import FEWEST_WORDS, MOST_WORDS, Thresholds

    parser = _parser("reader compare PATH PATH… [--words N] [--json]", "Show what two or more articles share.")
    _add_paths(parser)
    parser.add_argument(
        "--words",
        type=int,
        default=Thresholds().words,
        metavar="N",
        help=f"matched words that make a passage, {FEWEST_WORDS} to {MOST_WORDS} (default %(default)s)",
    )
    asked = _parsed(parser, arguments)
    if isinstance(asked, int):
        return asked
    if not FEWEST_WORDS <= asked.words <= MOST_WORDS:
        return _wrong(f"--words takes a number from {FEWEST_WORDS} to {MOST_WORDS}")
    shelf = _shelf(asked.paths, _standard_input(asked.paths), keep_copies=True)
    _say_unread(shelf)
    return _compared(shelf, asked.words, as_json=asked.json)


def _compared(shelf: Shelf, words: int, *, as_json: bool) -> int:
    from reader.compare.matcher import Matcher
    from reader.compare.thresholds import Thresholds

    comparison = Matcher().compare(shelf.articles, Thresholds(words=words))
    enough = len(shelf.articles) > 1
    if as_json:
        from reader.reports.as_json import comparison_json, to_line

        _write_bytes([to_line(comparison_json(shelf.articles, comparison, shelf.unread), indent=1)])
    elif enough:
        from reader.reports.as_text import comparison_text

        _write(comparison_text(shelf.articles, comparison))
    return DONE if enough else _wrong(f"compare needs two articles, and there is {len(shelf.articles) or 'none'}")


def _passages(arguments: Sequence[str]) -> int:
    """``reader passages PATH…``"""
    parser = _parser(
        "reader passages PATH… [--json]",
        "Show what the articles of a whole shelf share: quotations first, then long passages;"
        "\nstock phrases, names and what one outlet repeats are folded away."
        "\nCtrl-c stops the search and shows what was found until then.",
    )
    _add_paths(parser)
    asked = _parsed(parser, arguments)
    if isinstance(asked, int):
        return asked
    shelf = _shelf(asked.paths, _standard_input(asked.paths))
    _say_unread(shelf)
    if len(shelf.articles) < 2:
        return _wrong(f"passages needs two articles, and there is {len(shelf.articles) or 'none'}")
    found = _searched_through(shelf)
    if asked.json:
        from reader.reports.as_json import to_line
        from reader.reports.shelf_passages import passages_json

        _write_bytes([to_line(passages_json(shelf.articles, found, shelf.unread), indent=1)])
    else:
        from reader.reports.shelf_passages import passages_text

        _write(passages_text(shelf.articles, found))
    if not found.is_complete:
        return INTERRUPTED
    return DONE if found.all else NOTHING


def _searched_through(shelf: Shelf) -> ShelfPassages:
    """What the shelf shares, as far as it was looked through when ctrl-c was pressed; says how far it is meanwhile."""
    from time import monotonic

    from reader.compare.matcher import Matcher

    search = Matcher().passages(shelf.articles)
    said = monotonic()
    try:
        for stage in search.steps():
            if monotonic() > said + PROGRESS_EVERY:
                said = monotonic()
                _say(f"{stage.done:,} of {stage.of:,} {stage.name}")
    except KeyboardInterrupt:
        _say("stopped: what was found until now")
    return search.result()


def _search(arguments: Sequence[str]) -> int:
    """``reader search QUERY PATH…``"""
    from reader.text.find import Query, problem_with

    parser = _parser(
        "reader search QUERY PATH… [--regex] [--word] [--case] [--json]",
        "Show where words stand: across line breaks, whatever the quotation marks, dashes and accents."
        "\nCapitals count where QUERY has one.",
    )
    parser.add_argument("query", metavar="QUERY", help="the words to look for")
    _add_paths(parser)
    parser.add_argument("--regex", action="store_true", help="QUERY is a regular expression")
    parser.add_argument("--word", action="store_true", help="whole words only")
    parser.add_argument("--case", action="store_true", default=None, help="capitals always count")
    asked = _parsed(parser, arguments)
    if isinstance(asked, int):
        return asked
    query = Query(asked.query, asked.regex, asked.word, asked.case)
    problem = "There is nothing to look for." if query.empty else problem_with(query)
    if problem:
        return _wrong(problem)
    shelf = _shelf(asked.paths, _standard_input(asked.paths))
    _say_unread(shelf)
    if not shelf.articles:
        return WRONG
    return DONE if _searched(query, shelf, as_json=asked.json) else NOTHING


def _searched(query: Query, shelf: Shelf, *, as_json: bool) -> bool:
    """Prints the hits; whether there was one."""
    from reader.reports.as_json import hit_json, to_line
    from reader.reports.as_text import hit_lines
    from reader.reports.search import hits

    any_hit = False
    for article, found in hits(query, shelf.articles):
        any_hit |= bool(found.hits)
        if as_json:
            _write_bytes(to_line(hit_json(article, hit)) for hit in found.hits)
        else:
            _write(hit_lines(article, found))
        if found.problem:
            _say(f"{article.path}: {found.problem}")
    return any_hit


def _quotes(arguments: Sequence[str]) -> int:
    """``reader quotes PATH…``"""
    parser = _parser(
        "reader quotes PATH… [--json]",
        "Show who said what, and every wording of what several articles quote:"
        "\nidentical, cut short, spliced or reworded; with or without a mark; given to someone else."
        "\nA speaker with a question mark is likely, one without is sure. Speakers are looked for in English.",
    )
    _add_paths(parser)
    asked = _parsed(parser, arguments)
    if isinstance(asked, int):
        return asked
    shelf = _shelf(asked.paths, _standard_input(asked.paths), keep_copies=True)
    _say_unread(shelf)
    if not shelf.articles:
        return WRONG
    from reader.reports.quotes import quotes_json, quotes_text

    if asked.json:
        from reader.reports.as_json import to_line

        _write_bytes([to_line(quotes_json(shelf.articles, shelf.unread), indent=1)])
    else:
        _write(quotes_text(shelf.articles))
    return DONE if any(article.quotations for article in shelf.articles) else NOTHING


COMMANDS: Final[dict[str, Callable[[Sequence[str]], int]]] = {
    "read": _read,
    "compare": _compare,
    "passages": _passages,
    "search": _search,
    "quotes": _quotes,
}


LIBRARY_COMMANDS: Final = ("list", "import", "forget", "paths", "doctor", "backup", "export")
"""Those of :mod:`reader.cli_library`."""


def _add_paths(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders; - is standard input")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _standard_input(paths: Sequence[str]) -> bytes | None:
    """The bytes of standard input, where ``-`` asks for them."""
    return sys.stdin.buffer.read() if "-" in paths and sys.stdin is not None else None


def _shelf(paths: Sequence[str], given: bytes | None, *, keep_copies: bool = False, begun: bool = False) -> Shelf:
    """The articles; ``begun``: only so much of them as shows at once."""
    from reader.library.shelf import open_shelf, sample_shelf

    if not paths:
        return sample_shelf()
    return open_shelf(paths, given, keep_copies=keep_copies, begun=begun)


def _has_screen() -> bool:
    """Whether standard output is a terminal that can place words on the screen."""
    if not sys.stdout.isatty():
        return False
    if os.environ.get("TERM") == "dumb":
        _say("TERM=dumb cannot show the interface; the articles are printed plainly")
        return False
    return True


def _reopened_keyboard() -> bool:
    """Whether keys can be read: where standard input is no terminal, the terminal itself takes its place."""
    if sys.stdin is not None and sys.stdin.isatty():
        return True
    try:
        terminal = os.open("/dev/tty" if os.name == "posix" else "CONIN$", os.O_RDWR)
    except OSError as error:
        _say(f"no keyboard can be opened ({error.strerror}); the articles are printed plainly")
        return False
    os.dup2(terminal, 0)
    if terminal != 0:
        os.close(terminal)
    sys.stdin = open(0, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115 (stays open)
    return True


def _say_unread(shelf: Shelf) -> None:
    for notice in shelf.notices:
        _say(notice)
    for unread in shelf.unread:
        _say(f"{unread.path}: {unread.reason}")


def _wrong(sentence: str) -> int:
    _say(sentence)
    return WRONG


def _say(sentence: str) -> None:
    """A line on standard error, cleaned of all that acts on a terminal."""
    from reader.text.clean import clean_line

    if sys.stderr is None:
        return
    line = f"reader: {clean_line(sentence)}\n"
    sys.stderr.write(line.encode(sys.stderr.encoding or "utf-8", "replace").decode(sys.stderr.encoding or "utf-8"))


def _write(lines: Iterable[str]) -> None:
    """Lines of cleaned text on standard output; what its encoding lacks becomes a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    _write_bytes(f"{line}\n".encode(encoding, "replace") for line in lines)


def _write_bytes(lines: Iterable[bytes]) -> None:
    sys.stdout.flush()
    for line in lines:
        sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()
