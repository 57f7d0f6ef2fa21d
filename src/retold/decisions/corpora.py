"""What decisions do to a whole corpus: stories made one or parted, and words marked as furniture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from retold.decisions.kinds import Decision
from retold.decisions.rulings import Rulings
from retold.messages import N_
from retold.model import Article, Span

Group = tuple[list[int], float]  # numbers of articles, and the weakest tie that holds them together
REASON = N_("furniture by hand")


def settled(groups: Sequence[Group], ids: Sequence[str], rulings: Rulings) -> tuple[list[Group], set[str]]:
    """Groups of two or more articles as decided, and the ids of the decisions that changed them.

    `ids` names the articles. An article that stands in no group is a story of its own. Decisions are taken
    one after the other, so that a later one has the last word.
    """
    held, effective = list(groups), set[str]()
    number = {name: n for n, name in enumerate(ids)} if rulings else {}
    for one in rulings.of("merge", "split"):
        here = [number[name] for name in one.articles if name in number]
        after = _merged(held, here) if one.kind == "merge" else _parted(held, here)
        if after != held:
            effective.add(one.id)
        held = after
    return held, effective


def _merged(groups: list[Group], articles: list[int]) -> list[Group]:
    """The groups that hold these articles as one, in the place of the first."""
    named = set(articles)
    touched = [k for k, (members, _) in enumerate(groups) if not named.isdisjoint(members)]
    every = sorted(named.union(*(groups[k][0] for k in touched)))
    if len(every) < 2 or (len(touched) == 1 and len(every) == len(groups[touched[0]][0])):
        return groups
    one = (every, min((groups[k][1] for k in touched), default=0.0))
    place = touched[0] if touched else len(groups)
    kept = [group for k, group in enumerate(groups) if k not in touched]
    return [*kept[:place], one, *kept[place:]]


def _parted(groups: list[Group], articles: list[int]) -> list[Group]:
    """These articles apart from the others of their groups, together if they are several."""
    found: list[Group] = []
    gone: list[int] = []
    cohesion, named = 1.0, set(articles)
    for members, tie in groups:
        inside = [n for n in members if n in named]
        if not inside or len(inside) == len(members):
            found.append((members, tie))
            continue
        rest = [n for n in members if n not in named]
        found += [(rest, tie)] if len(rest) > 1 else []
        gone, cohesion = [*gone, *inside], min(cohesion, tie)
    if not gone:
        return groups
    return [*found, (sorted(gone), cohesion)] if len(gone) > 1 else found


# ---- furniture ----


def furniture(articles: Iterable[Article], rulings: Rulings) -> tuple[list[tuple[Span, str]], set[str]]:
    """Spans that were decided to be furniture, each with the reason, and the decisions that found any.

    The words count in the article that was decided on, wherever they stand as whole words; in others of its
    outlet only where they are a whole line.
    """
    asked = list(rulings.of("furniture"))
    found: list[tuple[Span, str]] = []
    effective: set[str] = set()
    if not asked:
        return found, effective
    with_outlets = _with_outlets(articles, asked)
    for article in articles:
        for one, outlets in with_outlets:
            spans = [Span(article.id, low, low + len(one.words)) for low in _places(article, one, outlets)]
            effective |= {one.id} if spans else set()
            found += [(span, REASON) for span in spans]
    return list(dict.fromkeys(found)), effective


def _with_outlets(
    articles: Iterable[Article], asked: Sequence[Decision]
) -> list[tuple[Decision, set[str | None]]]:
    """Each decision with the outlets of the articles that it was made on."""
    named = {name for one in asked for name in one.articles}
    outlets = {article.id: article.outlet for article in articles if article.id in named}
    return [(one, {outlets.get(name) for name in one.articles}) for one in asked]


def _places(article: Article, one: Decision, outlets: set[str | None]) -> Iterator[int]:
    """Where the words of a decision begin in an article in which they count."""
    itself = article.id in one.articles
    mates = article.outlet is not None and article.outlet in outlets
    low = article.text.find(one.words) if itself or mates else -1
    while low >= 0:
        high = low + len(one.words)
        if _is_line(article.text, low, high) or (itself and _is_whole(article.text, low, high)):
            yield low
        low = article.text.find(one.words, high)


def _is_whole(text: str, low: int, high: int) -> bool:
    """Whether a stretch cuts through no word."""
    ends = ((low - 1, low), (high - 1, high))
    return not any(a >= 0 and b < len(text) and text[a].isalnum() and text[b].isalnum() for a, b in ends)


def _is_line(text: str, low: int, high: int) -> bool:
    """Whether nothing else stands in the line or lines of a stretch."""
    before, behind = text.rfind("\n", 0, low) + 1, text.find("\n", high)
    return not text[before:low].strip() and not text[high : behind if behind >= 0 else len(text)].strip()
