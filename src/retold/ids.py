"""Names of found things that survive growth: made of content and place, never of a running number.

A story is named after its founder, the article that was published first; a statement after its place in
its article; a change after its two versions, its kind and its places; a claim after its first carrier; an
unseen source after its name, or after the first of its copies. So what an added article does not touch
keeps its name. Nobody may take a name apart: what it was made of stands in the fields beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Any, TypeVar

from retold.model import Article, Span, Story
from retold.moments import day_number

Thing = TypeVar("Thing", bound=Any)  # a frozen dataclass with an `id`
Days = Mapping[str, float | None]  # when each article was published, see `moments.day_number`

_BYTES = 6  # of a name's hash: of a million stories two share one with a chance of 1 in 600
_NEVER = float("inf")


def digest(*parts: object) -> str:
    """Twelve hexadecimal digits that stand for the parts, the same on every machine.

    >>> digest("a", 1) == digest("a", 1), digest("a", 1) == digest("a1")
    (True, False)
    """
    whole = "\0".join(f"{len(str(part))}:{part}" for part in parts)
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()


def founder(articles: Iterable[str], days: Days) -> str:
    """The article that was published first; one without a day comes after those with one, ties go by id."""
    return min(articles, key=lambda name: (_NEVER if days.get(name) is None else days[name], name))


def days(articles: Iterable[Article]) -> dict[str, float | None]:
    """When each of the articles was published, as `founder` takes it."""
    return {one.id: day_number(one.published) for one in articles}


def story(articles: Iterable[str], days: Days) -> str:
    """The name of a story of these articles: it stays when a later article joins."""
    return f"s{digest(founder(articles, days))}"


def statement(article: str, cue: Span | None, content: Sequence[Span]) -> str:
    """The name of a statement, by where its cue and the pieces of its content begin."""
    return f"{article}#{digest(article, _start(cue), *map(_start, content))}"


def change(ends: tuple[str, str], kind: str, detail: str | None, spans: Iterable[Span]) -> str:
    """The name of a change between two versions, by its kind and its places in them."""
    return f"c{digest(*ends, kind, detail, *map(_place, spans))}"


def claim(kind: str, first: Span) -> str:
    """The name of a claim, by where its first carrier has it."""
    return f"k{digest(kind, first.article, first.start)}"


def unseen(prefix: str, named_after: Iterable[str], taken: Iterable[str]) -> str:
    """The name of an unseen source: `prefix` (its story), and what it is named after.

    That is the key of its own name, or the ids of two of its copies. It is none of `taken`, so that no
    article is mistaken for it; whether a node was seen is asked of `Node.seen` alone.
    """
    name = f"{prefix}?unseen-{digest(*named_after)}"
    every = set(taken)
    while name in every:
        name += "'"
    return name


def told_apart(things: Sequence[Thing]) -> list[Thing]:
    """The things, each with a name of its own: whoever comes again under one name gets a number behind it."""
    times: Counter[str] = Counter()
    found = []
    for one in things:
        times[one.id] += 1
        count = times[one.id]
        found.append(one if count == 1 else replace(one, id=f"{one.id}.{count}"))
    return found


def _start(span: Span | None) -> int | None:
    return None if span is None else span.start


def _place(span: Span) -> str:
    return f"{span.start}-{span.end} {span.article}"


# ---- stories that grew ----


def kept(old: Sequence[Story], new: Sequence[Story], days: Days) -> list[Story]:
    """The new stories under the ids of the old ones that they go on with, in their order.

    A new story takes the id of the oldest old story it holds an article of, by the founders' days; the
    other old ones it took in are noted in `former`. Of the parts of a story that fell apart the one that
    would bear its id anyway keeps it, else the largest.
    """
    earlier = {one.id: one for one in old}
    lines: dict[int, list[Story]] = {}
    for name, heir in _heirs(old, new).items():
        lines.setdefault(heir, []).append(earlier[name])
    return told_apart([_going_on(one, lines.get(place, []), days) for place, one in enumerate(new)])


def _going_on(one: Story, held: list[Story], days: Days) -> Story:
    """A new story under the id of the oldest of those that it goes on with."""
    if len(held) > 1:
        held = sorted(held, key=lambda was: (_age(was, days), was.id))
    names = [*(was.id for was in held[1:]), *(x for was in held for x in was.former), *one.former]
    name, former = held[0].id if held else one.id, tuple(dict.fromkeys(names))
    return one if (name, former) == (one.id, one.former) else replace(one, id=name, former=former)


def _heirs(old: Sequence[Story], new: Sequence[Story]) -> dict[str, int]:
    """For each old story the place of the new one that goes on with it."""
    home = {name: place for place, one in enumerate(new) for name in one.articles}
    found: dict[str, int] = {}
    for one in old:
        homes = [home[name] for name in one.articles if name in home]
        if len(homes) == 1:  # as of nearly all stories
            found[one.id] = homes[0]
        elif shares := Counter(homes):
            found[one.id] = max(shares, key=lambda k: (new[k].id == one.id, shares[k], -k))
    return found


def _age(one: Story, days: Days) -> tuple[float, str]:
    first = founder(one.articles, days)
    day = days.get(first)
    return (_NEVER if day is None else day, first)
