"""Stories, families, and how much was reused."""

from __future__ import annotations

import pytest

from retold.model import Article, Story
from retold.settings import Align, Fingerprint, Match, StoryGroups
from retold.steps import align, fingerprint, match, story, words
from retold.steps.story import families, features, nearness, reused
from retold.tables import Alignment, Edges, Witness

FERRY = (
    "The ferry Alma ran aground on the Skarn sandbank early on Tuesday with ninety passengers aboard. "
    "Harbour master Ilse Brandt praised the crew for keeping calm while the lifeboats were lowered. "
    "Two fishing boats from Torvik towed the Alma free before noon, and divers found no leak. "
    "The Skarn Line will pay for a full inspection of the hull, its director Jon Vik told reporters in Torvik."
)
OWN = (
    "Passengers of the Alma spoke of a long night. “We sang to keep the children quiet,” said Mara Holm of Torvik. "
    "She had boarded at Skarn with two sons. Nobody was hurt when the ferry struck the sandbank, and most of "
    "the ninety were home on Tuesday evening. Brandt, the harbour master, wants the buoys moved."
)
BREAD = (
    "Bakers in the upper town of Lindau have raised the price of rye bread again, by nine cents a loaf. "
    "The guild blames a poor harvest and says that millers were the first to ask for more money. "
    "Guild master Petra Kühn expects that prices will fall once the new mill at Aach opens in October."
)


def witness(name: str, text: str, published: str | None = None) -> Witness:
    paragraphs = words.paragraphs(text)
    article = Article(name, text, published=published)
    return Witness(article, words.split(text), words.sentences(text, paragraphs), paragraphs)


def grouped(days: dict[str, str] | None = None, **texts: str) -> list[Story]:
    pile = [witness(name, text, (days or {}).get(name)) for name, text in texts.items()]
    pairs = match.pairs(fingerprint.take(pile, Fingerprint()), Match())
    found: dict[tuple[str, str], Alignment] = {}
    for i, j in zip(pairs.a.tolist(), pairs.b.tolist(), strict=True):
        one, two = sorted((pile[i], pile[j]), key=lambda w: w.id)
        found[one.id, two.id] = align.align(one, two, Align())
    return story.group(pile, found, StoryGroups())


def compared(one: str, two: str) -> Alignment:
    return align.align(witness("a", one), witness("b", two), Align())


def test_versions_of_one_report_are_one_story_and_one_family() -> None:
    cut = FERRY[: FERRY.index("Two fishing")]
    found = grouped(a=FERRY, b=FERRY.replace("ninety", "some ninety"), c=cut, x=BREAD)
    assert [one.articles for one in found] == [("a", "b", "c"), ("x",)]
    assert found[0].families == (("a", "b", "c"),)


def test_own_reporting_is_of_the_story_but_not_of_the_family() -> None:
    found = grouped(a=FERRY, b=FERRY.replace("Tuesday", "Monday"), c=OWN, x=BREAD)
    assert found[0].articles == ("a", "b", "c")
    assert ("c",) in found[0].families


def test_own_reporting_months_later_is_another_story() -> None:
    own = OWN[: OWN.index("Nobody")]
    near = grouped({"a": "2031-04-01", "c": "2031-04-02"}, a=FERRY, c=own, x=BREAD)
    far = grouped({"a": "2031-04-01", "c": "2031-07-02"}, a=FERRY, c=own, x=BREAD)
    assert [one.articles for one in near] == [("a", "c"), ("x",)]
    assert [one.articles for one in far] == [("a",), ("c",), ("x",)]


def test_a_reprint_stays_in_its_story_however_late() -> None:
    found = grouped({"a": "2031-04-01", "b": "2033-09-20"}, a=FERRY, b=FERRY.replace("ninety", "some ninety"))
    assert found[0].families == (("a", "b"),)


@pytest.mark.parametrize("gap", [0.0, 0.5, 1.0])
def test_the_next_day_takes_nothing_from_likeness(gap: float) -> None:
    assert nearness.by_days(gap, 10.0) == 1.0


def test_likeness_counts_less_with_every_day_but_never_nothing() -> None:
    counts = [nearness.by_days(gap, 10.0) for gap in range(60)]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] == nearness.by_days(1e6, 10.0) > 0
    assert nearness.by_days(3.0, 0.0) == counts[-1]


def test_undated_strangers_need_more_likeness_than_a_pile_of_companions() -> None:
    companions = nearness.undated(Edges.of([(i, i + 1, 0.6) for i in range(0, 200, 2)]), 200)
    strangers = nearness.undated(Edges.of([(i, i + 1, 0.2) for i in range(0, 200, 2)]), 200)
    assert companions == 1.0
    assert strangers < 0.4


def test_a_group_has_the_mean_day_of_its_dated_members() -> None:
    calendar = nearness.Calendar([1.0, 3.0, None, 32.0], 10.0, 0.5)
    assert calendar.nearness(0, 2) == 0.5
    calendar.merge(0, 1)
    calendar.merge(0, 2)
    assert calendar.nearness(0, 3) == nearness.by_days(30.0, 10.0)


def test_every_lone_article_is_a_story_of_one() -> None:
    found = grouped(a=FERRY, x=BREAD)
    assert [(one.articles, one.families, one.cohesion) for one in found] == [
        (("a",), (("a",),), 1.0),
        (("x",), (("x",),), 1.0),
    ]


def test_an_empty_pile_has_no_story() -> None:
    assert grouped() == []
    assert [one.articles for one in grouped(a="", b="…")] == [("a",), ("b",)]


