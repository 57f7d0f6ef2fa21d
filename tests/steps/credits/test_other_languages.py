"""Credits in a language without a pack: the agency is named all the same, and nobody else."""

from __future__ import annotations

import pytest

from retold import language
from retold.model import Article
from retold.steps import credits

DPA, AFP = "Deutsche Presse-Agentur", "Agence France-Presse"


def named(code: str, text: str) -> list[str]:
    return [one.name for one in credits.find(Article("a", text), None, language.of(code))]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("de", "Der Hafen ist gesperrt.\n\nMit Material der dpa", DPA),
        ("de", "Lissel (dpa) - Der Hafen ist gesperrt.", DPA),
        ("de", "Der Hafen ist gesperrt.\n\n(dpa/AFP)", DPA),
        ("fr", "Le port est fermé.\n\n(Avec AFP)", AFP),
        ("fr", "Le port est fermé. (AFP)", AFP),
        ("es", "El puerto está cerrado.\n\nCon información de EFE", "EFE"),
        ("it", "(ANSA) - LISSEL, 03 MAR - Il porto è chiuso.", "ANSA"),
        ("nl", "De haven is dicht.\n\nBron: ANP", "ANP"),
    ],
)
def test_an_agency_is_named(code: str, text: str, name: str) -> None:
    found = named(code, text)
    assert any(one.endswith(name) or name in one for one in found), found


@pytest.mark.parametrize(
    "text", ["Der Hafen ist gesperrt, sagte Ana Kael (54).", "Die Karolinenstraße (Mitte) - gesperrt"]
)
def test_nobody_else_is(text: str) -> None:
    assert named("de", text) == []
