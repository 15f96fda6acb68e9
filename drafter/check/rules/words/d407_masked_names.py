"""Finds names that asterisks hide; ``**bold**`` of Markdown, bullets, footnote marks and products hide nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Every asterisk that stands for a name, with the word it hides the name of."""
    for match in _pattern().finditer(view.text):
        if match["name"] and not view.opaque.touches(*match.span("name")):
            yield Finding(*match.span("name"))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"\*\*[^*\n\v]+\*\*"
        r"|(?<![*\d])(?P<name>[*＊]{1,4}(?:(?!和|与|及|或)[\u4e00-\u9fff]){0,3}?"
        r"(?:省|市|县|区|州|旗|乡|镇|村|街道|局|厅|委|部|处|科|馆|院|校|学校|公司|单位|同志|书记|局长|馆长))"
    )
