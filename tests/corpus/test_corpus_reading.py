"""From what was given to a corpus: what is refused is noted, what recurs at an outlet is marked."""

from __future__ import annotations

import pytest

from retold.corpus.articles import Corpus
from retold.corpus.reading import corpus_of
from retold.model import Article, SetAside
from retold.settings import Clean
from tests.samples import ferry_articles

NOTE = SetAside("tide.bin", "it is no text", "give a text")
LINE = "Sign up for the Gannet morning letter and never miss a tide again."
MATTERS = (
    "The harbour council voted on Monday to close the northern sluice for eleven weeks of repairs.",
    "A violinist from the upper town opened the winter season with an unpublished sonata on Friday.",
    "Beekeepers counted forty hives lost to mites in the orchards behind the brickworks this spring.",
    "The museum of clocks bought a pendulum that had been buried beneath a chapel for two centuries.",
    "Engineers tested a tram without rails between the market hall and the stadium before sunrise.",
)


def test_notes_among_the_articles_and_doubles_are_set_aside_and_the_rest_is_kept() -> None:
    given = ferry_articles()
    aside: list[SetAside] = []
    with corpus_of([given[0], NOTE, *given], Clean(), aside) as corpus:
        assert list(corpus) == given
    assert aside[0] == NOTE and len(aside) == 2 and "a0" in aside[1].where


def test_what_an_outlet_prints_under_every_text_is_furniture() -> None:
    letters = [
        Article(f"n{k}", f"{matter}\n\n{LINE}", outlet="The Gannet") for k, matter in enumerate(MATTERS)
    ]
    with corpus_of(letters, Clean(), []) as corpus:
        assert {letters[int(s.article[1:])].text[s.start : s.end] for s, _ in corpus.furniture} == {LINE}
        assert set(corpus.hidden) == {one.id for one in letters}


@pytest.mark.usefixtures("small")
def test_a_large_corpus_lies_on_disk_until_it_is_left() -> None:
    with corpus_of(ferry_articles(), Clean(), []) as corpus:
        assert corpus.file is not None and corpus.file.exists()
    assert isinstance(corpus, Corpus) and not corpus.file.exists()


def test_the_processes_of_a_job_end_with_it() -> None:
    with corpus_of(ferry_articles(), Clean(), []) as corpus:
        assert corpus.processes is not None
        (first, *_) = corpus.processes.started()
        assert first.poll() is None
    assert first.poll() is not None
