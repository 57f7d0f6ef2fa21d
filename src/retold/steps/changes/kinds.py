"""The kinds of change: one row a kind, with its finders, its weight and its words.

    KINDS.of(kind)          the row of a kind
    KINDS.by_stage[stage]   the finders of a stage, in the order in which they are asked

A new kind is a row here, its name in `model.ChangeKind`, its finder and its words for screens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from retold.model import ChangeKind, Weight
from retold.steps.changes.candidates import Candidate
from retold.steps.changes.finders import (
    agents,
    ages,
    attributions,
    credits,
    cues,
    date_slots,
    datelines,
    dates,
    dropped_attributions,
    exchanged_parties,
    figure_slots,
    figures,
    frames,
    house_style,
    impersonal_sources,
    insertions_deletions,
    intentions,
    last_figures,
    lexicon,
    moves,
    names,
    notices,
    openings,
    quotations,
    retold_quotations,
    rewording,
    role_names,
    sense,
    slips,
    strayed_quotations,
    typography,
)
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Unit
from retold.steps.changes.rest import Rest


class Stage(IntEnum):
    """What a finder is asked about, in the order in which the arbiter comes to it."""

    TEXTS = 1  # both texts as a whole, once
    SENTENCES = 2  # each unit of sentences put in other words from end to end
    UNITS = 3  # each other unit of the alignment, as it was set apart
    PARTS = 4  # each part of such a unit that nobody spoke of
    REST = 5  # what is left of all units, pieces of one change put together
    PRINT = 6  # both texts as a whole, once more, at the end


Find = Callable[[Material, Rest, Unit], Iterable[Candidate]]


@dataclass(frozen=True, slots=True)
class Finder:
    """A function that proposes candidates, when it is asked, and its place among those of its stage."""

    stage: Stage
    order: int
    find: Find


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change. `noun` stands in evidence, `label` on screens.

    `mirror` is what the change is called where source and copy change places, None for the same.
    A kind that a new opening `swallows` is no change of its own inside one.
    """

    name: ChangeKind
    weight: Weight
    noun: str
    label: str
    finders: tuple[Finder, ...]
    mirror: ChangeKind | None = None
    swallowed: bool = False
    repeats: bool = False  # may read the same on both sides: told for its place or its speaker
    printed: bool = False  # may read the same but for its print


