"""``drafter schema``: the outline format, or that of drafter.yaml, for editors that complete and check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter import messages
from drafter.cli import terminal
from drafter.cli.choices import one_of
from drafter.cli.files import write
from drafter.cli.paths import STANDARD_OUTPUT, shown
from drafter.messages import say

if TYPE_CHECKING:
    from drafter.outline.schema import Schema

BESIDE = ".drafter/outline.schema.json"
"""The schema's file, from the outline's folder: a relative path works offline, on every system, in a moved folder."""

LANGUAGES = ("en", "zh")


def command(
    output: Annotated[str, typer.Option("-o", "--output", metavar="cli.meta-file", help="cli.schema-output")] = "",
    lang: Annotated[str, typer.Option(metavar="cli.meta-keys", help="cli.schema-lang")] = "",
    settings: Annotated[bool, typer.Option("--settings", help="cli.schema-settings")] = False,
) -> int:
    """Write the schema to a file or to standard output; 0."""
    language = one_of("cli.unknown-language", lang, LANGUAGES) if lang else messages.language()
    text = _settings(language) if settings else _outlines(language)
    if output and output != STANDARD_OUTPUT:
        write(output, text.encode())
        terminal.out(say("cli.schema-written", path=shown(output)))
    else:
        terminal.out(text.rstrip())
    return 0


def put_beside(outline: str, language: str) -> None:
    """Write the schema where the first line of a new outline says that it is. Raises DrafterError."""
    write(str(Path(outline).parent / BESIDE), _outlines(language).encode())


def _outlines(language: str) -> str:
    from drafter.outline.schema import schema

    return _json(schema(language))


def _settings(language: str) -> str:
    from drafter.outline.schema import settings_schema

    return _json(settings_schema(language))


def _json(schema: Schema) -> str:
    import json

    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
