"""Text of articles meets no widget that would read markup in it, and no way round the painter."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import reader.tui

ROOM = Path(next(iter(reader.tui.__path__)))
SOURCES = sorted(ROOM.rglob("*.py"))
OURS = {"LineBar", "Rule", "Divider", "LineList", "Painted", "Note", "FindBar", "TypedLine"}
INTERPRETING = {
    "Static", "Label", "Button", "OptionList", "Markdown", "MarkdownViewer", "RichLog", "Log", "DataTable", "Tree",
    "Footer", "Select", "Tabs", "Tab", "Checkbox", "Collapsible", "Toast", "Link", "Pretty", "ListView",
}  # fmt: skip
MARKING = {"notify", "from_markup", "render_markup", "bell"}
MARKED = {"tooltip", "border_title", "border_subtitle", "placeholder", "sub_title"}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_of_textuals_own_widgets_only_the_line_editor_is_used(path: Path) -> None:
    imported = {
        name.name
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual.widgets")
        for name in node.names
    }
    assert imported <= {"Input"}
    assert not imported or path.stem == "find_bar"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_nothing_is_called_or_set_that_reads_markup(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert called not in INTERPRETING | MARKING, f"{path.name}:{node.lineno}"
            assert not {word.arg for word in node.keywords} & MARKED, f"{path.name}:{node.lineno}"
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                name = target.attr if isinstance(target, ast.Attribute) else ""
                assert name not in MARKED | {"title"}, f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_only_the_painter_answers_textuals_rendering(path: Path) -> None:
    rendering = [n.name for n in ast.walk(tree(path)) if isinstance(n, ast.FunctionDef) and n.name.startswith("render")]
    assert not rendering or path.stem in {"painted", "picture"}


def test_every_widget_of_ours_is_painted() -> None:
    from reader.tui.widgets import line_bar, line_list, matrix_view, note, painted, text_view

    for module in (line_bar, line_list, matrix_view, note, text_view):
        widgets = [
            value for value in vars(module).values() if isinstance(value, type) and value.__module__ == module.__name__
        ]
        chosen = [widget for widget in widgets if hasattr(widget, "DEFAULT_CSS")]
        assert chosen
        assert all(issubclass(widget, painted.Painted) for widget in chosen)
