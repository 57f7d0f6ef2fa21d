"""The places at which versions differ: each once, with every reading."""

from __future__ import annotations

from dataclasses import replace

import retold
from retold.archive.store import Trace
from retold.model import Article, Change, Span, Story
from retold.views import carrying, index, loci
from tests.samples import FERRY


def trace_of(*texts: str) -> Trace:
    made = [
        Article(f"v{k}", text, outlet=f"Post {k}", published=f"2031-03-1{k}") for k, text in enumerate(texts)
    ]
    return retold.trace(made)


def places(trace: Trace) -> dict[str, list[loci.Locus]]:
    found = index.of_trace(trace)
    made: dict[str, list[loci.Locus]] = {}
    for one in loci.of_story(found, trace.stories[0].id):
        made.setdefault(one.label, []).append(one)
    return made


def test_a_figure_is_one_place_however_many_pairs_part_there() -> None:
    sixty = FERRY.replace("ninety", "sixty")
    (one,) = places(trace_of(FERRY, FERRY, sixty, sixty, FERRY))["figure"]
    assert [(r.words, len(r.carriers)) for r in one.readings] == [("ninety", 3), ("sixty", 2)]


def test_a_figure_written_otherwise_is_the_same_reading() -> None:
    found = places(trace_of(FERRY, FERRY.replace("ninety", "90"), FERRY.replace("ninety", "sixty")))["figure"]
    assert [len(r.carriers) for r in found[0].readings] == [2, 1]


def test_figures_of_other_units_bear_them() -> None:
    days = FERRY + " The quay stays shut for nine days."
    (one,) = places(trace_of(days, days.replace("nine days", "two weeks")))["figure"]
    assert sorted(r.words for r in one.readings) == ["nine days", "two weeks"]


def test_words_that_a_version_has_elsewhere_are_not_said_to_be_missing() -> None:
    moved = "Two fishing boats from Torvik towed the Alma free before noon, and divers found no leak."
    turned = f"{moved} {FERRY.replace(moved, '').strip()}"
    lacking = [
        one for label, some in places(trace_of(FERRY, turned)).items() if label != "opening" for one in some
    ]
    assert not [one for one in lacking if one.missing is not None and "Torvik" in one.readings[0].words]


def test_a_speaker_is_looked_for_in_all_versions(trace: Trace) -> None:
    speaker = places(trace)["speaker"][0]
    assert [(r.words, len(r.carriers)) for r in speaker.readings] == [("Ivo Tarrant", 5), ("Signe Aldous", 2)]
    assert speaker.reading_of("islander") == 1 and speaker.reading_of("voice") is None


def test_a_name_in_short_is_no_other_speaker(trace: Trace) -> None:
    swap = next(c for c in trace.changes if c.kind == "attribution")
    short = replace(trace, changes=(replace(swap, before="Signe Aldous", after="Aldous"),))
    assert "speaker" not in places(short)
    assert loci.unshown(index.of_trace(short), "s1", ()) == 1


def test_no_readings_of_a_place_print_alike(trace: Trace) -> None:
    assert not [one for some in places(trace).values() for one in some if loci.equal_readings(one)]


def test_the_same_words_cut_in_two_copies_are_one_place() -> None:
    long = FERRY + " Nobody aboard the ferry or on the quay was hurt, the harbour office said later."
    found = places(trace_of(long, FERRY, FERRY.replace("early on", "late on")))
    cuts = [one for some in found.values() for one in some if one.missing is not None]
    assert len([one for one in cuts if "Nobody aboard" in one.readings[0].words]) == 1


def test_a_span_is_carried_through_the_alignment() -> None:
    trace = trace_of(FERRY, "A longer opening by the Post. " + FERRY)
    found = index.of_trace(trace)
    start = FERRY.index("ninety")
    there = carrying.carried(found, Span("v0", start, start + 6), "v1")
    assert there is not None and there.of(found.articles["v1"].text) == "ninety"
    assert carrying.carried(found, Span("v0", start, start), "v1") is None
    assert carrying.carried_from(found, {"v0": Span("v0", start, start + 6)}, "v1") == there
    assert set(carrying.hubs(found, [trace.stories[0].id])) == {"v0", "v1"}


def test_a_change_into_itself_is_no_place() -> None:
    same = Change("c1", "s", None, "a", "b", False, "name", (Span("a", 0, 3),), (Span("b", 0, 3),), "Osk", "Osk",
                  "substance", 0.9)  # fmt: skip
    story = Story("s", ("a", "b"), (("a", "b"),), 1.0)
    made = Trace((Article("a", "Osk left."), Article("b", "Osk left.")), (story,), changes=(same,))
    assert loci.of_story(index.of_trace(made), "s") == ()
