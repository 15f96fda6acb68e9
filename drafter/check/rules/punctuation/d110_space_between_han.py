"""Blanks between Han in running text."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.marks import as_one, enclosed
from drafter.check.rules.punctuation.d113_heading_end import run_in
from drafter.language.width import BLANKS, HAN
from drafter.language.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import Paragraph, View

SINGLY = 2
NAMED = 6
LONGEST = 12
"""Characters looked at on either side of a gap."""


def find(view: View) -> Iterator[Finding]:
    """Each gap, or one finding for a paragraph with more; headings, lists, names and slogans are passed over."""
    headings = {found.end for found in view.once(run_in)}
    gaps = (match for match in _gaps().finditer(view.prose) if match.start() not in headings and _is_slip(view, match))
    for _, group in groupby(gaps, lambda match: view.paragraph(match.start()).index):
        found = [Finding(*match.span()) for match in group]
        yield from found if len(found) <= SINGLY else [as_one(found, "many", view)]


def _is_slip(view: View, match: re.Match[str]) -> bool:
    """Not in quotes or titles, not behind a label or a post (记者 李明), not beside a lone character (李 明)."""
    paragraph = view.paragraph(match.start())
    if not _is_running_text(view, paragraph) or view.once(enclosed).touches(*match.span()):
        return False
    left = _last_word().search(view.prose[max(0, match.start() - LONGEST) : match.start()])
    right = _first_word().match(view.prose, match.end(), match.end() + LONGEST)
    return bool(left and right and _parts_words(left[0], right[0]))


def _parts_words(left: str, right: str) -> bool:
    return min(len(left), len(right)) > 1 and not _label().search(left) and not _post(left, right)


def _is_running_text(view: View, paragraph: Paragraph) -> bool:
    return paragraph.source.kind == "body" and view.normal.find("。", paragraph.start, paragraph.end) >= 0


def _post(left: str, right: str) -> bool:
    """记者 王方, 李 明同志."""
    posts = (*words("posts"), *words("bylines"))
    return (left.endswith(posts) and len(right) <= NAMED) or right[1:].startswith(posts)


@cache
def _gaps() -> re.Pattern[str]:
    blank = f"[{BLANKS.replace(chr(9), '')}]"
    return re.compile(f"(?<=[{HAN}]){blank}++(?=[{HAN}])")


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]++\\Z")


@cache
def _first_word() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]++")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        r"(?:第[一二三四五六七八九十百]+[章节条编款]|[一二三四五六七八九十]+[是要]|附件|附表|附图|首先|其次|最后)\Z"
    )
