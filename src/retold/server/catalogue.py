"""The catalogue of a trace: its stories in lines, what they may be filtered by, and all words to search.

One SQLite file, made once per trace and kept in the cache folder, or in memory. Nothing in it is needed to
read the trace: a lost catalogue is made again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from threading import RLock
from typing import Any

from retold.archive import codec
from retold.model import Article, Story
from retold.views.pile import Facet, Facets, Line

FORMAT = 1  # of the tables below
HIT, HIT_END = "\x02", "\x03"  # stand around found words; no text holds them, since they are taken out of it
_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE story (
  number INTEGER PRIMARY KEY, id TEXT, name TEXT UNIQUE, articles INTEGER, thing TEXT, rank INTEGER, line TEXT
);
CREATE TABLE held (letter TEXT, value TEXT, story INTEGER, PRIMARY KEY (letter, value, story)) WITHOUT ROWID;
CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT, outlet TEXT, title TEXT, text TEXT, rest TEXT);
CREATE TABLE member (story INTEGER, article INTEGER, PRIMARY KEY (story, article)) WITHOUT ROWID;
CREATE TABLE place (
  story INTEGER, kind TEXT, low INTEGER, high INTEGER, PRIMARY KEY (story, kind, low)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(
  outlet, title, text, content='article', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
"""
_INDEXES = """
CREATE INDEX story_by_rank ON story (rank) WHERE rank IS NOT NULL;
CREATE INDEX story_by_id ON story (id);
CREATE INDEX story_of_article ON member (article);
CREATE INDEX article_by_id ON article (id);
INSERT INTO words (words) VALUES ('optimize');
ANALYZE;
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a pile is asked for: words, and of each kind of facet one of some values."""

    words: str = ""
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()  # letter, values

    def __bool__(self) -> bool:
        """Whether anything is asked."""
        return bool(self.words.strip() or self.facets)


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that has the words that are looked for."""

    article: str
    outlet: str
    title: str
    published: str | None
    story: str  # name of its story's page
    articles: int  # that the story has
    snippet: str  # HIT and HIT_END stand around found words


class Catalogue:
    """A catalogue that is open. Every question is one short query; threads take turns."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection, self._lock = connection, RLock()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection for making a catalogue: its tables, what is put in, then its indexes."""
        with self._lock, self._connection as connection:
            connection.executescript(_SCHEMA)
            yield connection
            connection.executescript(_INDEXES)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def meta(self, name: str) -> Any:
        """A value that concerns the whole; None for an unknown name."""
        found = self._one("SELECT value FROM meta WHERE name = ?", name)
        return None if found is None else json.loads(found[0])

    # ---- stories ----

    def lines(self, asked: Asked, low: int, most: int) -> list[Line]:
        """Stories of several articles that have what is asked, the gravest first, from place `low` on."""
        where, values = _conditions(asked)
        query = f"SELECT line FROM story WHERE {where} ORDER BY rank LIMIT ? OFFSET ?"
        return [line_of(row[0]) for row in self._all(query, *values, most, low)]

    def count(self, asked: Asked) -> int:
        """How many stories those are."""
        where, values = _conditions(asked)
        return int(self._all(f"SELECT count(*) FROM story WHERE {where}", *values)[0][0])

    def loners(self, most: int) -> list[tuple[str, str, str]]:
        """Page, outlet and headline of articles that stand alone."""
        query = (
            "SELECT s.name, a.outlet, a.title FROM story s JOIN member m ON m.story = s.number "
            "JOIN article a ON a.number = m.article "
            "WHERE s.articles = 1 AND s.line IS NULL ORDER BY s.number LIMIT ?"
        )
        return [(name, outlet or "", title or "") for name, outlet, title in self._all(query, most)]

    def facets(self, asked: Asked | None = None) -> tuple[Facets, ...]:
        """All that the stories may be filtered by, with how many of the stories asked for have each.

        A kind of facet is counted among the stories that all else asks for: what is chosen within it adds.
        """
        whole = tuple(facets_of(one) for one in self.meta("facets") or ())
        return whole if not asked else tuple(self._counted(one, asked) for one in whole)

    def _counted(self, group: Facets, asked: Asked) -> Facets:
        """A kind of facet with its counts among the stories that the rest of what is asked leaves."""
        others = replace(asked, facets=tuple(one for one in asked.facets if one[0] != group.letter))
        if not others:
            return group
        where, values = _conditions(others)
        key = "substr(value, 1, ?)" if group.letter == "d" else "value"
        length = [max((len(one.key) for one in group.values), default=10)] if group.letter == "d" else []
        rows = self._all(
            f"SELECT {key} AS k, count(*) FROM held WHERE letter = ? AND story IN "
            f"(SELECT number FROM story WHERE {where}) GROUP BY k",
            *length, group.letter, *values,
        )  # fmt: skip
        counts = dict(rows)
        return replace(group, values=tuple(replace(f, count=counts.get(f.key, 0)) for f in group.values))

    def number(self, name: str) -> int | None:
        """The number of the story whose page has this name, or that has this id."""
        found = self._one("SELECT number FROM story WHERE name = ?1 OR id = ?1 ORDER BY name = ?1 DESC", name)
        return None if found is None else int(found[0])

    def name(self, number: int) -> str:
        """The name of a story's page."""
        return str(self._one("SELECT name FROM story WHERE number = ?", number)[0])

    def thing(self, number: int) -> Story:
        """A story itself."""
        found = self._one("SELECT thing FROM story WHERE number = ?", number)
        if found is None:
            raise KeyError(number)
        return codec.unpacked(Story, json.loads(found[0]))

    def runs(self, number: int) -> dict[str, list[tuple[int, int]]]:
        """Where a story's rows are in each table."""
        found: dict[str, list[tuple[int, int]]] = {}
        for kind, low, high in self._all(
            "SELECT kind, low, high FROM place WHERE story = ? ORDER BY kind, low", number
        ):
            found.setdefault(kind, []).append((low, high))
        return found

    # ---- articles ----

    def articles(self, number: int) -> list[Article]:
        """The articles of a story, in the order of the trace."""
        query = (
            "SELECT a.* FROM member m JOIN article a ON a.number = m.article "
            "WHERE m.story = ? ORDER BY a.number"
        )
        return [_article(row) for row in self._all(query, number)]

    def article(self, name: str) -> Article | None:
        """The article of an id."""
        found = self._one("SELECT * FROM article WHERE id = ?", name)
        return None if found is None else _article(found)

    def story_of(self, article: str) -> int | None:
        """The number of the first story that an article stands in."""
        found = self._one(
            "SELECT m.story FROM member m JOIN article a ON a.number = m.article "
            "WHERE a.id = ? ORDER BY m.story",
            article,
        )
        return None if found is None else int(found[0])

    def hits(self, words: str, low: int, most: int, ranked: bool = True) -> list[Hit]:
        """Articles that have all the words, the likeliest first, or in the order of the trace."""
        asked = matching(words)
        order = "rank, rowid" if ranked else "rowid"
        first = f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY {order} LIMIT ? OFFSET ?"
        numbers = [row[0] for row in self._all(first, asked, most, low)] if asked else []
        found = {one[0]: Hit(*one[1:]) for one in self._snippets(asked, numbers)}
        return [found[number] for number in numbers]

    def _snippets(self, asked: str, numbers: Sequence[int]) -> list[Any]:
        """What a hit is made of, for some articles only: snippets of all would take long."""
        marks = ", ".join("?" * len(numbers))
        query = (
            "SELECT a.number, a.id, ifnull(a.outlet, ''), ifnull(a.title, ''), "
            "json_extract(a.rest, '$.published.stamp'), s.name, s.articles, "
            f"snippet(words, 2, '{HIT}', '{HIT_END}', '…', 24) FROM words "
            "JOIN article a ON a.number = words.rowid "
            "JOIN story s ON s.number = (SELECT min(story) FROM member WHERE article = a.number) "
            f"WHERE words MATCH ? AND words.rowid IN ({marks})"
        )
        return self._all(query, asked, *numbers) if numbers else []

    def hit_count(self, words: str) -> int:
        """How many articles have all the words."""
        asked = matching(words)
        return int(self._all("SELECT count(*) FROM words WHERE words MATCH ?", asked)[0][0]) if asked else 0

    def _all(self, query: str, *values: object) -> list[Any]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def _one(self, query: str, *values: object) -> Any:
        with self._lock:
            return self._connection.execute(query, values).fetchone()


