"""``drafter schema``: the outline format for editors, so that they complete and check while somebody types."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drafter import messages
from drafter.cli import terminal
from drafter.cli.choices import one_of
from drafter.cli.files import write
from drafter.cli.paths import STANDARD_OUTPUT, shown
from drafter.messages import say

BESIDE = ".drafter/outline.schema.json"
"""The schema's file, from the outline's folder: a relative path works offline, on every system, in a moved folder."""

LANGUAGES = ("en", "zh")


def command(
    output: Annotated[str, typer.Option("-o", "--output", metavar="cli.meta-file", help="cli.schema-output")] = "",
    lang: Annotated[str, typer.Option(metavar="cli.meta-keys", help="cli.schema-lang")] = "",
) -> int:
    """Write the schema to a file or to standard output; 0."""
    text = _text(one_of("cli.unknown-language", lang, LANGUAGES) if lang else messages.language())
    if output and output != STANDARD_OUTPUT:
        write(output, text.encode())
        terminal.out(say("cli.schema-written", path=shown(output)))
    else:
        terminal.out(text.rstrip())
    return 0


def put_beside(outline: str, language: str) -> None:
    """Write the schema where the first line of a new outline says that it is. Raises DrafterError."""
    write(str(Path(outline).parent / BESIDE), _text(language).encode())


def _text(language: str) -> str:
    import json

    from drafter.outline.schema import schema

    return json.dumps(schema(language), ensure_ascii=False, indent=2) + "\n"
