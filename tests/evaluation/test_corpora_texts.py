"""The loaders of the corpora."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import corpora
from evaluation.corpora import gum

CONLLU = """\
# meta::dateCreated = 2020-03-04
# newpar
# newpar_block = head (1 s)
# text = Mara Quill won't go
1\tMara\tMara\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-cf1-1-coref
2\tQuill\tQuill\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3-4\twon't\t_\t_\t_\t_\t_\t_\t_\t_
3\two\twill\tAUX\tMD\t_\t5\taux\t_\t_
4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
5\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_

# newpar
# text = She stays.
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-cf1-1-ana)|X=1
2\tstays\tstay\tVERB\tVBZ\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


@pytest.fixture
def page(tmp_path: Path) -> gum.Page:
    (tmp_path / "dep").mkdir()
    (tmp_path / "dep" / "page.conllu").write_text(CONLLU, encoding="utf-8")
    return next(gum.pages(tmp_path))


def test_paragraphs_are_parted_by_an_empty_line(page: gum.Page) -> None:
    assert page.text == "Mara Quill won't go\n\nShe stays."
    assert page.created == "2020-03-04"


def test_mentions_of_one_chain_cover_their_words(page: gum.Page) -> None:
    assert [(m.chain, page.text[m.start : m.end]) for m in page.mentions] == [
        ("1", "Mara Quill"),
        ("1", "She"),
    ]
    assert page.mentions[0].proper == {"mara", "quill"}
    assert not page.mentions[1].proper


def test_an_unknown_corpus_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="no corpus 'moon'"):
        corpora.corpus("moon")


@pytest.mark.parametrize("name", ["gum_news", "seeds", "meter"])
def test_a_corpus_has_texts_under_their_ids(name: str, shared: Path) -> None:
    assert shared.exists()
    held = corpora.corpus(name)
    assert held
    assert all(one.id == key and one.text for key, one in held.items())
