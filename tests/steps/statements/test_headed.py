"""Words in capitals that head a quotation."""

from __future__ import annotations

import pytest

import retold
from retold.steps.statements.headed import headed, heads_only
from tests.steps.statements.reading import english, parts_of, resolver_of, witness


def _head(text: str) -> str | None:
    """Whom the words before the first quotation name; None where they head none."""
    place = next((n, p) for n, p in enumerate(parts_of(text)) if 0 in p.quotes)
    found = headed(text, place, witness(text).quotes[0].outer, resolver_of(text), english())
    return None if found is None else "nobody" if found.mention is None else text[slice(*found.mention)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("ANA KAEL, HARBOUR MASTER “The pier is safe.”", "ANA KAEL"),
        ("COMMENTS: ANA KAEL, ANALYST AT ORM & TOLM, ST. ORLO “The pier is safe.”", "ANA KAEL"),
        ("It rose. ANA KAEL, ANALYST “The pier is safe.”", "ANA KAEL"),
        ("HARBOUR STATEMENT “The pier is safe.”", "nobody"),
        ("ANA KAEL SAID “The pier is safe.”", None),
        ("Kael shook his head. “The pier is safe.”", None),
    ],
)
def test_a_heading_names_who_speaks(text: str, who: str | None) -> None:
    assert _head(text) == who


def test_a_heading_that_a_line_breaks_is_one() -> None:
    text = "Comments came in.\n\nANA KAEL, HARBOUR MASTER, ORM & CO,\nNEW TARN: “It tells us that traffic is up again.”"
    assert [one.speaker_name for one in retold.statements(retold.Article("a", text))] == ["ANA KAEL"]


def test_a_heading_behind_a_quotation_goes_on_in_the_next_line() -> None:
    text = "“How long I do not\nknow.” ANA KAEL, HARBOUR MASTER, ORM & CO,\nNEW TARN: “It tells us that traffic is up.”"
    assert [one.speaker_name for one in retold.statements(retold.Article("a", text))][-1] != "NEW TARN"


def test_some_labels_name_nobody() -> None:
    assert heads_only("COMMENTARY", english())
    assert heads_only("Trouble On The Quays", english())
    assert not heads_only("ANA KAEL", english())
