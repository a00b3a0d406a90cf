"""Builds the wheel and uses it as a stranger would: an empty environment, an empty folder, an empty home.

python .ci/wheel.py        needs the package ``build``; status 1 and a sentence where something is wrong
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
WHERE_SEEDS_ARE = "from importlib.resources import files; print(files('reader') / 'seeds')"


def main() -> int:
    """Build, look inside, install, run. Returns the exit status."""
    with tempfile.TemporaryDirectory(prefix="reader-wheel-") as name:
        place = Path(name)
        try:
            wheel = built(place / "dist")
            look_inside(wheel)
            use(installed(wheel, place / "environment"), place)
        except subprocess.CalledProcessError as error:
            print(f"{error}\n{error.stdout or ''}{error.stderr or ''}", file=sys.stderr)
            return 1
        except WrongError as error:
            print(f"the wheel: {error}", file=sys.stderr)
            return 1
    print("the wheel installs and compares its own seeds")
    return 0


class WrongError(Exception):
    """What is wrong with the wheel, as a sentence."""


def built(folder: Path) -> Path:
    """The wheel of the checkout, in ``folder``."""
    run([sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(CHECKOUT)])
    (wheel,) = folder.glob("*.whl")
    return wheel


def look_inside(wheel: Path) -> None:
    """The wheel holds the package with its types and seeds, and nothing else."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    strangers = [name for name in names if not name.startswith("reader/") and ".dist-info/" not in name]
    if strangers:
        raise WrongError(f"holds {strangers[0]} and {len(strangers) - 1} more that are not the package's")
    if "reader/py.typed" not in names:
        raise WrongError("does not say that it has types (reader/py.typed)")
    if not any(name.startswith("reader/seeds/") and name.endswith(".md") for name in names):
        raise WrongError("has no seeds")


def installed(wheel: Path, folder: Path) -> Path:
    """The programs' folder of a new environment that holds the wheel and what it asks for."""
    venv.create(folder, with_pip=True)
    programs = folder / "bin"
    run([str(programs / "python"), "-m", "pip", "install", "--quiet", str(wheel)])
    return programs


def use(programs: Path, place: Path) -> None:
    """Run the installed program from an empty folder with an empty home."""
    (home := place / "home").mkdir()
    (folder := place / "folder").mkdir()
    environment = {"PATH": os.defpath, "HOME": str(home), "LANG": "C.UTF-8"}

    def said(program: str, *arguments: str) -> str:
        return run([str(programs / program), *arguments], environment, folder).strip()

    version = said("python", "-c", "import importlib.metadata as m; print(m.version('reader-sidebyside'))")
    if version not in said("reader", "--version"):
        raise WrongError(f"`reader --version` does not say {version}")
    seeds = Path(said("python", "-c", WHERE_SEEDS_ARE))
    if not seeds.is_relative_to(place):
        raise WrongError(f"the seeds come from {seeds}, not from the wheel")
    for story in sorted(entry for entry in seeds.iterdir() if entry.is_dir()):
        articles = sorted(map(str, story.glob("*.md")))
        check_comparison(said("reader", "compare", *articles, "--json"), story.name, len(articles))


def check_comparison(printed: str, story: str, articles: int) -> None:
    """What ``reader compare --json`` printed is one JSON value with every article and a shared passage."""
    try:
        comparison = json.loads(printed)
    except ValueError as error:
        raise WrongError(f"comparing {story} prints no JSON: {error}") from None
    if comparison.get("format") != "reader.comparison/1":
        raise WrongError(f"comparing {story} gives the format {comparison.get('format')!r}")
    if len(comparison["articles"]) != articles:
        raise WrongError(f"comparing {story} gives {len(comparison['articles'])} of {articles} articles")
    if not comparison["passages"]:
        raise WrongError(f"comparing {story} finds no shared passage")
    print(f"{story}: {articles} articles, {len(comparison['passages'])} passages")


def run(command: Sequence[str], environment: dict[str, str] | None = None, folder: Path | None = None) -> str:
    """What the command printed. Raises CalledProcessError, with what it said, when it fails."""
    done = subprocess.run(
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    return done.stdout


if __name__ == "__main__":
    raise SystemExit(main())
