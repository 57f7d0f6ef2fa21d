"""Quotations that changed mouths, with statements made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

import retold
from retold import pipeline
from retold.model import Article, Change, Derivation, Party, Span, Statement
from retold.settings import Settings
from retold.steps import align, changes
from retold.steps.changes import matched_quotations
from retold.tables import Ints

WORDS = "The harbour wall was never safe and everybody knew it"
HEAD = "The council of Port Ansel met for three hours on the state of the harbour wall.\n\n"
TAIL = "\n\nThe wall was built forty years ago by a firm from Tolland that no longer exists."


def said(
    article: Article, speaker: str, name: str | None, manner: str = "said", support: float = 0.9
) -> Statement:
    """The statement of WORDS in an article, by the mention `speaker`."""
    at, by = article.text.index(WORDS), article.text.index(speaker, len(HEAD) - 2)
    cue = next((w for w in ("said", "admitted", "added") if w in article.text), None)
    cued = (
        None if cue is None else Span(article.id, article.text.index(cue), article.text.index(cue) + len(cue))
    )
    party = Party(Span(article.id, by, by + len(speaker)), name, support)
    content = (Span(article.id, at, at + len(WORDS)),)
    return Statement(
        f"{article.id}:1", article.id, content, (party,), (), cued, None, None, "direct", 0.95, manner
    )


def told(old: Statement, new: Statement, texts: tuple[str, str], directed: bool = True) -> list[Change]:
    options = Settings()
    a, b = (pipeline.witness(Article(i, t), options) for i, t in zip("ab", texts, strict=True))
    edge = Derivation("a", "b", directed, 0.9)
    return changes.find(align.align(a, b, options.align), {"a": [old], "b": [new]}, edge, options.changes)


def pair(first: str, second: str) -> tuple[Article, Article]:
    """Two versions that differ in the words around the quotation."""
    return Article("a", HEAD + first.format(WORDS) + TAIL), Article("b", HEAD + second.format(WORDS) + TAIL)


def changes_of(first: tuple[str, str, str | None], second: tuple[str, str, str | None]) -> list[Change]:
    a, b = pair(first[0], second[0])
    return told(said(a, *first[1:]), said(b, *second[1:]), (a.text, b.text))


VERRIN = ("“{}”, Ilan Verrin said.", "Ilan Verrin", "Ilan Verrin")
TOLBERT = ("“{}”, Osk Tolbert said.", "Osk Tolbert", "Osk Tolbert")


def test_a_quotation_given_to_another_speaker_is_one_attribution_with_both_names() -> None:
    (change,) = changes_of(VERRIN, TOLBERT)
    assert (change.kind, change.detail, change.weight) == ("attribution", "speaker", "substance")
    assert (change.before, change.after) == ("Ilan Verrin", "Osk Tolbert")
    assert "Ilan Verrin's" in change.evidence[0].words and "became Osk Tolbert's" in change.evidence[0].words


def test_its_spans_are_the_quotation_and_its_evidence_the_mentions_too() -> None:
    a, b = pair(VERRIN[0], TOLBERT[0])
    (change,) = changes_of(VERRIN, TOLBERT)
    assert [s.of(a.text) for s in change.source_spans] == [WORDS]
    assert [s.of(b.text) for s in change.copy_spans] == [WORDS]
    texts = {"a": a.text, "b": b.text}
    shown = [s.of(texts[str(s.article)]) for s in change.evidence[0].spans]
    assert "Ilan Verrin" in shown and "Osk Tolbert" in shown


@pytest.mark.parametrize(
    "name", ["Verrin", "General Ilan Verrin", "I. Verrin", "Ilan Verin", "Ilan al-Verrin", "Ilan Werrin"]
)
def test_a_variant_of_the_name_is_no_other_speaker(name: str) -> None:
    other = (f"“{{}}”, {name} said.", name, name)
    assert "attribution" not in {c.kind for c in changes_of(VERRIN, other)}


def test_nothing_is_said_where_one_speaker_is_unsure() -> None:
    unsure = ("“{}”, the harbour master said.", "the harbour master", None)
    assert "attribution" not in {c.kind for c in changes_of(VERRIN, unsure)}


def test_nothing_is_said_where_support_is_low() -> None:
    a, b = pair(VERRIN[0], "“{}”, he said.")
    weak = said(b, "he", "Osk Tolbert", support=0.4)
    found = told(said(a, "Ilan Verrin", "Ilan Verrin"), weak, (a.text, b.text))
    assert "attribution" not in {c.kind for c in found}


def test_nothing_is_said_where_both_texts_read_alike() -> None:
    a, b = pair("“{}”, he said.", "“{}”, he said.")
    found = told(said(a, "he", "Ilan Verrin"), said(b, "he", "Osk Tolbert"), (a.text, b.text))
    assert found == []


def test_nothing_is_said_where_one_versions_speaker_stands_by_the_quotation_in_both() -> None:
    a, b = pair(
        "Osk Tolbert rose. Ilan Verrin said: “{}”.", "Osk Tolbert rose at once. Ilan Verrin said: “{}”."
    )
    found = told(
        said(a, "Ilan Verrin", "Ilan Verrin"), said(b, "Osk Tolbert", "Osk Tolbert"), (a.text, b.text)
    )
    assert "attribution" not in {c.kind for c in found}


def test_a_body_and_a_person_told_by_a_pronoun_may_be_one_voice() -> None:
    a, b = pair("“{}”, it said in a note.", "“{}”, Ilan Verrin said.")
    body = said(a, "it", "Harbour Ministry")
    found = told(body, said(b, "Ilan Verrin", "Ilan Verrin"), (a.text, b.text))
    assert "attribution" not in {c.kind for c in found}


def test_a_speaker_made_nameless_is_an_attribution_to_who_is_printed() -> None:
    nobody = ("“{}”, an official said.", "an official", None)
    (change,) = changes_of(VERRIN, nobody)
    assert (change.kind, change.before, change.after) == ("attribution", "Ilan Verrin", "an official")


@pytest.mark.parametrize("surname", ["Verrin", "Müllin", "O’Brell", "O'Brell", "Ådén"])
def test_a_surname_behind_a_title_is_a_persons_with_accents_and_apostrophes_too(surname: str) -> None:
    named = (f"“{{}}”, General {surname} said.", f"General {surname}", surname)
    (change,) = changes_of(named, ("“{}”, an official said.", "an official", None))
    assert (change.kind, change.detail, change.before) == ("attribution", "speaker", surname)


def test_a_cue_of_another_class_is_an_attribution_with_the_cues() -> None:
    a, b = pair(VERRIN[0], "“{}”, Ilan Verrin admitted.")
    old, new = said(a, "Ilan Verrin", "Ilan Verrin"), said(b, "Ilan Verrin", "Ilan Verrin", "admitted")
    (change,) = told(old, new, (a.text, b.text))
    assert (change.kind, change.detail, change.before, change.after) == (
        "attribution",
        "cue",
        "said",
        "admitted",
    )


def test_a_cue_of_the_same_class_is_wording() -> None:
    a, b = pair(VERRIN[0], "“{}”, Ilan Verrin added.")
    found = told(
        said(a, "Ilan Verrin", "Ilan Verrin"), said(b, "Ilan Verrin", "Ilan Verrin"), (a.text, b.text)
    )
    assert {c.kind for c in found} == {"wording"}


def test_bare_acts_change_no_mouths() -> None:
    a, b = pair(VERRIN[0], TOLBERT[0])
    acts = [replace(said(x, n, n), kind="act") for x, n in ((a, "Ilan Verrin"), (b, "Osk Tolbert"))]
    assert "attribution" not in {c.kind for c in told(acts[0], acts[1], (a.text, b.text))}


def test_undirected_it_differs() -> None:
    a, b = pair(VERRIN[0], TOLBERT[0])
    old, new = said(a, *VERRIN[1:]), said(b, *TOLBERT[1:])
    (change,) = told(old, new, (a.text, b.text), directed=False)
    assert change.evidence[0].words.startswith("the speaker of the same words differs")


def test_a_pronoun_resolved_to_somebody_not_named_near_it_is_unsure() -> None:
    a, b = pair("Osk Tolbert spoke last.\n\nThe rain went on.\n\nIt grew dark.\n\n“{}”, he said.", VERRIN[0])
    found = told(said(a, "he said", "Osk Tolbert"), said(b, "Ilan Verrin", "Ilan Verrin"), (a.text, b.text))
    assert "attribution" not in {c.kind for c in found}


def test_a_pronoun_beside_the_name_it_stands_for_is_sure_enough_where_both_texts_name_him() -> None:
    a, b = pair(
        "Osk Tolbert spoke last and was tired of it all.\n\n“{}”, he said.",
        "The rain went on and Tolbert had gone home.\n\nIt was late.\n\n" + VERRIN[0],
    )
    found = told(said(a, "he said", "Osk Tolbert"), said(b, "Ilan Verrin", "Ilan Verrin"), (a.text, b.text))
    assert [(c.before, c.after) for c in found if c.kind == "attribution"] == [("Osk Tolbert", "Ilan Verrin")]


def test_a_pronoun_resolved_to_a_single_word_may_be_a_place() -> None:
    a, b = pair("Tolland was far away and the rain went on.\n\n“{}”, he said.", VERRIN[0])
    found = told(said(a, "he said", "Tolland"), said(b, "Ilan Verrin", "Ilan Verrin"), (a.text, b.text))
    assert "attribution" not in {c.kind for c in found}


def test_a_dateline_is_no_speaker() -> None:
    _, b = pair("", VERRIN[0])
    place = Article("a", f"TOLBERT — “{WORDS}”, the council of the town said." + TAIL)
    at = place.text.index(WORDS)
    party = Party(Span("a", 0, 7), "Tolbert", 0.9)
    content = (Span("a", at, at + len(WORDS)),)
    wrong = Statement("a:1", "a", content, (party,), (), None, None, None, "direct", 0.95, "said")
    found = told(wrong, said(b, "Ilan Verrin", "Ilan Verrin"), (place.text, b.text))
    assert "attribution" not in {c.kind for c in found}


def test_a_role_in_capitals_is_no_name() -> None:
    role = ("“{}”, the Tolland Liberal said.", "Tolland Liberal", "Tolland Liberal")
    assert "attribution" not in {c.kind for c in changes_of(VERRIN, role)}


def test_a_speaker_whom_the_words_themselves_name_was_misread() -> None:
    a, b = pair("“{}, like Tolbert”, Ilan Verrin said.", "“{}, like Tolbert”, Osk Tolbert said.")
    long = f"{WORDS}, like Tolbert"
    old, new = said(a, *VERRIN[1:]), said(b, *TOLBERT[1:])
    old, new = (
        replace(s, content=(Span(s.article, s.content[0].start, s.content[0].start + len(long)),))
        for s in (old, new)
    )
    assert "attribution" not in {c.kind for c in told(old, new, (a.text, b.text))}


# ---- who may as well have spoken ----


def test_a_pronoun_may_mean_the_other_versions_speaker_if_he_stands_near_it() -> None:
    new = ("Ilan Verrin met Osk Tolbert. “{}”, he said.", "he", "Osk Tolbert")
    assert "attribution" not in kinds(VERRIN, new)


def test_a_speaker_named_in_the_sentence_of_the_other_version_may_have_been_misread() -> None:
    new = ("Asked by Osk Tolbert, Ilan Verrin said: “{}”", "Osk Tolbert", "Osk Tolbert")
    assert "attribution" not in kinds(VERRIN, new)


def test_a_pronoun_made_nameless_is_not_told() -> None:
    pronoun = ("Ilan Verrin had warned the council. “{}”, he said.", "he", "Ilan Verrin")
    assert "attribution" not in kinds(pronoun, ("“{}”, an official said.", "an official", None))


def test_initials_are_no_other_speaker_than_the_body_they_stand_for() -> None:
    body = ("“{}”, Gale Marine Corp said.", "Gale Marine Corp", "Gale Marine Corp")
    assert "attribution" not in kinds(body, ("“{}”, GM said.", "GM", "GM"))


def test_a_speaker_far_from_the_words_may_have_been_followed_by_another() -> None:
    gap = "The harbour master kept to his office all day and would not see any of the people who had come. "
    far = (f"Osk Tolbert said nothing new. {gap}{gap}“{{}}”", "Osk Tolbert", "Osk Tolbert")
    assert "attribution" not in kinds(VERRIN, far)


def test_a_cue_of_somebody_else_is_no_change_of_the_way_it_is_told() -> None:
    a, b = pair("“{}”, Ilan Verrin said.", "“{}”, Osk Tolbert admitted.")
    low = replace(said(b, "Osk Tolbert", "Osk Tolbert", "admitted"), support=0.3)
    assert not [
        c for c in told(said(a, "Ilan Verrin", "Ilan Verrin"), low, (a.text, b.text)) if c.detail == "cue"
    ]


def kinds(first: tuple[str, str, str | None], second: tuple[str, str, str | None]) -> list[str]:
    return [change.kind for change in changes_of(first, second)]


def test_two_pronouns_are_no_two_speakers() -> None:
    first = ("Ilan Verrin had come.\n\n“{}”, he said.", "he", "Ilan Verrin")
    second = ("Osk Tolbert had come.\n\n“{}”, he said.", "he", "Osk Tolbert")
    assert "attribution" not in kinds(first, second)


def test_a_role_at_the_head_of_a_sentence_is_no_name() -> None:
    role = ("Counsel were asked. Counsel said: “{}” Counsel left.", "Counsel said"[:7], None)
    assert "attribution" not in kinds(role, TOLBERT)


def test_each_of_many_quotations_is_held_against_its_like_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    share = matched_quotations._share

    def counted(ours: Statement, carried: tuple[int, Ints], words: Ints) -> float:
        nonlocal compared
        compared += 1
        return share(ours, carried, words)

    monkeypatch.setattr(matched_quotations, "_share", counted)
    lines = [f"berth{n} lost its ladder{n} and winch{n} to storm{n}" for n in range(40)]
    text = " ".join(f"“{line}”, Ilan Verrin said." for line in lines)
    altered = text.replace("ladder7 and winch7", "ladder7 and rope7")
    old, new = ([quoted(i, t, n) for n in range(40)] for i, t in (("a", text), ("b", altered)))
    options = Settings()
    a, b = (pipeline.witness(Article(i, t), options) for i, t in (("a", text), ("b", altered)))
    edge = Derivation("a", "b", True, 0.9)
    changes.find(align.align(a, b, options.align), {"a": old, "b": new}, edge, options.changes)
    assert compared == 40


def quoted(article: str, text: str, number: int) -> Statement:
    """The statement between the marks of this number."""
    start = [k + 1 for k, c in enumerate(text) if c == "“"][number]
    end = text.index("”", start)
    by, cue = (text.index(word, end) for word in ("Ilan Verrin", "said"))
    party = Party(Span(article, by, by + 11), "Ilan Verrin", 0.9)
    content = (Span(article, start, end),)
    cued = Span(article, cue, cue + 4)
    name = f"{article}:{number}"
    return Statement(name, article, content, (party,), (), cued, None, None, "direct", 0.9, "said")


def test_the_firm_of_both_speakers_is_no_third_speaker_beside_them() -> None:
    first = "“{}”, Ilan Verrin, the chief engineer of Quayland, said."
    second = "“{}”, Quayland director Osk Tolbert said."
    a, b = pair(first, second)
    firm = " “We are sorry”, Quayland said."
    a, b = replace(a, text=a.text + firm), replace(b, text=b.text + firm)
    ours, theirs = said(a, "Ilan Verrin", "Ilan Verrin"), said(b, "Osk Tolbert", "Osk Tolbert")
    spoken = [_by_firm(a), _by_firm(b)]
    options = Settings()
    old, new = (pipeline.witness(one, options) for one in (a, b))
    held = {"a": [ours, spoken[0]], "b": [theirs, spoken[1]]}
    edge = Derivation("a", "b", True, 0.9)
    found = changes.find(align.align(old, new, options.align), held, edge, options.changes)
    assert ("Ilan Verrin", "Osk Tolbert") in [(c.before, c.after) for c in found if c.kind == "attribution"]


def _by_firm(article: Article) -> Statement:
    at = article.text.index("We are sorry")
    by = article.text.index("Quayland said")
    party = Party(Span(article.id, by, by + 8), "Quayland", 0.9)
    content = (Span(article.id, at, at + 12),)
    return Statement(f"{article.id}:2", article.id, content, (party,), (), None, None, None, "direct", 0.9)


def test_a_surname_whose_full_name_its_own_text_gives_is_held_against_a_full_name() -> None:
    known = ("“{}”, Verrin said.\n\nIlan Verrin has led the council since May.", "Verrin", "Ilan Verrin")
    assert [(c.before, c.after) for c in changes_of(known, TOLBERT) if c.detail == "speaker"] == [
        ("Ilan Verrin", "Osk Tolbert")
    ]


def test_a_surname_alone_is_not_held_against_a_full_name() -> None:
    alone = ("“{}”, Verrin said.", "Verrin", "Ilan Verrin")
    assert [c for c in changes_of(alone, TOLBERT) if c.detail == "speaker"] == []


@pytest.mark.parametrize(
    ("first", "mention"),
    [
        ("“{}”, Quay Lines' chief engineer, Osk Tolbert, told a meeting.", "Quay Lines' chief engineer"),
        ("“{}”, said the council's engineer, Osk Tolbert, on Monday.", "the council's engineer"),
        ("“{}”, Osk Tolbert, the engineer, said.", "the engineer"),
    ],
)
def test_a_speaker_whose_name_stands_between_commas_beside_his_office_is_known_by_it(
    first: str, mention: str
) -> None:
    (change,) = (c for c in changes_of((first, mention, "Osk Tolbert"), VERRIN) if c.kind == "attribution")
    assert (change.before, change.after, change.weight) == ("Osk Tolbert", "Ilan Verrin", "substance")
    assert not any(
        "engineer" in (c.before or "") for c in changes_of((first, mention, "Osk Tolbert"), VERRIN)
    )


def test_the_same_name_between_commas_and_alone_is_one_speaker() -> None:
    first = ("“{}”, the harbour engineer, Osk Tolbert, said.", "the harbour engineer", "Osk Tolbert")
    assert "attribution" not in {c.kind for c in changes_of(first, TOLBERT)}


def test_a_name_between_commas_that_is_not_the_speakers_tells_nothing_of_him() -> None:
    first = ("“{}”, the engineer, Petra Sund, said.", "the engineer", "Osk Tolbert")
    assert "attribution" not in {c.kind for c in changes_of(first, VERRIN)}


def test_an_outlet_that_names_itself_where_another_does_so_is_no_other_name() -> None:
    said = "The mayor told the {} on Monday that the long pier of Ansel would stay open until the autumn."
    one = Article("a", said.format("Ansel Post"), outlet="Ansel Post")
    other = Article("b", said.format("Quay Star"), outlet="Quay Star")
    assert "name" not in [made.kind for made in retold.compare(one, other).changes]
    other = Article("b", said.format("Quay Star"), outlet="Tarn Echo")
    assert "name" in [made.kind for made in retold.compare(one, other).changes]
