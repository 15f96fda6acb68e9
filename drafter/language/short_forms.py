"""The brackets that define a short form: （以下简称“城博”）."""

from __future__ import annotations

import re
from functools import cache


@cache
def definition() -> re.Pattern[str]:
    """A definition, brackets included; the short form is the last group, with its 《》 where it has them."""
    head = r"（[^（）\n]{0,8}?(?:以下|下)?(?:简称|统称)(?:为)?[：，]?"
    shapes = r"“(?P<quoted>[^“”\n]{2,20})”|(?P<titled>《[^《》\n]{2,20}》)|(?P<bare>[^“”《》（）\n，。；、]{2,20})"
    return re.compile(f"{head}(?:{shapes})[^（）\n]{{0,12}}）")
