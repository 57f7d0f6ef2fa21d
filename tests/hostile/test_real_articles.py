"""Real articles are read to their end, whatever forms of sentences they have: no error, and spans inside the text."""

from __future__ import annotations

from itertools import islice

import pytest

import retold
from evaluation import corpora
from evaluation.corpora.paths import SHARED

_EACH = {"pile_allsides": 37, "pile_reuters": 61}  # every so-manieth article
_MOST = 100  # of a corpus


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(_EACH))
def test_statements_of_real_articles_end_and_stand_in_their_texts(name: str) -> None:
    if not (SHARED / name).exists():
        pytest.skip(f"{SHARED / name} is not there")
    for article in islice(corpora.corpus(name).values(), 0, _EACH[name] * _MOST, _EACH[name]):
        for said in retold.statements(article):
            places = [*said.content, *(one.mention for one in said.speakers if one.mention is not None)]
            assert all(0 <= place.start < place.end <= len(article.text) for place in places), article.id
