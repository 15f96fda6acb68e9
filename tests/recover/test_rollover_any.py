"""Whatever valid outline is rolled over, what comes of it loads, has no figure of its own, and keeps every comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, assume, given, settings

from drafter.outline.load import loads
from drafter.problems import Severity
from drafter.recover.rollover.begin import begin
from drafter.recover.rollover.roll import roll
from tests.recover.written_outlines import written

if TYPE_CHECKING:
    from drafter.outline.model import Outline


def sound(text: str) -> Outline | None:
    """The outline of a text, None where it has errors."""
    loaded = loads(text.encode(), "总结.yaml")
    faulty = any(problem.severity is Severity.ERROR for problem in loaded.problems)
    return None if faulty else loaded.outline


def rolled(text: str) -> str:
    return roll(begin(text.encode(), "总结.yaml", None, file="去年.yaml")).text


def check(last: Outline, text: str, comments: list[str]) -> None:
    this = sound(text)
    assert this is not None, text
    assert isinstance(last.year, int)
    assert (this.year, this.last) == (last.year + 1, "去年.yaml")
    assert {name for name, fact in last.facts.items() if not fact.once} == set(this.facts)
    assert all(fact.value is None for fact in this.facts.values())
    assert all(fact.previous == last.facts[name].value for name, fact in this.facts.items())
    assert all(comment in text for comment in comments)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(written())
def test_any_outline_rolls_over_and_over_again(outline: tuple[str, list[str]]) -> None:
    text, comments = outline
    last = sound(text)
    assume(last)
    assert last is not None

    this = rolled(text)
    check(last, this, comments)

    again = sound(this)
    assert again is not None
    check(again, rolled(this), comments)
