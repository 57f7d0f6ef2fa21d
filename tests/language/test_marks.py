"""Which apostrophes are no quotation marks."""

from __future__ import annotations

import pytest

from retold import language
from retold.language.marks import Marks

ENGLISH = language.of("en").marks


@pytest.mark.parametrize(
    ("behind", "elided"),
    [
        ("em all", True),
        ("tis late", True),
        ("90s", True),
        ("n' roll", True),
        ("Emma said", False),
        ("s' mole", False),
    ],
)
def test_what_follows_an_apostrophe_shows_left_out_letters(behind: str, elided: bool) -> None:
    assert (ENGLISH.elision.match(behind) is not None) is elided


def test_without_words_only_the_shape_of_a_decade_shows_it() -> None:
    bare = Marks.of({})
    assert bare.elision.match("90s") and not bare.elision.match("em all")
    assert not "dockers".endswith(bare.plural)


def test_words_and_endings_are_those_of_the_file() -> None:
    read = Marks.of({"elisions": ["vra"], "plural": ["ur"]})
    assert read.elision.match("vra nel") and not read.elision.match("vrana")
    assert "skipur".endswith(read.plural)


def test_behind_some_words_an_apostrophe_stands_before_a_year() -> None:
    year, quoted = "He left in '47 and came back.", "He said '47 men and a dog'."
    assert ENGLISH.elides(year, year.index("'"), year.index("'") + 1, len(year))
    assert not ENGLISH.elides(quoted, quoted.index("'"), quoted.index("'") + 1, len(quoted))
