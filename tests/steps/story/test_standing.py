"""What stands in many reports at their ends is their frame, not their matter."""

from __future__ import annotations

import numpy as np

from retold.settings import Align
from retold.steps import align, story
from retold.steps.story import standing
from retold.tables import Alignment
from tests.steps.witnesses import witness

HEAD = "What do the tides bring this week? Our pilot Old Brine asks the bottles in his cellar.\n\n"
FOOT = "\n\nFor a tide of your own ring 0800 111 222. A call costs 2 marks."
ONE = "Bow. A cousin you forgot sends a parcel of figs. Eat half.\n\nStern. Paint nothing blue before lunch, whoever asks.\n\nKeel. Somebody you owe a boat dreams of forgiving you; do not wake him."
TWO = "Bow. The ladder is shorter than your plans. Borrow another.\n\nStern. A stranger returns a comb. Smile and count its teeth.\n\nKeel. Two letters cross on the water, and only the shorter is meant kindly."


def pair(one: str, other: str, *houses: str) -> Alignment:
    papers = houses or ("Velm Post", "Velm Post")
    both = (
        witness(text, name, outlet=paper)
        for text, name, paper in zip((one, other), "ab", papers, strict=True)
    )
    return align.align(*both, Align())


def test_the_closing_paragraphs_are_taken_as_far_back_as_both_have_them() -> None:
    both = pair(ONE + FOOT, TWO + FOOT)
    first = int(np.searchsorted(both.a.words.starts, both.a.text.index("For a tide")))
    assert np.flatnonzero(standing.closing(both)).tolist() == list(range(first, len(both.a.words)))


def test_a_column_of_two_weeks_ties_nothing() -> None:
    assert standing.is_column(pair(HEAD + ONE + FOOT, HEAD + TWO + FOOT))
    assert story.derived(pair(HEAD + ONE + FOOT, HEAD + TWO + FOOT)) == 0.0


def test_a_lead_that_two_houses_have_is_no_frame() -> None:
    assert not standing.is_column(pair(HEAD + ONE, HEAD + TWO, "Velm Post", "Tarn Herald"))


def test_versions_that_share_more_than_their_ends_are_no_column() -> None:
    assert not standing.is_column(pair(HEAD + ONE + FOOT, HEAD + ONE.replace("figs", "nuts") + FOOT))


def test_versions_of_one_day_are_no_column() -> None:
    texts = (HEAD + ONE + FOOT, HEAD + TWO + FOOT)
    stamps = ("2031-05-04T08:00:00Z", "2031-05-04T11:00:00Z")
    both = (
        witness(text, name, outlet="Velm Post", published=stamp)
        for text, name, stamp in zip(texts, "ab", stamps, strict=True)
    )
    assert not standing.is_column(align.align(*both, Align()))


LOG = (
    "All that the watch of Velm Harbour noted this week. Nobody is guilty before a court says so.\n\n{}\n\n{}"
)


def test_the_log_of_another_week_is_a_template_whatever_stands_above_it() -> None:
    one = LOG.format(
        "6:10 a.m. An anchor was taken from a boat at the 40 mark of Quay Row. The owner said the rope had been cut.",
        "9:45 p.m. The watch was called to a loud wedding on Tern Lane. The host promised to sing less.",
    )
    two = LOG.format(
        "5:02 a.m. A skipper was cited for racing at the 40 mark of Quay Row. The skipper said he was late.",
        "8:20 p.m. The watch was called to a quarrel between sisters on Gull Hill. Both promised to stay ashore.",
    )
    assert story.derived(pair(one, two)) == 0.0


def test_the_day_that_a_frame_names_does_not_break_it() -> None:
    frame = "These calls reached the watch of Velm Harbour on {}, May {}. Nobody is guilty before a court says so.\n\n"
    assert standing.is_column(pair(frame.format("Monday", 4) + ONE, frame.format("Tuesday", 5) + TWO))