def matching(words: str) -> str:
    """The words as a question of FTS5: all of them, phrases in marks as they stand; '' for none.

    >>> matching('grain "north quay" (crane*')
    '"grain" "north quay" "crane"'
    """
    plain = "".join(c if c.isalnum() or c == '"' else " " for c in words[:400])
    parts = plain.split('"')
    asked = [
        [" ".join(part.split())] if n % 2 and n < len(parts) - 1 else part.split()
        for n, part in enumerate(parts)
    ]
    return " ".join(f'"{one}"' for part in asked for one in part if one)


def _conditions(asked: Asked) -> tuple[str, list[object]]:
    """The stories that are asked for, as SQL with its values."""
    parts, values = ["rank IS NOT NULL"], list[object]()
    words = matching(asked.words)
    if asked.words.strip():
        parts.append(
            "number IN (SELECT story FROM member "
            "WHERE article IN (SELECT rowid FROM words WHERE words MATCH ?))"
            if words
            else "0"
        )
        values += [words] if words else []
    for letter, chosen in asked.facets:
        one = "value GLOB ?" if letter == "d" else "value = ?"
        test = " OR ".join([one] * len(chosen))
        parts.append(f"number IN (SELECT story FROM held WHERE letter = ? AND ({test}))")
        values += [letter, *(map(_days_of, chosen) if letter == "d" else chosen)]
    return " AND ".join(parts), values


