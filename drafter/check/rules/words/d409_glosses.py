"""Finds pinyin that stands in brackets behind one ordinary character."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

MOST = 6


def find(view: View) -> Iterator[Finding]:
    """Each gloss of one syllable; one finding for the document where there are many."""
    found = [match for match in _pattern().finditer(view.text) if not view.opaque.touches(*match.span())]
    if len(found) > MOST:
        yield Finding(*found[0].span(), {"count": len(found)}, "throughout")
        return
    yield from (Finding(*match.span()) for match in found)


@cache
def _pattern() -> re.Pattern[str]:
    """One syllable with its tone; a lone gloss without a tone may be Latin text."""
    plain, toned = "[a-zü]{0,5}", "[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]"
    return re.compile(rf"(?<=[\u3400-\u9fff])[(（]{plain}{toned}{plain}[)）]")
