"""What a command of the shell is, and how its arguments become what it runs with."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.shell.streams import WRONG


def _nothing(parser: ArgumentParser) -> None:
    """A command without arguments."""


@dataclass(frozen=True, slots=True)
class Command:
    """One of ``reader COMMAND``."""

    usage: str
    """What follows ``reader``: "read PATH… [--json]"."""
    summary: str
    """A few words, for the list of all commands."""
    description: str
    """A sentence or more, for its own help."""
    run: Callable[[Namespace], int]
    """Does it; gives the exit code."""
    takes: Callable[[ArgumentParser], None] = _nothing
    """Adds its arguments to a parser."""
    terms: bool = False
    """Whether its arguments are terms of a question, of which ``-ferry`` excludes and is no option."""

    def __call__(self, arguments: Sequence[str]) -> int:
        """Runs it with the arguments that follow its name: its exit code."""
        asked = self.asked(arguments)
        return asked if isinstance(asked, int) else self.run(asked)

    def asked(self, arguments: Sequence[str]) -> Namespace | int:
        """What the arguments ask for, or the exit code where there is nothing to run."""
        described = new_parser(
            f"reader {self.usage}", self.description or f"{self.summary[0].upper()}{self.summary[1:]}."
        )
        self.takes(described)
        return parsed(described, [_term(each) for each in arguments] if self.terms else arguments)


def new_parser(usage: str, description: str, epilog: str | None = None) -> ArgumentParser:
    """A parser that keeps the lines of its texts as they are."""
    return ArgumentParser(
        prog="reader",
        usage=usage,
        description=description,
        epilog=epilog,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def parsed(parser: ArgumentParser, arguments: Sequence[str]) -> Namespace | int:
    """The arguments, or the exit code where there is nothing to run: after help, or after a wrong use."""
    try:
        return parser.parse_intermixed_args(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else WRONG


def takes_paths(parser: ArgumentParser) -> None:
    """``PATH… [--json]``"""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders; - is standard input")
    takes_json(parser)


def takes_json(parser: ArgumentParser) -> None:
    """``[--json]``"""
    parser.add_argument("--json", action="store_true", help="print JSON")


def takes_pages(parser: ArgumentParser) -> None:
    """``PATH… [--json | --markdown | --html]``"""
    takes_paths(parser)
    parser.add_argument("--markdown", action="store_true", help="print Markdown")
    parser.add_argument("--html", action="store_true", help="print a page in HTML that needs nothing else")


def _term(argument: str) -> str:
    """A term that excludes, made so that it is not read as an option."""
    excludes = len(argument) > 2 and argument.startswith("-") and not argument.startswith("--")
    return f" {argument}" if excludes else argument
