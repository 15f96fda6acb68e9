"""D311: a weekday that its date does not have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.check.figures import dated
from drafter.check.finding import Finding
from drafter.check.years import own_years
from drafter.language.dates import whole
from drafter.problems import Severity

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from drafter.check.finding import Args
    from drafter.check.view import View
    from drafter.language.dates import Dated

HAN = "一二三四五六日"
ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile("[，（]?(?P<said>(?:星期|周|礼拜)(?P<day>[一二三四五六日天]))(?![至到—～-])")


def find(view: View) -> Iterator[Finding]:
    """Every date with a weekday behind it that it does not have; without a year, in none of the paper's years."""
    for each in view.once(dated):
        match = _WEEKDAY.match(view.normal, each.end)
        days = _days(each, view) if match else []
        if match and days and match["day"].replace("天", "日") not in [HAN[day.weekday()] for day in days]:
            weekday = days[0].weekday()
            args: Args = {"date": view.text[each.start : each.end], "right": HAN[weekday], "right_en": ENGLISH[weekday]}
            severity = None if each.year else Severity.WARNING
            yield Finding(match.start("said"), match.end("said"), args, severity=severity)


def _days(each: Dated, view: View) -> list[datetime.date]:
    """The days it may be: of its own year, or of the paper's and the next."""
    own = view.once(own_years)
    years = [each.year] if each.year else [*own, *(year + 1 for year in own[-1:])]
    return [day for year in years if (day := whole(each, year))]
