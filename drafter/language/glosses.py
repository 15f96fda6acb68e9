"""Pinyin in brackets behind one character, as copying a page of glossed characters leaves it: 高質(zhì)量."""

from __future__ import annotations

import re
from functools import cache

_PLAIN, _TONED = "[a-zü]{0,5}", "[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]"


@cache
def gloss() -> re.Pattern[str]:
    """One syllable with its tone, brackets included; a lone one without a tone may be Latin text."""
    return re.compile(rf"(?<=[\u3400-\u9fff])[(（]{_PLAIN}{_TONED}{_PLAIN}[)）]")


@cache
def torn_gloss() -> re.Pattern[str]:
    """A syllable that lost its opening bracket to damage, with what stands around it: 不够?qū)崳."""
    return re.compile(rf"[\u3400-\u9fff][^\u3400-\u9fff(（a-z\n\v]?{_PLAIN}{_TONED}{_PLAIN}[)）][\u3400-\u9fff]?")
