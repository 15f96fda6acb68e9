"""Finds pinyin that stands in brackets behind one ordinary character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.language.glosses import gloss

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

MOST = 6


def find(view: View) -> Iterator[Finding]:
    """Each gloss of one syllable; one finding for the document where there are many."""
    found = [match for match in gloss().finditer(view.text) if not view.opaque.touches(*match.span())]
    if len(found) > MOST:
        yield Finding(*found[0].span(), {"count": len(found)}, "throughout")
        return
    yield from (Finding(*match.span()) for match in found)
