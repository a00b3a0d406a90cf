"""Who has the mouse: the program, or the terminal, which selects in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from reader.tui.commands import first_key

if TYPE_CHECKING:
    from textual.app import App


@runtime_checkable
class Mouse(Protocol):
    """A driver that can do without."""

    @property
    def has_mouse(self) -> bool:
        """Whether the program is told what the mouse does."""
        ...

    def use_mouse(self, wanted: bool) -> None:
        """Asks the terminal to tell, or not to."""
        ...


def hand_over(app: App[object]) -> str:
    """Leaves the mouse to the terminal, or takes it back; the sentence that says so."""
    driver = app._driver
    if not isinstance(driver, Mouse):
        return "The mouse cannot be left to the terminal here"
    driver.use_mouse(not driver.has_mouse)
    back = f"The mouse is the terminal's; {first_key('mouse')} takes it back"
    return "The mouse is the reader's again" if driver.has_mouse else back
