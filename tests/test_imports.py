"""Every module can be imported alone, and each room loads only what its place in the house allows."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ["firstframe", "text", "articles", "compare", "sources", "library", "reports"]
BELOW = {
    "firstframe": {"firstframe"},
    "text": {"text"},
    "articles": {"articles", "text"},
    "compare": {"compare", "articles", "text"},
    "sources": {"sources", "articles", "text"},
    "library": {"library", "sources", "compare", "articles", "text"},
    "reports": {"reports", "library", "sources", "compare", "articles", "text"},
}

EACH_ALONE = """
import importlib, sys
import {heavy}
kept = set(sys.modules)
for name in {names!r}:
    for loaded in [m for m in sys.modules if m.split(".")[0] == "reader"]:
        del sys.modules[loaded]
    importlib.import_module(name)
    rooms = {{m.split(".")[1] for m in sys.modules if m.startswith("reader.")}}
    strangers = rooms - {allowed!r}
    assert not strangers, (name, strangers)
faces = [m for m in sys.modules if m.split(".")[0] in ("textual", "rich")]
assert not faces, faces
"""


def modules(room: str) -> list[str]:
    files = sorted((ROOT / "reader" / room).rglob("*.py"))
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files]
    return [name.removesuffix(".__init__") for name in names]


def fresh(code: str) -> None:
    """Runs code in a Python that has loaded nothing yet."""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_know_only_what_is_below_them(room: str) -> None:
    heavy = "numpy, rapidfuzz" if room in ("compare", "reports", "library") else "sys"
    fresh(EACH_ALONE.format(heavy=heavy, names=modules(room), allowed=BELOW[room]))


def test_the_terminal_room_can_be_imported_module_by_module() -> None:
    names = modules("tui")
    code = "import importlib, sys, textual.app, textual.widgets\n"
    code += f"for name in {names!r}:\n"
    code += (
        "    for loaded in [m for m in sys.modules if m.split('.')[0] == 'reader']:\n        del sys.modules[loaded]\n"
    )
    code += "    importlib.import_module(name)\n"
    fresh(code)


def test_packages_import_nothing() -> None:
    for room in [*ROOMS, "tui"]:
        fresh(
            f"import sys, reader.{room}\n"
            f"assert {{m for m in sys.modules if m.startswith('reader')}} == {{'reader', 'reader.{room}'}}, sys.modules"
        )


@pytest.mark.parametrize(
    ("arguments", "unloaded"),
    [
        (["--version"], {"argparse", "regex", "yaml", "numpy", "textual", "rich", "reader.library"}),
        (["--help"], {"regex", "yaml", "numpy", "textual", "rich", "reader.library"}),
        (["read", "seeds", "--json"], {"numpy", "textual", "rich"}),
        (["search", "bridge", "seeds", "--json"], {"numpy", "textual", "rich"}),
        (["compare", "seeds", "--json"], {"textual", "rich"}),
    ],
)
def test_commands_load_only_what_they_need(arguments: list[str], unloaded: set[str]) -> None:
    fresh(
        "import sys\nfrom reader.cli import main\n"
        f"code = main({arguments!r})\nassert code == 0, code\n"
        f"loaded = {unloaded!r} & set(sys.modules)\nassert not loaded, loaded"
    )


def test_the_kept_picture_is_looked_up_without_loading_anything_that_takes_long() -> None:
    """Each of these takes as long as all that is needed for it."""
    fresh(
        "import sys\nbefore = set(sys.modules)\nimport reader.cli, reader.firstframe.start\n"
        "reader.firstframe.start.Start([])\n"
        "slow = {'typing', 're', 'json', 'dataclasses', 'pathlib', 'hashlib', 'enum', 'collections'} - before\n"
        "loaded = {m for m in sys.modules if m in slow or m.split('.')[0] in ('textual', 'rich')}\n"
        "rooms = {m.removeprefix('reader.') for m in sys.modules if m.startswith('reader.')}\n"
        "assert rooms == {'cli', 'firstframe', 'firstframe.kept', 'firstframe.start'}, rooms\n"
        "assert not loaded, loaded"
    )


def test_the_interface_loads_nothing_that_the_first_picture_does_not_need() -> None:
    """Each of these takes milliseconds, and is wanted by a key at the earliest."""
    late = ["articles.build", "articles.corrections", "compare", "library.store", "sources", "text.find", "text.fold"]
    late += ["text.words", "reports"]
    fresh(
        "import sys, reader.cli, reader.library.ahead, reader.shell.opening, reader.tui.app, reader.tui.driver\n"
        f"late = {late!r}\n"
        "loaded = [m for m in sys.modules if m.startswith(tuple(f'reader.{name}' for name in late))]\n"
        "loaded += [m for m in ('numpy', 'regex', 'sqlite3', 'yaml', 'tomllib') if m in sys.modules]\n"
        "assert not loaded, loaded"
    )


def test_the_first_picture_is_painted_without_textual() -> None:
    """It shows while Textual is loaded, and has to be there first."""
    fresh(
        "import os, sys\n"
        "os.environ['READER_HOME'] = os.path.join(os.devnull, 'nowhere')\n"
        "os.environ.pop('TEXTUAL_COLOR_SYSTEM', None)\n"
        "from reader.library.settings import SettingsFile\n"
        "from reader.shell.opening import begun\n"
        "shelf, seen = begun((), None)\n"
        "from reader.tui.meanwhile import picture\n"
        "assert len(picture(shelf, seen, SettingsFile(), (100, 40), is_sample=True)) == 40\n"
        "late = ('textual', 'rich.console', 'asyncio', 'socket', 'ssl', 'numpy', 'sqlite3')\n"
        "loaded = [name for name in late if name in sys.modules]\n"
        "assert not loaded, loaded"
    )
