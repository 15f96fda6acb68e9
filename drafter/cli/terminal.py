"""Standard output and standard error: coloured where a person looks on, plain in a pipe, and never fatal.

A line is a tuple of spans, a span a text with a style. rich is imported only when a terminal shows a style.
"""

from __future__ import annotations

import os
import sys
from typing import IO, TYPE_CHECKING, AnyStr, TextIO

from drafter.problems import DrafterError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

Span = tuple[str, str]
Line = tuple[Span, ...]

STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "hint": "bold cyan",
    "file": "bold",
    "caret": "bold red",
    "remedy": "green",
    "dim": "dim",
}
PIPE_WIDTH = 100
DIGITS = 6
"""That no terminal's width has."""
STEERING = "[\x00-\x08\x0b-\x1f\x7f-\x9f]"
"""Characters that a terminal obeys; a file's name may hold them, and a message quotes it."""


def prepare() -> None:
    """Make the standard streams write any character: what a GBK console has not is spelled ``\\u4f60``.

    rich believes what the environment says of the terminal, so that nonsense must go.
    """
    for name in ("COLUMNS", "LINES"):
        if not _number(name):
            os.environ.pop(name, None)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def out(*lines: str | Line) -> None:
    """Write lines to standard output."""
    _write(sys.stdout, lines)


def err(*lines: str | Line) -> None:
    """Write lines to standard error."""
    _write(sys.stderr, lines)


def data(text: str) -> None:
    """Write what a program reads to standard output: UTF-8, whatever the console speaks; nothing where it is empty."""
    if text and sys.stdout is not None:
        _guarded(sys.stdout, "")
        _guarded(sys.stdout.buffer, f"{text}\n".encode())


def interactive() -> bool:
    """Whether somebody is there to answer a question."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stdout)


def watched() -> bool:
    """Whether somebody watches standard error."""
    return _is_terminal(sys.stderr)


def width(stream: TextIO | None = None) -> int:
    """The columns to write in, never under 40: ``COLUMNS``, or the terminal's, or 100 where there is none."""
    if said := _number("COLUMNS"):
        return max(40, said)
    terminal = next(filter(_is_terminal, (stream, sys.stderr, sys.stdout)), None)
    return max(40, os.get_terminal_size(terminal.fileno()).columns) if terminal else PIPE_WIDTH


def _number(name: str) -> int:
    """What a variable of the environment says, 0 where that is no size of a terminal."""
    said = os.environ.get(name, "")
    return int(said) if said.isdecimal() and len(said) < DIGITS else 0


def plain(line: str | Line) -> str:
    """A line without its styles."""
    return line if isinstance(line, str) else "".join(text for text, _ in line)


def finish() -> None:
    """Write out what is still held back, so that a full disk is noticed while it can be told."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not stream.closed:
            _guarded(stream, "")


def _write(stream: TextIO | None, lines: Iterable[str | Line]) -> None:
    if stream is None:
        return
    for line in lines:
        if isinstance(line, str) or not _coloured(stream):
            _guarded(stream, _harmless(plain(line)) + "\n")
        else:
            _write_styled(stream, line)


def _write_styled(stream: TextIO, line: Line) -> None:
    from rich.console import Console
    from rich.text import Text

    text = Text.assemble(*((_harmless(part), STYLES.get(style, "")) for part, style in line))
    Console(file=stream, highlight=False, soft_wrap=True).print(text)


def _harmless(text: str) -> str:
    if text.isprintable():
        return text
    import re

    return re.sub(STEERING, "\ufffd", text)


def _guarded(stream: IO[AnyStr], text: AnyStr) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        raise DrafterError(Problem("cli.cannot-print", args={"reason": error.strerror or str(error)})) from error


def _silence(stream: IO[AnyStr]) -> None:
    """Nobody reads any more (``drafter list | head``): the work goes on, its words go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _coloured(stream: TextIO) -> bool:
    return _is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()
