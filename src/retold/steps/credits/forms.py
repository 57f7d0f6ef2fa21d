"""The forms of credit of a language, as its `credits.toml` describes them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from retold.language import Language
from retold.language.macros import expanded
from retold.model import CreditRole
from retold.steps.credits.leads import AROUND, Lead
from retold.steps.credits.signing import Signing

_NOWHERE = "(?!)"  # an expression that matches nowhere: what a language does not say


@dataclass(frozen=True, slots=True)
class Form:
    """One form of credit, as `credits.toml` describes it."""

    lead: Lead
    kind: str
    role: CreditRole
    support: float
    later: float
    later_role: CreditRole
    tail: re.Pattern[str] | None
    reach: int | None  # characters from the start where it may stand
    end_reach: int | None  # and from the end
    known: bool
    several: bool
    voice: bool
    placed: bool
    quoted: bool  # a name in quotation marks need not be known
    agency: bool  # the words before say that it is an agency, so that a doubtful name is none
    said: bool  # a verb of saying must stand before it in its sentence
    unless: re.Pattern[str] | None  # what may not end right before it


@dataclass(frozen=True, slots=True)
class Signature:
    """How one house signs what it writes, known by that alone."""

    lead: Lead
    name: str
    role: CreditRole
    support: float
    implied: bool  # whether the name does not stand there


@dataclass(frozen=True, slots=True)
class Forms:
    """All forms of one language."""

    before: tuple[Form, ...]
    behind: tuple[Form, ...]
    signed: tuple[Signature, ...]
    join: re.Pattern[str]
    passive: re.Pattern[str]
    relation: re.Pattern[str]  # what a house may be to this one, before its name: our sister paper, the
    contributed: Lead
    parts: re.Pattern[str]
    stations: tuple[str, ...]
    says: Collection[str]  # verbs of saying in all their forms, in small letters
    signing: Signing | None  # how a text is signed at its edges; None where only the forms above tell

    @property
    def searched(self) -> list[Lead]:
        """All expressions that are looked for in a text."""
        led = [form.lead for form in (*self.before, *self.behind)]
        return [*led, *(one.lead for one in self.signed), self.contributed]


@cache
def forms_of(language: Language) -> Forms:
    """The forms of credit of a language; built once."""
    data = language.credits
    before = tuple(_form(given, given["lead"], data) for given in data.get("before", ()))
    behind = tuple(_form(given, given["match"], data) for given in data.get("behind", ()))
    signatures = tuple(
        Signature(_lead(g, g["match"], data), g["name"], g["role"], g["support"], g.get("implied", False))
        for g in data.get("signed", ())
    )
    join, passive, relation, parts = (
        re.compile(data.get(name, _NOWHERE)) for name in ("join", "passive", "relation", "parts")
    )
    needs = {"needs": data.get("contributed_needs", ())}
    contributed = _lead(needs, data.get("contributed", _NOWHERE), data)
    stations = tuple(data.get("stations", ()))
    signing = Signing.of(data.get("signing", {}), language.function_words)
    says = () if language.speech is None else language.speech.verbs
    return Forms(
        before, behind, signatures, join, passive, relation, contributed, parts, stations, says, signing
    )


def _lead(given: Mapping[str, Any], pattern: str, data: Mapping[str, Any]) -> Lead:
    """An expression with what a form says that each of its matches holds."""
    needs = tuple(tuple(one) for one in given.get("needs", ()))
    compiled = re.compile(expanded(pattern, data.get("macros", {})))
    return Lead(compiled, needs, given.get("around", AROUND))


def _form(given: Mapping[str, Any], pattern: str, data: Mapping[str, Any]) -> Form:
    macros = data.get("macros", {})
    unless = given.get("unless")
    tail = data.get("close") if given.get("close") else given.get("tail")
    return Form(
        lead=_lead(given, pattern, data),
        kind=given["kind"],
        role=cast(CreditRole, given["role"]),
        support=given["support"],
        later=given.get("later", given["support"]),
        later_role=cast(CreditRole, given.get("later_role", given["role"])),
        tail=None if tail is None else re.compile(expanded(tail, macros)),
        reach=given.get("reach"),
        end_reach=given.get("end_reach"),
        known=given.get("known", False),
        several=given.get("several", False),
        voice=given.get("voice", False),
        placed=given.get("placed", False),
        quoted=given.get("quoted", False),
        agency=given.get("agency", False),
        said=given.get("said", False),
        unless=None if unless is None else re.compile(expanded(unless, macros)),
    )
