"""D320: 零, O, 0 or ○ for 〇 in a Han year."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.finding import Finding, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.view import View

_WRONG = re.compile("[零○OoＯｏ０0Ο]")


def find(view: View) -> Iterator[Finding]:
    """二零二六年, 二○二六年, 二O二六年."""
    for match in _years().finditer(view.text):
        slips = list(_WRONG.finditer(match[0]))
        if slips:
            fixes = tuple(Fix(match.start() + slip.start(), match.start() + slip.end(), "〇") for slip in slips)
            yield Finding(match.start(), match.end(), {"right": _WRONG.sub("〇", match[0])}, fixes=fixes)


@cache
def _years() -> re.Pattern[str]:
    return re.compile("(?<![一二三四五六七八九十百千零〇])[一二][〇零○OoＯｏ０0Ο一二三四五六七八九]{3}年")
