"""The phrases that ``drafter show`` offers: they judge or state something, so only a writer may choose them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.cells import wrap
from drafter.cli.overview import called
from drafter.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.cli.terminal import Line
    from drafter.papers.wording import Offer

INDENT = "    "


def offer_lines(offers: Sequence[Offer], width: int) -> Iterator[Line]:
    """The phrases, each under the role it is for."""
    yield from (((line, "file"),) for line in wrap(say("cli.show-offers"), width))
    for offer in offers:
        yield ((f"  {_part(offer.key)}", "dim"),)
        yield from (((INDENT + line, ""),) for line in wrap(offer.text, width - len(INDENT)))


def _part(key: str) -> str:
    """What a list of phrases is called: a role's name, or the end of a paper."""
    return called("roles", "closing" if key == "ending" else key)
