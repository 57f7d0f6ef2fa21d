"""What an outlet withdrew or corrected is told first, as what it is, and nothing else is taken for it."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from rich.console import Console

from retold.archive.store import Trace
from retold.model import Article, SetAside
from retold.readers.content import Head
from retold.readers.formats import ninjs
from retold.report import page, rows, terminal
from retold.views import index, notices, pile
from tests import crane

CORRECTION = "CORRECTION: An earlier version of this report gave the height of the crane as 84 metres."
KILL = "MANDATORY KILL: Editors, the report on the crane is withdrawn; the harbour office denies it."


def with_article(trace: Trace, name: str, **new: object) -> Trace:
    articles = [replace(one, **new) if one.id == name else one for one in trace.articles]  # type: ignore[arg-type]
    return replace(trace, articles=tuple(articles))


def first(trace: Trace, notes: tuple[SetAside, ...] = ()) -> list[notices.Notice]:
    return list(notices.of_story(index.of_trace(trace), trace.stories[0], notes))


def test_a_story_without_notes_has_none(trace: Trace) -> None:
    assert first(trace) == []


@pytest.mark.parametrize(
    ("words", "kind", "says"),
    [(CORRECTION, "correction", "Carries a correction or a note by its editors: Morning Observer."),
     (KILL, "withdrawal", "Withdrawn by its outlet: Morning Observer.")],
)  # fmt: skip
def test_a_note_of_the_desk_is_told_with_its_place(trace: Trace, words: str, kind: str, says: str) -> None:
    text = f"{crane.TEXTS['observer']}\n\n{words}"
    [one] = first(with_article(trace, "observer", text=text))
    assert one.kind == kind and one.span is not None and one.span.of(text) == words
    assert one.sentence == f"{says} The Islander goes back to it." and one.quote in words


@pytest.mark.parametrize(
    "words",
    [
        "Clarification, May 9, 2031: The crane is 48 metres high.",
        "Correction (9 May 2031): The crane is 48 metres high.",
        "Correction May 9, 2031, 2:06 p.m.: The crane is 48 metres high.",
        "(Corrects height of crane in first paragraph to 48 metres)",
    ],
)
def test_a_correction_may_give_its_day_or_stand_in_brackets(trace: Trace, words: str) -> None:
    [one] = first(with_article(trace, "observer", text=f"{words}\n\n{crane.TEXTS['observer']}"))
    assert one.kind == "correction"


@pytest.mark.parametrize(
    "words",
    [
        "Corrections, in 2019 alone, cost the harbour nothing, the office said.",
        "Corrections officers said on Tuesday that nobody was hurt in the yard.",
        "Withdrawal of troops from the border began at noon, the ministry said.",
        "Withdrawn and pale, the driver left the court.",
        "Kill rates among the seals rose to 40 a day.",
        "Retracted wheels were seen on both planes.",
        "(Adds quotes from the mayor)",
    ],
)
def test_a_report_that_opens_with_such_a_word_is_no_note(trace: Trace, words: str) -> None:
    assert first(with_article(trace, "observer", text=f"{words}\n\n{crane.TEXTS['observer']}")) == []


def test_a_status_of_an_agency_counts_without_words(trace: Trace) -> None:
    made = with_article(trace, "beacon", extra={"notice": "kill"})
    corrected = with_article(made, "tidings", extra={"notice": "correction"})
    kill, correction = first(corrected)
    assert kill.sentence.startswith("Withdrawn by its outlet: Ellard Beacon.") and kill.span is None
    assert correction.sentence == "Corrected after publication: Sound Tidings."
    assert first(with_article(trace, "beacon", extra={"notice": "update"})) == []


def test_an_item_without_a_text_withdraws_the_report_of_its_id(trace: Trace) -> None:
    text = json.dumps(
        {
            "uri": "beacon#3",
            "type": "text",
            "pubstatus": "canceled",
            "versioncreated": "2019-06-04T09:00:00Z",
            "version": "3",
        }
    )
    assert ninjs.FORMAT.probe(Head.of(text.encode())) > 0
    note = ninjs._article(json.loads(text), "a.json", "")
    assert isinstance(note, SetAside) and notices.withdrawn([note]) == {"beacon"}
    [one] = first(trace, (note,))
    assert (one.kind, one.article, one.stated) == ("withdrawal", "beacon", True)
    assert notices.withdrawn([SetAside("x", "is larger than 3 bytes", "")]) == frozenset()


def killed(trace: Trace) -> Trace:
    return with_article(trace, "observer", text=f"{KILL}\n\n{crane.TEXTS['observer']}")


def test_the_terminal_tells_it_before_the_answer(trace: Trace) -> None:
    console = Console(width=100, record=True, file=io.StringIO())
    terminal.show(killed(trace), console)
    said = console.export_text()
    assert 0 < said.index("Withdrawn by its outlet: Morning Observer") < said.index("8 articles,")


def test_the_page_tells_it_before_the_answer(trace: Trace) -> None:
    text = page.html(killed(trace))
    assert 0 < text.index("Withdrawn by its outlet: Morning Observer") < text.index('class="answer"')
    assert f'data-at="0-{len(KILL)}"' in text
    assert "Withdrawn by" not in page.html(trace)


def test_machines_get_it_first_with_its_span(trace: Trace) -> None:
    one, other = list(rows.rows(killed(trace)))[:2]
    assert (one["type"], one["kind"], one["article"]) == ("notice", "withdrawal", "observer")
    assert one["span"] == {"article": "observer", "start": 0, "end": len(KILL)}
    assert other["type"] == "article" and next(iter(rows.rows(trace)))["type"] == "article"


def test_a_pile_lists_withdrawn_stories_first(trace: Trace) -> None:
    made = killed(trace)
    line = pile.line(index.of_trace(made), made.stories[0], "p", ())
    assert line.notice == "withdrawn by its outlet: Morning Observer"
    assert pile.order(line) < pile.order(replace(line, notice="", label="speaker"))


def test_a_lineage_gives_all_that_go_back_to_a_version(trace: Trace) -> None:
    lineage = trace.lineages["s1"]
    assert notices.descendants(lineage, "observer") == ("islander",)
    assert "islander" in notices.descendants(lineage, crane.AGENCY)


def test_a_loner_can_be_withdrawn() -> None:
    assert notices._bare("urn:x#2") == "urn:x"
    article = Article("lone", f"{KILL}\n\nA crane fell.", outlet="Echo")
    found = index.Index({"lone": article}, {}, labels={"lone": "Echo"})
    from retold.model import Story

    [one] = notices.of_story(found, Story("s", ("lone",), (("lone",),), 1.0))
    assert one.copies == () and one.sentence == "Withdrawn by its outlet: Echo."
