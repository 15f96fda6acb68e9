"""Finds titles that end with a mark."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.genre import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import Paragraph, View

HEAD = 5
OFFICIAL = re.compile(
    r"[\u4e00-\u9fff]{0,30}关于.{2,60}的(?:通知|通报|报告|请示|批复|意见|决定|决议|函|复函|公告|通告|议案|方案|办法)$"
)
"""《…关于…的通知》."""
PAUSES = frozenset("，。；：！？")
MARK = re.compile(r"(?P<mark>[。，、；：])[\s\v]*$")


def find(view: View) -> Iterator[Finding]:
    """The last mark of the line that is a document's title; those of an outline are D612's."""
    for paragraph in () if view.outline else _titles(view):
        match = MARK.search(view.words(paragraph))
        if match:
            yield Finding(paragraph.start + match.start("mark"), paragraph.start + match.end("mark"))


def _titles(view: View) -> Iterator[Paragraph]:
    """The first line, and where the number of a document or a site's own lines stand above it, what reads like one."""
    written = (each for each in view.paragraphs if view.words(each).strip())
    for index, each in enumerate(islice(written, HEAD)):
        if _is_title(view, each, first=not index):
            yield each
            return


def _is_title(view: View, paragraph: Paragraph, first: bool) -> bool:
    """Whether it is no sentence with pauses in it, names a kind of paper, and has a text below."""
    words = view.words(paragraph).strip(" \u3000。，、；：")
    has_text = bool(view.normal[paragraph.end :].strip())
    return has_text and not PAUSES.intersection(words) and bool(OFFICIAL.match(words) or (first and named(words)))
