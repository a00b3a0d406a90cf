"""The texts: paragraphs of 60 to 100 words without sense, a tenth of them with quotations; made when asked for."""

from __future__ import annotations

import random
from pathlib import Path

SIZES = {"10 KB": 10_000, "100 KB": 100_000, "1 MB": 1_000_000, "10 MB": 10_000_000, "100 MB": 100_000_000}


class Texts:
    """Files of made-up prose, and where programs may keep things."""

    def __init__(self, folder: Path) -> None:
        """Everything is written under ``folder``."""
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir()
        chance = random.Random(7)
        letters = "aeiounrtlsdmcpbgvfh"
        self._words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(4000)]
        self._chance = chance
        self._some = [self._paragraph(number) for number in range(2000)]
        self._homes = 0

    def new_home(self) -> Path:
        """An empty place to keep things: a program that starts there has never been used."""
        self._homes += 1
        home = self.folder / f"home-{self._homes}"
        home.mkdir()
        return home

    def _paragraph(self, number: int) -> str:
        words = self._chance.choices(self._words, k=self._chance.randint(60, 100))
        if number % 10 == 0:
            words[10], words[20] = f"“{words[10]}", f"{words[20]},” said"
        return " ".join(words).capitalize() + "."

    def text(self, bytes_: int, name: str = "a") -> str:
        """About so many bytes of text, with the word ``Beginning`` and ``name`` in its first paragraph."""
        parts = [f"Beginning{name} of the text.", f"The title of {name}"][::-1]
        size, number = 0, 0
        while size < bytes_:
            part = f"Number {number} {self._some[(number * 7 + len(name)) % len(self._some)]}"
            parts.append(part)
            size += len(part) + 2
            number += 1
        return "\n\n".join(parts)[:bytes_].rstrip() + "\n"

    def file(self, size: str, name: str = "a") -> Path:
        """A file of that size, written once."""
        folder = self.folder / f"{size.replace(' ', '')}-{name}"
        path = folder / f"{name}.txt"
        if not path.exists():
            folder.mkdir()
            path.write_text(self.text(SIZES[size], name), "utf-8")
        return path

    def shelf(self, articles: int, bytes_: int) -> Path:
        """A folder of small articles."""
        folder = self.folder / f"shelf-{articles}-{bytes_}"
        if not folder.exists():
            folder.mkdir()
            for number in range(articles):
                (folder / f"{number:06}.txt").write_text(self.text(bytes_, f"x{number}x"), "utf-8")
        return folder

    def line(self, characters: int) -> Path:
        """One line of so many characters."""
        folder = self.folder / f"line-{characters}"
        if not folder.exists():
            folder.mkdir()
            (folder / "a.txt").write_text(("Beginninga " + " ".join(self._some * 2))[:characters], "utf-8")
        return folder / "a.txt"
