"""Stories of files that change while they are open."""

from __future__ import annotations

from pathlib import Path

from reader.library.shelf import open_shelf
from tests.tui.screen import library, press, reading, rows, running, screen, status, until
from tests.tui.shelf import DISPATCH, HERALD, story


async def test_the_text_that_is_being_read_never_moves(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(HERALD)
    (tmp_path / "b.md").write_text(DISPATCH)
    shelf = open_shelf([str(tmp_path)])
    async with running(shelf, (120, 16), with_process=True) as pilot:
        await press(pilot, "l", "d")
        await until(pilot, lambda: library(pilot).all_read and pilot.app.desk.pairs.is_matched)
        await until(pilot, lambda: reading(pilot).marks.marks)
        before = [reading(pilot).line(y) for y in range(reading(pilot).height)]
        (tmp_path / "a.md").write_text(HERALD.replace("# Lamp", "# Corrected. Lamp").replace("council’s", "town’s"))
        (tmp_path / "b.md").unlink()
        (tmp_path / "c.md").write_text("# Moss\n\nMoss grows where nobody looks.\n")
        await press(pilot, "R")
        await until(pilot, lambda: "1 new, 1 changed, 1 gone" in status(pilot))
        now = [reading(pilot).line(y) for y in range(reading(pilot).height)]
        assert [line[0].text for line in now] == [line[0].text for line in before]
        assert "Moss" in screen(pilot)
        assert "words changed" in rows(pilot)[4]
        assert "words gone" in rows(pilot)[7]
        await press(pilot, "J", "K")
        assert "town’s" in pilot.app.desk.articles[0].text
        assert "changed" not in rows(pilot)[4]
        await until(pilot, lambda: pilot.app.desk.pairs.is_matched)


async def test_where_no_file_was_named_there_is_nothing_to_look_at_again() -> None:
    async with running(story()) as pilot:
        await press(pilot, "R")
        assert "No files were named" in status(pilot)
