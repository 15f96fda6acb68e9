"""A short form used before 以下简称 defines it, and one defined twice in different ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.check.finding import Finding
from drafter.check.short_forms import early, short_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.check.short_forms import ShortForm
    from drafter.check.view import View


def find(view: View) -> Iterator[Finding]:
    """The first early use of each short form, and every definition that contradicts an earlier one."""
    forms = view.once(short_forms)
    for number, form in enumerate(forms):
        earlier = forms[:number]
        if not any(each.short == form.short for each in earlier):
            yield from _early(form, view)
        yield from _contradicting(form, earlier, view)


def _early(form: ShortForm, view: View) -> Iterator[Finding]:
    at = early(form, view.normal)
    if at is not None:
        args: dict[str, str | int] = {"line": view.place(form.start, form.end).line}
        yield Finding(at, at + len(form.short), args)


def _contradicting(form: ShortForm, earlier: tuple[ShortForm, ...], view: View) -> Iterator[Finding]:
    """Two names with one short form, or two short forms of one name."""
    for each in earlier:
        if (each.short == form.short) != (each.known_by == form.known_by) and each.full and form.full:
            says = "two_names" if each.short == form.short else "two_forms"
            args: dict[str, str | int] = {"other": each.short, "line": view.place(each.start, each.end).line}
            yield Finding(form.start, form.end, args, says)
            return
