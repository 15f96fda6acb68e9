"""What typer says of a wrong command line, as problems of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.messages import say
from drafter.problems import DrafterError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable


def usage_problems(error: Any) -> DrafterError:
    """A usage error in our words; the remedy is the option probably meant, or the command's help page."""
    make = _WORDINGS.get(type(error).__name__, _other)
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "drafter"
    return DrafterError(make(error, path))


def label(metavar: str | None) -> str:
    """What a help page calls an argument's value: message ids are translated, anything else stays."""
    return say(metavar) if metavar and metavar.startswith("cli.") else metavar or ""


def _no_such_option(error: Any, path: str) -> Problem:
    near = (error.possibilities or [""])[0]
    args: dict[str, str | int] = {"option": error.option_name, "near": near, "command": path}
    return Problem("cli.no-such-option", args=args, remedy="cli.near" if near else "cli.see-command-help")


def _missing(error: Any, path: str) -> Problem:
    name = label(error.param.metavar or error.param.name).rstrip("…")
    return Problem("cli.missing-argument", args={"name": name, "command": path}, remedy="cli.see-command-help")


def _option_usage(error: Any, path: str) -> Problem:
    params = error.ctx.command.params if error.ctx else []
    option = next((param for param in params if error.option_name in param.opts), None)
    message = "cli.takes-no-value" if option is None or option.is_flag else "cli.needs-value"
    return Problem(message, args={"option": error.option_name, "command": path}, remedy="cli.see-command-help")


def _other(error: Any, path: str) -> Problem:
    return Problem("cli.usage", args={"detail": str(error), "command": path}, remedy="cli.see-command-help")


_WORDINGS: dict[str, Callable[[Any, str], Problem]] = {
    "NoSuchOption": _no_such_option,
    "MissingParameter": _missing,
    "BadOptionUsage": _option_usage,
}