def _days_of(given: str) -> str:
    """The days of a month, or one day, as a pattern."""
    return "".join(c for c in given if c.isdecimal() or c == "-") + "*"


# ---- what stands in it ----


def held(line: Line) -> Iterable[tuple[str, str]]:
    """Letter and value of all that a story may be found by."""
    return dict.fromkeys(
        (letter, _sound(value) or "") for letter, several in line.held.items() for value in several
    )


def line_text(line: Line) -> str:
    """A line as it is kept."""
    plain = asdict(line) | {"begun": None if line.begun is None else line.begun.isoformat()}
    return json.dumps(plain)


def line_of(text: str) -> Line:
    """What `line_text` was given."""
    plain = json.loads(text)
    begun = plain.pop("begun")
    plain |= {name: tuple(plain[name]) for name in ("outlets", "kinds", "persons")}
    return Line(begun=None if begun is None else datetime.fromisoformat(begun), **plain)


def facets_of(plain: Any) -> Facets:
    """Facets from what `asdict` makes of them."""
    return Facets(**{**plain, "values": tuple(Facet(**one) for one in plain["values"])})


def article_row(number: int, one: Article) -> tuple[object, ...]:
    """An article as a row of the table."""
    rest = codec.packed(one)
    words = [_sound(rest.pop(name)) for name in ("id", "outlet", "title", "text")]
    return (number, *words, json.dumps(rest, ensure_ascii=True))


def _sound(text: str | None) -> str | None:
    """A text without half characters and without the marks of what is found; offsets stay."""
    if text is None:
        return None
    plain = text if text.isascii() else text.encode("utf-8", "replace").decode()
    return plain.replace(HIT, "\ufffd").replace(HIT_END, "\ufffd")


def _article(row: Any) -> Article:
    _, name, outlet, title, text, rest = row
    plain = json.loads(rest) | {"id": name, "outlet": outlet, "title": title, "text": text}
    return codec.unpacked(Article, plain)
