"""The lines that an outline prints as it stands, to be held against the document it came from."""

from __future__ import annotations

from drafter.document.plain import to_text
from drafter.outline.load import loads
from drafter.outline.narrow import VERBATIM
from drafter.papers.compose import compose


def printed(text: str) -> list[str]:
    """What an outline's YAML prints word for word, a line each, without blank ones; none where it is no outline."""
    outline = loads(text.encode("utf-8", "replace"), "").outline
    lines = to_text(compose(outline, VERBATIM)).split("\n") if outline else []
    return [line.strip() for line in lines if line.strip()]
