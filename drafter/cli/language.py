"""The language to speak: what ``drafter.yaml`` asks for, where the environment leaves it open.

It is settled once, before anything is said, for complaints about a command line are said in it too. It is that of the
folder the user works in: one run may draft outlines of many folders, and speaks one language. Only where there is a
``drafter.yaml`` is the code that reads one loaded.
"""

from __future__ import annotations

import os

from drafter import messages
from drafter.outline.shared import find


def settle() -> None:
    """Choose the language of this run. What is wrong with the settings is told where an outline is loaded."""
    messages.prefer("" if os.environ.get("DRAFTER_LANG") else _of_settings())


def _of_settings() -> str:
    try:
        if find(os.curdir) is None:
            return ""
    except OSError:
        return ""
    from drafter.outline.settings import load

    settings, _ = load(os.curdir)
    return settings.language
