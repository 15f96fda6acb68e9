"""Text into XML: markup escaped, and nothing that XML cannot hold."""

from __future__ import annotations

import re

# What cannot stand in XML as it is; a lone surrogate cannot even be encoded.
_FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_IN_RUN = re.compile(f"[&<>\t\n]|\r\n?|[{_FORBIDDEN}]")
_PLAIN = re.compile(f'[&<>"{_FORBIDDEN}]')
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_WRITTEN = _ESCAPED | {
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
    **dict.fromkeys(("\n", "\r", "\r\n"), _BREAK),
}


def in_run(text: str) -> str:
    """``text`` for ``<w:t>``: tabs and line ends become Word's own, what XML cannot hold becomes U+FFFD."""
    return _IN_RUN.sub(_written, text) if _IN_RUN.search(text) else text


def plain(text: str) -> str:
    """``text`` for any other element or attribute."""
    return _PLAIN.sub(_escaped, text)


def _written(match: re.Match[str]) -> str:
    return _WRITTEN.get(match[0], "\ufffd")


def _escaped(match: re.Match[str]) -> str:
    return _ESCAPED.get(match[0], "\ufffd")
