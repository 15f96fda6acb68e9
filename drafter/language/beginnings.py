"""Years of which a text tells what began or happened then, and which stay what they are."""

from __future__ import annotations

import re
from functools import cache


def began(before: str, after: str) -> bool:
    """Whether the words around a year (年 aside) say that something is counted from it: 自2019年以来, 2019年建成的."""
    return bool(_from().search(before) or _since().match(after))


@cache
def _from() -> re.Pattern[str]:
    return re.compile("(?:自|从|自从|距|早在|始于|[建立成创]于|创办于|继|由|发布的|印发的|施行的|入选)$")


@cache
def _since() -> re.Pattern[str]:
    return re.compile(
        "(?:以来|起|至|到|—|底以来|相比|末相比"
        "|[一-龥]{0,8}(?:建成|成立|建馆|开馆|启动|立项|出土|入选|获批|创建|印发|颁布|施行))"
    )
