"""Labels with a comma where their mark should be: ``1,登记造册``, ``二，存在的问题``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.check.spans import Spans
from drafter.language.width import BLANKS, HAN

if TYPE_CHECKING:
    from drafter.check.view import View


def comma_labels(view: View) -> Spans:
    """The labels, blanks before them and behind them aside; to be asked through ``view.once``."""
    found = (match for match in _labels().finditer(view.text) if not view.paragraph(match.start("label")).source.cell)
    return Spans(match.span("label") for match in found)


@cache
def _labels() -> re.Pattern[str]:
    """A number and a comma before a line; Han numerals only where the line is a heading, short and without an end."""
    digits = rf"\d{{1,2}}[,，](?=[{BLANKS}]?[{HAN}])"
    numerals = rf"[一二三四五六七八九十]{{1,3}}[,，](?=[{HAN}、（）]{{2,40}}$)"
    return re.compile(rf"^[{BLANKS}]*(?P<label>{digits}|{numerals})", re.MULTILINE)
