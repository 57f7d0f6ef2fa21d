"""Two articles whose language has no pack, or that have two languages: what is found all the same."""

from __future__ import annotations

from collections.abc import Callable

from retold.language import UNIVERSAL
from retold.steps.changes import arbiter, pair, supports, values
from retold.steps.changes.finders import attributions, dates, figures, house_style, slips
from retold.steps.changes.pair import Unit
from retold.steps.changes.spelling import spelling_of

OLD = (
    "Torva belin masku oranti 12 kelvo dimar sotun. Prelo vastin korudi mel hasto bramel senti.\n\n"
    "Golvar timeru 1400 plenti osk adari menuva. Harim Doskel ventru salimo piret."
)
NEW = (
    "Torva belin masku oranti 15 kelvo dimar sotun. Prelo vastin korudi mel hasto bramel senti.\n\n"
    "Golvar timeru 1400 plenti osk adari menuvi. Harim Bastun ventru salimo piret. Kolnar vesti brumo aldi."
)


def kinds_of(laid: Callable, old: str, new: str, languages: tuple[str, str]) -> list[str]:
    material, _ = laid(old, new, languages=languages)
    return [one.kind for one in arbiter.settled(material)]


def test_figures_wordings_and_additions_are_found_without_a_pack(laid: Callable) -> None:
    found = kinds_of(laid, OLD, NEW, ("xx", "xx"))
    assert sorted(found) == ["added", "figure", "wording", "wording"]


def test_no_slip_name_date_or_speaker_is_found_without_a_pack(laid: Callable) -> None:
    material, rest = laid(OLD, NEW, languages=("xx", "xx"))
    assert not material.pair.language.packed
    assert material.values.names == ([], []) and material.values.dates == ([], [])
    for unit in material.pair.units:
        assert list(slips.slips(material, rest, unit)) == []
        assert list(dates.changed_dates(material, rest, unit)) == []
    both = Unit(0, len(material.pair.old.words), 0, len(material.pair.new.words))
    assert attributions.changed_attributions(material, rest, both) == []


def test_two_articles_of_two_languages_are_read_by_the_universal_one(laid: Callable) -> None:
    material, _ = laid(OLD, NEW, languages=("xx", "en"))
    assert material.pair.language is UNIVERSAL
    assert pair.shared_language(material.pair.old.witness, material.pair.old.witness).code == "xx"


def test_accents_and_hyphens_are_style_in_every_language(laid: Callable) -> None:
    key = spelling_of(UNIVERSAL).key
    assert key(("élan-vital",)) == key(("elan", "vital"))
    material, rest = laid(
        "Torva mélin masku oranti belo.", "Torva melin masku oranti belo.", languages=("xx", "xx")
    )
    (unit,) = material.pair.units
    (found,) = house_style.spelling_variants(material, rest, unit)
    assert (found.kind, found.before, found.after) == ("style", "mélin", "melin")


def test_a_figure_in_digits_is_a_figure_in_every_language(laid: Callable) -> None:
    material, rest = laid(OLD, NEW, languages=("xx", "xx"))
    found = [one for unit in material.pair.units for one in figures.changed_figures(material, rest, unit)]
    assert [(one.before, one.after) for one in found] == [("12", "15")]
    assert values.counted(material.values, material.pair.units[0])
    assert supports.support_of(found[0]) == supports.support_of(found[0])
