"""The office's own leaders: a name with another's post, a name one character off, names out of order."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.leaders import named, named_with_post, nearly_named, nearly_named_with_post, posts
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.leaders import Named
    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """What is wrong with the leaders that the office names, in their order, in its settings."""
    if view.office.leaders:
        yield from _wrong_posts(view)
        yield from _misspelt(view)
        yield from _out_of_order(view)


def _wrong_posts(view: View) -> Iterator[Finding]:
    """A post beside a name is his, or unknown, or somebody else's; 馆长 behind a 副馆长 is courtesy."""
    held = {each.name: posts(each) for each in view.office.leaders}
    for each in named_with_post(view.normal, view.office.leaders):
        own = held[each.name]
        if own and each.post not in own:
            courtesy = each.behind and f"副{each.post}" in own
            args: dict[str, str | int] = {"name": each.name, "post": each.post, "own": "、".join(own)}
            yield Finding(each.start, each.end, args, severity=Severity.HINT if courtesy else Severity.ERROR)


def _misspelt(view: View) -> Iterator[Finding]:
    """Beside the leader's own post nearly his name is his; alone it may be somebody else's."""
    known = {each.name for each in view.office.leaders}
    for leader in view.office.leaders:
        found = {each.start: each for each in nearly_named(view.normal, leader)}
        found |= {each.start: each for each in nearly_named_with_post(view.normal, leader)}
        for each in found.values():
            if each.name not in known:
                severity = None if each.post else Severity.HINT
                yield Finding(each.start, each.end, {"name": leader.name}, "misspelt", severity)


def _out_of_order(view: View) -> Iterator[Finding]:
    """Of two leaders side by side in one list, the one who stands first in the settings is named first."""
    place = {each.name: number for number, each in reversed(list(enumerate(view.office.leaders)))}
    for first, second in pairwise(named(view.normal, view.office.leaders)):
        if place[second.name] < place[first.name] and _in_one_list(view.normal, first, second):
            args: dict[str, str | int] = {"name": second.name, "before": first.name}
            yield Finding(second.start, second.end, args, "order", Severity.HINT)


def _in_one_list(text: str, first: Named, second: Named) -> bool:
    return bool(_between().fullmatch(text, first.end, second.start))


@cache
def _between() -> re.Pattern[str]:
    """A post or 同志, a mark or word that joins, and posts: 主持会议 between two names makes no list of them."""
    return re.compile(
        r"(?:[\u4e00-\u9fff]{0,8}[长记任席]|同志)?(?:、|和|与|及|，)(?:[\u4e00-\u9fff、]{0,20}[长记任席员理])?"
    )
