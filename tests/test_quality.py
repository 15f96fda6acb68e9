"""Every finding in real documents has been judged, and the page that counts them is what they come to."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT.parent / "shared/samples"
QUALITY = runpy.run_path(str(ROOT / "docs" / "make_quality.py"), run_name="make_quality")

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real documents are not beside this checkout")


def test_every_finding_has_been_judged() -> None:
    assert list(QUALITY["unjudged"](QUALITY["findings"](SAMPLES))) == []


def test_the_page_is_what_was_judged() -> None:
    made = QUALITY["page"](QUALITY["findings"](SAMPLES), QUALITY["characters"](SAMPLES))

    assert QUALITY["PAGE"].read_text("utf-8") == made, "run python docs/make_quality.py FOLDER"


def test_alarms_are_seldom_false() -> None:
    found = QUALITY["findings"](SAMPLES)
    false = QUALITY["judged"]()
    loud = [
        QUALITY["key"](problem)
        for file, problems in found.items()
        if file.startswith("govreport")
        for problem in problems
        if problem.severity != "hint" and QUALITY["key"](problem) in false.get(file, {}).get("false", [])
    ]

    assert len(loud) * QUALITY["GOAL"] <= QUALITY["characters"](SAMPLES)
