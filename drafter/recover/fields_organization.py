"""Whose document it is: the name, the short form it defines, how it speaks of itself, whom it is led and guided by."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from drafter.language.short_forms import definition
from drafter.language.words import one_of
from drafter.language.words import words as listed
from drafter.recover.kinds import GOVERNMENT
from drafter.recover.lists import pattern
from drafter.recover.reading import Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.reading import Reading, Words

_LONGEST_NAME = 30
_CENTRE = "党中央"


def find(reading: Reading) -> Iterator[Field]:
    """What the text states of the organization."""
    name = _name(reading)
    if name:
        yield name
        yield from _abbr(reading, str(name.value))
    yield from _first_person(reading, str(name.value) if name else "")
    yield from _area(reading)
    yield from _led(reading, str(name.value) if name else "")


def _name(reading: Reading) -> Field | None:
    """The name in the signature, else in the title, else before what the first paragraph says it held."""
    for words in reading.of("signature"):
        if _ending().search(words.plain.strip()):
            return Field("/organization/name", re.sub(r"\s", "", words.typed), words.line)
    for words in reading.of("text")[:2] if GOVERNMENT in reading.title else ():
        if match := pattern("fields", "organization.speaks_for").search(words.plain):
            return Field("/organization/name", match["name"], words.line)
    titled = _titled(reading)
    if titled:
        return Field("/organization/name", titled, reading.line("title"))
    match = _holder().search(reading.lead.plain)
    if match:
        name = reading.lead.typed[match.start("name") : match.end("name")]
        return Field("/organization/name", name, reading.lead.line)
    return None


def _titled(reading: Reading) -> str:
    """The name a line of the title begins with."""
    for words in reading.of("title"):
        title = words.plain.strip(" 《》—－-")
        for piece in (title, *re.split(r"——|：|——|\s", title)):
            match = _beginning().match(piece)
            if match:
                at = words.plain.find(match["name"])
                return words.typed[at : at + len(match["name"])]
    return ""


def _abbr(reading: Reading, name: str) -> Iterator[Field]:
    """The short form in brackets behind the name."""
    for words in reading.body:
        at = words.plain.find(name + "（")
        match = definition().match(words.plain, at + len(name)) if at >= 0 else None
        if match:
            start, end = match.span(match.lastgroup or 0)
            yield Field("/organization/abbr", words.typed[start:end], words.line)
            return


def _first_person(reading: Reading, name: str) -> Iterator[Field]:
    """我馆, as it is said most often; 我会 and 我所 may be verbs and count only for what is called so."""
    counted = Counter(match["body"] for match in pattern("fields", "organization.self").finditer(reading.text))
    doubtful = pattern("fields", "organization.doubtful")
    said = {body: count for body, count in counted.items() if not doubtful.fullmatch(body) or name.endswith(body)}
    if said:
        body = max(said, key=lambda each: said[each])
        yield Field("/organization/self", "我" + body, _line(reading, "我" + body))


def _area(reading: Reading) -> Iterator[Field]:
    counted = Counter(match[0] for match in pattern("fields", "organization.area").finditer(reading.text))
    if counted:
        area = counted.most_common(1)[0][0]
        yield Field("/organization/area", area, _line(reading, area))


def _led(reading: Reading, own: str) -> Iterator[Field]:
    for key, pointer in (("led", "/organization/led_by"), ("guided", "/organization/guided_by")):
        found = [(each, bodies) for each in reading.body for bodies in _bodies(each, key) if own not in bodies]
        if found:
            words, bodies = max(found, key=lambda each: len(each[1]))
            yield Field(pointer, bodies, words.line)


def _bodies(words: Words, key: str) -> Iterator[tuple[str, ...]]:
    """Whom a text says it was led by, each list once: the centre is no body that an office names as its own."""
    for match in pattern("fields", f"organization.{key}").finditer(words.plain):
        said = words.typed[match.start("by") : match.end("by")]
        parts = tuple(part.strip() for part in pattern("fields", "organization.parted").split(said))
        fitting = tuple(part for part in parts if _is_body(part))
        if fitting and len(fitting) == len(parts):
            yield fitting


def _is_body(words: str) -> bool:
    return _CENTRE not in words and len(words) <= 20 and bool(pattern("fields", "organization.bodies").search(words))


def _line(reading: Reading, said: str) -> int:
    return next((each.line for each in reading.body if said in each.plain), 1)


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(f"(?:{_endings()}|[省市区县镇乡]人民政府|政府)$")


@cache
def _beginning() -> re.Pattern[str]:
    before, behind, ends = (pattern("fields", f"organization.{key}").pattern for key in ("before", "behind", "ends"))
    name = rf"[\u4e00-\u9fff（）]{{0,{_LONGEST_NAME}}}?(?:{_endings()}|{ends})"
    return re.compile(f"{before}(?P<name>{name})(?={behind})")


@cache
def _holder() -> re.Pattern[str]:
    """Who held a meeting: the words before 召开, back to a mark."""
    held = "(?:隆重|组织)?(?:召开|举行|举办|开展)"
    name = rf"(?P<name>[\u4e00-\u9fff]{{2,{_LONGEST_NAME}}}?(?:{_endings()}))(?:党[委组支总]部?)?"
    return re.compile(rf"(?:^|[，。、\s日午])(?!上午|下午|晚上){name}(?:在[^，。；]{{2,24}}?)?{held}")


@cache
def _endings() -> str:
    return one_of(listed("names"))
