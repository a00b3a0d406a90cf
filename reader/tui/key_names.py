"""The two names of a key besides the one in the table: for a person, and for Textual."""

from __future__ import annotations

_NAMES = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home",
    "end": "End", "enter": "Enter", "space": "Space", "tab": "Tab", "shift+tab": "Shift-Tab", "escape": "Esc",
    "delete": "Delete", "f12": "F12", "ctrl+f": "Ctrl-F", "ctrl+p": "Ctrl-P",
}  # fmt: skip
_BOUND = {
    "|": "vertical_line", "\\": "backslash", "/": "slash", "]": "right_square_bracket", "[": "left_square_bracket",
    "}": "right_curly_bracket", "{": "left_curly_bracket", "%": "percent_sign", "!": "exclamation_mark",
    ",": "comma", ".": "full_stop", "<": "less_than_sign", ">": "greater_than_sign", "+": "plus", "-": "minus",
    "=": "equals_sign", "?": "question_mark", ":": "colon", "\"": "quotation_mark",
    "'": "apostrophe", "*": "asterisk", "#": "number_sign",
}  # fmt: skip


def key_name(key: str) -> str:
    """The key as it is written for a person."""
    return _NAMES.get(key, key)


def bound(key: str) -> str:
    """What Textual calls a key."""
    if key in _BOUND or len(key) > 1 or key.isalnum():
        return _BOUND.get(key, key)
    from textual.keys import _character_to_key

    return _character_to_key(key)
