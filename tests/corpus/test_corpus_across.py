"""Stories across languages in a whole job: off by default, and asked for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import retold
from retold.corpus import across
from retold.corpus.articles import Corpus
from retold.corpus.cache import Cache
from retold.errors import InputError
from retold.flow import job
from retold.model import Article
from retold.settings import Settings, StoryGroups

ASKED = Settings(story=StoryGroups(across_languages=True))
TEXTS = {
    "de": "Vor Tavenwell ist eine Fähre der Reederei Norvia auf eine Sandbank gelaufen. An Bord waren 1.312 "
    "Menschen, die mit Booten an Land gebracht wurden. Hafenmeister Timm Orel sprach von großem Glück. Im "
    "Rumpf klafft ein Loch von 2,45 Metern, und der Schlepper kommt erst am Freitag aus dem Süden.",
    "fr": "Un ferry de la compagnie Norvia s'est échoué devant Tavenwell avec 1.312 passagers. Tous ont été "
    "ramenés à terre par de petits bateaux, sans blessé. Le capitaine du port, Timm Orel, parle d'une chance "
    "inouïe. La brèche dans la coque mesure 2,45 mètres ; on attend un remorqueur.",
    "es": "Los panaderos de Morlo suben el precio del pan. Una hogaza costará 2,45 euros desde el lunes, según "
    "el gremio, que culpa a la mala cosecha. Los 1.312 vecinos del pueblo tendrán que caminar hasta la costa.",
}
PILE = [Article(code, text, language=code, published="2031-03-03") for code, text in TEXTS.items()]


def test_one_event_in_two_languages_is_one_story_where_that_is_asked_for() -> None:
    assert [story.articles for story in retold.stories(PILE, ASKED)] == [("de", "fr"), ("es",)]


def test_its_lineage_and_claims_are_made_as_those_of_any_story() -> None:
    trace = retold.trace(PILE, ASKED)
    assert [len(story.articles) for story in trace.stories] == [2, 1]
    assert all(family in (("de",), ("fr",)) for family in trace.stories[0].families)


def test_it_is_off_by_default_and_groups_are_then_as_they_were(tmp_path: Path) -> None:
    assert Settings().story.across_languages is False
    none = np.zeros(0, np.int32)
    groups = [([0, 2], 1.0), ([1], 1.0)]
    cache = Cache(Corpus.gathered(PILE, tmp_path), Settings())
    assert across.joined(cache, groups, (none, none), Settings()) == groups
    assert len(retold.stories(PILE)) == 3


def test_a_cluster_refuses_it_in_one_line() -> None:
    with pytest.raises(InputError, match="across languages"), job.found(PILE, ASKED, None, None):  # type: ignore[arg-type]
        pass
