"""Edit distance and single edits, against a plain table and against all edits of a word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.algorithms import edits

WORDS = st.text("abc", max_size=6)


def plain(a: str, b: str) -> int:
    """Optimal string alignment, by its definition."""
    table = [[max(i, j) if not i * j else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            ways = [table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1])]
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                ways.append(table[i - 2][j - 2] + 1)
            table[i][j] = min(ways)
    return table[-1][-1]


def made_by(word: str, edit: tuple[str, int], letters: str = "abc") -> set[str]:
    """What an edit of this kind at this place may make of a word."""
    kind, at = edit
    if kind == "insertion":
        return {word[:at] + letter + word[at:] for letter in letters}
    if kind == "deletion":
        return {word[:at] + word[at + 1 :]}
    if kind == "substitution":
        return {word[:at] + letter + word[at + 1 :] for letter in letters}
    return {word[:at] + word[at : at + 2][::-1] + word[at + 2 :]}


@given(WORDS, WORDS)
def test_the_distance_is_that_of_optimal_string_alignment(a: str, b: str) -> None:
    assert edits.distance(a, b) == plain(a, b)
    assert edits.distance(a, b, most=2) == min(plain(a, b), 3)


@given(WORDS, WORDS)
def test_one_edit_is_a_distance_of_one(a: str, b: str) -> None:
    assert edits.is_one_edit(a, b) == (plain(a, b) == 1)


@given(WORDS, WORDS)
def test_a_single_edit_makes_the_one_word_of_the_other(a: str, b: str) -> None:
    edit = edits.single_edit(a, b)
    assert (edit is None) == (plain(a, b) != 1)
    assert edit is None or b in made_by(a, edit)


@given(st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4))
def test_a_similarity_below_the_least_is_nothing(left: list[str], right: list[str]) -> None:
    table = edits.similarities(left, right, 0.5)
    assert table.shape == (len(left), len(right))
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            alike = 1 - plain(a, b) / max(len(a), len(b), 1)
            assert abs(table[i, j] - (alike if alike >= 0.5 else 0)) < 1e-6
