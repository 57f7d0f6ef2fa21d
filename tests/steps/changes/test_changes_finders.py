"""What each finder proposes of a single unit or of both texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from retold.steps.changes import arbiter
from retold.steps.changes.candidates import Candidate
from retold.steps.changes.finders import (
    attributions,
    datelines,
    dates,
    dropped_attributions,
    figures,
    house_style,
    insertions_deletions,
    lexicon,
    moves,
    names,
    openings,
    quotations,
    rewording,
    slips,
    typography,
)
from retold.steps.changes.pair import Unit

OLD = (
    "Divers found 12 anchors in the basin of Port Ansel on Monday, and reportedly a bronze bell.\n\n"
    "The museum of Tolland will show the bell to visitors before winter."
)


def proposed(
    laid: Callable, find: Callable[..., Iterable[Candidate]], old: str, new: str
) -> list[tuple[str, str, str]]:
    """What a finder proposes of the units of two texts."""
    material, rest = laid(old, new)
    found = [one for unit in material.pair.units for one in find(material, rest, unit)]
    return [(one.kind, one.before or "", one.after or "") for one in found]


@pytest.mark.parametrize(
    ("find", "before", "after", "kind"),
    [
        (figures.changed_figures, "12", "15", "figure"),
        (dates.changed_dates, "Monday", "Tuesday", "date"),
        (names.changed_names, "Port Ansel", "Port Mirra", "name"),
        (lexicon.changed_hedges, "reportedly ", "", "hedge"),
        (lexicon.changed_loaded_words, "visitors", "thugs", "loaded"),
        (house_style.spelling_variants, "museum", "muséum", "style"),
        (slips.slips, "visitors", "vistors", "slip"),
        (rewording.rewordings, "show", "lend", "wording"),
        (insertions_deletions.insertions, "bronze", "old bronze", "added"),
        (insertions_deletions.deletions, " before winter", "", "cut"),
        (insertions_deletions.small_words, "The museum of", "The museum in of", "wording"),
    ],
)  # fmt: skip
def test_a_finder_proposes_its_kind(
    laid: Callable, find: Callable, before: str, after: str, kind: str
) -> None:
    found = proposed(laid, find, OLD, OLD.replace(before, after))
    assert [one[0] for one in found] == [kind]


@pytest.mark.parametrize(
    "find",
    [figures.changed_figures, dates.changed_dates, names.changed_names, slips.slips, lexicon.changed_hedges],
)
def test_a_finder_has_nothing_to_say_of_another_kind(laid: Callable, find: Callable) -> None:
    assert proposed(laid, find, OLD, OLD.replace("show", "lend")) == []


def both(laid: Callable, find: Callable, old: str, new: str) -> list[Candidate]:
    material, rest = laid(old, new)
    return list(find(material, rest, Unit(0, len(material.pair.old.words), 0, len(material.pair.new.words))))


def test_a_bound_put_before_a_figure_is_another_figure(laid: Callable) -> None:
    (one,) = both(laid, figures.changed_bounds, OLD, OLD.replace("found 12", "found at least 12"))
    assert (one.before, one.after) == ("12", "at least 12")


def test_two_places_of_origin_are_two_names(laid: Callable) -> None:
    (one,) = both(laid, datelines.changed_datelines, f"ANSEL — {OLD}", f"MIRRA — {OLD}")
    assert (one.kind, one.before, one.after) == ("name", "ANSEL", "MIRRA")


def test_words_that_got_quotation_marks_read_with_them(laid: Callable) -> None:
    (one,) = both(laid, quotations.requoted_words, OLD, OLD.replace("a bronze bell", "“a bronze bell”"))
    assert (one.kind, one.detail) == ("quotation", "newly quoted")
    assert (one.before, one.after) == ("a bronze bell", "“a bronze bell”")


def test_altered_words_of_a_quotation_are_a_quotation(laid: Callable) -> None:
    old = OLD.replace("show the bell to visitors", "“show the old bell to all visitors”")
    assert proposed(
        laid, quotations.altered_quotations, old, old.replace("all visitors", "many visitors")
    ) == [("quotation", "all", "many")]


def test_a_shared_slip_is_told_where_the_right_word_stands_beside_it(laid: Callable) -> None:
    text = f"{OLD} The harbour is deep, and the habrour is old, so the harbour stays, as a harbour should."
    (one,) = both(laid, slips.shared_slips, text, text.replace("deep", "calm"))
    assert (one.before, one.after, one.detail) == ("habrour", "habrour", "shared")


def test_a_passage_that_stands_elsewhere_is_one_move(laid: Callable) -> None:
    first, second = OLD.split("\n\n")
    found = both(laid, moves.moved_passages, OLD, f"{second}\n\n{first}")
    assert len(found) == 1 and found[0].words == ((), ())


def test_quote_marks_of_another_make_are_style(laid: Callable) -> None:
    old = OLD.replace("bronze bell", "“bronze” bell")
    found = both(laid, typography.changed_print, old, old.replace("“bronze”", '"bronze"'))
    assert {(one.kind, one.detail) for one in found} == {("style", "quote marks")}
    (one,) = typography.grouped_by_habit([*found, *found])
    assert len(one.old) == 2 * len(found)


def test_a_new_opening_claims_nothing_and_swallows_its_words(laid: Callable) -> None:
    lead = "A bell that nobody had heard for three hundred years rang over the water again last night."
    (one,) = both(laid, openings.new_openings, OLD, f"{lead}\n\n{OLD}")
    assert (one.kind, one.after) == ("lede", lead.rstrip("."))
    assert one.words == ((), ()) and one.swallows.new == (range(17),)


def test_a_speaker_who_is_named_in_one_version_only_is_dropped(laid: Callable, statement: Callable) -> None:
    fact = "the old bell will ring again before the winter storms"
    old = f"{OLD}\n\nOrla Quarn said {fact}."
    new = f"{OLD}\n\n{fact.capitalize()}."
    said = statement("a", old, fact, "Orla Quarn", "Orla Quarn", kind="indirect")
    material, _ = laid(old, new, ((said,), ()))
    (found,) = (one for one in arbiter.settled(material) if one.kind != "style")  # and no cut of these words
    assert (found.kind, found.before, found.after) == ("attribution", "Orla Quarn", "")
    rest = laid(old, new, ((said,), ()))[1]
    named = [list(dropped_attributions.dropped_sources(material, rest, unit)) for unit in material.pair.units]
    assert not any(named)


def test_another_cue_is_an_attribution_that_claims_the_cues(laid: Callable, statement: Callable) -> None:
    quoted = "The old bell belongs to the harbour and to nobody else"
    old, new = (f"{OLD}\n\n“{quoted},” Orla Quarn {cue}." for cue in ("said", "admitted"))
    said = (
        (statement("a", old, quoted, "Orla Quarn", "Orla Quarn"),),
        (statement("b", new, quoted, "Orla Quarn", "Orla Quarn", "admitted", manner="admitted"),),
    )
    material, rest = laid(old, new, said)
    whole = Unit(0, len(material.pair.old.words), 0, len(material.pair.new.words))
    (one,) = attributions.changed_attributions(material, rest, whole)
    assert (one.detail, one.before, one.after) == ("cue", "said", "admitted")
    assert [material.pair.old.text(words) for words in one.words.old][:1] == ["said"]


FERRY = "The ferry to Saltholm had run aground on the eastern bar before dawn"


def test_words_that_stand_elsewhere_in_the_other_version_are_not_left_out(laid: Callable) -> None:
    old = f"{FERRY}, its master told the pilots by radio. {OLD}"
    material, rest = laid(old, f"{OLD} {FERRY}.")
    unit = Unit(0, len(material.pair.old.words) - len(OLD.split()), 0, 0)
    (one,) = insertions_deletions.deletions(material, rest, unit)
    assert (one.before or "").startswith("its master told the pilots")
    assert one.words.old == (unit.old,)


def test_words_all_of_which_stand_elsewhere_are_moved(laid: Callable) -> None:
    material, rest = laid(f"{FERRY}. {OLD}", f"{OLD} {FERRY}.")
    (one,) = insertions_deletions.deletions(material, rest, Unit(0, len(FERRY.split()), 0, 0))
    assert (one.kind, one.before, one.after) == ("moved", FERRY, FERRY)


def test_a_figure_beside_which_another_fits_better_is_no_other_amount(laid: Callable) -> None:
    crane = "a crane fell onto a barge at Port Ansel early on Monday"
    old = f"{crane.capitalize()}, injuring four dock workers, the harbour office said."
    new = f"One dock worker was killed and five were injured when {crane}, the harbour office said."
    assert proposed(laid, figures.changed_figures, old, new) == []
    plain = new.replace("killed and five were injured", "injured")
    assert proposed(laid, figures.changed_figures, old, plain) == [("figure", "four", "One")]


def test_two_amounts_of_one_sentence_that_both_changed_are_two_figures(laid: Callable) -> None:
    old = "The fire in the old mill killed 3 people and injured 12 guests of the inn."
    found = proposed(laid, figures.changed_figures, old, old.replace("3", "4").replace("12", "15"))
    assert found == [("figure", "3", "4"), ("figure", "12", "15")]
