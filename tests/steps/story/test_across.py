"""One event told in several languages: what joins its reports, and what keeps other events apart."""

from __future__ import annotations

import pytest

from retold import language
from retold.corpus import witnesses
from retold.model import Article
from retold.settings import Settings
from retold.steps.story import across
from retold.steps.story.across import Marks

DAY = 100.0
FERRY = {"tavenwell": 1.0, "kolm": 1.0, "orel": 1.0}
FACTS = {"1312": 1.0, "2031-01-04": 1.0}


def report(code: str, names: dict[str, float], facts: dict[str, float], day: float | None = DAY) -> Marks:
    return Marks(code, day, names, facts)


def joined(*every: Marks, groups: list[tuple[list[int], float]] | None = None) -> list[list[int]]:
    return [members for members, _ in across.joined(groups or [], every, 10.0)]


def read(text: str, code: str) -> Marks:
    article = Article("a", text, language=code, published="2031-03-03")
    return across.marks(witnesses.witness(article, Settings()))


# ---- marks ----


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "In Tavenwell sind 1.312 Leute gekommen, sagte Insa Orél, wie schon am 4. Januar 2031."),
        ("fr", "Quelque 1.312 personnes sont venues à Tavenwell, a dit Insa Orel, comme le 4 janvier 2031."),
        ("es", "Unas 1.312 personas fueron a Tavenwell, dijo Insa Orel, como el 4 de enero de 2031."),
        ("en", "Some 1,312 people came to Tavenwell, said Insa Orel, as on 4 January 2031."),
    ],
)
def test_names_figures_and_days_are_the_same_in_every_language(code: str, text: str) -> None:
    found = read(text, code)
    assert {"tavenwell", "orel"} <= found.names.keys()
    assert {"1312", "2031-01-04"} <= found.facts.keys()


def test_a_figure_of_few_digits_and_the_day_of_the_news_tell_little() -> None:
    found = read("Tavenwell lost 7 to 18 on 2 March 2031, as 312 people saw.", "en")
    assert found.facts["7"] < found.facts["18"] < found.facts["312"] == 1.0
    assert "2031-03-02" not in found.facts


# ---- joining ----


def test_names_and_figures_in_common_make_one_story() -> None:
    assert joined(report("de", FERRY, FACTS), report("fr", FERRY, FACTS)) == [[0, 1]]


def test_names_alone_do_not_for_a_mayor_is_in_the_paper_every_week() -> None:
    assert joined(report("de", FERRY, FACTS), report("fr", FERRY, {"977": 1.0})) == []


def test_figures_alone_do_not() -> None:
    elsewhere = dict.fromkeys(("morlo", "brenn", "ask"), 1.0)
    assert joined(report("de", FERRY, FACTS), report("fr", elsewhere, FACTS)) == []


def test_reports_of_different_months_are_of_two_events() -> None:
    assert joined(report("de", FERRY, FACTS), report("fr", FERRY, FACTS, DAY + 40)) == []


def test_reports_of_one_language_are_left_to_their_words() -> None:
    assert joined(report("de", FERRY, FACTS), report("de", FERRY, FACTS)) == []


def test_each_is_joined_with_the_nearest_of_a_language_and_no_other() -> None:
    trial = report("fr", {**FERRY, "zander": 1.0, "holt": 1.0}, {"1312": 1.0, "44": 0.7, "560": 1.0})
    assert joined(report("de", FERRY, FACTS), report("fr", FERRY, FACTS), trial) == [[0, 1]]


def test_of_two_that_are_as_near_none_is_taken() -> None:
    assert joined(report("de", FERRY, FACTS), report("fr", FERRY, FACTS), report("fr", FERRY, FACTS)) == []


def test_names_that_many_reports_have_are_no_rare_ones() -> None:
    crowd = [report("fr", FERRY, {str(number): 1.0}) for number in range(5)]
    assert joined(report("de", FERRY, FACTS), report("fr", FERRY, FACTS), *crowd) == []


def test_a_group_most_of_whose_reports_are_of_another_event_is_not_joined() -> None:
    others = [report("fr", {**FERRY, "zander": 1.0}, {str(number): 1.0}) for number in (440, 560)]
    every = [report("de", FERRY, FACTS), report("fr", FERRY, FACTS), *others]
    groups = [([1, 2, 3], 0.3)]
    assert across.joined(groups, every, 10.0) == groups


def test_a_story_of_three_languages_holds_a_group_of_one_of_them() -> None:
    every = [report(code, FERRY, FACTS) for code in ("de", "fr", "fr", "es")]
    assert joined(*every, groups=[([1, 2], 0.3)]) == [[0, 1, 2, 3]]


def test_a_group_is_parted_by_language_but_not_where_text_is_shared() -> None:
    every = [report(code, FERRY, FACTS) for code in ("de", "de", "fr", "fr")]
    group = [([0, 1, 2, 3], 0.2)]
    assert across.parted(group, every, []) == [([0, 1], 0.2), ([2, 3], 0.2)]
    assert across.parted(group, every, [(1, 2)]) == group


def test_a_language_without_a_pack_has_marks_too() -> None:
    found = read("De veerboot Tavenwell zonk; 1312 mensen zagen Insa Orel.", "nl")
    assert "orel" in found.names
    assert "1312" in found.facts
    assert language.of("nl").code == found.language