def test_a_storys_name_depends_on_its_members_alone() -> None:
    one, two = grouped(a=FERRY, b=FERRY + " More soon."), grouped(x=BREAD, b=FERRY, a=FERRY)
    assert one[0].id == two[0].id
    assert one[0].id != two[1].id


def test_cohesion_is_the_weakest_tie() -> None:
    close = grouped(a=FERRY, b=FERRY + " More soon.")[0].cohesion
    loose = grouped(a=FERRY, b=FERRY + " More soon.", c=OWN)[0].cohesion
    assert loose < close


def test_a_copy_is_likelier_derived_than_own_reporting() -> None:
    assert story.derived(compared(FERRY, FERRY.replace("noon", "dusk"))) > 0.9
    assert story.derived(compared(FERRY, OWN)) < 0.5
    assert story.derived(compared(FERRY, BREAD)) < 0.1
    assert story.derived(compared(FERRY, "")) == 0.0


def test_the_direction_of_the_pair_changes_no_probability() -> None:
    pair = compared(FERRY, OWN)
    assert story.derived(pair) == pytest.approx(story.derived(pair.turned()))
    assert story.same_story(pair) == pytest.approx(story.same_story(pair.turned()))


def test_one_event_is_likelier_one_story_than_two_events() -> None:
    assert story.same_story(compared(FERRY, OWN)) > 0.5 > story.same_story(compared(FERRY, BREAD))


def test_a_copy_is_wholly_reused_and_a_stranger_not_at_all() -> None:
    article = witness("paper", FERRY.replace("early on Tuesday", "at dawn"))
    sources = [witness("wire", FERRY), witness("other", BREAD)]
    found = story.reuse(article, [align.align(article, one, Align()) for one in sources], StoryGroups())
    assert found.label == "wholly"
    assert sum(found.probabilities.values()) == pytest.approx(1)
    assert all(p.a.article == "paper" and p.b.article == "wire" for p in found.passages)
    assert story.reuse(article, [align.align(article, sources[1], Align())]).label == "none"


def test_without_sources_nothing_is_reused() -> None:
    found = story.reuse(witness("paper", FERRY), [])
    assert (found.label, found.passages) == ("none", ())


def tie(runs: float, surely: bool = False) -> families.Borrowing:
    return families.Borrowing(runs, runs, 0.9, surely)


def both_ways(*ties: tuple[str, str, families.Borrowing]) -> dict[families.Pair, families.Borrowing]:
    return {pair: one for a, b, one in ties for pair in ((a, b), (b, a))}


def test_an_article_is_tied_to_its_nearest_source_alone() -> None:
    ties = both_ways(("a", "b", tie(0.6)), ("c", "d", tie(0.6)), ("b", "c", tie(0.4)), ("a", "d", tie(0.3)))
    assert families.tied(["a", "b", "c", "d"], families.Known(ties), 0.5) == [("a", "b"), ("c", "d")]


def test_a_chain_of_copies_is_one_family() -> None:
    ties = {("b", "a"): tie(0.6), ("c", "b"): tie(0.5), ("d", "c"): tie(0.4)}
    assert families.tied(["d", "c", "b", "a"], families.Known(ties), 0.5) == [("a", "b", "c", "d")]


def test_copies_that_are_each_others_nearest_are_joined_by_a_sure_tie() -> None:
    ties = both_ways(("a", "b", tie(0.6)), ("c", "d", tie(0.6)), ("b", "c", tie(0.4, surely=True)))
    assert families.tied(["a", "b", "c", "d"], families.Known(ties), 0.5) == [("a", "b", "c", "d")]


def test_sure_ties_do_not_chain_a_whole_pile() -> None:
    groups = [(f"{n:02}a", f"{n:02}b") for n in range(40)]
    near = [(a, b, tie(0.9)) for a, b in groups]
    chain = [(groups[n][1], groups[n + 1][0], tie(0.3 + n / 100, surely=True)) for n in range(39)]
    found = families.tied(
        [one for group in groups for one in group], families.Known(both_ways(*near, *chain)), 0.5
    )
    assert max(len(family) for family in found) <= 8


def test_a_paper_is_tied_to_the_take_it_has_most_from_whatever_paper_is_nearer() -> None:
    ties = both_ways(("a", "b", tie(0.6)), ("a", "take", tie(0.4)))
    assert families.tied(["a", "b", "take"], families.Known(ties, [("a", "take")]), 0.5) == [
        ("a", "b", "take")
    ]


def test_a_tie_that_is_not_likely_does_not_count() -> None:
    ties = both_ways(("a", "b", families.Borrowing(0.6, 0.6, 0.4, True)))
    assert families.tied(["a", "b"], families.Known(ties), 0.5) == [("a",), ("b",)]


def test_how_much_can_be_had_from_the_other_has_a_direction() -> None:
    cut = compared(FERRY[: FERRY.index("Two fishing")], FERRY)
    assert features.narration_had(cut) == 1 > features.narration_had(cut.turned())
    assert features.taken(cut)[0] > features.taken(cut.turned())[0]
    assert features.surely(cut)


def test_the_label_of_reuse_has_nearly_the_highest_probability() -> None:
    for text in (FERRY, FERRY[:200] + OWN, OWN, BREAD):
        found = story.reuse(
            witness("paper", text), [align.align(witness("paper", text), witness("wire", FERRY), Align())]
        )
        assert found.probabilities[found.label] >= 0.5 * max(found.probabilities.values())


def test_every_number_has_a_name() -> None:
    pair = compared(FERRY, OWN)
    assert len(features.of(pair)) == len(features.NAMES)
    assert len(features.taken(pair)) == len(features.TAKEN)
    assert len(reused.numbers(pair.a, [pair])) == len(reused.NAMES)
