"""Every sentence the program says, by id, in English and Chinese.

One TOML file a room (``messages/outline.toml``); an entry ``[unknown-key]`` answers to ``outline.unknown-key`` and has
``en`` and ``zh`` and, where something can be done, ``remedy_en`` and ``remedy_zh``. Slots are ``{name}``.
"""

from __future__ import annotations

import os
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.problems import Problem

_preferred = ContextVar("preferred", default="")


@cache
def language() -> str:
    """``zh`` or ``en``: what ``DRAFTER_LANG`` says, what is preferred, the locale's language, or else English."""
    chosen = os.environ.get("DRAFTER_LANG") or _preferred.get() or _locale_language()
    return "zh" if chosen.strip().lower().startswith(("zh", "chinese")) else "en"


def prefer(lang: str) -> None:
    """Speak ``lang`` from now on where ``DRAFTER_LANG`` says nothing; "" for the locale's language."""
    _preferred.set(lang)
    language.cache_clear()


def say(id: str, lang: str | None = None, /, **args: str | int) -> str:
    """The message ``id`` with its slots filled, in ``lang`` (the user's language where not given)."""
    return _entry(id)[lang or language()].format(**args)


def describe(problem: Problem, lang: str | None = None) -> str:
    """What is wrong, in one sentence."""
    return say(problem.id, lang, **problem.args)


def remedy(problem: Problem, lang: str | None = None) -> str:
    """What the writer can do about a problem; "" where the message has no remedy."""
    entry = _entry(problem.remedy or problem.id)
    return entry.get(f"remedy_{lang or language()}", "").format(**problem.args)


def code(problem: Problem) -> str:
    """The stable code of a problem (``D103``): that of its rule, or of its message; "" where it has none."""
    room = problem.id.partition(".")[0]
    if "/" in room:
        return room.rpartition("/")[2].partition("_")[0].upper()
    return _entry(problem.id).get("code", "")


@cache
def catalog(room: str) -> dict[str, dict[str, str]]:
    """All entries of one room's file."""
    import tomllib

    return tomllib.loads(_text(room))


@cache
def _entry(id: str) -> dict[str, str]:
    """One entry. A run in which all goes well says one sentence, and need not parse the others."""
    import tomllib

    room, _, name = id.partition(".")
    _, head, rest = f"\n{_text(room)}".partition(f"\n[{name}]\n")
    entry: dict[str, str] = tomllib.loads(head + rest.partition("\n[")[0])[name]
    return entry


@cache
def _text(room: str) -> str:
    """The file of a room. A rule, which is named by its path in the house, keeps its messages beside its code."""
    here = Path(__file__).parent
    return (here.parent if "/" in room else here).joinpath(f"{room}.toml").read_text("utf-8")


def _locale_language() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name]
    return _windows_language() if os.name == "nt" else "en"


def _windows_language() -> str:
    """The language of Windows' own windows: terminals there set no ``LANG``."""
    import ctypes
    import locale

    number = getattr(ctypes, "windll").kernel32.GetUserDefaultUILanguage()  # noqa: B009 (absent elsewhere)
    return locale.windows_locale.get(number, "en")
