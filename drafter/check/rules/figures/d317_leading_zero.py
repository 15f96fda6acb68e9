"""D317: a decimal that begins with its point."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """.5 behind Han or a mark and before a unit; not No.5, v1.5, 图.5 or the label 一.2025年."""
    for match in _bare().finditer(view.prose):
        yield Finding(match.start(), match.end(), fixes=(Fix(match.start(), match.start(), "0"),))


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        "(?<=[\u4e00-\u9fff（～—，；：])(?<![图表号件例式章节第版一二三四五六七八九十])[.．][0-9０-９]+"
        "(?=[%％‰万亿个元米公平吨亩克升倍分人件项度小天年月微毫厘纳秒岁折])"
    )