def test_a_label_goes_to_its_colon_and_not_to_a_dash_before_it() -> None:
    text = "Crab (June 1 – July 9): {}\n\nKelp (July 10 – August 2): {}"
    both = pair(
        text.format("Do not answer the door.", "Bread."), text.format("Sell the boat.", "A quiet day.")
    )
    words = both.a.words
    shown = [both.a.text[words.starts[k] : words.ends[k]] for k in np.flatnonzero(standing.labels(both))]
    assert shown == ["Crab", "June", "1", "July", "9", "Kelp", "July", "10", "August", "2"]


FINES = "These were heard this week before Judge Alma Feld in the court of Velm Harbour on the quay.\n\n{}"
FIRST = "Roy Pell of Ost: speeding, fined 90 marks.\n\nGerd Amos of Lind: careless rowing, fined 300 marks and three points.\n\nLena Quist of Hask: theft, dismissed."
OTHERS = "Olaf Brand of Tarn: speeding, fined 80 marks.\n\nMira Stolz of Gull: careless rowing, fined 300 marks and three points.\n\nDan Huber of Esk: trespass, dismissed."


def test_items_of_one_form_that_name_others_are_another_week_s() -> None:
    assert standing.is_column(pair(FINES.format(FIRST), FINES.format(OTHERS)))
    assert not standing.is_column(
        pair(
            FINES.format(FIRST),
            FINES.format(
                OTHERS.replace("Mira Stolz of Gull", "Gerd Amos of Lind").replace(
                    "Dan Huber of Esk", "Lena Quist of Hask"
                )
            ),
        )
    )


def test_what_closes_reports_of_one_house_on_two_days_is_its_note_and_no_text_taken_over() -> None:
    own = (
        "A man was hurt by a boat hook on the quay of Velm on Monday, and the wardens look for a skiff.",
        "A girl was hurt by a kite line in the park of Velm on Friday, and the wardens look for a boy.",
    )
    note = "\n\nWhoever saw anything should ring the wardens of Velm or write to the box at the town hall, where letters are read daily."
    days = ("2031-03-03", "2031-03-07")
    both = [
        witness(text + note, name, outlet="Velm Post", published=day)
        for text, name, day in zip(own, "ab", days, strict=True)
    ]
    alignment = align.align(both[0], both[1], Align())
    found = standing.note_of_house(alignment)
    assert found is not None and int(found.sum()) == len(note.split())
    one_day = [
        witness(text + note, name, outlet="Velm Post", published=days[0])
        for text, name in zip(own, "ab", strict=True)
    ]
    assert standing.note_of_house(align.align(one_day[0], one_day[1], Align())) is None
    assert story.derived(alignment) < story.derived(align.align(one_day[0], one_day[1], Align()))


def test_a_report_that_its_house_prints_once_more_the_next_day_is_no_note_of_the_house() -> None:
    report = (
        "A sluice gate broke at Velm on Monday and 14 boats lie in the mud, the harbour office said.\n\n"
        "The wardens will lift the gate with a crane from Ost. It was built 62 years ago and was to be painted in May.\n\n"
        "Nobody can say how long the boats must wait, and the skippers have asked for their fees back."
    )
    form = (
        "Velm lottery: the numbers drawn were 4, 17, 22 and 31, and nobody had all of them right.\n\n"
        "The box for the next draw stands at the town hall, where it is opened before two wardens at 7."
    )
    days = ("2031-03-03", "2031-03-04")

    def derived(*texts: str) -> float:
        both = [
            witness(text, name, outlet="Velm Post", published=day)
            for text, name, day in zip(texts, "ab", days, strict=True)
        ]
        return story.derived(align.align(both[0], both[1], Align()))

    assert derived(report, report.replace("14 boats", "15 boats")) > 0.9
    assert derived(report, "Put right: fifteen boats lie there.\n\n" + report) > 0.9
    others = form.replace("4, 17, 22 and 31", "9, 12, 28 and 40")
    assert derived(form, others) < 0.5
