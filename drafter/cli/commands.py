"""The table of commands: each in a module of its own, imported when it is asked for."""

from __future__ import annotations

import keyword
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CHINESE = {
    "new": "新建",
    "import": "导入",
    "rollover": "转年",
    "check": "检查",
    "render": "出稿",
    "show": "查看",
    "list": "清单",
    "schema": "结构",
}
"""Every command by its name, in the order of a writer's work, with its Chinese name."""


def canonical(word: str) -> str | None:
    """The command a word stands for, in either language; None where there is none."""
    chinese = {zh: en for en, zh in CHINESE.items()}
    return chinese.get(word) or (word if word in CHINESE else None)


def spoken(name: str, lang: str) -> str:
    """A command's name in a language."""
    return CHINESE[name] if lang == "zh" else name


def function(name: str) -> Callable[..., int]:
    """The function behind a command: it takes the parsed options and gives the exit code."""
    module = f"{name}_" if keyword.iskeyword(name) else name
    command: Callable[..., int] = import_module(f"drafter.cli.{module}").command
    return command
