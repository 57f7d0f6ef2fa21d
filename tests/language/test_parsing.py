"""The English parser gives what the rules of speech read."""

from __future__ import annotations

import subprocess
import sys

import pytest

from retold import language
from retold.language.en.parser import parser
from retold.language.parsing import Parse, Parser


def test_a_parse_has_one_row_a_token_and_one_root() -> None:
    reader: Parser = parser()
    (one,) = reader.parse(["Vann said the pier was shut. It was late."])
    assert isinstance(one, Parse)
    rows = {len(row) for row in (one.words, one.starts, one.tags, one.deps, one.heads)}
    assert rows == {len(one.words)}
    assert [token for token, head in enumerate(one.heads) if token == head] == [one.deps.index("ROOT")]


def test_the_parser_is_loaded_once_and_is_that_of_the_language() -> None:
    assert parser() is parser()
    load = language.of("en").rules.parser
    assert load is not None and load() is parser()


def test_no_sentences_give_no_parses() -> None:
    assert parser().parse([]) == []


@pytest.mark.long
def test_the_parser_is_loaded_without_spacys_command_line_which_stays_usable() -> None:
    code = (
        "import sys; from retold.language.en.parser import parser; parser(); "
        "assert not {'weasel', 'spacy.cli'} & set(sys.modules), sorted(sys.modules); "
        "import spacy; assert spacy.info(silent=True)['spacy_version']; "
        "import spacy.cli; assert callable(spacy.cli.download)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
