"""D613: 我馆, 我们, 同志们 in what a news item tells."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.typed import outline_of, typed
from drafter.outline import names
from drafter.outline.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.finding import At
    from drafter.check.typed import Said, Typed
    from drafter.check.view import View

NEWS = "news"


def find(view: View) -> Iterator[At]:
    """Each such word in a text that goes into the news item, unless it is quoted."""
    written = view.once(typed)
    own = names.own_paper(outline_of(view).kind) == NEWS
    for index in _candidates(written):
        said, line = written.said[index], written.line(index)
        if said.kind in ("body", "heading", "title") and _in_news(said, own):
            for match in _words().finditer(line):
                if line.rfind("“", 0, match.start()) <= line.rfind("”", 0, match.start()):
                    yield _finding(written, written.starts[index] + match.start(), match[0])


def _candidates(written: Typed) -> list[int]:
    """The texts with 我 or 同志们 in them."""
    found = set()
    for word in ("我", "同志们"):
        at = written.words.find(word)
        while at >= 0:
            found.add(written.index(at))
            at = written.words.find(word, at + 1)
    return sorted(found)


def _finding(written: Typed, start: int, word: str) -> At:
    says = "called" if word in ("我们", "让我们", "同志们") else "says"
    return written.at(start, start + len(word), says)


def _in_news(said: Said, own: bool) -> bool:
    """Whether a text is one that the news item prints: of a point with a short form only that."""
    papers = said.part.papers if said.part else ()
    if said.kind != "body":
        return said.paper == NEWS or (own and not said.paper and (not papers or NEWS in papers))
    node = said.node
    if node is None or (isinstance(node.brief, Text) and said.text is not node.brief):
        return False
    return papers == (NEWS,) or (NEWS in papers if papers else own)


@cache
def _words() -> re.Pattern[str]:
    return re.compile("让我们|(?<!自)我(?:们|[馆局厅院委办校站所部处社会](?![国省市县区家])|中心)|同志们")
