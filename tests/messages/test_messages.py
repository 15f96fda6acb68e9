"""Every sentence the program says exists in both languages, with the same slots, and every one it asks for exists."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from drafter import messages
from drafter.problems import Place, Problem

HOUSE = Path(messages.__file__).parent.parent
ROOMS = sorted(path.stem for path in HOUSE.glob("messages/*.toml"))
ENTRIES = [(room, name) for room in ROOMS for name in messages.catalog(room)]
KEYS = {"code", "en", "zh", "remedy_en", "remedy_zh"}


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def common(text: str) -> set[str]:
    """The slots of a text; one that comes in two languages ({is_en}, {is_zh}) counts as the same."""
    return {name.removesuffix("_en").removesuffix("_zh") for name in slots(text)}


def spoken(node: ast.AST) -> str | None:
    """The message id a string constant is, if it is one: a room with a message file, a dot, a name."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        room, dot, name = node.value.partition(".")
        if room in ROOMS and dot and name and all(char.islower() or char.isdigit() or char == "-" for char in name):
            return node.value
    return None


def ids_in_code() -> dict[str, str]:
    found = {}
    for path in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if message := spoken(node):
                found[message] = str(path.relative_to(HOUSE))
    return found


IDS = ids_in_code()


def test_there_is_something_to_test() -> None:
    assert {"cli.wrote", "cli.unknown-paper"} <= set(IDS)
    assert {"cli"} <= set(ROOMS)


@pytest.mark.parametrize("id", sorted(IDS))
def test_every_id_in_the_code_has_a_message(id: str) -> None:
    room, _, name = id.partition(".")
    known = messages.catalog(room)

    if name.endswith("-"):  # the beginning of an f-string
        assert any(each.startswith(name) for each in known), f"{IDS[id]} says {id}…"
    else:
        assert name in known, f"{IDS[id]} says {id}"


@pytest.mark.parametrize(("room", "name"), ENTRIES)
def test_every_message_speaks_both_languages(room: str, name: str) -> None:
    entry = messages.catalog(room)[name]

    assert set(entry) <= KEYS
    assert ("en" in entry) == ("zh" in entry)
    assert ("remedy_en" in entry) == ("remedy_zh" in entry)
    assert "en" in entry or "remedy_en" in entry
    assert all(text.strip() == text for text in (entry.get("remedy_en", ""), entry.get("remedy_zh", "")))


@pytest.mark.parametrize(("room", "name"), ENTRIES)
def test_both_languages_have_the_same_slots(room: str, name: str) -> None:
    entry = messages.catalog(room)[name]

    assert common(entry.get("en", "")) == common(entry.get("zh", ""))
    assert common(entry.get("remedy_en", "")) == common(entry.get("remedy_zh", ""))


def calls() -> list[tuple[str, set[str], str]]:
    """Each call that gives a message its arguments by name, where both can be read off the code."""
    found = []
    for path in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and (message := spoken(node.args[0])):
                given = arguments(node)
                if given is not None:
                    found.append((message, given, f"{path.relative_to(HOUSE)}:{node.lineno}"))
    return found


def arguments(call: ast.Call) -> set[str] | None:
    """The slots a call fills; None where they are computed, or where this is no call of ``say`` or ``Problem``."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name == "say":
        return {word.arg for word in call.keywords if word.arg} if all(word.arg for word in call.keywords) else None
    if name != "Problem" or any(word.arg == "remedy" for word in call.keywords):
        return None
    given = [word.value for word in call.keywords if word.arg == "args"] + call.args[2:3]
    if not given:
        return set()
    if isinstance(given[0], ast.Dict) and all(isinstance(key, ast.Constant) for key in given[0].keys):
        return {str(key.value) for key in given[0].keys if isinstance(key, ast.Constant)}
    return None


CALLS = calls()


@pytest.mark.parametrize(("id", "given", "where"), CALLS, ids=[where for _, _, where in CALLS])
def test_every_slot_is_filled_where_a_message_is_said(id: str, given: set[str], where: str) -> None:
    room, _, name = id.partition(".")
    entry = messages.catalog(room)[name]
    needed = slots(entry.get("en", "")) | slots(entry.get("remedy_en", ""))

    assert needed <= given, where


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"DRAFTER_LANG": "zh"}, "zh"),
        ({"DRAFTER_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh"),
        ({"DRAFTER_LANG": "fr"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_follows_the_locale_unless_told(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    for name in ("DRAFTER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    messages.language.cache_clear()

    assert messages.language() == language

    messages.language.cache_clear()


def test_a_problem_may_borrow_the_remedy_of_another_message() -> None:
    problem = Problem("cli.no-such-command", Place(), {"command": "rendr", "near": "render"}, remedy="cli.near")

    assert messages.describe(problem, "en") == "There is no command “rendr”."
    assert messages.remedy(problem, "zh") == "您要写的是不是 render？"


@pytest.mark.parametrize(("room", "name"), ENTRIES)
def test_an_entry_read_by_itself_is_the_one_in_the_file(room: str, name: str) -> None:
    entry = messages.catalog(room)[name]
    args: dict[str, str | int] = {slot: "1" for text in entry.values() for slot in slots(text)}
    problem = Problem(f"{room}.{name}", args=args)
    assert messages.code(problem) == entry.get("code", "")
    for lang in ("en", "zh"):
        assert messages.remedy(problem, lang) == entry.get(f"remedy_{lang}", "").format(**args)
        assert lang not in entry or messages.describe(problem, lang) == entry[lang].format(**args)
