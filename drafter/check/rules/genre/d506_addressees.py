"""Finds addressees that are followed by another mark than ：, or by none."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.check.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

TITLE = re.compile(r"关于.{2,60}的?(?:通知|请示|报告|函|意见|决定|通报|批复|议案|公告|通告|复函)[。，；：]?$")
ADDRESSEES = re.compile(
    r"(?:各|市|省|县|区|局|国家|国务院|中共|[\u4e00-\u9fff]{2,10})[\u4e00-\u9fff（）、，]{0,60}"
    r"(?:政府|单位|部门|机构|企业|公司|学校|社团|局|委|办|厅|馆|部|处|科室|委员会|办公室)(?P<mark>[。，、；]?)$"
)


def find(view: View) -> Iterator[Finding]:
    """The line under the title of a letter or notice, where it names those it goes to."""
    if view.outline:
        return
    written = [each for each in view.paragraphs if view.words(each).strip()]
    for title, below in pairwise(written):
        words = view.words(below).rstrip()
        found = TITLE.search(view.words(title).strip()) and ADDRESSEES.match(words.lstrip())
        if found:
            end = below.start + len(words)
            yield Finding(end - 1, end, says="says" if found["mark"] else "bare")
