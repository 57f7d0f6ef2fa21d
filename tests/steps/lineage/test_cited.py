"""Passages that a version says it has from another report at hand."""

from __future__ import annotations

import pytest

from retold.model import Credit, Derivation, Lineage, Span
from retold.settings import LineageSearch
from retold.steps.lineage import cited, evidence
from retold.tables import Witness
from tests.steps.witnesses import witness

FEATURE = (
    "Nobody at the Lantern Inn slept. Orla Quist, landlady for two decades, counted the torches on the shore. "
    "“One torch went out and stayed out, and the tide took another two,” said Quist. The bride's cousin had ordered a wedding cake for Easter."
)
WIRE = "A ferry ran aground off Velm on Tuesday. The coastguard towed it free at noon. Nobody was hurt."
MIXED = (
    "A ferry ran aground off Velm on Tuesday. The coastguard towed it free at noon. "
    "Landlady Orla Quist counted torches from the Lantern Inn, the Western Herald reported. “One torch went out,” she told the paper."
)
WIRED = (Derivation("wire", "mixed", True, 0.9, ()),)


def lineage(*edges: Derivation) -> Lineage:
    return Lineage((), edges, ("wire",), (1, 1))


def found(
    mixed: Witness,
    feature: Witness,
    edges: tuple[Derivation, ...] = WIRED,
    home: tuple[int, ...] = (0, 1, 1),
) -> list[tuple[str, str]]:
    versions = [feature, mixed, witness(WIRE, "wire", outlet="Gull Wire")]
    given = cited.derivations(lineage(*edges), versions, home, evidence.clues(versions, LineageSearch()))
    return [(one.source, one.copy) for one in given]


def herald(published: str | None = "2025-03-04T08:00:00Z", outlet: str = "Western Herald") -> Witness:
    return witness(FEATURE, "feature", outlet=outlet, published=published)


def mixed(text: str = MIXED) -> Witness:
    return witness(text, "mixed", outlet="Quay 365", published="2025-03-04T17:00:00Z")


def test_a_passage_that_is_credited_to_a_report_at_hand_comes_from_it() -> None:
    assert found(mixed(), herald()) == [("feature", "mixed")]


def test_the_passage_is_the_sentences_that_have_its_words() -> None:
    copy = mixed()
    at = copy.text.index("Western Herald")
    credit = Credit(Span("mixed", at, at + 14), "Western Herald", "origin of the report", 0.75)
    passage = cited.cited_passage(copy, herald(), [witness(WIRE, "wire")], credit)
    assert passage is not None
    assert passage.of(copy.text).startswith("Landlady Orla Quist")


def test_a_name_alone_makes_no_source() -> None:
    assert found(mixed(f"{WIRE} The Western Herald reported nothing of it."), herald()) == []


def test_a_report_of_another_outlet_a_later_one_and_one_that_is_known_already_are_no_cited_sources() -> None:
    assert found(mixed(), herald(outlet="Harbour Post")) == []
    assert found(mixed(), herald(published="2025-03-06T08:00:00Z")) == []
    assert found(mixed(), herald(), (*WIRED, Derivation("feature", "mixed", True, 0.8, ()))) == []


@pytest.mark.parametrize(
    "passage",
    [
        "According to the Western Herald, there was a light too few. “One torch went out and stayed out, and the tide took another two,” one said.",
        "There was a light too few. “One torch went out and stayed out, and the tide took another two,” she told the Western Herald.",
        "A light went, the Western Herald says. She saw it. “One torch went out and stayed out, and the tide took another two,” she said.",
    ],
)
def test_a_quotation_near_the_credit_is_the_credited_report_s(passage: str) -> None:
    assert found(mixed(f"{WIRE} {passage}"), herald()) == [("feature", "mixed")]


def test_a_few_quoted_words_behind_a_sentence_that_the_report_lacks_are_too_little() -> None:
    passage = "According to the Western Herald, there was a light too few. “One torch went out,” one said."
    assert found(mixed(f"{WIRE} {passage}"), herald()) == []


def test_a_quotation_that_the_first_source_has_too_is_not_the_credited_report_s() -> None:
    passage = "“One torch went out and stayed out, and the tide took another two,” she said, according to the Western Herald."
    versions = [
        herald(),
        mixed(f"{WIRE} {passage}"),
        witness(
            f"{WIRE} “One torch went out and stayed out, and the tide took another two,” she said.", "wire"
        ),
    ]
    clues = evidence.clues(versions, LineageSearch())
    assert not list(cited.derivations(lineage(*WIRED), versions, [0, 1, 1], clues))


def test_within_one_text_a_passage_that_the_first_source_lacks_tells_too() -> None:
    assert found(mixed(), herald(), home=(0, 0, 0)) == [("feature", "mixed")]
    assert found(mixed(), herald(), (), home=(0, 0, 0)) == []


def test_what_has_its_own_text_from_a_version_is_no_source_of_it() -> None:
    through = (
        *WIRED,
        Derivation("mixed", "other", True, 0.9, ()),
        Derivation("other", "feature", True, 0.9, ()),
    )
    assert found(mixed(), herald(None), through) == []


def test_words_that_reports_of_others_have_too_tell_nothing() -> None:
    own = "Landlady Orla Quist counted torches off the Lantern Inn at Velm. One torch went out. Guests slept."
    versions = [
        herald(),
        mixed(),
        witness(WIRE, "wire", outlet="Gull Wire"),
        witness(own, "own", outlet="Tern"),
    ]

    def found(home: tuple[int, ...], *edges: Derivation) -> list[str]:
        given = evidence.clues(versions, LineageSearch())
        return [one.source for one in cited.derivations(lineage(*WIRED, *edges), versions, home, given)]

    assert found((0, 1, 1, 2)) == []
    assert found((0, 1, 1, 0), Derivation("feature", "own", True, 0.9, ())) == ["feature"]
