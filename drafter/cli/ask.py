"""Questions on a terminal. Enter skips all but the kind; a wrong answer is explained and asked again."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from drafter import messages
from drafter.cli import answers, terminal
from drafter.cli.choices import kinds, starter
from drafter.cli.report import problem_lines
from drafter.messages import say
from drafter.outline import names
from drafter.problems import DrafterError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    Answer = TypeVar("Answer")

QUESTIONS = {
    "organization": "cli.ask-organization",
    "led-by": "cli.ask-led-by",
    "meeting": "cli.ask-meeting",
    "date": "cli.ask-date",
    "year": "cli.ask-year",
}


def kind() -> tuple[str, str]:
    """Name and path of the starter chosen from a numbered list."""
    known = kinds()
    for number, name in enumerate(known, 1):
        terminal.out(f"  {number}  {_called(name)}")
    by_number = {str(number): name for number, name in enumerate(known, 1)}
    return _until_right("cli.ask-kind", lambda word: starter(by_number.get(word, word)))


def missing(values: dict[str, answers.Value]) -> dict[str, answers.Value]:
    """The values with what was missing asked for."""
    return {name: value or _ask(name) for name, value in values.items()}


def agreed(question: str) -> bool:
    """Whether somebody says yes to a message; Enter is a yes, the end of input a no."""
    try:
        return _until_right(question, answers.consent)
    except EOFError:
        terminal.out()
        return False


def _ask(name: str) -> answers.Value:
    return _until_right(QUESTIONS[name], lambda word: answers.value(name, word))


def _until_right(question: str, understand: Callable[[str], Answer]) -> Answer:
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 (makes backspace take a whole Han)
    while True:
        try:
            return understand(_typed(say(question)))
        except DrafterError as error:
            terminal.err(*problem_lines(error.problems, terminal.width()))


def _typed(question: str) -> str:
    try:
        return input(question).strip()
    except UnicodeDecodeError as error:
        raise DrafterError(Problem("cli.unreadable-answer", args={"encoding": error.encoding})) from error


def _called(name: str) -> str:
    entry = names.find("kinds", name)
    if entry is None:
        return name
    zh = messages.language() == "zh"
    return f"{entry.zh}（{entry.about_zh}）" if zh else f"{entry.en} ({entry.about_en})"
