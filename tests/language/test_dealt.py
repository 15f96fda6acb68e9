"""What 分别 deals out, to whom."""

from __future__ import annotations

import pytest

from drafter.language.dealt import dealt
from drafter.language.mentions import mentions
from tests.timing import seconds

Told = list[tuple[str, str]]


def told(text: str) -> Told:
    """Each figure with what it is dealt out to, and what it did."""
    found = dealt(text, tuple(mentions(text)))
    return [(text[each.mention.start : each.mention.end], _owner(text, each) + each.deed) for each in found]


def _owner(text: str, each: object) -> str:
    of = getattr(each, "of", None)
    return text[of.start : of.end] if of else getattr(each, "name", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("参与率、准确率分别达到92%、85%。", [("92%", "参与率"), ("85%", "准确率")]),
        ("起诉件数和结案件数分别增长3%和4%。", [("3%", "起诉件数增长"), ("4%", "结案件数增长")]),
        ("汽车、家具零售额分别下降2%、1%。", [("2%", "汽车零售额下降"), ("1%", "家具零售额下降")]),
        ("读者9万人次，图书6万册，分别增长12%、8%。", [("12%", "9万人次增长"), ("8%", "6万册增长")]),
        ("读者、图书、期刊分别为9万、6万。", []),
        ("读者分别达到9万人次。", []),
    ],
)
def test_each_figure_has_its_owner(text: str, said: Told) -> None:
    assert told(text) == said


def test_much_dealt_out_takes_linear_time() -> None:
    text = "读者9万人次、图书6万册，分别增长12%、8%；"

    assert seconds(lambda: told(text * 800)) < 12 * seconds(lambda: told(text * 100))
