"""How sure it is that a cited report is the one at hand."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retold.model import Credit, Span
from retold.steps.lineage import citation, cited
from tests.steps.witnesses import witness

REPORT = "The keeper counted nine lamps on the outer mole before the storm tide broke over the wall."
WORDS = st.lists(st.integers(0, 3), max_size=12)


def marks(text: str) -> tuple[float, float]:
    copy = witness(f"{text} Nobody slept.", "copy", outlet="Quay Mail")
    at = text.index("Harbour Post")
    credit = Credit(Span("copy", at, at + len("Harbour Post")), "Harbour Post", "origin of the report", 0.75)
    passage = Span("copy", 0, len(text))
    source = witness(REPORT, "source", outlet="Harbour Post")
    return citation.marks(copy, source, passage, credit, cited.telling(copy, credit))


def test_a_run_of_the_report_s_words_and_its_words_in_the_citing_sentence_make_a_citation_surer() -> None:
    taken = marks("Nine lamps on the outer mole before the storm tide, the Harbour Post reported.")
    partly = marks("Nine lamps were alight when the storm rose, the Harbour Post reported.")
    other = marks("Ferries were moved to another quay overnight, the Harbour Post reported.")
    assert citation.support(taken) > citation.support(partly) > citation.support(other)
    assert citation.support(taken) > citation.LEAST > citation.support(other)


def test_a_citing_sentence_of_few_words_says_little() -> None:
    (_, few), (_, many) = (
        marks(f"{words}, the Harbour Post reported.")
        for words in ("Lamps before", "Nine lamps before a storm broke")
    )
    assert 0.5 < few < many < 1


@given(WORDS, WORDS, st.integers(1, 12))
def test_the_longest_run_is_that_of_all_runs(one: list[int], other: list[int], most: int) -> None:
    def has(width: int) -> bool:
        starts = range(len(one) - width + 1), range(len(other) - width + 1)
        return any(one[a : a + width] == other[b : b + width] for a in starts[0] for b in starts[1])

    expected = max((w for w in range(1, min(len(one), len(other), most) + 1) if has(w)), default=0)
    assert citation.longest_run(np.array(one, "u8"), np.array(other, "u8"), most) == expected
