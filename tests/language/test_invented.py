"""A language that nothing outside its folder knows of is read as far as its lists go."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import retold
from retold import language
from retold.language import Language
from retold.model import Article, Statement
from retold.pipeline import witness
from retold.settings import LanguageChoice, Settings
from tests.language.invented import CODE, invented

REPORT = (
    "TOLMARK, 3 Alkem 2031. Za porta mu Tolmark tas klosa ostra lo nir isk, ek tral horv skipur tas blokka ul za "
    "bayla mu za norva sha zin dagu.\n\n"
    "Kap. Tam Orbin gorna kre za isk tas trova ul za bayla. “Za skipur nel sival ot za norva,” gorna Orbin. "
    "Fen gorna kre za krevnur tas salva.\n\n"
    "Mir Sela Vurn tilva ot za krevnur kre kev skipur tas opna ul dolva. Ved Tornak Blat, za kompa tas dreva ul za "
    "parla mu za porta.\n"
)
AGAIN = (
    REPORT.replace("Kap. Tam Orbin gorna", "Ul dolva, Kap. Tam Orbin gorna")
    + "\nZa porta nel opna sha dox dagu.\n"
)
THIRD = REPORT.replace("zin dagu", "kev dagu").replace("Fen gorna kre za krevnur tas salva.", "") + (
    "\nNir kaptor mu za skipur nel vey sha za norva.\n"
)
PUBLISHED = "2031-01-06"
XQ = Settings(language=LanguageChoice(default=CODE))


@pytest.fixture
def known() -> Iterator[Language]:
    """The language, registered for one test."""
    made = invented()
    language.register(made)
    yield made
    language.withdraw(CODE)


def corpus() -> list[Article]:
    return [
        Article("a", REPORT, outlet="Tornak Blat", published=PUBLISHED),
        Article("b", AGAIN, outlet="Skalm Blat", published="2031-01-07"),
        Article("c", THIRD, outlet="Orvi Blat", published="2031-01-08"),
    ]


def statements() -> dict[str, Statement]:
    found = retold.statements(Article("a", REPORT, published=PUBLISHED))
    return {one.content[0].of(REPORT): one for one in found if one.content}


def test_its_function_words_show_it(known: Language) -> None:
    assert language.of_text(REPORT) is known


@pytest.mark.usefixtures("known")
def test_its_sentences_go_on_behind_its_abbreviations() -> None:
    one = witness(Article("a", REPORT), Settings())
    sentences = [REPORT[start:end] for start, end in one.sentences.tolist()]
    assert "Kap. Tam Orbin gorna kre za isk tas trova ul za bayla." in sentences


@pytest.mark.usefixtures("known")
def test_its_figures_in_words_are_read() -> None:
    figures = witness(Article("a", REPORT), Settings()).figures
    assert [one.value for one in figures] == [300.0, 5.0, 4.0]


@pytest.mark.usefixtures("known")
def test_its_dates_are_resolved_by_the_day_of_publication() -> None:
    found = {one.span.of(REPORT): one.value for one in retold.dates(REPORT, "2031-01-04")}
    assert found == {"3 Alkem 2031": "2031-01-03", "ostra": "2031-01-03", "dolva": "2030-12-30"}


@pytest.mark.usefixtures("known")
def test_its_ordinals_and_steps_of_time_are_read() -> None:
    found = retold.dates(
        "Ul 3ma Alkem 2031 za porta tas klosa. Za vendra dolva, za prika dolva.", PUBLISHED, XQ
    )
    assert [one.value for one in found] == ["2031-01-03", "2031-01-06", "2030-12-30"]


@pytest.mark.usefixtures("known")
def test_an_article_before_its_outlet_is_no_part_of_the_name() -> None:
    found = retold.credits(Article("a", "Ved za Tornak Blat, za porta tas klosa.", language=CODE))
    assert [one.name for one in found] == ["Tornak Blat"]


@pytest.mark.usefixtures("known")
def test_its_credit_is_found() -> None:
    found = retold.credits(Article("a", REPORT))
    assert [(one.span.of(REPORT), one.name) for one in found] == [("Ved Tornak Blat", "Tornak Blat")]


@pytest.mark.usefixtures("known")
def test_its_indirect_speech_has_a_speaker_and_an_addressee() -> None:
    said = statements()
    assert said["za isk tas trova ul za bayla"].speaker_name == "Tam Orbin"
    told = said["kev skipur tas opna ul dolva"]
    assert told.speaker_name == "Sela Vurn"
    assert told.addressee is not None and told.addressee.of(REPORT) == "za krevnur"


@pytest.mark.usefixtures("known")
def test_its_direct_speech_has_a_speaker() -> None:
    one = statements()["Za skipur nel sival ot za norva,"]
    assert (one.kind, one.speaker_name) == ("direct", "Tam Orbin")


@pytest.mark.usefixtures("known")
def test_its_pronoun_means_who_spoke_before() -> None:
    assert statements()["za krevnur tas salva"].speaker_name == "Tam Orbin"


@pytest.mark.usefixtures("known")
def test_its_phrase_before_an_outlet_is_a_credit_and_no_speaker() -> None:
    assert not any("dreva" in content for content in statements())


@pytest.mark.usefixtures("known")
def test_a_corpus_in_it_is_traced() -> None:
    trace = retold.trace(corpus())
    assert [sorted(story.articles) for story in trace.stories] == [["a", "b", "c"]]
    assert any(lineage.derivations for lineage in trace.lineages.values())
    assert {one.speaker_name for one in trace.statements} >= {"Tam Orbin", "Sela Vurn"}


def test_without_the_pack_the_same_corpus_has_stories_and_a_lineage_and_no_speech() -> None:
    trace = retold.trace(corpus())
    assert [sorted(story.articles) for story in trace.stories] == [["a", "b", "c"]]
    assert any(lineage.derivations for lineage in trace.lineages.values())
    assert trace.statements == ()
    assert retold.dates(REPORT, PUBLISHED) == []
