"""Who speaks in a headline, and whether the same words are another's there, or nobody's any more.

    Mayor: 'We will not pay'      'No deal', says union      Fares to rise, ministry says

A title gives few words, so two who speak are two only where the articles name both, or where a word tells
of what camp each is; a word before a colon that is neither somebody nor a body (Flood: …) is what
a report is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retold import parameters
from retold.language import Language
from retold.model import Article, Statement
from retold.model.changes import HEADLINE
from retold.steps.changes.candidates import QUOTES, Candidate

_P = parameters.of("changes", "headlines")
_SPEAKER, _LEAST = _P.integer("speaker"), _P.integer("least")
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_LABEL = re.compile(r"(?P<who>[^:\"]+?):\s+(?P<said>.+)")
_BEHIND = re.compile(r"(?P<said>['\"].+['\"])\s*(?::|\s-)\s+(?P<who>[^:'\"]+)")
_CREDITED = re.compile(r"(?P<said>[^:]+):\s+(?P<who>[^:'\"]+)")
_MARK = re.compile(r"['\"](?!\w)|(?<!\w)['\"]")  # not that of an owner: Tolland's party
_CAPITALS = r"[^\W\d_a-z][\w'’-]+(?:[ ][^\W\d_a-z][\w'’-]+){0,3}"
_DASHES = re.compile(r"\s[–—-]\s")
_ENDS = ".!?,"


class Version(NamedTuple):
    """A title with its article and what is told to have been said there."""

    title: str
    article: Article
    said: Sequence[Statement]


class _Saying(NamedTuple):
    """Who speaks in a title as printed, and the folded words that are his."""

    who: str
    words: tuple[str, ...]


def changed_speakers(old: Version, new: Version, language: Language) -> list[Candidate]:
    """The one change of who speaks, if both titles have the same words; nothing where that is not sure."""
    if language.speech is None:
        return []
    for one in _sayings(old.title, language):
        other = next((o for o in _sayings(new.title, language) if o.words == one.words), None)
        if other is not None:
            return _another(one, other, (old, new), language)
        if one.words == _folded(new.title, language):
            return _gone(one, (old, new), language, left_out=True)
    for other in _sayings(new.title, language):
        if other.words == _folded(old.title, language):
            return _gone(other, (old, new), language, left_out=False)
    return []


def _another(
    one: _Saying, other: _Saying, versions: tuple[Version, Version], language: Language
) -> list[Candidate]:
    names = [_name_of(saying.who, versions, language) for saying in (one, other)]
    if _head(one.who, language) == _head(other.who, language) or not _are_two(one, other, names, language):
        return []
    before, after = (name or saying.who for name, saying in zip(names, (one, other), strict=True))
    return [_told(before, after)]


def _gone(
    one: _Saying, versions: tuple[Version, Version], language: Language, left_out: bool
) -> list[Candidate]:
    name = _name_of(one.who, versions, language)
    if name is None and not _may_speak(one.who, language):
        return []
    who = name or one.who
    return [_told(who, "") if left_out else _told("", who)]


def _told(before: str, after: str) -> Candidate:
    return Candidate("attribution", (), (), before, after, HEADLINE)


def _are_two(one: _Saying, other: _Saying, names: Sequence[str | None], language: Language) -> bool:
    """Whether two named ones are surely two, or two without a name are of two camps (the union, the firm)."""
    first, second = names
    lists = language.names
    if first is not None and second is not None:
        return lists.apart(first, second)
    if first is not None or second is not None:
        return False
    camps = {lists.camps.get(_head(saying.who, language), "") for saying in (one, other)}
    kin = any(camps <= lists.camp_kin.get(camp, frozenset()) | {camp} for camp in camps)
    return len(camps) == 2 and "" not in camps and not kin


# ---- who is meant ----


def _name_of(who: str, versions: Sequence[Version], language: Language) -> str | None:
    """The one who speaks in the articles by that word, or is named there: Tolland, the mayor."""
    head = _head(who, language)
    told = {
        party.name: _known_by(party.name, _printed(version, statement, at), language)
        for version in versions
        for statement in version.said
        for at, party in enumerate(statement.speakers)
        if party.name is not None
    }
    meant = [name for name, words in told.items() if head in words] or _in_full(who, versions, language)
    one = all(not language.names.apart(name, meant[0]) for name in meant)
    return meant[0] if meant and one else None


def _known_by(name: str, mention: str, language: Language) -> set[str]:
    """The words by which somebody goes: those of the name, and the last of his office: board [chief] Ana."""
    words = _folded(name, language)
    return {*words, *[word for word in _folded(mention, language) if word not in words][-1:]}


def _in_full(who: str, versions: Sequence[Version], language: Language) -> list[str]:
    """The full names in the articles that end with a surname, or stand right behind what somebody is."""
    last = re.escape(_WORD.findall(who)[-1]) if _WORD.search(who) else ""
    forms = [rf"\b({_CAPITALS} {last})\b"] if last[:1].isupper() else []
    for form in (*forms, rf"\b(?i:{last}) ({_CAPITALS})"):
        found = {one for version in versions if last for one in re.findall(form, version.article.text)}
        bare = [[w for w in name.split() if not _is_office(language.fold(w), language)] for name in found]
        if any(len(words) > 1 for words in bare):
            return sorted(" ".join(words) for words in bare if len(words) > 1)
    return []


def _is_office(word: str, language: Language) -> bool:
    return language.names.is_title(word) or word in language.names.kin


def _printed(version: Version, statement: Statement, at: int) -> str:
    mention = statement.speakers[at].mention
    return "" if mention is None else mention.of(version.article.text)


def _head(who: str, language: Language) -> str:
    """The word that tells who it is, the last one: dock [union], Edda [Tolland]."""
    return next(iter(_folded(who, language)[::-1]), "")


def _may_speak(who: str, language: Language) -> bool:
    """Whether the last word means persons or a body: the police, a minister."""
    head, lists, speech = _head(who, language), language.names, language.speech
    known = (lists.camps, lists.kin, lists.ranks, lists.bodies, lists.marks)
    heard = speech is not None and (head in speech.unnamed or head in speech.persons)
    return heard or any(head in words for words in known)


# ---- the form of a title ----


def _sayings(title: str, language: Language) -> Iterator[_Saying]:
    """Each way in which a title may be words and who says them."""
    plain = _DASHES.sub(" - ", " ".join(title.translate(QUOTES).split())).strip(_ENDS)
    found = (_LABEL.fullmatch(plain), _BEHIND.fullmatch(plain), _CREDITED.fullmatch(plain))
    pieces = [(one["who"], one["said"]) for one in found if one is not None]
    for who, said in (*pieces, *_by_verbs(plain, language)):
        words = _folded(said, language)
        if len(_WORD.findall(who)) <= _SPEAKER and len(words) >= _LEAST and not _MARK.search(who):
            yield _Saying(who.strip(" ,"), words)


def _by_verbs(title: str, language: Language) -> Iterator[tuple[str, str]]:
    """Who speaks by a verb of saying, and the rest: Mayor [says] …; …, [says] mayor; …, mayor [says]."""
    speech, participles = language.speech, (*language.grammar.past, *language.grammar.gerund)
    for found in _WORD.finditer(title):
        form = found.group().lower()
        verb = None if speech is None else speech.verbs.get(form)
        if verb is None or verb.weak or verb.to_object or form.endswith(participles):
            continue
        before, behind = title[: found.start()].strip(), title[found.end() :].strip()
        if before and behind:
            yield before, behind
            yield behind, before
        if "," in before and not behind:
            said, _, who = before.rpartition(",")
            yield who, said


def _folded(words: str, language: Language) -> tuple[str, ...]:
    """The words as they are compared, without articles and the joint of a clause (says that)."""
    idle = language.grammar.definite | language.grammar.indefinite | language.grammar.clause
    folded = (language.fold(word) for word in _WORD.findall(words.translate(QUOTES)))
    return tuple(word for word in folded if word not in idle)
