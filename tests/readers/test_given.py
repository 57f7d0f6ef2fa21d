"""Paths are taken where articles are, and what is neither is refused with a cure."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

import retold
from retold.errors import InputError
from retold.model import Article, SetAside
from retold.readers.given import all_from, article_from, articles_from, one_and_others, pair_from
from retold.settings import Clean

FERRY = "The ferry to Gull Rock sank at its moorings on Monday, the harbour master of Quenby said. Nobody was aboard."
BARGE = FERRY.replace("Monday", "Tuesday")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("a.txt", FERRY), ("b.txt", BARGE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def ids(given: object) -> list[str]:
    return [one.id for one in articles_from(given, Clean()) if isinstance(one, Article)]  # type: ignore[arg-type]


def test_a_path_a_folder_a_pattern_and_articles_may_be_mixed(folder: Path) -> None:
    assert ids(folder) == ids(str(folder)) == ids(str(folder / "*.txt")) == ["a", "b"]
    assert ids([folder / "a.txt", Article("x", "Late."), str(folder / "b.txt")]) == ["a", "x", "b"]
    assert ids(Article("x", "Late.")) == ["x"]


def test_a_path_given_as_a_word_is_never_taken_letter_by_letter(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").write_text("One letter is a name, too.")
    with pytest.raises(InputError, match="does not exist"):
        ids("aa")


@pytest.mark.parametrize("text", [FERRY * 60, f"{FERRY}\n\n{BARGE}"])
def test_a_text_given_in_place_of_a_path_is_told_where_it_belongs(text: str) -> None:
    with pytest.raises(InputError) as caught:
        ids(text)
    assert "retold.Article(id, text)" in caught.value.cure
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("given", [None, 7, {"a": "text"}, b"a.txt", [3], [None], [["a.txt"]]])
def test_what_is_no_article_and_no_path_says_what_to_give(given: object) -> None:
    with pytest.raises(InputError) as caught:
        ids(given)
    assert "articles" in caught.value.cure and "paths" in caught.value.cure


def test_paths_without_any_article_raise_with_the_first_reason(folder: Path) -> None:
    (folder / "c.bin").write_bytes(b"%PDF-1.7")
    with pytest.raises(InputError, match="is a PDF"):
        ids([folder / "c.bin", folder / "absent.txt"])


def test_one_bad_path_among_good_ones_is_a_note(folder: Path) -> None:
    found = list(articles_from([folder / "absent.txt", folder / "a.txt"], Clean()))
    assert [type(one) for one in found] == [SetAside, Article]


def test_articles_alone_may_be_none_at_all() -> None:
    assert ids([]) == []
    assert list(articles_from([SetAside("a", "b", "c")], Clean())) == [SetAside("a", "b", "c")]


def test_one_article_is_wanted_and_a_folder_of_two_is_refused(folder: Path) -> None:
    assert article_from(folder / "a.txt", Clean()).id == "a"
    with pytest.raises(InputError, match="holds 2 articles"):
        article_from(folder, Clean())
    with pytest.raises(InputError, match="not list"):
        article_from([], Clean())  # type: ignore[arg-type]


def test_two_files_of_one_name_are_compared_under_their_paths(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "a.txt").write_text(BARGE, encoding="utf-8")
    one, two = pair_from(folder / "a.txt", folder / "sub" / "a.txt", Clean())
    assert (one.id, two.id) == (str(folder / "a.txt"), str(folder / "sub" / "a.txt"))


def test_a_source_of_the_article_s_own_name_is_renamed(folder: Path) -> None:
    assert [one.id for one in one_and_others(folder / "a.txt", folder, Clean())] == ["a", "source/a", "b"]


def test_notes_become_warnings_where_there_is_no_place_for_them(folder: Path) -> None:
    with pytest.warns(UserWarning, match="does not exist"):
        all_from([folder / "absent.txt", folder], Clean())


@pytest.mark.parametrize(
    "ask",
    [
        lambda p: [one.id for one in retold.trace(p).articles] == ["a", "b"],
        lambda p: [sorted(story.articles) for story in retold.stories(p)] == [["a", "b"]],
        lambda p: retold.compare(p / "a.txt", str(p / "b.txt")).same_story > 0.5,
        lambda p: retold.reuse(p / "a.txt", p / "b.txt").label != "none",
        lambda p: retold.collate(p).sigils == ("a", "b"),
        lambda p: {node.id for node in retold.lineage(p).nodes} >= {"a", "b"},
        lambda p: {said.article for said in retold.statements(p)} == {"a", "b"},
    ],
)
def test_every_question_about_articles_takes_paths(folder: Path, ask: Callable[[Path], bool]) -> None:
    with warnings.catch_warnings():
        assert ask(folder)


@pytest.mark.parametrize(
    "ask",
    [retold.trace, retold.stories, retold.collate, retold.lineage, retold.statements, lambda p: retold.compare(p, p),
     lambda p: retold.reuse(p, p)],
)  # fmt: skip
def test_every_question_says_of_a_missing_path_that_it_is_missing(ask: Callable[[str], object]) -> None:
    with (
        pytest.raises(InputError, match="absent: does not exist"),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        ask("absent")
