"""Who speaks, told by the sentence behind a quotation: “…” That was the verdict of Ana Kael.

“Never again.” Those were the words of the skipper, …   “A swamp.” That is how Ana Kael described it.
“A swamp,” was Ana Kael's verdict.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold import parameters
from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.names import Range
from retold.steps.statements.resolve import Resolver
from retold.steps.statements.utterance import Who

_P = parameters.of("statements", "pointed_back")
_AROUND, _NOUN, _OWNED = (_P.integer(name) for name in ("around", "noun", "owned"))
_SUPPORT = _P.number("support")
_OPENED = re.compile(r"[ \t]*(?:[—–-][ \t]*)?([^\W\d_]+)(?:['’]s|[ \t]+([^\W\d_]+))[ \t]+")
_BEING = re.compile(r"[ \t]+([^\W\d_]+)[ \t]+")  # “…,” [was] the verdict of Ana Kael
_REST = re.compile(r"[^\n.!?;:()]+")
_LAST = frozenset({","})
_OWNING = ("'s", "’s")
_SET_OFF = re.compile(r",[ \t]+(?P<name>[^\W\d_a-z][\w'’-]+(?:[ \t]+[^\W\d_a-z][\w'’-]+)+)(?=[,.])")
_WORD = re.compile(r"[^\W\d_][\w'’-]*|,")


def pointed_back(text: str, number: int, end: int, resolver: Resolver, lexicon: Lexicon) -> Who | None:
    """Who is told to have said what ends at a character; `number` is that of its segment."""
    begins = _opened(text, end, lexicon)
    if begins is None:
        return None
    rest = _REST.match(text, begins, begins + _AROUND)
    words = [] if rest is None else [m.span() for m in _WORD.finditer(text, rest.start(), rest.end())]
    finders = (_by_manner, _by_noun, _by_owner)
    place = next((found for find in finders if (found := find(text, words, lexicon)) is not None), None)
    if place is None:
        return None
    meant = resolver.who(number, *place, _lower(text, place))
    name = _SET_OFF.match(text, place[1])  # the words of its skipper, [Ana Kael], as she left
    if meant.entity is None and name is not None:
        meant = resolver.who(number, *name.span("name"), _lower(text, name.span("name")))
    return Who(place, meant, _SUPPORT)


def _opened(text: str, end: int, lexicon: Lexicon) -> int | None:
    """Where a sentence goes on behind the words that point back, or a verb of being: That was, was"""
    speech, grammar = lexicon.speech, lexicon.grammar
    opened, being = _OPENED.match(text, end, end + _AROUND), _BEING.match(text, end, end + _AROUND)
    if being is not None and being[1] in grammar.being:
        return being.end()
    if opened is None or opened[1].lower() not in speech.pointing_back:
        return None
    fits = opened[2] is None or opened[2].lower() in grammar.being | speech.being_several
    return opened.end() if fits else None


def _lower(text: str, place: Range) -> list[str]:
    return [word.lower() for word in re.findall(r"[\w'’-]+", text[slice(*place)])]


def _by_manner(text: str, words: Sequence[Range], lexicon: Lexicon) -> Range | None:
    """How [Ana Kael] described it, what [the union] said."""
    folded = [text[slice(*word)].lower() for word in words]
    if folded[:1] == [] or folded[0] not in lexicon.speech.manners_of:
        return None
    verb = next((n for n, word in enumerate(folded) if n > 1 and word in lexicon.speech.verbs), 0)
    return (words[1][0], words[verb - 1][1]) if verb and folded[1] not in lexicon.grammar.pronouns else None


def _by_noun(text: str, words: Sequence[Range], lexicon: Lexicon) -> Range | None:
    """The words of [Ana Kael], a warning from [the union] on Friday."""
    folded = [text[slice(*word)].lower() for word in words]
    speech, grammar = lexicon.speech, lexicon.grammar
    noun = next((n for n, one in enumerate(folded[:_NOUN]) if one in speech.worded | speech.said_words), None)
    if noun is None or folded[noun + 1 : noun + 2] == []:
        return None
    if folded[noun + 1] not in grammar.genitive | grammar.maker:
        return None
    stops = lexicon.names.prepositions | speech.relatives | speech.clause_times | speech.times | _LAST
    behind = range(noun + 2, len(words))
    last = next((n for n in behind if folded[n] in stops or folded[n] in lexicon.names.weekdays), len(words))
    return (words[noun + 2][0], words[last - 1][1]) if last > noun + 2 else None


def _by_owner(text: str, words: Sequence[Range], lexicon: Lexicon) -> Range | None:
    """[Ana Kael]'s verdict, [the skipper]'s first answer."""
    folded = [text[slice(*word)].lower() for word in words]
    noun = next((n for n, one in enumerate(folded[:_OWNED]) if one in lexicon.speech.worded), 0)
    owner = next((n for n in range(noun) if text[words[n][0] : words[n][1]].endswith(_OWNING)), None)
    return None if owner is None else (words[0][0], words[owner][1] - 2)
