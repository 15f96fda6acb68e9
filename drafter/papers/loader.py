"""Where templates come from: the writer's folder, then the user's, then the built-in, file by file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, TemplateNotFound

from drafter import library
from drafter.papers.source import read, stamp, stamped

if TYPE_CHECKING:
    from collections.abc import Callable

ENDING = ".html.j2"


class Loader(BaseLoader):
    """Templates through the library; ``traced``, they are made to write their own lines down."""

    def __init__(self, near: str | None, traced: bool) -> None:
        self._near = near
        self._traced = traced

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The source of ``template`` (with its ending), its path, and whether both are still the same."""
        path = self._find(template)
        if path is None:
            raise TemplateNotFound(template)
        source, made = read(path), stamp(path)
        if self._traced:
            source = stamped(environment, source, path)
        return source, path, lambda: stamp(path) == made

    def _find(self, template: str) -> str | None:
        name = template.removesuffix(ENDING)
        return library.find("papers", name, self._near) if name != template else None
