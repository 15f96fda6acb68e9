"""D611: numbers and bullets that were typed where the program numbers by itself."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.typed import typed
from drafter.language.numbering import LEVELS, Label, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.finding import At
    from drafter.check.typed import Said, Typed
    from drafter.check.view import View

FIRST = frozenset("一二三四五六七八九十（(1234567890第首其再最①②③④⑤⑥⑦⑧⑨⑩“㈠㈡㈢⑴⑵⑶⒈⒉⒊１２３-–•·●■◆*")
MARKS = frozenset("、.．是要）)，,”①②③④⑤⑥⑦⑧⑨⑩㈠㈡㈢⑴⑵⑶⒈⒉⒊")
NEAR = 5
BULLETS = ("- ", "– ", "• ", "· ", "* ", "•", "●", "■", "◆")


def find(view: View) -> Iterator[At]:
    """Labels that begin a title of a numbered level, and labels and bullets that begin paragraphs."""
    written = view.once(typed)
    labels = [(index, *_label(said.text)) for index, said in _begun(written)]
    styles = [(written.said[index].node, label.style) for index, _, label in labels if label]
    for index, length, label in labels:
        said = written.said[index]
        alone = label is None or label.style in LEVELS or styles.count((said.node, label.style)) > 1
        if length and (said.kind == "heading" or alone):
            start = written.starts[index]
            yield written.at(start, start + length, "says" if said.kind == "heading" else "line" if label else "bullet")


def _begun(written: Typed) -> Iterator[tuple[int, Said]]:
    """The titles and paragraphs that begin as a label might."""
    for index, said in enumerate(written.said):
        numbered = said.kind == "body" or (said.part and said.part.numbering != "none")
        if said.text[0] in FIRST and numbered and said.kind in ("heading", "body"):
            yield index, said


def _label(text: str) -> tuple[int, Label | None]:
    """The length of what a text is labelled with, 0 for nothing, and its label, None for a bullet."""
    if text.startswith(BULLETS):
        return len(next(bullet for bullet in BULLETS if text.startswith(bullet)).rstrip()), None
    label = parse(text) if not MARKS.isdisjoint(text[:NEAR]) and _may_be().match(text) else None
    return (len(text[: label.length].rstrip()), label) if label else (0, None)


@cache
def _may_be() -> re.Pattern[str]:
    """Cheaper than to look for every style: nearly all texts that begin with a numeral have no label."""
    return re.compile(
        r"[一二三四五六七八九十]{1,3}[、.．是要）)]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9０-９]{1,3}(?:[、）)]|[.．](?![0-9]))"
        r"|第[一二三四五六七八九十]{1,3}[，、]|(?:首先|其次|再次|最后)，|[①-⑳㈠-㈩⑴-⒇⒈-⒛]|“[0-9]{1,2}”"
    )
