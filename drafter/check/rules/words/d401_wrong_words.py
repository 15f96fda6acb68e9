"""Words of the list, Drafter's and the office's own, in the company that makes them wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import Finding, Fix
from drafter.check.wrong_words import wrong_words
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View
    from drafter.check.wrong_words import Hit

SEVERITIES = {"sure": Severity.ERROR, "likely": Severity.WARNING, "possible": Severity.HINT}


def find(view: View) -> Iterator[Finding]:
    """Every wrong word, as grave as its entry is certain; only a sure one is mended."""
    for hit in view.once(wrong_words):
        yield _finding(hit)


def _finding(hit: Hit) -> Finding:
    word = hit.word
    says = "avoid" if not word.right else "because" if word.reason else "says"
    fixes = (Fix(hit.start, hit.end, word.right),) if word.right and word.certainty == "sure" else ()
    args: dict[str, str | int] = {"right": word.right, "reason": word.reason}
    return Finding(hit.start, hit.end, args, says, SEVERITIES[word.certainty], fixes)
