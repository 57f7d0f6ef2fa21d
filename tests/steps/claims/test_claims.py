"""Claims: who carries what, in which reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from retold import pipeline
from retold.model import Article, Claim, Lineage, Party, Span, Statement, Story
from retold.settings import Settings
from retold.steps import align, claims
from tests.steps.claims.lineages import edge, lineage, node

OPTIONS = Settings()
SAYING = "the breakwater at Port Ansel had been cracked since the autumn storms"
REST = "Boats stayed in the basin while divers measured the damage below the waterline of the old mole."


def statement(article: Article, words: str, name: str | None) -> Statement:
    at = article.text.index(words)
    beside = article.text.find(name or "", at + len(words))
    mention = Span(article.id, beside, beside + len(name or ""))
    parties = (Party(mention if beside >= 0 else None, name, 0.9),) if name else ()
    content = (Span(article.id, at, at + len(words)),)
    return Statement(f"{article.id}:{at}", article.id, content, parties, (), None, None, None, "direct", 0.9)


def gathered(
    articles: Sequence[Article],
    said: dict[str, list[Statement]],
    way: Lineage,
    aligned: bool = True,
) -> list[Claim]:
    witnesses = {a.id: pipeline.witness(a, OPTIONS) for a in articles}
    ids = sorted(witnesses)
    pairs = {
        (a, b): align.align(witnesses[a], witnesses[b], OPTIONS.align)
        for a, b in combinations(ids, 2)
        if aligned
    }
    story = Story("s", tuple(ids), (tuple(ids),), 0.9)
    return claims.gather(story, witnesses, said, pairs, way, OPTIONS.claims)


def versions(*speakers: str, figure: str = "") -> tuple[list[Article], dict[str, list[Statement]]]:
    """One report by several outlets, each giving the saying to a speaker."""
    articles = [
        Article(name, f"“{SAYING}”, {speaker} said. {figure}\n\n{REST}")
        for name, speaker in zip("abcdefgh", speakers, strict=False)
    ]
    return articles, {a.id: [statement(a, SAYING, s)] for a, s in zip(articles, speakers, strict=True)}


# ---- statements ----


def test_one_statement_in_three_versions_is_one_claim_with_one_reading() -> None:
    articles, said = versions("Ilan Verrin", "Ilan Verrin", "Verrin")
    way = lineage([*map(node, "abc")], [edge("a", "b"), edge("a", "c")], ["a"])
    (claim,) = gathered(articles, said, way)
    assert {s.article for s in claim.carriers} == {"a", "b", "c"}
    assert [(v.reading, v.origins) for v in claim.variants] == [("Ilan Verrin", ("a",))]
    assert claim.origins == ("a",) and claim.origins_range == (1, 1)


@pytest.mark.parametrize("other", ["Verrin", "I. Verrin", "Ilann Verrin"])
def test_another_form_of_a_name_is_no_contradiction(other: str) -> None:
    articles, said = versions("Ilan Verrin", other, "Ilan Verrin")
    found = gathered(articles, said, lineage([*map(node, "abc")], [edge("a", "b"), edge("a", "c")], ["a"]))
    assert not any(e.kind == "contradicted" for e in found[0].evidence)


def test_a_nickname_is_no_contradiction() -> None:
    articles, said = versions("James Oldcastle", "Jim Oldcastle", "Jim O’Castle")
    found = gathered(articles, said, lineage([*map(node, "abc")], [edge("a", "b"), edge("a", "c")], ["a"]))
    assert not any(e.kind == "contradicted" for e in found[0].evidence)


def test_two_speakers_of_one_statement_are_two_variants_and_a_contradiction() -> None:
    articles, said = versions("Ilan Verrin", "Osk Tolbert", "Ilan Verrin")
    way = lineage([*map(node, "abc")], [edge("a", "b"), edge("a", "c")], ["a"])
    found = gathered(articles, said, way)
    assert [(v.reading, v.origins) for v in found[0].variants] == [
        ("Ilan Verrin", ("a",)),
        ("Osk Tolbert", ("b",)),
    ]
    assert any(e.words.startswith("versions contradict each other") for e in found[0].evidence)


def test_a_speaker_who_stands_by_in_the_other_version_is_no_contradiction() -> None:
    articles, said = versions("Ilan Verrin", "Osk Tolbert")
    one = Article("a", articles[0].text.replace("said.", "said, while Tolbert looked on."))
    said["a"] = [statement(one, SAYING, "Ilan Verrin")]
    found = gathered([one, articles[1]], said, lineage([*map(node, "ab")], [edge("a", "b")], ["a"]))
    assert [len(claim.variants) for claim in found] == [2]
    assert not any(e.kind == "contradicted" for e in found[0].evidence)


def test_reports_that_nothing_joins_contradict_each_other_otherwise_than_versions_do() -> None:
    articles, said = versions("Ilan Verrin", "Osk Tolbert")
    (claim,) = gathered(articles, said, lineage([*map(node, "ab")], [], ["a", "b"]))
    told = [e.words for e in claim.evidence if e.kind == "contradicted"]
    assert len(told) == 1 and told[0].startswith("reports without a common source in this pile contradict")
    assert claim.origins_range == (1, 2)  # one utterance stands behind the same words in quotation marks


def test_the_words_shown_are_those_that_most_carriers_have() -> None:
    articles, said = versions("Verrin", "Verrin", "Verrin")
    longer = SAYING + " and nobody had told the harbour board of it"
    first = Article("a", articles[0].text.replace(SAYING, longer))
    said["a"] = [statement(first, longer, "Verrin")]
    (claim,) = gathered([first, *articles[1:]], said, lineage([*map(node, "abc")], [edge("a", "b")], ["a"]))
    assert claim.statement in {one.id for i in "bc" for one in said[i]}


def test_a_source_that_nobody_names_may_be_more_than_one() -> None:
    articles, said = versions("Verrin", "Verrin")
    for name, words in ((None, "at least 1 origin"), ("Norda", "; 1 origin")):
        nodes = [node("a"), node("b"), node("u", seen=False, called=name)]
        (claim,) = gathered(articles, said, lineage(nodes, [edge("u", "a"), edge("u", "b")], ["u"]))
        assert words in claim.evidence[0].words


def plain(article: Article, words: str, name: str | None = None) -> Statement:
    return replace(statement(article, words, name), kind="indirect")


def test_sentences_that_share_a_background_and_tell_two_things_are_two_claims() -> None:
    ship = "after the tug Merrow struck the pier of Port Ansel and lost its rudder in the swell"
    tells = {
        "a": f"a cook and two stokers were missing {ship}",
        "b": f"the search party had found the log {ship}",
    }
    articles = [Article(i, f"The harbour office said {words}. {REST}") for i, words in tells.items()]
    said = {a.id: [plain(a, tells[a.id])] for a in articles}
    assert len(gathered(articles, said, lineage([*map(node, "ab")], [edge("a", "b")], ["a"]))) == 2


def test_two_people_who_say_the_same_in_their_own_words_make_two_claims() -> None:
    tells = {
        "a": ("Verrin", "the town never sold the ferry licence to the Osprey company"),
        "b": ("Tolbert", "nobody in the town ever sold any ferry licence to the Osprey company"),
    }
    articles = [Article(i, f"{who} said {words}. {REST}") for i, (who, words) in tells.items()]
    said = {a.id: [plain(a, tells[a.id][1], tells[a.id][0])] for a in articles}
    assert len(gathered(articles, said, lineage([*map(node, "ab")], [], "ab"), aligned=False)) == 2


def test_statements_that_only_a_third_one_joins_are_not_one_claim() -> None:
    parts = (
        "the old mole will be pulled down by spring",
        "nobody will lose a berth in the new basin",
        "the ferry company pays for half of the dredging",
    )
    tells = {"a": parts[0], "b": " and ".join(parts[:2]), "c": " and ".join(parts[1:]), "d": parts[2]}
    articles = [Article(i, f"“{words}”, Verrin said.") for i, words in tells.items()]
    said = {a.id: [statement(a, tells[a.id], "Verrin")] for a in articles}
    found = gathered(articles, said, lineage([*map(node, "abcd")], [], "abcd"), aligned=False)
    assert not any({"a", "d"} <= {s.article for s in one.carriers} for one in found)


# ---- one sentence is one claim ----


def test_a_figure_inside_a_statement_is_no_claim_of_its_own() -> None:
    words = "the storm drowned 32 sailors off the cape that night"
    articles = [Article(i, f"He said {words}. {REST}") for i in "ab"]
    said = {a.id: [plain(a, words)] for a in articles}
    found = gathered(articles, said, lineage([*map(node, "ab")], [edge("a", "b")], "a"))
    assert [claim.kind for claim in found] == ["statement"]


def test_figures_on_which_versions_of_a_statement_differ_are_its_readings() -> None:
    tells = {
        i: f"the storm drowned {n} sailors off the cape that night"
        for i, n in zip("ab", (32, 23), strict=True)
    }
    articles = [Article(i, f"He said {words}. {REST}") for i, words in tells.items()]
    said = {a.id: [plain(a, tells[a.id])] for a in articles}
    (claim,) = gathered(articles, said, lineage([*map(node, "ab")], [edge("a", "b")], "a"))
    assert claim.kind == "statement"
    assert {v.reading for v in claim.variants} == {"32", "23"}
    assert any(e.words.startswith("versions contradict") for e in claim.evidence)


def test_the_figures_of_one_sentence_are_one_claim() -> None:
    text = f"The storm drowned 32 sailors and wrecked 14 boats off the cape that night. {REST}"
    articles = [Article(i, text) for i in "ab"]
    (claim,) = gathered(articles, {}, lineage([*map(node, "ab")], [edge("a", "b")], "a"))
    assert [v.reading for v in claim.variants] == ["32, 14"]


@pytest.mark.parametrize(
    ("told", "claims", "carriers"),
    [
        ("The storm drowned 32 sailors off the cape, the Gull reported.", 1, {"a", "b", "c"}),
        (
            "The storm drowned 32 sailors. Off the cape it drowned 32 sailors of the storm fleet.",
            1,
            {"a", "b", "c"},
        ),
        ("The flood drowned 32 sailors at the cape, the Gull reported.", 2, {"a", "b"}),
    ],
)
def test_who_tells_plainly_what_others_have_somebody_say_carries_it_too(
    told: str, claims: int, carriers: set[str]
) -> None:
    words = "The storm drowned 32 sailors off the cape"
    articles = [
        *(Article(i, f"{words}, the harbour office said. {REST}") for i in "ab"),
        Article("c", f"{told} {REST}"),
    ]
    said = {one.id: [plain(one, words)] for one in articles[:2]}
    first, *others = gathered(
        articles, said, lineage([*map(node, "abc")], [edge("a", "b"), edge("a", "c")], "a")
    )
    assert len(others) == claims - 1
    assert first.kind == "statement" and {span.article for span in first.carriers} == carriers
    assert len(first.variants) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("672,330", "672,000"), ("at least 12", "17"), ("dozens of", "40")]
)
def test_rounded_open_and_vague_figures_contradict_nothing(one: str, other: str) -> None:
    articles = [
        Article(i, f"The storm drowned {n} sailors off the cape that night. {REST}")
        for i, n in zip("ab", (one, other), strict=True)
    ]
    found = gathered(articles, {}, lineage([*map(node, "ab")], [edge("a", "b")], "a"))
    assert not any(e.kind == "contradicted" for claim in found for e in claim.evidence)


def test_the_same_words_without_a_link_say_that_no_common_source_was_found() -> None:
    articles, said = versions("Ilan Verrin", "Ilan Verrin")
    way = lineage([*map(node, "ab")], [], ["a", "b"])
    (claim,) = gathered(articles, said, way, aligned=False)
    assert claim.origins == ("a", "b")
    words = [e.words for e in claim.evidence]
    assert any("no common source found in this pile" in w for w in words)
    assert not any("independent" in w for w in words)


def test_other_statements_are_other_claims() -> None:
    one = Article("a", f"“{SAYING}”, he said.")
    other = Article("b", "“Nobody on the council will pay for a second lighthouse”, she said.")
    said = {
        "a": [statement(one, SAYING, None)],
        "b": [statement(other, "Nobody on the council will pay", None)],
    }
    assert len(gathered([one, other], said, lineage([*map(node, "ab")], [], "ab"))) == 2


def test_a_shortened_quotation_is_the_same_claim() -> None:
    one, two = Article("a", f"“{SAYING}”, he said. {REST}"), Article("b", f"“{SAYING[:50]}”, he said. {REST}")
    said = {"a": [statement(one, SAYING, None)], "b": [statement(two, SAYING[:50], None)]}
    assert len(gathered([one, two], said, lineage([*map(node, "ab")], [edge("a", "b")], "a"))) == 1


# ---- figures ----


def test_a_figure_with_its_event_is_a_claim_whose_variants_are_its_values() -> None:
    texts = {"a": "32", "b": "32", "c": "22"}
    articles = [
        Article(i, f"The storm drowned {n} sailors off the cape that night. {REST}") for i, n in texts.items()
    ]
    way = lineage([*map(node, "abc")], [edge("a", "b"), edge("a", "c")], ["a"])
    (claim,) = gathered(articles, {}, way)
    assert claim.kind == "figure" and claim.statement is None
    assert [(v.reading, v.origins) for v in claim.variants] == [("32", ("a",)), ("22", ("c",))]


def test_one_value_written_two_ways_is_one_reading() -> None:
    texts = {"a": "three", "b": "3"}
    articles = [
        Article(i, f"The storm drowned {n} sailors off the cape that night. {REST}") for i, n in texts.items()
    ]
    (claim,) = gathered(articles, {}, lineage([*map(node, "ab")], [edge("a", "b")], "a"))
    assert [v.reading for v in claim.variants] == ["3"]


def test_unaligned_articles_share_a_figure_by_what_it_counts() -> None:
    one = Article("a", "Police said 32 sailors drowned when the ferry Osprey sank.")
    two = Article("b", "In all, 32 sailors drowned as the old ferry Osprey went down, officials said.")
    other = Article("c", "The council voted 32 times that year on the lighthouse.")
    found = gathered([one, two, other], {}, lineage([*map(node, "abc")], [], "abc"), aligned=False)
    assert [{s.article for s in c.carriers} for c in found] == [{"a", "b"}]


def test_the_order_of_articles_changes_no_claim() -> None:
    articles, said = versions("Ilan Verrin", "Osk Tolbert", "Ilan Verrin")
    way = lineage([*map(node, "abc")], [edge("a", "b"), edge("a", "c")], ["a"])
    assert gathered(articles, said, way) == gathered(articles[::-1], said, way)


def test_no_articles_make_no_claims() -> None:
    assert gathered([], {}, Lineage((), (), (), (0, 0))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The board gave 32 million crowns for new dykes.",
            "The board gave 22 million crowns for old pumps.",
        ),
        ("In the storm 32 sailors were drowned.", "In the storm 22 sailors were injured."),
        ("With the storm the lugger Selka lost 32 hands.", "With the storm the lugger Mavis lost 22 hands."),
    ],
)
def test_amounts_of_two_purposes_fates_or_names_are_no_readings_of_one_figure(one: str, other: str) -> None:
    articles = [Article(i, f"{text} {REST}") for i, text in zip("ab", (one, other), strict=True)]
    assert gathered(articles, {}, lineage([*map(node, "ab")], [edge("a", "b")], "a")) == []


# ---- denials ----


def reported(verb: str, words: str, name: str = "a") -> tuple[Article, Statement]:
    """Plain words of one speaker behind a verb, in one version."""
    article = Article(name, f"Maren Holm {verb} that {words}. {REST}")
    said = statement(article, words, "Maren Holm")
    return article, replace(said, kind="indirect", manner="denied" if verb == "denied" else "said")


def carriers_of(*told: tuple[Article, Statement]) -> list[set[str | None]]:
    made = gathered([a for a, _ in told], {a.id: [s] for a, s in told}, lineage([], [], []))
    return sorted(({s.article for s in c.carriers} for c in made if c.kind == "statement"), key=len)


LEDGER = "the ferry line knew of the torn weld since the first week of August"


def test_what_is_denied_in_one_version_and_confirmed_in_another_are_two_claims() -> None:
    told = [
        reported("denied", LEDGER, "a"),
        reported("confirmed", LEDGER, "b"),
        reported("denied", LEDGER, "c"),
    ]
    assert carriers_of(*told) == [{"b"}, {"a", "c"}]


def test_a_negator_among_like_words_makes_two_claims() -> None:
    turned = LEDGER.replace("knew", "never knew")
    assert carriers_of(reported("said", LEDGER, "a"), reported("said", turned, "b")) == [{"a"}, {"b"}]


def test_a_negator_in_words_that_only_the_longer_version_has_makes_one_claim() -> None:
    longer = f"{LEDGER} and that nobody had looked after the paint of the upper deck since May"
    assert carriers_of(reported("said", LEDGER, "a"), reported("said", longer, "b")) == [{"a", "b"}]


# ---- content cut out of a clause ----


def severed(article: Article, words: str) -> Statement:
    """A statement in plain words of the harbour police, who stand behind it."""
    said = statement(article, words, "harbour police")
    cue = article.text.index("said")
    return replace(said, kind="indirect", cue=Span(article.id, cue, cue + 4), speakers=())


THEFT = "after a chest of silver worth two million crowns was taken from the night ferry near the mole"


def test_a_statement_cut_out_of_a_clause_is_no_carrier_of_another_clause() -> None:
    held = Article("a", f"Three sailors are being held {THEFT}, the harbour police said.\n\n{REST}")
    freed = Article("b", f"Four women were freed on Tuesday {THEFT}, the harbour police said.\n\n{REST}")
    said = {"a": [severed(held, f"Three sailors are being held {THEFT}")], "b": [severed(freed, THEFT)]}
    found = gathered([held, freed], said, lineage([node("a"), node("b")], [edge("a", "b")], ["a"]))
    statements = [one for one in found if one.kind == "statement"]
    assert [{span.article for span in one.carriers} for one in statements] == [{"a"}, {"b"}]


def test_a_statement_cut_out_of_the_same_clause_is_a_carrier_of_it() -> None:
    texts = [f"Three sailors are being held {THEFT}, the harbour police said.\n\n{REST}"] * 2
    a, b = (Article(name, text) for name, text in zip("ab", texts, strict=True))
    said = {"a": [severed(a, f"Three sailors are being held {THEFT}")], "b": [severed(b, THEFT)]}
    found = gathered([a, b], said, lineage([node("a"), node("b")], [edge("a", "b")], ["a"]))
    (one,) = (one for one in found if one.kind == "statement")
    assert {span.article for span in one.carriers} == {"a", "b"}


@pytest.mark.parametrize(("other", "told"), [("Anna", True), ("Berta", False)])
def test_figures_of_two_things_by_their_names_contradict_nothing(other: str, told: bool) -> None:
    articles = [
        Article(i, f"The ferry {name} ran onto the sands and {n} passengers were landed by boat. {REST}")
        for i, name, n in zip("ab", ("Anna", other), ("40", "14"), strict=True)
    ]
    found = gathered(articles, {}, lineage([*map(node, "ab")], [edge("a", "b")], "a"))
    assert any(e.kind == "contradicted" for claim in found for e in claim.evidence) is told
