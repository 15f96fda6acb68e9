"""Jinja for papers: sandboxed and strict, everything a writer typed escaped, white space with a line end in it gone."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, Template, UndefinedError, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from drafter.papers import filters, values
from drafter.papers.bounds import Endless, Patience, Weigh, few, filtered
from drafter.papers.bytecode import Bytecode
from drafter.papers.getters import GETTERS, Code, Getters
from drafter.papers.loader import ENDING, Loader
from drafter.papers.source import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2.environment import TemplateModule
    from jinja2.runtime import Context

JINJAS = """abs batch default dictsort first float groupby int items last length list map max min reject rejectattr
reverse round select selectattr slice sort sum unique"""
GLOBALS = ("range", "dict", "cycler", "joiner", "namespace")
STRING_METHODS = frozenset(("startswith", "endswith", "isdigit", "isdecimal", "isspace", "count", "find", "index"))
STEPS_A_CALL = 4
LONGEST = 50_000_000
LARGEST = 1_000_000
HANDED_ON = ("_loop_vars", "_block_vars")


class MissingName(UndefinedError):  # noqa: N818
    """A template asks ``owner`` (None: the template's own names) for a ``name`` that it does not have."""

    def __init__(self, owner: Any, name: Any, message: str) -> None:
        super().__init__(message)
        self.owner = None if owner is missing else owner
        self.name = str(name)


class Undefined(StrictUndefined):
    """As Jinja's, but what it raises knows what was asked for."""

    def __init__(self, hint: str | None = None, obj: Any = missing, name: Any = None, **_: Any) -> None:
        super().__init__(hint, obj, name, partial(MissingName, obj, name))  # type: ignore[arg-type]


class Part(Template):
    """A template whose macros know the names of the paper at work, however deep the imports that lead to them.

    What it prints is looked at by ``values.printed`` first: Jinja's own ``escape`` copies most of it twice.
    """

    @classmethod
    def from_code(cls, *args: Any, **kwargs: Any) -> Template:
        """A template of compiled code."""
        made = super().from_code(*args, **kwargs)
        made.root_render_func.__globals__.update(escape=values.printed, getters=made.environment.getters)  # type: ignore[attr-defined]
        return made

    def new_context(self, *args: Any, **kwargs: Any) -> Context:
        """A context that the environment will ``let_go``."""
        context = super().new_context(*args, **kwargs)
        self.environment.contexts.append(context)  # type: ignore[attr-defined]
        return context

    def _get_default_module(self, _: Any = None) -> TemplateModule:
        """What the template offers to others, made once a paper."""
        modules: dict[str | None, TemplateModule] = self.environment.modules  # type: ignore[attr-defined]
        if self.name not in modules:
            modules[self.name] = self.make_module(self.environment.names)  # type: ignore[attr-defined]
        return modules[self.name]


class Environment(ImmutableSandboxedEnvironment):
    """Where templates run, given ``names``.

    ``traced``, they write ``<?at LINE FILE?>`` before each tag, so that faults can be told by their places.
    """

    template_class = Part
    code_generator_class = Code
    intercepted_binops = frozenset(("*", "**", "%"))

    def __init__(self, near: str | None, traced: bool) -> None:
        super().__init__(
            loader=Loader(near, traced),
            autoescape=True,
            undefined=Undefined,
            bytecode_cache=None if traced else Bytecode(),
        )
        self.traced = traced
        self.names: dict[str, Any] = {}
        self.contexts: list[Context] = []
        self.modules: dict[str | None, TemplateModule] = {}
        self.getters = Getters(self)
        self.patience = Patience()
        self.filters = {name: self.filters[name] for name in JINJAS.split()} | filters.FILTERS
        self.filters |= {name: few(self.filters[name]) for name in ("slice", "batch")}
        self.filters |= {"rounds": self.rounds, "weighed": self.patience.weighed}
        self.globals = {name: self.globals[name] for name in GLOBALS}

    def concat(self, parts: Iterable[str]) -> str:
        """What a macro or a block has written, as one."""
        return self.patience.joined(parts)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Fields of our own structs and of loops without the sandbox's questions; any other attribute with them."""
        getters = GETTERS.get(type(obj))
        if getters is None:
            return super().getattr(obj, attribute)
        getter = getters.get(attribute)
        return getter(obj) if getter else self.undefined(obj=obj, name=attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Methods of strings would lose what a text knows of its place, or blow up the memory."""
        if isinstance(obj, str) and callable(value):
            return attr in STRING_METHODS
        return super().is_safe_attribute(obj, attr, value)

    def call(self, context: Any, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Calls count as steps, or macros that call each other might never end. A macro needs no questions."""
        self.patience.step(STEPS_A_CALL)
        if type(obj) is not Macro:
            return super().call(context, obj, *args, **kwargs)
        if kwargs:
            for name in HANDED_ON:
                kwargs.pop(name, None)
        return obj(*args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic is for small numbers."""
        numbers = all(isinstance(side, int | float) and abs(side) < LARGEST for side in (left, right))
        if not numbers or operator == "**":
            raise SecurityError(f"{operator} works on small numbers only")
        return super().call_binop(context, operator, left, right)

    def rounds(self, items: Any) -> Any:
        """What a loop goes over, counted as steps; every loop of a template is given this filter."""
        if hasattr(items, "__len__"):
            self.patience.step(len(items))
            return items
        return self._counted(items)

    def let_go(self) -> None:
        """Forget the paper that was written: macros know each other, and hold it until Python looks for cycles."""
        for context in self.contexts:
            for macro in [value for value in context.vars.values() if type(value) is Macro]:
                vars(macro).clear()
        self.contexts.clear()
        self.modules.clear()
        self.names = {}

    def _counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self.patience.step(1)
            yield item

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        for switch in source.find_all(nodes.ScopedEvalContextModifier):
            raise TemplateSyntaxError("autoescape cannot be switched off", switch.lineno, name, filename)
        source = Weigh().visit(source)
        for loop in source.find_all(nodes.For):
            loop.iter = filtered(loop.iter, "rounds")
        if not self.traced:
            _squeeze(source)
        return super()._generate(source, name, filename, defer_init)


def _squeeze(source: nodes.Template) -> None:
    """Take the white space for the eye out of a template's own words, and those of which nothing is left."""
    for output in source.find_all(nodes.Output):
        for words in output.find_all(nodes.TemplateData):
            words.data = squeeze(words.data)
        output.nodes = [each for each in output.nodes if not isinstance(each, nodes.TemplateData) or each.data]


@lru_cache(maxsize=8)
def environment(near: str | None, folder: str, traced: bool = False) -> Environment:
    """The environment for outlines in ``near`` when the current folder is ``folder``; kept, with what it compiled."""
    del folder
    return Environment(near, traced)


def write(environment: Environment, paper: str, names: dict[str, Any]) -> str:
    """All that the template of a paper writes, given ``names``. Raises Endless where that is too much."""
    environment.let_go()
    environment.names, environment.patience.steps = names, 0
    parts, length = [], 0
    for part in environment.get_template(paper + ENDING).generate(names):
        length += len(part)
        if length > LONGEST:
            raise Endless
        parts.append(part)
    environment.let_go()
    return "".join(parts)
