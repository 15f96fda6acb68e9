"""Finds characters that a wrong encoding, a private font or a web page left behind."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.lists import entries
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

BROKEN = "[\ue000-\uf8ff\ufffd\U000f0000-\U0010fffd]"
HIDDEN = "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f-\x9f]+"


def find(view: View) -> Iterator[Finding]:
    """Each broken or hidden character, and each stretch of mojibake."""
    for match in _pattern().finditer(view.text):
        if view.opaque.touches(*match.span()):
            continue
        which = f"U+{ord(match[0][0]):04X}"
        if match["hidden"]:
            yield Finding(*match.span(), {"which": which}, "hidden", Severity.WARNING)
        else:
            yield Finding(*match.span(), {"which": which}, "says" if match["broken"] else "mojibake")


@cache
def _pattern() -> re.Pattern[str]:
    mojibake = "|".join(entries("mojibake"))
    return re.compile(f"(?P<broken>{BROKEN})|(?P<hidden>{HIDDEN})|(?P<mojibake>(?:{mojibake})+)")