TABLE: tuple[Kind, ...] = (
    Kind(
        "attribution", "substance", "the speaker", "speaker",
        (
            Finder(Stage.TEXTS, 10, attributions.changed_attributions),
            Finder(Stage.TEXTS, 11, impersonal_sources.impersonal_sources),
            Finder(Stage.PARTS, 4, impersonal_sources.multiplied_sources),
            Finder(Stage.PARTS, 5, cues.changed_cues),
            Finder(Stage.REST, 9, cues.changed_cues),
            Finder(Stage.REST, 10, dropped_attributions.dropped_speakers),
            Finder(Stage.REST, 11, cues.dropped_cues),
        ),
        repeats=True,
    ),
    Kind(
        "figure", "substance", "the figure", "figure",
        (
            Finder(Stage.TEXTS, 50, figures.changed_bounds),
            Finder(Stage.TEXTS, 55, figure_slots.figures_of_one_slot),
            Finder(Stage.TEXTS, 80, openings.figures_of_opening),
            Finder(Stage.TEXTS, 81, ages.changed_ages),
            Finder(Stage.TEXTS, 83, last_figures.last_figures),
            Finder(Stage.SENTENCES, 10, openings.figures_of_sentences),
            Finder(Stage.UNITS, 30, figures.changed_figures),
        ),
    ),
    Kind(
        "date", "substance", "the date", "date",
        (
            Finder(Stage.TEXTS, 56, date_slots.dates_of_one_clause),
            Finder(Stage.TEXTS, 90, openings.dates_of_opening),
            Finder(Stage.SENTENCES, 20, openings.dates_of_sentences),
            Finder(Stage.UNITS, 40, dates.changed_dates),
            Finder(Stage.UNITS, 41, dates.dates_of_sentences_alike),
        ),
    ),
    Kind(
        "name", "substance", "the name", "name",
        (
            Finder(Stage.TEXTS, 60, datelines.changed_datelines),
            Finder(Stage.TEXTS, 82, role_names.names_of_roles),
            Finder(Stage.SENTENCES, 15, names.names_of_sentences),
            Finder(Stage.UNITS, 50, names.changed_names),
        ),
    ),
    Kind(
        "sense", "substance", "the sense", "sense",
        (
            Finder(Stage.TEXTS, 57, exchanged_parties.exchanged_parties),
            Finder(Stage.TEXTS, 75, frames.turned_openings),
            Finder(Stage.SENTENCES, 27, agents.lost_agents),
            Finder(Stage.SENTENCES, 28, sense.turned_sentences),
            Finder(Stage.SENTENCES, 29, frames.turned_frames),
            Finder(Stage.UNITS, 5, agents.lost_agents),
            Finder(Stage.UNITS, 15, sense.turned_words),
            Finder(Stage.UNITS, 16, frames.turned_frames),
            Finder(Stage.UNITS, 17, intentions.performed),
            Finder(Stage.PARTS, 15, sense.turned_words),
            Finder(Stage.REST, 44, intentions.performed),
            Finder(Stage.REST, 45, sense.turned_words),
        ),
    ),
    Kind(
        "quotation", "substance", "the quotation", "quotation",
        (
            Finder(Stage.TEXTS, 40, quotations.requoted_words),
            Finder(Stage.TEXTS, 45, retold_quotations.retold_quotations),
            Finder(Stage.TEXTS, 74, strayed_quotations.strayed_quotations),
            Finder(Stage.SENTENCES, 30, quotations.reworded_quotations),
            Finder(Stage.PARTS, 30, quotations.altered_quotations),
            Finder(Stage.REST, 80, quotations.reworded_quotations),
        ),
        swallowed=True,
    ),
    Kind(
        "hedge", "substance", "the hedge", "hedge",
        (
            Finder(Stage.PARTS, 40, lexicon.changed_hedges),
            Finder(Stage.REST, 20, dropped_attributions.dropped_sources),
        ),
    ),
    Kind(
        "loaded", "substance", "the loaded word", "loaded word",
        (
            Finder(Stage.TEXTS, 76, lexicon.loaded_openings),
            Finder(Stage.PARTS, 50, lexicon.changed_loaded_words),
        ),
    ),
    Kind(
        "credit", "substance", "the credit", "credit",
        (
            Finder(Stage.TEXTS, 18, notices.changed_source_notes),
            Finder(Stage.TEXTS, 20, credits.changed_credits),
        ),
    ),
    Kind(
        "cut", "substance", "matter", "left out",
        (
            Finder(Stage.TEXTS, 16, notices.deleted_notices),
            Finder(Stage.REST, 30, insertions_deletions.deletions),
        ),
        mirror="added", swallowed=True,
    ),
    Kind(
        "added", "substance", "matter", "put in",
        (
            Finder(Stage.TEXTS, 17, notices.inserted_notices),
            Finder(Stage.REST, 40, insertions_deletions.insertions),
        ),
        mirror="cut", swallowed=True,
    ),
    Kind(
        "moved", "wording", "a passage", "moved",
        (
            Finder(Stage.TEXTS, 25, credits.moved_credits),
            Finder(Stage.SENTENCES, 25, moves.moved_sentences),
            Finder(Stage.REST, 70, moves.moved_phrases),
            Finder(Stage.PRINT, 10, moves.moved_passages),
        ),
        repeats=True,
    ),
    Kind(
        "lede", "substance", "the opening", "opening",
        (Finder(Stage.TEXTS, 70, openings.new_openings),),
    ),
    Kind(
        "slip", "wording", "a slip", "slip",
        (
            Finder(Stage.TEXTS, 30, slips.shared_slips),
            Finder(Stage.UNITS, 4, slips.misread_letters),
            Finder(Stage.UNITS, 20, slips.whole_unit_slips),
            Finder(Stage.PARTS, 20, slips.slips),
        ),
        repeats=True,
    ),
    Kind(
        "wording", "wording", "the wording", "wording",
        (
            Finder(Stage.SENTENCES, 40, rewording.rewordings),
            Finder(Stage.REST, 50, insertions_deletions.small_words),
            Finder(Stage.REST, 90, rewording.rewordings),
        ),
        swallowed=True,
    ),
    Kind(
        "style", "style", "house style", "style",
        (
            Finder(Stage.UNITS, 10, house_style.spelling_variants),
            Finder(Stage.PARTS, 55, house_style.name_forms),
            Finder(Stage.PARTS, 10, house_style.spelling_variants),
            Finder(Stage.REST, 60, house_style.spelling_variants),
            Finder(Stage.PRINT, 20, typography.changed_print),
        ),
        swallowed=True, printed=True,
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kinds:
    """A table of kinds, asked by name and by stage; kinds are in the order of the contract."""

    rows: tuple[Kind, ...]
    by_name: Mapping[str, Kind]
    by_stage: Mapping[Stage, tuple[Finder, ...]]  # in the order in which they are asked

    @staticmethod
    def of_rows(rows: Sequence[Kind]) -> Kinds:
        """The table of these rows."""
        finders = sorted((f for kind in rows for f in kind.finders), key=lambda f: (f.stage, f.order))
        by_stage = {stage: tuple(f for f in finders if f.stage == stage) for stage in Stage}
        return Kinds(tuple(rows), {kind.name: kind for kind in rows}, by_stage)

    def of(self, name: str) -> Kind:
        """The row of a kind; raises `KeyError` for a kind without one."""
        return self.by_name[name]

    def rank(self, name: str) -> int:
        """The place of a kind in the order of the contract."""
        return list(self.by_name).index(name)

    def mirrored(self, name: ChangeKind) -> ChangeKind:
        """What a change is called where source and copy change places."""
        return self.of(name).mirror or name


KINDS = Kinds.of_rows(TABLE)
