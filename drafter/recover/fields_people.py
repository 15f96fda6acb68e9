"""Who spoke at a meeting, who was in the chair and who came, each with the post beside the name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.language.words import one_of
from drafter.language.words import words as listed
from drafter.recover.lists import pattern
from drafter.recover.reading import Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.recover.reading import Reading, Words

_PARTED = re.compile(r"、|，|以及|及(?!其)")
_COUNT = re.compile(r"(?:等)?(?:共计?|约|近)?\d+(?:余|多)?(?:名|位|人)$")


def spoke(reading: Reading) -> Iterator[Field]:
    """The speaker under the title, else who reported or spoke in the first paragraphs."""
    for words in reading.of("speaker"):
        match = _signed().match(words.plain.strip(" （）"))
        if match:
            yield from _person("speaker", match["post"], re.sub(r"\s", "", match["name"]), words)
            return
    for words in (*reading.of("subtitle"), *reading.of("text")[:4]):
        if match := _speaking().search(words.plain):
            yield from _person("speaker", *_typed(match, words), words)
            yield from _call(reading, match["name"], match["post"])
            return


def chaired(reading: Reading) -> Iterator[Field]:
    """Who was in the chair, wherever the text says so."""
    for words in reading.of("text"):
        match = _chairing().search(words.plain)
        if match:
            yield from _person("host", *_typed(match, words), words)
            return


def attended(reading: Reading) -> Iterator[Field]:
    """How many came, and who."""
    for words in reading.of("text"):
        counted = pattern("fields", "meeting.attendance").search(words.plain)
        if counted:
            group = "count" if counted["count"] else "after"
            yield Field("/meeting/attendance", words.typed[counted.start(group) : counted.end(group)], words.line)
            break
    for words in reading.of("text"):
        if people := _attendees(words):
            yield Field("/meeting/attendees", people, words.line)
            return


def _attendees(words: Words) -> tuple[str, ...]:
    """Who a sentence says took part, bodies and groups; it may go on to say who was in the chair."""
    for match in pattern("fields", "meeting.attended").finditer(words.plain):
        said = words.typed[match.start("who") : match.end("who")]
        clause = re.split(r"，(?=[^，]*(?:主持|指出|总结))|[。；]|会议，", said)[-1]
        parts = [_COUNT.sub("", part.strip(" 　\t")) for part in _PARTED.split(clause)]
        if (
            parts
            and all(1 < len(part) <= 40 for part in parts)
            and not re.search("主持|召开|指出|为了?|要求|致辞|讲话", clause)
        ):
            return tuple(parts)
    return ()


def _person(who: str, post: str, name: str, words: Words) -> Iterator[Field]:
    yield Field(f"/meeting/{who}/name", name, words.line)
    if post:
        yield Field(f"/meeting/{who}/post", post.strip(" 　"), words.line)


def _call(reading: Reading, name: str, post: str) -> Iterator[Field]:
    """How the text speaks of somebody: 李某馆长."""
    for words in reading.body:
        match = re.search(f"{re.escape(name)}(?:同志|{_posts()})", words.plain)
        if match and post:
            yield Field("/meeting/speaker/call", words.typed[match.start() : match.end()], words.line)
            return


def _typed(match: re.Match[str], words: Words) -> tuple[str, str]:
    post = words.typed[match.start("post") : match.end("post")]
    return post, words.typed[match.start("name") : match.end("name")]


@cache
def _speaking() -> re.Pattern[str]:
    """A post and a name that speaks, reports or sums up."""
    before, name = r"(?:^|[，。；：、\s由上])", f"(?P<name>{_name()})"
    return re.compile(f"{before}(?P<post>{_post()}){name}(?:同志)?{pattern('fields', 'meeting.speaks').pattern}")


@cache
def _chairing() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[，。；：\s]|由)(?P<post>{_post()})(?P<name>{_name()})(?:同志)?主持")


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<post>[^\s]*{_posts()})[ 　\t]*(?P<name>[\u4e00-\u9fff]{{2,4}}|[\u4e00-\u9fff][ 　]+[\u4e00-\u9fff])$"
    )


@cache
def _post() -> str:
    """One post or several: 党总支书记、馆长."""
    one = rf"(?:(?![由说要以习在])[\u4e00-\u9fff]){{0,12}}?{_posts()}"
    return f"{one}(?:、{one}){{0,3}}"


@cache
def _name() -> str:
    """A surname and one or two characters more, as few as will do."""
    return f"(?:{one_of(listed('surnames'))})[\u4e00-\u9fff某×＊*]{{1,2}}?"


@cache
def _posts() -> str:
    """A post, or the deputy's; 总书记 is whom a text quotes, not who speaks in it."""
    return f"(?:副?(?:{one_of(listed('posts'))})(?<!总书记))"
