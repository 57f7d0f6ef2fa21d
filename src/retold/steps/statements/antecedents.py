"""Whether somebody of an article may be whom a pronoun, a name or a role noun means."""

from __future__ import annotations

from collections.abc import Sequence, Set

from retold import parameters
from retold.language.grammar import Grammar
from retold.language.names import Names, name_key
from retold.steps.statements.bodies import Token
from retold.steps.statements.entities import Entities, Entity
from retold.steps.statements.meant import NOBODY, Meant, Turn, Turns
from retold.steps.statements.names import Name, tokens

_P = parameters.of("statements", "resolve")
_ROLE, _BARE_ROLE, _LATEST_ROLE = (_P.number(way) for way in ("role", "bare_role", "latest_role"))


def is_head(name: Name, last: str) -> bool:
    """Whether the naming is the head of its phrase: its last word is the phrase's last."""
    return not last or any(name_key(last) in (one, one.rpartition("-")[2]) for one in name.keys)


def may_be(entity: Entity, man: bool) -> bool:
    """Whether a pronoun for a man, or for a woman, may mean somebody."""
    return agrees(entity, man) and not is_odd(entity) and not is_thing(entity)


def main_first(found: Sequence[tuple[int, Entity]], words: Sequence[Token], grammar: Grammar) -> list[Entity]:
    """Those named in the main clause, where another opens the sentence: As Vann left, [Kael] said.

    `found` are the places and the meant of names between `words`; all of them where no such clause has any.
    """
    opens = bool(words) and words[0][0].lower() in grammar.subordinating
    comma = next((start for word, start, _ in words if word == ","), None) if opens else None
    main = [entity for at, entity in found if comma is not None and at > comma]
    return main or [entity for _, entity in found]


def is_thing(entity: Entity) -> bool:
    """Whether a name is that of a thing: nothing says that it is a person, and something that it is none.

    An article that makes it one (the Fed), a word of place before it (in Tarn), or capitals throughout.
    """
    known = entity.man is not None or entity.given or entity.attested or bool(entity.roles)
    if known or any(one.titles for one in entity.mentions):
        return False
    words = entity.name.words
    shouted = len(words) > 1 and all(word.isupper() for word in words)
    placed = entity.placed > (len(words) > 1)  # once may be "congratulations from Ana Kael"
    return bool(entity.articled) or placed or shouted


def is_people(words: Sequence[str], entity: Entity | None, lists: Names, grammar: Grammar) -> bool:
    """Whether an article leads to where somebody is from, or what he is: the Slovak, the Tarn Liberal."""
    one = entity is not None and len(entity.name.keys) == 1 and not (entity.name.body or entity.outlet)
    people = one and len(words) == 2 and words[-1].endswith(grammar.peoples)
    led = bool(words) and words[0] in lists.definite | grammar.indefinite
    return led and (people or words[-1] in lists.never)


def is_body(entity: Entity) -> bool:
    """Whether an entity is a body: by its name, or by one word of which nothing says that it is a person."""
    person = entity.man is not None or entity.attested
    return entity.name.body or (is_bare(entity) and not person)


def agrees(entity: Entity, man: bool) -> bool:
    """Whether it is a person whose sex is unknown or that of the pronoun."""
    return entity.person and entity.man in (None, man)


def is_bare(entity: Entity) -> bool:
    """Whether somebody is told by one word alone: no first name, no title, no role."""
    return not entity.roles and all(len(one.keys) == 1 and not one.titles for one in entity.mentions)


def is_odd(entity: Entity) -> bool:
    """A lone capital without a title or a first name, met once or only at heads of sentences."""
    name = entity.name
    if len(name.keys) > 1 or entity.attested or any(one.titles for one in entity.mentions):
        return False
    return all(one.initial for one in entity.mentions) or (len(entity.mentions) == 1 and not entity.roles)


def told_apart(words: str, head: str, grammar: Grammar) -> bool:
    """Whether somebody was mentioned by a role with what tells him from others: the guild president."""
    told = words.lower().split()
    return told[-1:] == [head] and len([w for w in told if w not in grammar.definite]) > 1


def brought_in(turns: Sequence[Turn], head: str, grammar: Grammar) -> bool:
    """Whether the last who was told of by this noun is somebody new without a name: a pilot."""
    for turn in reversed(turns):
        words = [word.lower() for word, _, _ in tokens(turn.words)]
        if head in words:
            return turn.entity is None and words[0] in grammar.indefinite
    return False


def role_fit(entity: Entity, kin: str, head: str, wanted: set[str], at: int) -> int:
    """How well a role noun with its qualifiers fits a entity; 0 for not at all."""
    if not entity.person:
        return 0
    best = 0
    for role in entity.roles:
        if role.at > at or (role.kin != kin and head not in role.words):
            continue
        if role.office and not {head, *wanted} & role.office:
            continue  # the Attorney General is nobody's attorney
        if not wanted:
            best = max(best, 1)
        elif wanted & role.words:
            best = max(best, 1 + len(wanted & role.words))
    return best


def of_role(
    entities: Entities, turns: Turns, at: int, words: Sequence[str], field: Set[str] = frozenset()
) -> Meant:
    """The entity of whom this role was said before, with a word of its `field` where it has one."""
    lists, grammar = entities.lists, entities.grammar
    if len(words) > 2 and words[0] in grammar.definite and "".join(words[2:]) in grammar.aged:
        aged = [one for one in entities.every if one.age == words[1]]
        return Meant(aged[0].printed, _ROLE, aged[0]) if len(aged) == 1 else NOBODY
    head = words[-1] if words else ""
    kin = lists.kin.get(head)
    definite = bool(words) and words[0] in grammar.definite
    if kin is None or not definite or grammar.is_plural(head):
        return NOBODY
    wanted = {name_key(w) for w in words[1:-1] if w not in lists.plain and w.isalpha()}.union(field)
    fitting = [(f, s) for f in entities.every if (s := role_fit(f, kin, head, wanted, at)) > 0]
    if not fitting or brought_in(turns.every, head, grammar):
        return NOBODY
    best = max(score for _, score in fitting)
    top = [entity for entity, score in fitting if score == best]
    if len(top) == 1:
        sure = (best > 1 or not wanted) and words[0] not in grammar.pronouns
        return Meant(top[0].printed, _ROLE if sure else _BARE_ROLE, top[0])
    latest = next((t for t in reversed(turns.every) if t.entity in top), None)
    if latest is None or latest.entity is None or told_apart(latest.words, head, grammar):
        return NOBODY
    return Meant(latest.entity.printed, _LATEST_ROLE, latest.entity)
