"""Posts of a live report: where each stands in the text, and by which clock it was published.

A live report is one page and one article; its posts are told by linked data (schema.org `LiveBlogPosting`
with its `liveBlogUpdate`) and by the page itself, where at least three blocks of one make have a time each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from retold import parameters
from retold.model import Article
from retold.readers import fields, linkeddata, looselinked, regions, stamps
from retold.readers.placement import squeezed

_P = parameters.of("readers", "liveblogs")
_FEWEST = _P.integer("fewest")  # blocks with a time that are posts without linked data that say so
_MOST = _P.integer("most")  # posts of a page
_LEVELS = _P.integer("levels")  # elements around a time within which its post is looked for
_LINES = ("p", "h2", "h3", "h4", "h5", "li", "blockquote")
_PARAGRAPH = re.compile(r"[^\n]+")


class Post(NamedTuple):
    """One post as a page has it: when, under which headline and address, and its lines, without spaces."""

    published: str | None
    title: str | None
    url: str | None
    lines: tuple[str, ...]


def posts(tree: Any, page: str, text: str, url: str | None) -> list[dict[str, object]]:
    """The posts in a text, in its order: `start`, `end`, and of `published`, `title`, `url` what is known.

    `tree` is the page's element, `page` its markup. Posts that are not in the text are left out, and so is
    a single one.
    """
    linked = list(_linked(tree)) if "liveBlogUpdate" in page else []
    shown = list(_shown(tree, url, 1 if "LiveBlogPosting" in page else _FEWEST))
    known = {line: one for one in linked for line in one.lines}
    every = [_joined(one, known) for one in shown] or linked
    found = list(_placed(every[:_MOST], text))
    return [_plain(post, span) for post, span in found] if len(found) > 1 else []


def apart(article: Article) -> list[Article]:
    """Each post as an article of its own, with its clock; what stands outside of them first, if anything.

    An article without posts is given as it is.
    """
    held = article.extra.get("posts")
    given = [one for one in held if isinstance(one, Mapping)] if isinstance(held, (list, tuple)) else []
    if not given:
        return [article]
    inside = [(int(one["start"]), int(one["end"])) for one in given]
    rest = _outside(article.text, inside)
    head = [replace(article, text=rest, extra=_without_posts(article))] if rest else []
    return [*head, *(_alone(article, one, number) for number, one in enumerate(given, 1))]


def _alone(article: Article, post: Mapping[str, Any], number: int) -> Article:
    text = article.text[int(post["start"]) : int(post["end"])]
    first, _, rest = text.partition("\n")
    headed = (
        bool(post.get("title")) and squeezed(first) == squeezed(str(post["title"])) and bool(rest.strip())
    )
    return replace(
        article,
        text=rest.strip() if headed else text,
        title=post.get("title") or article.title,
        published=post.get("published") or article.published,
        updated=None,
        url=post.get("url") or article.url,
        extra={"live_report": article.title or "", "post": number},
    )


def _without_posts(article: Article) -> dict[str, object]:
    return {name: value for name, value in article.extra.items() if name != "posts"}


def _outside(text: str, inside: Sequence[tuple[int, int]]) -> str:
    kept = [
        match[0]
        for match in _PARAGRAPH.finditer(text)
        if match[0].strip() and not any(low <= match.start() < high for low, high in inside)
    ]
    return "\n\n".join(kept)


# ---- what linked data say ----


def _linked(tree: Any) -> Iterator[Post]:
    for script in tree.iter("script"):
        if "liveBlogUpdate" in (script.text or ""):
            values = looselinked.values(script.text or "")
            for thing in linkeddata.things(values, ("@graph",), _LEVELS):
                held = thing.get("liveBlogUpdate")
                updates = held if isinstance(held, list) else [held]
                yield from (_of_update(one) for one in updates if isinstance(one, dict))


def _of_update(one: Mapping[str, object]) -> Post:
    body = fields.marked_text(one.get("articleBody")) or ""
    return Post(
        _stamp(fields.words(one.get("datePublished"))),
        fields.words(one.get("headline")),
        fields.words(one.get("url")),
        tuple(filter(None, map(squeezed, body.split("\n")))),
    )


def _stamp(value: str | None) -> str | None:
    """A stamp as ISO 8601, None for what is none."""
    found = str(stamps.iso(value))
    return found if re.match(r"\d{4}-", found) else None


# ---- what the page shows ----


def _shown(tree: Any, url: str | None, fewest: int) -> Iterator[Post]:
    """The blocks of one make that have a time each, and one alone: of several makes the most frequent."""
    makes: defaultdict[tuple[str, str, int], list[tuple[Any, Any]]] = defaultdict(list)
    times = [time for time in tree.iter("time") if time.get("datetime")]
    for time in times if len(times) >= max(2, fewest) else ():
        block = _block_of(time)
        if block is not None:
            parent = block.getparent()
            makes[block.tag, block.get("class") or "", id(parent)].append((block, time))
    best = max(makes.values(), key=len, default=[])
    if len(best) >= max(2, fewest):
        for block, time in best:
            yield _of_block(block, time, url)


def _block_of(time: Any) -> Any:
    """The smallest element around a time that has a paragraph as well."""
    element = time.getparent()
    for _ in range(_LEVELS):
        if element is None or element.tag in ("body", "html"):
            return None
        if any(True for _ in element.iter("p", "blockquote", "li")):
            return None if element.getparent() is None else element
        element = element.getparent()
    return None


def _of_block(block: Any, time: Any, url: str | None) -> Post:
    texts = [" ".join(regions.text_of(one).split()) for one in block.iter(*_LINES)]
    heads = list(block.iter("h2", "h3", "h4", "h5"))
    title = " ".join(regions.text_of(heads[0]).split()) if heads else ""
    name = block.get("id")
    return Post(
        _stamp(time.get("datetime")),
        title or None,
        f"{url.partition('#')[0]}#{name}" if url and name else None,
        tuple(filter(None, map(squeezed, texts))),
    )


def _joined(one: Post, known: Mapping[str, Post]) -> Post:
    """A block with what linked data say of the same words beside."""
    same = next((known[line] for line in one.lines if line in known), None)
    if same is None:
        return one
    return Post(one.published or same.published, one.title or same.title, same.url or one.url, one.lines)


# ---- where they stand in the text ----


def _placed(every: Iterable[Post], text: str) -> Iterator[tuple[Post, tuple[int, int]]]:
    """The posts whose lines stand one behind the other in the text, in its order."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    paragraphs = [match for match in _PARAGRAPH.finditer(text) if match[0].strip()]
    for number, match in enumerate(paragraphs):
        places[squeezed(match[0])].append(number)
    taken: set[int] = set()
    found = []
    for post in every:
        numbers = _run(post.lines, places, taken)
        if numbers:
            taken.update(numbers)
            span = paragraphs[numbers[0]].start(), paragraphs[numbers[-1]].end()
            found.append((post, span))
    yield from sorted(found, key=lambda item: item[1])


def _run(lines: Sequence[str], places: Mapping[str, list[int]], taken: set[int]) -> list[int]:
    """The numbers of the paragraphs that are a post's, as far as they follow each other."""
    free = [next((n for n in places.get(line, ()) if n not in taken), None) for line in lines]
    numbers = sorted({n for n in free if n is not None})
    return [n for at, n in enumerate(numbers) if n == numbers[0] + at]


def _plain(post: Post, span: tuple[int, int]) -> dict[str, object]:
    known = {"published": post.published, "title": post.title, "url": post.url}
    return {"start": span[0], "end": span[1], **{name: value for name, value in known.items() if value}}
