"""The page on the quality of import says what the scorer finds."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_what_the_scorer_finds() -> None:
    maker = runpy.run_path(str(DOCS / "make_import_quality.py"), run_name="make_import_quality")
    text = (DOCS / "import-quality.md").read_text("utf-8")
    assert maker["made"](text) == text, "run python docs/make_import_quality.py"


def test_a_page_that_is_behind_is_found() -> None:
    maker = runpy.run_path(str(DOCS / "make_import_quality.py"), run_name="make_import_quality")
    behind = "<!-- missed: unseen -->\nold\n<!-- /missed -->\n"
    assert "old" not in maker["made"](behind)
    absent = "<!-- missed: nowhere -->\nold\n<!-- /missed -->\n"
    assert maker["made"](absent) == absent
