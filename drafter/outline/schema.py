"""The JSON Schema of outlines and of ``drafter.yaml``, for editors that complete and check while somebody types.

Made from the same ``names.json`` that the loader reads by, shape for shape; a test holds the two together. Draft 7 is
what the YAML extensions of editors know best.
"""

from __future__ import annotations

from typing import Any

from drafter.outline import names

Schema = dict[str, Any]

ANYTHING_WRITTEN: Schema = {"type": ["string", "number", "boolean", "null"]}
OWN_WORDS = ("papers", "kinds")
OF_SETTINGS = ("settings", "checking", "word")
OF_OUTLINES = ("outline", "meeting", "agenda", "campaign", "fact", "node", "table", "attachment", "signature")
NUMBER = r"^\s*[+-]?(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?\s*$"
DAY = r"[年/.．\-－]"


def schema(lang: str) -> Schema:
    """The schema of outlines, its descriptions in ``lang`` (``zh`` or ``en``); both languages' words are accepted."""
    return _schema("Drafter 大纲" if lang == "zh" else "Drafter outline", "outline", lang)


def settings_schema(lang: str) -> Schema:
    """The schema of ``drafter.yaml``, in the same way."""
    return _schema("Drafter 设置" if lang == "zh" else "Drafter settings", "settings", lang)


def tables_of(top: str) -> list[str]:
    """The tables of keys that a file may need whose own keys are those of ``top``."""
    keyed = [table for table, words in names.tables().items() if words[0].shape]
    other = OF_OUTLINES if top == "settings" else OF_SETTINGS
    return [table for table in keyed if table not in other]


def _schema(title: str, top: str, lang: str) -> Schema:
    shapes = _shapes(lang)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "allOf": [_refer(top)],
        "definitions": {table: _table(table, shapes, lang) for table in tables_of(top)},
    }


def _table(table: str, shapes: dict[str, Schema], lang: str) -> Schema:
    properties: dict[str, Schema] = {}
    for name in names.tables()[table]:
        sort, _, words = name.shape.partition(":")
        shape = _word(words, lang) if sort == "word" else shapes[sort]
        about: Schema = {"description": _about(name, lang), **shape}
        properties |= dict.fromkeys((name.en, name.zh), about)
    return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}


def _about(name: names.Name, lang: str) -> str:
    return name.about_zh if lang == "zh" else name.about_en


def _word(table: str, lang: str) -> Schema:
    words = {word: name for name in names.tables()[table] for word in (name.en, name.zh, *name.also)}
    words |= {names.fold(word): name for word, name in words.items() if names.find(table, names.fold(word))}
    about = [_about(name, lang) for name in words.values()]
    as_numbers = [int(word) for word in words if word.isdecimal()]  # what an editor's YAML makes of "1" and "1."
    known: Schema = {"enum": [*words, None, *as_numbers], "enumDescriptions": about}
    return {"anyOf": [known, {"type": "string"}]} if table in OWN_WORDS else known


def _refer(table: str) -> Schema:
    return {"allOf": [{"$ref": f"#/definitions/{table}"}]}


def _one_or_many(each: Schema) -> Schema:
    return {"anyOf": [each, {"type": "array", "items": each}]}


def _map_of(each: Schema) -> Schema:
    return {"type": ["object", "null"], "additionalProperties": each}


def _by_paper(each: Schema) -> Schema:
    papers = [word for table in ("papers", "others") for word in names.lookup(table)]
    map_of_papers = {"type": "object", "properties": dict.fromkeys(papers, each), "additionalProperties": each}
    return {"anyOf": [*each.get("anyOf", [each]), map_of_papers]}


_LINES = _one_or_many(ANYTHING_WRITTEN)
_NODES = _one_or_many({"anyOf": [ANYTHING_WRITTEN, _refer("node")]})

SHAPES: dict[str, Schema] = {
    "text": ANYTHING_WRITTEN,
    "plain": ANYTHING_WRITTEN,
    "layout": ANYTHING_WRITTEN,
    "fact-name": ANYTHING_WRITTEN,
    "loose-day": ANYTHING_WRITTEN,
    "version": {"enum": [1, "1", None]},
    "number": {"anyOf": [{"type": ["number", "null"]}, {"type": "string", "pattern": NUMBER}]},
    "year": {
        "anyOf": [
            {"type": ["integer", "null"], "minimum": 1000, "maximum": 9999},
            {"type": "string", "pattern": "^[0-9]{4}$"},
        ]
    },
    "start": {
        "anyOf": [
            {"type": ["integer", "null"], "minimum": 1, "maximum": 999},
            {"type": "string", "pattern": r"^\s*[1-9][0-9]{0,2}\s*$"},
        ]
    },
    "day": {"anyOf": [{"type": "null"}, {"type": "string", "pattern": DAY}]},
    "truth": {"anyOf": [{"type": "boolean"}, {"enum": [*names.lookup("truth"), None]}]},
    "list": _LINES,
    "cells": _LINES,
    "paragraphs": _LINES,
    "names": _LINES,
    "headline": _LINES,
    "titles": _by_paper(ANYTHING_WRITTEN),
    "title-lines": _by_paper(_LINES),
    "organization": _refer("organization"),
    "meeting": _refer("meeting"),
    "campaign": _refer("campaign"),
    "person": {"anyOf": [ANYTHING_WRITTEN, _refer("person")]},
    "people": _one_or_many({"anyOf": [ANYTHING_WRITTEN, _refer("person")]}),
    "agenda": _one_or_many(_refer("agenda")),
    "facts": _map_of(_refer("fact")),
    "lists": _map_of(_LINES),
    "sections": _NODES,
    "points": _NODES,
    "rows": _one_or_many(_LINES),
    "attachments": _one_or_many({"anyOf": [ANYTHING_WRITTEN, _refer("attachment")]}),
    "signature": {"anyOf": [*_LINES["anyOf"], _refer("signature")]},
    "credits": _map_of(ANYTHING_WRITTEN),
    "checking": _refer("checking"),
    "rules": _LINES,
    "words": _one_or_many({"anyOf": [ANYTHING_WRITTEN, _refer("word")]}),
    "pattern": ANYTHING_WRITTEN,
}


def _shapes(lang: str) -> dict[str, Schema]:
    """How a value of each shape is checked."""
    papers = _one_or_many(_word("papers", lang))
    table = {"anyOf": [_word("tables", lang), _refer("table")]}
    return SHAPES | {"papers": papers, "table": table, "severities": _map_of(_word("severities", lang))}
