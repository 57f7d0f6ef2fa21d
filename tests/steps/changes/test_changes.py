"""What a retelling changed: kinds, places and words, on small invented texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold import pipeline
from retold.model import Article, Change, Derivation
from retold.settings import Settings
from retold.steps import align, changes
from retold.steps.changes.kinds import KINDS

BODY = (
    "The ferry Osprey left Port Ansel at dawn with a cargo of timber and two hundred sheep.\n\n"
    "{middle}\n\n"
    "Divers from the harbour office will go down again when the tide allows it, and the pier stays shut.\n\n"
    "The owners bought the ship from a Tolland yard and had it painted green before the summer."
)


def told(old: str, new: str, *, directed: bool = True, joined: bool = True) -> list[Change]:
    """Changes from one text to another; `old` is the source."""
    options = Settings()
    a = pipeline.witness(Article("a", old, published="2031-03-12"), options)
    b = pipeline.witness(Article("b", new, published="2031-03-12"), options)
    edge = Derivation("a", "b", directed, 0.9) if joined else None
    return changes.find(align.align(a, b, options.align), {}, edge, options.changes, "s")


def within(before: str, after: str, **options: bool) -> list[Change]:
    """Changes between two middles of one and the same report."""
    return told(BODY.format(middle=before), BODY.format(middle=after), **options)


def only(found: list[Change]) -> Change:
    """The one change there is."""
    assert len(found) == 1, [(c.kind, c.before, c.after) for c in found]
    return found[0]


# ---- values ----


def test_same_texts_have_no_changes() -> None:
    assert within("The crew of nine was saved.", "The crew of nine was saved.") == []


def test_a_changed_figure_is_a_figure_with_both_values() -> None:
    change = only(within("Rescuers brought 32 sailors ashore.", "Rescuers brought 22 sailors ashore."))
    assert (change.kind, change.before, change.after, change.weight) == ("figure", "32", "22", "substance")
    assert change.evidence[0].words == "the figure “32” became “22”"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("three sailors", "3 sailors"),
        ("$1.5bn", "1,500 million dollars"),
        ("20 per cent", "20%"),
        ("two hundred and five tons", "205 tons"),
    ],
)
def test_one_value_written_two_ways_is_style(before: str, after: str) -> None:
    found = within(
        f"The report spoke of {before} in all, he wrote.", f"The report spoke of {after} in all, he wrote."
    )
    assert {c.kind for c in found} == {"style"}


def test_another_currency_is_another_figure() -> None:
    change = only(within("It cost £40 million in the end.", "It cost $40 million in the end."))
    assert change.kind == "figure"


def test_another_day_is_a_date() -> None:
    change = only(within("The ship sank on Monday off the cape.", "The ship sank on Sunday off the cape."))
    assert (change.kind, change.before, change.after) == ("date", "Monday", "Sunday")


def test_a_weekday_and_the_date_it_resolves_to_are_the_same() -> None:
    found = within("The ship sank on Monday off the cape.", "The ship sank on 10 March 2031 off the cape.")
    assert "date" not in {c.kind for c in found}


def test_another_person_is_a_name() -> None:
    change = only(within("They met Ilan Verrin at the quay.", "They met Osk Tolbert at the quay."))
    assert (change.kind, change.before, change.after) == ("name", "Ilan Verrin", "Osk Tolbert")


@pytest.mark.parametrize("after", ["Captain Verrin", "Verrin", "Capt Ilan Verrin"])
def test_a_first_name_or_title_more_or_less_is_no_other_name(after: str) -> None:
    found = within("They met Ilan Verrin at the quay.", f"They met {after} at the quay.")
    assert "name" not in {c.kind for c in found}


# ---- words ----


def test_a_word_altered_inside_the_marks_is_a_quotation() -> None:
    change = only(
        within(
            "“We will rebuild the long pier before winter,” she said.",
            "“We will repair the long pier before winter,” she said.",
        )
    )
    assert (change.kind, change.before, change.after) == ("quotation", "rebuild", "repair")


def test_a_quotation_cut_short_is_a_quotation() -> None:
    change = only(
        within(
            "“We will rebuild the pier and pay for it,” she said.", "“We will rebuild the pier,” she said."
        )
    )
    assert (change.kind, change.before, change.after) == ("quotation", "and pay for it", "")


def test_words_that_lose_their_marks_are_a_quotation() -> None:
    found = within(
        "He called it “a very heavy blow to the port” today.",
        "He called it a very heavy blow to the port today.",
    )
    change = only(found)
    assert (change.kind, change.detail) == ("quotation", "no longer quoted")


def test_a_dropped_hedge_is_a_hedge() -> None:
    change = only(within("The mate allegedly slept on watch.", "The mate slept on watch."))
    assert (change.kind, change.before, change.after) == ("hedge", "allegedly", "")


def test_a_slip_is_new_one_way_and_mended_the_other() -> None:
    right, wrong = "The harbour board met the harbour crews.", "The harbour board met the habrour crews."
    assert [only(pair).detail for pair in (within(right, wrong), within(wrong, right))] == ["new", "mended"]


def test_a_slip_that_both_share_is_told_once() -> None:
    middle = "Verrin spoke first. Then Verrin left. Later Verirn came back and Verrin slept."
    change = only(within(middle, middle))
    assert (change.kind, change.detail, change.before) == ("slip", "shared", "Verirn")


def test_a_name_cut_short_inside_a_fixed_name_is_a_slip() -> None:
    change = only(within("The Tolland Marine Corps sent divers.", "The Tolland Marine Corp sent divers."))
    assert (change.kind, change.before, change.after) == ("slip", "Corps", "Corp")


def test_another_form_of_a_word_is_no_slip() -> None:
    change = only(within("The keeper watched the boats come in.", "The keeper watched the boat come in."))
    assert change.kind == "wording"


def test_two_right_words_a_letter_apart_are_no_slip() -> None:
    change = only(within("The owners adopted the plan at noon.", "The owners adapted the plan at noon."))
    assert change.kind == "wording"


def test_other_words_are_wording() -> None:
    change = only(within("The crew was taken to an inn nearby.", "The crew was taken to a tavern nearby."))
    assert (change.kind, change.weight) == ("wording", "wording")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The labour office organised it.", "The labor office organized it."),
        ("A cease-fire held at sea.", "A ceasefire held at sea."),
        ("The U.S. envoy came aboard.", "The US envoy came aboard."),
        ("The port’s “old” crane fell.", 'The port\'s "old" crane fell.'),
        ("Gen. Verrin came aboard.", "General Verrin came aboard."),
    ],
)
def test_house_style_is_style(before: str, after: str) -> None:
    found = within(before, after)
    assert {(c.kind, c.weight) for c in found} == {("style", "style")}


def test_many_equal_changes_of_style_are_one_with_many_places() -> None:
    middle = "The port’s crane, the ship’s mast and the crew’s boat were lost."
    change = only(within(middle, middle.replace("’", "'")))
    assert (len(change.source_spans), len(change.copy_spans)) == (3, 3)


# ---- matter ----

CLAUSE = "after a long night of rain and fog over the whole coast"


def test_a_clause_left_out_is_cut_and_put_in_is_added() -> None:
    long, short = f"The mast broke {CLAUSE}, people said.", "The mast broke, people said."
    assert [(c.kind, c.before) for c in within(long, short)] == [("cut", CLAUSE)]
    assert [(c.kind, c.after) for c in within(short, long)] == [("added", CLAUSE)]


def test_a_single_plain_word_put_in_is_added() -> None:
    change = only(within("The mast broke on Friday.", "The mast broke early on Friday."))
    assert (change.kind, change.after, change.source_spans) == ("added", "early", ())


def test_a_figure_in_a_clause_left_out_goes_with_the_clause_and_is_named() -> None:
    change = only(
        within(f"The mast broke {CLAUSE} and hit 14 sheep, people said.", "The mast broke, people said.")
    )
    assert (change.kind, change.detail) == ("cut", "a number")


def test_a_moved_paragraph_is_moved_and_nothing_else() -> None:
    parts = BODY.format(
        middle="The coastguard closed the whole bay for small boats until the evening."
    ).split("\n\n")
    found = told("\n\n".join(parts), "\n\n".join([parts[0], parts[2], parts[3], parts[1]]))
    assert {c.kind for c in found} == {"moved"}


NEW_LEDE = (
    "Anger grew in Port Ansel yesterday over the loss of a green ship, its sheep and all of its timber."
)


def test_a_new_opening_is_one_lede() -> None:
    old = BODY.format(middle="The coastguard closed the whole bay for small boats until the evening.")
    rest = old.split("\n\n", 1)[1]
    found = told(old, f"{NEW_LEDE}\n\n{rest}")
    assert [c.kind for c in found] == ["lede"]


def test_a_new_opening_does_not_swallow_a_changed_figure() -> None:
    rest = BODY.format(middle="The coastguard closed the bay.").split("\n\n", 1)[1]
    old = f"The ferry Osprey sank off Port Ansel and 32 sailors drowned in the storm at night.\n\n{rest}"
    new = f"There was grief along the entire coast this week because 22 sailors perished at sea.\n\n{rest}"
    found = {c.kind: c for c in told(old, new)}
    assert set(found) == {"lede", "figure"}
    assert (found["figure"].before, found["figure"].after) == ("32", "22")


def test_a_credit_put_in_is_a_credit() -> None:
    old = BODY.format(middle="The bay was closed until the evening, the Norda agency reported.")
    new = BODY.format(middle="The bay was closed until the evening.")
    assert [(c.kind, c.after) for c in told(old, new)] == [("credit", "")]


# ---- how it is told ----


def test_siblings_differ_and_never_put_in_or_leave_out() -> None:
    found = within("The mate allegedly slept at 4 bells.", "The mate slept at 6 bells early.", joined=False)
    assert {c.directed for c in found} == {False}
    assert {c.derivation for c in found} == {None}
    words = " ".join(c.evidence[0].words for c in found)
    assert "only in a" in words and "differs" in words
    assert not any(phrase in words for phrase in ("put in", "left out", "became"))


def test_without_an_edge_the_smaller_id_is_the_source() -> None:
    options = Settings()
    b, a = (
        pipeline.witness(Article(i, BODY.format(middle=m)), options)
        for i, m in (("b", "All is well."), ("a", "All is lost."))
    )
    (change,) = changes.find(align.align(b, a, options.align), {}, None, options.changes)
    assert (change.source, change.copy, change.before) == ("a", "b", "lost")


def test_the_source_is_the_edges_source_whatever_the_alignments_order() -> None:
    options = Settings()
    a, b = (
        pipeline.witness(Article(i, BODY.format(middle=m)), options)
        for i, m in (("a", "All is well."), ("b", "All is lost."))
    )
    pair = align.align(a, b, options.align)
    (change,) = changes.find(pair, {}, Derivation("b", "a", True, 0.9), options.changes)
    assert (change.source, change.before, change.after) == ("b", "lost", "well")


def test_an_edge_between_others_is_refused() -> None:
    options = Settings()
    a, b = (pipeline.witness(Article(i, "One two three."), options) for i in "ab")
    with pytest.raises(ValueError, match="does not join"):
        changes.find(align.align(a, b, options.align), {}, Derivation("a", "x", True, 0.9), options.changes)


def test_the_order_of_kinds_is_the_contracts() -> None:
    assert tuple(KINDS.by_name) == (
        "attribution", "figure", "date", "name", "sense", "quotation", "hedge", "loaded", "credit",
        "cut", "added", "moved", "lede", "slip", "wording", "style",
    )  # fmt: skip


def test_ids_are_unique_and_spans_lie_in_their_texts() -> None:
    old, new = BODY.format(middle="All of the 12 boats were safe."), "\n\n".join(reversed(BODY.split("\n\n")))
    found = told(old, new)
    assert len({c.id for c in found}) == len(found) > 0
    for change in found:
        assert all(s.article == "a" and 0 <= s.start < s.end <= len(old) for s in change.source_spans)
        assert all(s.article == "b" and 0 <= s.start < s.end <= len(new) for s in change.copy_spans)


# ---- hostile and long input ----

ODD = st.text(alphabet=st.sampled_from("ab1 .,“”\"'’\n\t\x00é漢ع$%—(/)"), max_size=200)


@settings(max_examples=150, deadline=None)
@given(ODD, ODD)
def test_odd_text_never_raises_and_swapping_sides_swaps_cut_and_added(old: str, new: str) -> None:
    there, back = told(old, new, directed=False), told(new, old, directed=False)
    mirror = {"cut": "added", "added": "cut"}
    assert sorted(c.kind for c in there) == sorted(mirror.get(c.kind, c.kind) for c in back)


@pytest.mark.parametrize(("old", "new"), [("", ""), ("", "One two."), ("...", "???"), ("“”", "a")])
def test_empty_texts_give_no_error(old: str, new: str) -> None:
    assert isinstance(told(old, new), list)


@pytest.mark.long
def test_a_very_long_line_is_done() -> None:
    words = [f"w{k % 997}x{k}" for k in range(40_000)]
    options = Settings()
    a = pipeline.witness(Article("a", " ".join(words)), options)
    b = pipeline.witness(Article("b", " ".join(w for k, w in enumerate(words) if k % 50)), options)
    pair = align.align(a, b, options.align)
    found = changes.find(pair, {}, None, options.changes)
    assert len(found) > 500
