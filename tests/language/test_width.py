"""Marks, digits and blanks in their proper width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.width import normal


@pytest.mark.parametrize(
    ("text", "proper"),
    [
        ("同志们:今天,我们开会!", "同志们：今天，我们开会！"),
        ("(七)严格落实", "（七）严格落实"),
        ("世界卫生组织(WHO) 5月宣布", "世界卫生组织（WHO） 5月宣布"),
        ("增长5%, 达到3.5万人;", "增长5%， 达到3.5万人；"),
        ("全文(未完）", "全文（未完）"),
        ("到２０２６年底达１５％", "到2026年底达15%"),
        ("14:30, 3:1", "14:30, 3:1"),
        ("f(x, y): 1", "f(x, y): 1"),
    ],
)
def test_marks_beside_han_are_full_width(text: str, proper: str) -> None:
    assert normal(text) == proper


@given(st.text() | st.text(alphabet="(),:;!?（） \n\v。“中一a1１％"))
def test_the_length_never_changes_and_what_is_normal_stays(text: str) -> None:
    once = normal(text)

    assert len(once) == len(text)
    assert normal(once) == once
