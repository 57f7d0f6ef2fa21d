"""The tables of the flow and their joins, in order: from articles to the record of each story.

Keys are the 63-bit hashes of the articles' ids (`name`); what is summed is whole numbers, so that no order
of rows or partitions changes a sum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from retold import parameters
from retold.engines.connect import Stages
from retold.errors import InputError
from retold.flow import articles, components, likeness, linking, matching, queries, records, ties
from retold.flow.context import Context
from retold.flow.digests import DIGESTS
from retold.model import Span, StoryRecord
from retold.steps import match, story
from retold.steps.story import grouping, nearness
from retold.tables import Bars

if TYPE_CHECKING:
    import pyarrow as pa

_PRINTS_MUCH = parameters.of("pipeline", "stories").number("prints_much")
_SLICE = 25_000  # articles whose pairs are summed at once
Rows = Callable[[], Iterator["pa.RecordBatch"]]
Marks = list[tuple[Span, str]]  # furniture, with the reasons


@dataclass(frozen=True, slots=True)
class Plan:
    """The flow over the stages of an engine; `size` is how many articles there are."""

    stages: Stages
    context: Context
    size: int

    def furniture(self, rows: Rows) -> Marks:
        """Take in the articles (rows of `articles.ARTICLES`); what of them is page furniture, sorted.

        Raises `InputError` where two ids have one hash.
        """
        self.stages.given("articles", articles.ARTICLES, rows)
        if self.stages.number("SELECT count(DISTINCT name) FROM articles") < self.size:
            raise InputError("two articles have ids of one hash", "give one of them another id")
        asked = "SELECT press, id, text, rest FROM articles WHERE press <> ''"
        found = partial(articles.furniture, self.context)
        self.stages.by_key("furniture", asked, found, articles.FURNITURE, ["press", "id"])
        rows_of = self.stages.rows("SELECT id, spans, reasons FROM furniture")
        return sorted(mark for row in rows_of for mark in articles.marks_of(*row))

    def pairs(self, marks: Sequence[tuple[Span, str]]) -> None:
        """The candidate pairs, furniture left out."""
        self.stages.given("hidden", articles.FURNITURE, partial(articles.furniture_rows, marks))
        self.stages.view("whole", queries.WHOLE)
        heads = partial(articles.heads, self.context)
        self.stages.map("heads", "SELECT id, text, spans FROM whole", heads, articles.HEADS)
        self.stages.sql("copies", queries.COPIES, "name bigint, stands bigint")
        self.stages.mapped("postings", queries.STANDING, matching.postings, matching.POSTINGS)
        met = partial(matching.meetings, self.context)
        self.stages.by_key("met", queries.PARTS, met, matching.MET, ["part"])
        shares = f"{matching.PAIRS}, share double"
        rare = partial(queries.rare, self.context.settings.match)
        self._in_slices("rare", lambda name, within: self.stages.sql(name, rare(within), shares))
        self._common()
        self.stages.sql("pairs", queries.PAIRS, shares)

    def _common(self) -> None:
        """The pairs by n-grams that many hold; of too many n-grams a share is taken (`match.MOST_COMMON`)."""
        every, bits = 1, match.UNUSED_BITS
        counted = "SELECT count(*) FROM ({}) c"
        while self.stages.number(counted.format(queries.common_rows(every, bits))) > match.MOST_COMMON:
            every *= 2
        found = partial(matching.common, every)
        self.stages.by_key("common", queries.common(every, bits), found, matching.PAIRS, ["one"])

    def first_ties(self) -> None:
        """The ties of those that may print much the same, and the reports that several print."""
        much = queries.fraction(_PRINTS_MUCH)
        self.stages.view("greater", f"SELECT a, b FROM pairs WHERE share >= {much}")
        self.stages.view("lesser", f"SELECT a, b FROM pairs WHERE share < {much}")
        self._ties("first_ties", "greater")
        self.stages.view("report_edges", queries.REPORT_EDGES)
        components.parts(self.stages, "reports", "report_edges")

    def _ties(self, name: str, pairs: str) -> None:
        found = partial(ties.ties, self.context)
        self.stages.by_key(name, queries.with_texts(pairs), found, ties.TIES, ["a", "kind", "b"])

    def near(self) -> Bars:
        """The pairs that are alike in their words, and from where likeness is one story."""
        again = self.stages.number("SELECT count(*) - count(DISTINCT part) FROM reports")
        reports = self.size - again
        self._vectors(reports)
        together = self.context.settings.story.together
        least = story.likeness.partial(together) - likeness.SLACK
        likely, known = partial(queries.likely, least), f"{matching.PAIRS}, known bigint"
        self._in_slices("likely", lambda name, within: self.stages.sql(name, likely(within), known))
        self._in_slices("near", self._near)
        sure = self.stages.number(queries.companions(nearness.SURE))
        bar = grouping.bar(reports, sure / max(1, self.size), together)
        return Bars(bar, nearness.undated_by(sure, self.size))

    def _near(self, name: str, within: str) -> None:
        found = partial(likeness.near, self.context)
        order = ["a", "kind", "b"]
        self.stages.by_key(name, queries.with_vectors(within), found, likeness.NEAR, order)

    def _in_slices(self, name: str, make: Callable[[str, str], None]) -> None:
        """Make a table of pairs slice by slice, one after another, so that the sums of one fit in memory."""
        within = queries.slices(max(1, round(self.size / _SLICE)))
        if len(within) == 1:
            make(name, within[0])
            return
        for number, condition in enumerate(within):
            make(f"{name}_{number}", condition)
        self.stages.view(name, queries.together(name, len(within)))

    def _vectors(self, reports: int) -> None:
        stages = self.stages
        words = "SELECT forms, shapes, languages FROM heads"
        stages.mapped("counts", words, likeness.counts, likeness.COUNTS)
        stages.mapped("reprinted", queries.IN_REPORTS, likeness.reprinted, likeness.REPRINTED)
        weights = partial(likeness.weights, self.size, reports)
        stages.map("weights", queries.WORDS, weights, likeness.WEIGHTS)
        vectors = partial(likeness.vectors, stages.path("weights"), reports)
        stages.map("vectors", "SELECT name, forms, times, shapes FROM heads", vectors, likeness.VECTORS)
        stages.mapped("telling", "SELECT * FROM vectors", likeness.telling, likeness.TELLING)

    def apart(self, digests: Rows) -> None:
        """Digests (rows of `digests.DIGESTS`) are alike to nothing but digests that print much the same."""
        self.stages.given("digests", DIGESTS, digests)
        self.stages.view("apart", queries.APART)

    def groups(self, bars: Bars) -> None:
        """The groups of articles on one event; digests were put apart before."""
        edges = partial(linking.edges, self.context, bars)
        self.stages.map("edges", queries.DATED, edges, likeness.NEAR)
        components.parts(self.stages, "near_parts", "edges")
        found = partial(linking.groups, self.context, bars)
        self.stages.by_key("linked", queries.LINKED, found, linking.GROUPS, ["part", "kind", "n"])
        self.stages.view("groups", "SELECT home, name, cohesion FROM linked")

    def linked(self) -> list[tuple[str, int, float]]:
        """The groups as they are: id, home and cohesion of each article in one."""
        asked = "SELECT a.id, g.home, g.cohesion FROM linked g JOIN articles a ON g.name = a.name"
        return [(str(name), int(home), float(tie)) for name, home, tie in self.stages.rows(asked)]

    def settle(self, rows: Rows) -> None:
        """Put other groups (rows of `linking.GROUPS`) in their place."""
        self.stages.given("settled", linking.GROUPS, rows)
        self.stages.view("groups", "SELECT home, name, cohesion FROM settled")

    def second_ties(self) -> None:
        """The ties of the other pairs inside groups."""
        self.stages.sql("second", queries.SECOND, matching.PAIRS)
        self._ties("second_ties", "second")

    def papers(self) -> list[float]:
        """For each report of a paper beside an agency's of its group how likely it has text from it."""
        self.stages.view("ties", queries.TIES)
        self.stages.by_key("papers", queries.PAPERS, records.papers, records.PAPERS, ["home", "kind", "n"])
        return [float(one) for (one,) in self.stages.rows("SELECT likely FROM papers")]

    def records(self, of_groups: records.OfGroups, of_lone: records.OfLone) -> Iterator[StoryRecord]:
        """The record of each story, in the order of their first articles; made when first asked for."""
        self.stages.by_key("told", queries.TOLD, of_groups, records.RECORDS, ["home", "kind", "n"])
        self.stages.map("lone", queries.LONE, of_lone, records.RECORDS)
        yield from (records.read(record) for (record,) in self.stages.stream(queries.RECORDS))
