"""Findings in words: who has which, in what sentence, how sure."""

from __future__ import annotations

from dataclasses import replace

from retold.archive.store import Trace
from retold.views import descent, findings, index, kept, loci, pile, summary, texts, variants


def all_of(trace: Trace) -> tuple[findings.Finding, ...]:
    found = index.of_trace(trace)
    return findings.of_loci(loci.of_story(found, "s1"), found)


def one_of(trace: Trace, label: str) -> findings.Finding:
    return next(one for one in all_of(trace) if one.label == label)


def test_readings_that_differ_leave_a_blank_in_the_sentence(trace: Trace) -> None:
    figure = one_of(trace, "figure")
    assert findings.sentence(figure) == "“six” in Ellard Beacon, “nine” in Morning Observer"
    assert figure.context is not None and figure.context.words == "___"
    assert figure.context.before.endswith("injuring ") and figure.context.behind.startswith(" others")


def test_a_word_that_only_some_have_stands_in_its_sentence(trace: Trace) -> None:
    hedge = one_of(trace, "hedge")
    assert findings.sentence(hedge) == "“reportedly” in Ellard Beacon, not in Morning Observer"
    assert hedge.context is not None and hedge.context.words == "reportedly"


def test_a_quotation_is_named_by_its_words_and_speakers_go_unmarked(trace: Trace) -> None:
    speaker = one_of(trace, "speaker")
    assert speaker.quote == "Nobody asked us about the bolts" and speaker.in_two_mouths
    assert (
        findings.sentence(speaker)
        == "Ivo Tarrant in 5 versions, Signe Aldous in Morning Observer and The Islander"
    )


def test_a_lost_speaker_is_no_second_mouth(trace: Trace) -> None:
    lost = tuple(replace(c, after="") if c.kind == "attribution" else c for c in trace.changes)
    statements = tuple(s for s in trace.statements if s.article not in ("observer", "islander"))
    speaker = one_of(replace(trace, changes=lost, statements=statements), "speaker")
    assert [told.words for told in speaker.readings] == ["Ivo Tarrant", "nobody named"]
    assert not speaker.in_two_mouths


def test_a_speaker_without_a_name_is_called_as_the_version_calls_him(trace: Trace) -> None:
    lost = tuple(replace(c, after="") if c.kind == "attribution" else c for c in trace.changes)
    nameless = tuple(
        replace(s, speakers=(replace(s.speakers[0], name=None),)) if s.article == "observer" else s
        for s in trace.statements
    )
    speaker = one_of(replace(trace, changes=lost, statements=nameless), "speaker")
    assert "“Mayor Signe Aldous”" in [told.words for told in speaker.readings]


def test_support_is_printed_below_nine_in_ten_alone(trace: Trace) -> None:
    assert one_of(trace, "figure").support == ""
    less = replace(trace, changes=tuple(replace(c, support=0.7) for c in trace.changes))
    assert one_of(less, "figure").support == "70 %"


def test_an_anchor_stays_when_other_changes_join_or_go(trace: Trace) -> None:
    before = one_of(trace, "figure").anchor
    only = replace(trace, changes=tuple(c for c in trace.changes if c.kind == "figure"))
    assert one_of(only, "figure").anchor == before


def test_no_kind_takes_all_the_room(trace: Trace) -> None:
    figure = one_of(trace, "figure")
    many = [replace(figure, anchor=f"f-{k}") for k in range(20)] + [one_of(trace, "hedge")]
    first, rest = findings.gravest(many, 8)
    assert {one.label for one in first} == {"figure", "hedge"} and len(first) + len(rest) == 21


def test_differences_are_summed_up_in_one_sentence(trace: Trace) -> None:
    assert findings.differences(all_of(trace)) == (
        "Versions differ in who said a quotation, a figure, the words of a quotation and 5 other places."
    )
    assert findings.differences([]) == ""
    assert findings.minor(all_of(trace)) == "4 differences of wording, 1 of little weight"


def test_shares_add_up_to_the_articles(trace: Trace) -> None:
    found = index.of_trace(trace)
    shares = descent.shares(found, trace.stories[0])
    assert [one.count for one in shares] == [7, 1]


def test_the_table_is_strong_where_a_reading_changed_and_pale_where_it_was_passed_on(trace: Trace) -> None:
    found = index.of_trace(trace)
    table = variants.of_story(summary.of(found, trace.stories[0]).twigs, all_of(trace))
    column = next(k for k, one in enumerate(table.columns) if one.finding.label == "speaker")
    states = {row.twig.node.id: row.cells[column].state for row in table.rows}
    assert states["beacon"] == "plain" and states["observer"] == "passed" and states["voice"] == "unknown"
    column = next(k for k, one in enumerate(table.columns) if one.finding.label == "loaded word")
    states = {row.twig.node.id: row.cells[column].state for row in table.rows}
    assert states["islander"] == "new" and states["observer"] == "missing"


def test_the_one_text_marks_what_it_has_and_borrows_what_it_lacks(trace: Trace) -> None:
    found, every = index.of_trace(trace), all_of(trace)
    text = texts.of_story(found, trace.stories[0], every, every)
    assert text is not None
    article = next(a for a in trace.articles if found.label(a.id) == text.label)
    whole = "".join(piece.text for passage in text.passages for piece in passage.pieces)
    assert "".join(whole.split()) == "".join(article.text.split())
    placed = {one.anchor for p in (*text.passages, *text.elsewhere) for one in p.findings}
    assert placed == {one.anchor for one in every if one.at is not None}


def test_what_was_kept_is_counted_in_characters_and_paragraphs(trace: Trace) -> None:
    assert kept.between(index.of_trace(trace), "beacon", "observer").words == "own"  # nothing is aligned


def test_a_line_of_a_pile_has_the_gravest_finding(trace: Trace) -> None:
    found = index.of_trace(trace)
    one = pile.line(found, trace.stories[0], "stories/s1.html", all_of(trace))
    assert (one.label, one.articles, one.reports, one.origins, one.spread) == ("speaker", 8, 2, 2, "41 h")
    whole = pile.of_lines([one], 9, 1)
    assert whole.sentence.startswith("8 of 9 articles stand in these stories; 1 stands alone.")
    assert "In 1 story a quotation stands in two mouths." in whole.sentence
    kinds, persons = whole.facets[0], next(f for f in whole.facets if f.letter == "p")
    assert {facet.name for facet in kinds.values} >= {"speaker", "figure"}
    assert {facet.name for facet in persons.values} == set(one.persons) >= {"Ivo Tarrant"}
    assert set(pile.numbers(one, kinds)) == {facet.number for facet in kinds.values}
