"""What rules about marks share: many findings told as one, and the stretches in quotes, titles and brackets."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from drafter.check.spans import Spans
from drafter.language.punctuation import PAIRS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.check.finding import Finding, Fix
    from drafter.check.view import View


def as_one(found: Sequence[Finding], says: str, view: View) -> Finding:
    """Findings that have one cause, told once: at the first of them, with every fix that can be made."""
    fixes = tuple(fix for each in found for fix in each.fixes if can_fix(fix, view))
    return msgspec.structs.replace(found[0], says=says, args={**found[0].args, "count": len(found)}, fixes=fixes)


def can_fix(fix: Fix, view: View) -> bool:
    """Whether it touches nothing protected and stands in the file as it does in the view."""
    return not view.protected.touches(fix.start, fix.end) and view.typed(fix.start, fix.end) is not None


def enclosed(view: View) -> Spans:
    """The stretches of a paragraph in quotes, titles and brackets; to be asked through ``view.once``."""
    return Spans(match.span() for match in _enclosed().finditer(view.normal))


@cache
def _enclosed() -> re.Pattern[str]:
    return re.compile("|".join(f"{opening}[^{opening}{closing}\n]*{closing}" for opening, closing in PAIRS.items()))
