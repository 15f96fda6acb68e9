"""The sentences of a view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.language import sentences as language

if TYPE_CHECKING:
    from drafter.check.view import View
    from drafter.language.sentences import Sentence


def sentences(view: View) -> tuple[Sentence, ...]:
    """The whole sentences of a document or outline; to be asked through ``view.once``."""
    return tuple(language.sentences(view.normal))
