"""Unseen sources: which are one, and what they may hang on."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from retold import pipeline
from retold.model import Article, Credit, Derivation, Lineage, Node, Span
from retold.settings import Settings
from retold.steps import collate, lineage
from retold.tables import Witness

SETTINGS = Settings()
SYLLABLES = ("ba", "do", "ki", "lu", "me", "no", "ra", "su", "ti", "ve")
MORNING = datetime(2021, 5, 22, 8, tzinfo=UTC)


def sentences(seed: int, count: int) -> list[str]:
    """Invented sentences of twelve invented words."""
    rng = random.Random(seed)
    words = ["".join(rng.choices(SYLLABLES, k=3)) for _ in range(12 * count)]
    return [" ".join(words[at : at + 12]).capitalize() + "." for at in range(0, len(words), 12)]


def infer(texts: dict[str, list[str]], credits: dict[str, str], hours: dict[str, float]) -> Lineage:
    """The lineage of a family; the text of a version that credits somebody ends with the name."""
    witnesses = [witness(name, text, credits.get(name), hours[name]) for name, text in texts.items()]
    return lineage.infer(collate.collate(witnesses, SETTINGS.align), SETTINGS.lineage)


def witness(name: str, text: list[str], credited: str | None, hour: float) -> Witness:
    whole = " ".join([*text, credited or ""])
    when = MORNING + timedelta(hours=hour)
    made = pipeline.witness(Article(name, whole, outlet=f"{name.upper()} Gazette", published=when), SETTINGS)
    if credited is None:
        return made
    span = Span(name, len(whole) - len(credited), len(whole))
    return replace(made, credits=(Credit(span, credited, "origin of the report", 0.9),))


def test_two_unseen_takes_of_one_name_are_one_origin() -> None:
    nodes = (
        Node("u", "Gull Wire", False, 0.8),
        Node("w", "Gull Wire", False, 0.8),
        Node("a", None, True, 1.0),
    )
    edges = (Derivation("u", "w", True, 0.8, ()), Derivation("w", "a", True, 0.8, ()))
    whole = lineage.join([Lineage(nodes, edges, ("u",), (1, 1))])
    assert [(e.source, e.copy) for e in whole.derivations] == [("u", "a")]
    assert whole.origins == ("u",)


def test_a_credited_source_does_not_hang_on_another_with_a_report_of_its_own() -> None:
    one, two = sentences(1, 14), sentences(2, 14)
    texts = {"a": one[:12], "b": one[2:], "c": two[:12], "d": two[2:]}
    credits = {"a": "Gull Wire", "b": "Gull Wire", "c": "Pier Agency", "d": "Pier Agency"}
    found = infer(texts, credits, {"a": 1, "b": 2, "c": 3, "d": 4})
    names = {node.id: node.name for node in found.nodes}
    assert {(names[e.source], e.copy) for e in found.derivations} == {
        ("Gull Wire", "a"), ("Gull Wire", "b"), ("Pier Agency", "c"), ("Pier Agency", "d"),
    }  # fmt: skip
    assert len(found.origins) == 2


def reworded(text: list[str], seed: int, count: int) -> list[str]:
    """The text with one word of each of `count` sentences replaced."""
    rng = random.Random(seed)
    found = [sentence.split() for sentence in text]
    for number in rng.sample(range(len(text)), count):
        found[number][rng.randrange(1, 11)] = "".join(rng.choices(SYLLABLES, k=4))
    return [" ".join(words) for words in found]


def test_versions_that_nobody_credits_share_a_source_if_none_has_what_all_others_have() -> None:
    lost = sentences(3, 20)
    texts = {name: reworded(lost, seed, 6) for seed, name in enumerate("abcd")}
    hours = {name: float(hour) for hour, name in enumerate("abcd")}
    found = infer(texts, {}, hours)
    (source,) = (node for node in found.nodes if not node.seen)
    assert found.origins == (source.id,)
    assert {(e.source, e.copy) for e in found.derivations} == {(source.id, name) for name in "abcd"}


def test_one_that_has_what_all_others_have_is_their_source() -> None:
    whole = sentences(4, 20)
    texts = {"a": whole} | {name: reworded(whole, seed, 8) for seed, name in enumerate("bcd")}
    found = infer(texts, {}, {name: float(hour) for hour, name in enumerate("abcd")})
    assert all(node.seen for node in found.nodes)
    assert found.origins == ("a",)


def test_an_agency_s_take_stamped_before_all_that_credit_it_is_nobody_s_copy() -> None:
    """Versions b, c and d share what an unseen later take changed, and the end that version a lacks."""
    whole = sentences(6, 24)
    later = reworded(whole, 1, 9)
    texts = {"a": whole[:20]} | {name: reworded(later, seed, 3) for seed, name in enumerate("bcd", 2)}
    credits = dict.fromkeys("bcd", "A Gazette")
    found = infer(texts, credits, {name: float(hour) for hour, name in enumerate("abcd")})
    assert found.origins == ("a",)
