"""Finds document numbers in another form than 〔2026〕3号, and mends them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """Each number behind an office's sign."""
    for match in _pattern().finditer(view.text):
        right = f"〔{match['year']}〕{int(match['number'])}号"
        if match[0] != right:
            yield Finding(*match.span(), fixes=(Fix(*match.span(), right),))
    yield from (Finding(*match.span(), says="short_year") for match in _short_year().finditer(view.text))


@cache
def _pattern() -> re.Pattern[str]:
    year = r"[\[［【(（〔〈<](?P<year>(?:19|20)[0-9]{2})年?[\]］】)）〕〉>]"
    number = r" ?(?:第 ?)?(?P<number>[0-9]{1,5}) ?号"
    return re.compile(rf"(?<=[\u4e00-\u9fff]){year}{number}(?!楼|门|线|院|车|馆|厅|机|文物)")


@cache
def _short_year() -> re.Pattern[str]:
    return re.compile(r"(?<=[\u4e00-\u9fff])〔\d{2}〕(?:第 ?)?\d{1,5} ?号")
