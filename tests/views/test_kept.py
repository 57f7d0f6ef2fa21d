"""What a copy took from its source."""

from __future__ import annotations

import retold
from retold.archive.store import Trace
from retold.model import Article
from retold.views import index, kept
from tests.samples import FERRY

SECOND = "The council of Torvik met at noon and asked for a light on the sandbank before the next winter."


def aligned(*texts: str) -> Trace:
    return retold.trace([Article(f"v{k}", text, outlet=f"Post {k}") for k, text in enumerate(texts)])


def test_an_equal_text_is_identical_and_keeps_every_paragraph() -> None:
    text = f"{FERRY}\n\n{SECOND}"
    one = kept.between(index.of_trace(aligned(text, text.replace("’", "'"))), "v0", "v1")
    assert (one.words, one.share, one.kept, one.cut) == ("identical", 1.0, 2, 0)


def test_a_cut_paragraph_is_counted() -> None:
    found = index.of_trace(aligned(f"{FERRY}\n\n{SECOND}", FERRY))
    one = kept.nearest(found, "v1", "v0")
    assert (one.source, one.words, one.kept, one.cut) == ("v0", "near", 1, 1)
    assert one.share > 0.95


def test_without_a_source_in_the_pile_the_nearest_text_is_named() -> None:
    found = index.of_trace(aligned(f"{FERRY}\n\n{SECOND}", FERRY, FERRY.replace("ninety", "sixty")))
    assert kept.nearest(found, "v2", None).source in ("v0", "v1")
    assert kept.nearest(found, "v2", None).share > 0.9
    assert kept.nearest(found, "absent", None).words == "own"
