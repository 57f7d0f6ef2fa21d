"""The kept corpus of the fuzz campaign is taken without a fall, and the campaign itself does what it says."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from retold.errors import InputError
from tests.fuzz import campaign, targets

pytestmark = pytest.mark.long


@pytest.fixture(scope="module", autouse=True)
def swept() -> Iterator[None]:
    yield
    targets.forget()
    targets.folder.cache_clear()
    targets._stored.cache_clear()


@pytest.mark.parametrize("name", sorted(targets.TARGETS))
def test_a_target_takes_its_kept_corpus(name: str) -> None:
    held = campaign.seeds(name)
    assert held
    for data in held:
        targets.TARGETS[name](data)


def test_each_target_has_a_corpus_and_each_corpus_a_target() -> None:
    assert {one.name for one in campaign.CORPUS.iterdir()} == set(targets.TARGETS)


def test_the_kept_corpus_is_small() -> None:
    sizes = [len(data) for name in targets.TARGETS for data in campaign.seeds(name)]
    assert max(sizes) <= 16_384 and sum(sizes) < 400_000


@pytest.mark.parametrize("name", ["dates", "readers", "toml", "stemma", "credits"])
def test_a_target_takes_some_mutations_of_its_corpus(name: str) -> None:
    made = campaign.mutations(campaign.seeds(name), random.Random(5))
    for _ in range(40):
        targets.TARGETS[name](next(made))


def test_mutations_are_the_same_for_one_seed_and_differ_for_others() -> None:
    def first(seed: int) -> list[bytes]:
        made = campaign.mutations([b"a kept input", b"another"], random.Random(seed))
        return [next(made) for _ in range(20)]

    assert first(1) == first(1) != first(2)


def test_an_error_of_many_lines_is_a_find() -> None:
    with pytest.raises(AssertionError, match="one line"), targets.answered(InputError):
        raise InputError("a\nb", "c")


def test_a_span_beyond_its_text_is_a_find() -> None:
    from retold.model import Span

    for span in (Span("a", 0, 9), Span("a", 2, 2)):
        with pytest.raises(AssertionError):
            targets.inside(iter([span]), "gull")


def test_markup_from_an_article_is_a_find() -> None:
    tags = targets._Tags()
    tags.feed("<p>a</p><img src=x onerror=y><a href='javascript:z'>b</a>")
    assert len(tags.foreign) == 3
