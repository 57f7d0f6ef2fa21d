"""Claims: one statement, or one figure with its event, as the articles of a story carry it.

    claims.gather(story, witnesses, statements, alignments, lineage, settings.claims)

The words shown for a claim are those that most carriers have; one sentence is one claim.
A claim rests on the roots of the lineage that are left once every article
without it is taken out. Articles that nothing joins are counted apart, and the
evidence says "no common source found in this pile": more cannot be known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from retold import ids, parameters
from retold.language import UNIVERSAL, Language
from retold.language.names import Names
from retold.model import Claim, Lineage, Statement, Story
from retold.settings import Claims
from retold.steps.claims import excerpts, matching, occurrences, one_sentence, origins
from retold.steps.claims.agreement import is_excerpt
from retold.steps.claims.evidence import contradiction, evidence_of
from retold.steps.claims.occurrences import Occurrence, articles_of
from retold.steps.claims.one_sentence import Gathered
from retold.steps.claims.origins import Origins
from retold.steps.claims.variants import shown, variants_of
from retold.tables import Alignment, Witness

__all__ = ["gather"]

_MOST = parameters.of("claims", "claims").number("most")


def gather(
    story: Story,
    witnesses: Mapping[str, Witness],
    statements: Mapping[str, Sequence[Statement]],
    alignments: Mapping[tuple[str, str], Alignment],
    lineage: Lineage,
    settings: Claims,
) -> list[Claim]:
    """The claims of a story: every statement with a content, and figures that two articles carry.

    `alignments` is keyed by sorted pairs of ids; pairs that are missing are
    matched by content. Claims come in the order of the story's articles.
    """
    here = [witnesses[i] for i in story.articles if i in witnesses]
    names = _shared_language(here).names
    said = [o for w in here for o in occurrences.of_statements(w, statements.get(w.id, ()))]
    counted = [o for w in here for o in occurrences.of_figures(w)] if len(here) > 1 else []
    inside = {key: alignments[key] for key in alignments if set(key) <= set(story.articles)}
    amounts = [g for g in matching.groups(counted, inside, settings) if len(articles_of(g)) > 1]
    claims = one_sentence.gathered(matching.groups(said, inside, settings), amounts)
    days = ids.days(w.article for w in here)
    return ids.told_apart([_claim(_id_of(one.group, days), story, one, lineage, names) for one in claims])


def _id_of(group: Sequence[Occurrence], days: ids.Days) -> str:
    """The claim's id, by the carrier that was published first and by the first place there."""
    first = ids.founder(articles_of(group), days)
    place = min(span for one in group if one.article == first for span in one.spans)
    return ids.claim("statement" if group[0].figure is None else "figure", place)


def _shared_language(witnesses: Sequence[Witness]) -> Language:
    """The language of all versions, the universal one where they have several."""
    languages = {one.language.code: one.language for one in witnesses}
    return next(iter(languages.values())) if len(languages) == 1 else UNIVERSAL


def _claim(name: str, story: Story, one: Gathered, lineage: Lineage, names: Names) -> Claim:
    lineage = excerpts.bearing(one.every, lineage)
    whole = origins.of(excerpts.carriers(one.every, lineage), lineage)
    variants = tuple(variants_of(one.group, lineage, names))
    read = one.group
    if one.figures and len(variants) == 1:
        read, variants = one.figures, tuple(variants_of(one.figures, lineage, names))
    first = shown(one.group)
    return Claim(
        id=name,
        stories=(story.id,),
        kind="statement" if first.statement is not None else "figure",
        statement=first.statement.id if first.statement is not None else None,
        carriers=tuple(span for held in one.every for span in held.spans),
        variants=variants,
        origins=whole.ids,
        origins_range=(_least(one.group, whole), whole.most),
        support=_support(one.group),
        evidence=evidence_of(one.every, whole, contradiction(read, variants, lineage, names), lineage),
    )


def _least(group: Sequence[Occurrence], roots: Origins) -> int:
    """The least number of origins: one where all quote the same words, which somebody uttered once."""
    first = next((one for one in group if one.quoted), None)
    if first is None:
        return roots.least
    return min(roots.least, 1) if all(is_excerpt(one.forms, first.forms) for one in group) else roots.least


def _support(group: Sequence[Occurrence]) -> float:
    """That of its surest carrier: one that is told for sure is enough, whatever the others are."""
    return min(_MOST, max(one.support for one in group))
