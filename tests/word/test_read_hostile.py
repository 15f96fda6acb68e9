"""Word files that are broken, or made to do harm: refused within bounds, never with another exception."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.problems import DrafterError
from drafter.word.read import read

from .word_files import STYLES, changed, document, p, packed, zipped


@pytest.mark.parametrize(
    ("body", "id"),
    [
        ("<w:p>", "word.broken"),
        ("<w:p/>" * 200_001, "word.too-large"),
        (p("工" * 100_000) * 51, "word.too-large"),
        (p(f"{'工' * 11_000_000}"), "word.broken"),
        ("<w:r>" * 300 + "</w:r>" * 300, "word.broken"),
    ],
    ids=["unclosed", "paragraphs", "characters", "one text", "depth"],
)
def test_files_out_of_bounds_are_refused(body: str, id: str) -> None:
    assert _refusal(packed(body)) == id


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 100, zipped({"a": "b"}), zipped({})])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    assert _refusal(data) == "word.broken"


def test_entities_are_refused() -> None:
    lol = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "哈"}">' for n in range(12))
    bomb = f"<!DOCTYPE x [{lol}]>" + document(p("&a11;"))

    assert _refusal(changed(packed(""), "word/document.xml", bomb)) == "word.broken"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    file = io.BytesIO(packed(""))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.filelist = [each for each in archive.filelist if each.filename != "word/document.xml"]
        archive.NameToInfo.pop("word/document.xml")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(101):
                part.write(b" " * 1_000_000)

    assert _refusal(file.getvalue()) == "word.too-large"


@given(st.binary(max_size=200), st.integers(0, 5000), st.integers(0, 200))
def test_any_bytes_are_read_or_refused(noise: bytes, at: int, length: int) -> None:
    data = packed(p("甲", '<w:pStyle w:val="x"/>'), styles=STYLES)
    at %= len(data)
    with contextlib.suppress(DrafterError):
        read(data[:at] + noise + data[at + length :], "a.docx")


def _refusal(data: bytes) -> str:
    with pytest.raises(DrafterError) as caught:
        read(data, "a.docx")
    (problem,) = caught.value.problems
    return problem.id
