"""Fixtures that start programs in a pseudo-terminal and end them again."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .pseudoterminal import Terminal

Starter = Callable[..., "Terminal"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Starter]:
    """``start("-c", program, columns=80, …)``: Python in a terminal of its own, home and folder empty."""
    pytest.importorskip("termios", reason="this system has no pseudo-terminals")
    from .pseudoterminal import Terminal

    home, folder = tmp_path / "home", tmp_path / "folder"
    home.mkdir()
    folder.mkdir()
    own = {"HOME": str(home), "READER_HOME": str(home / "reader")}
    with ExitStack() as stack:

        def starter(
            *arguments: str | Path, environment: dict[str, str | None] | None = None, **options: Any
        ) -> Terminal:
            command = [sys.executable, *map(str, arguments)]
            options = {"folder": folder, **options, "environment": {**own, **(environment or {})}}
            return stack.enter_context(Terminal(command, **options))

        yield starter


@pytest.fixture
def reader(start: Starter) -> Starter:
    """``reader("a.txt", columns=80, …)``: the real program in a terminal of its own."""

    def starter(*arguments: str | Path, **options: Any) -> Terminal:
        return start("-m", "reader", *arguments, **options)

    return starter
