"""Two texts word by word: anchors chained, gaps filled, moves kept, rewording matched.

    alignment = align.align(a, b, settings.align)
    alignment.blocks      # every word of both texts in exactly one
    alignment.passages    # what they share, verbatim or reworded

Anchors are shared n-grams, rarest first, grown as far as the words agree and
chained by weight (as in passim and MUMmer); gaps are aligned by dynamic
programming, where near-equal words (Corps, Corp) become partners; what stands
in another order is kept as a move; sentences in other words are matched by
the cosine of their weighted words.
"""

from __future__ import annotations

from collections.abc import Mapping

from retold import kernels as kernel_sets
from retold.kernels import Kernels
from retold.settings import Align
from retold.steps.align import anchors, blocks, passages, rewording, workspace
from retold.steps.align.workspace import Workspace
from retold.tables import Alignment, Witness

__all__ = ["align", "partners"]


def align(
    a: Witness,
    b: Witness,
    settings: Align,
    idf: Mapping[int, float] | None = None,
    kernels: Kernels | None = None,
    source: str | None = None,
) -> Alignment:
    """Align two witnesses; `align(b, a)` is `align(a, b).turned()`.

    `idf` gives the weight of words by their folded form, any scale; without it
    the two texts alone tell which words are rare. `source` is the id of the one
    that the other may have its text from, if that is known: what the copy cut short
    is then one passage. Words inside furniture are partners of nothing. Never raises
    on odd text; near linear on long ones.
    """
    if (b.text, b.id) < (a.text, a.id):
        return align(b, a, settings, idf, kernels, source).turned()
    work = _chained(a, b, settings, idf, kernels)
    likenesses = rewording.alike_sentences(work.encoded)
    rewording.align_sentences(work, likenesses)
    rewording.align_clauses(work)
    return Alignment(a, b, work.to_b, work.to_a, blocks.build(work), passages.of(work, likenesses, source))


def partners(a: Witness, b: Witness, settings: Align, kernels: Kernels | None = None) -> Alignment:
    """The partners that `align` finds, without blocks and passages, which take most of its time."""
    if (b.text, b.id) < (a.text, a.id):
        return partners(b, a, settings, kernels).turned()
    work = _chained(a, b, settings, None, kernels)
    if rewording.is_sentence_free(work):
        rewording.align_sentences(work, rewording.alike_sentences(work.encoded))
    rewording.align_clauses(work)
    blocks.pair_replaced(work)
    return Alignment(a, b, work.to_b, work.to_a, (), ())


def _chained(
    a: Witness, b: Witness, settings: Align, idf: Mapping[int, float] | None, kernels: Kernels | None
) -> Workspace:
    """What stands in both texts in the same words, with small changes."""
    work = workspace.empty(workspace.encode(a, b, settings, idf, kernels or kernel_sets.choose()))
    found = anchors.add_chain(work)
    anchors.add_moves(work, found)
    anchors.add_gaps(work)
    return work
