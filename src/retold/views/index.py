"""A trace arranged for looking things up: by id, by article, by story, by name.

Made once per report, so that nothing is searched for twice. A comparison is
indexed in the same way, as a story of two articles without a lineage.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from retold import language
from retold.language import Language
from retold.messages import N_, _
from retold.model import (
    AlignedPair,
    Article,
    Change,
    Claim,
    Comparison,
    Lineage,
    Node,
    Span,
    Statement,
    Story,
)
from retold.moments import Moment, moment
from retold.views import names, people, safe

if TYPE_CHECKING:
    from retold.archive.store import Trace


T = TypeVar("T")
NOTHING = Lineage((), (), (), (0, 0))
_TITLE = 30  # characters of a title in a label
_LABEL = 48  # cells of the longest label
UNSEEN = N_(" (a text not in this pile)")  # behind the name of an agency that a seen version bears too
_SAMPLE = 3_000  # characters of an article that show its language
_NEXT = re.compile(r"[\s-]{1,2}(\w+)")


@dataclass(frozen=True, slots=True)
class Index:
    """Where to find what; the keys are ids."""

    articles: Mapping[str, Article]
    stories: Mapping[str, Story]
    lineages: Mapping[str, Lineage] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)  # of nodes and articles, short and safe
    statements: Mapping[str, Statement] = field(default_factory=dict)
    spoken: Mapping[str, tuple[Statement, ...]] = field(default_factory=dict)  # by article
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)  # by story
    claims: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)  # by story
    moments: Mapping[str, Moment] = field(default_factory=dict)  # of articles that state one
    alignments: Mapping[tuple[str, str], AlignedPair] = field(default_factory=dict)  # by both ids, sorted
    aligned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what each version is aligned with
    people: Mapping[str, str] = field(default_factory=dict)  # the fullest name by each name (see `people`)

    def label(self, node: str) -> str:
        """What to call a version on a screen: its outlet, its name, or its id."""
        return self.labels.get(node) or safe.ends(node, _LABEL)

    def lineage(self, story: str) -> Lineage:
        """The lineage of a story; an empty one where none was made."""
        return self.lineages.get(story, NOTHING)

    def named(self, words: str) -> str:
        """Words of evidence with the names of versions in place of their ids.

        An id that a person may have given could be a common word: it is taken for a version only where a
        sentence about one begins, or behind "the outlet of".
        """
        here = [name for name in self.labels if name in words and self.labels[name] != name]
        for name in sorted(here, key=len, reverse=True):
            lead = r"(?:^|(?<=the outlet of ))" if names.readable(name) else r"(?<![\w-])"
            words = re.sub(rf"{lead}{re.escape(name)}(?![\w-])", lambda _, n=name: self.labels[n], words)  # type: ignore[misc]
        return words

    def alignment(self, one: str, other: str) -> AlignedPair | None:
        """How the words of two versions stand against each other, None where they were not compared."""
        return self.alignments.get((min(one, other), max(one, other)))

    def words(self, spans: Iterable[Span], most: int = 2000) -> str:
        """The text under the spans, one line, pieces joined by an ellipsis, safe to print."""
        return " … ".join(filter(None, (self._piece(span, most) for span in spans)))[:most]

    def around(self, span: Span, reach: int) -> tuple[str, str]:
        """The characters before and behind a span; '' where its article is not held."""
        article = self.articles.get(span.article or "")
        text = "" if article is None else article.text
        return text[max(0, span.start - reach) : span.start], text[span.end : span.end + reach]

    def value(self, version: str, words: str) -> str:
        """The figure that these words of a version are, as a value with its unit; '' if they are not one."""
        figures = self.language(version).numbers.find(words)
        return figures[0].reading if len(figures) == 1 else ""

    def unit_behind(self, span: Span) -> str:
        """The unit of measure right behind a figure, '' if another word stands there."""
        word = _NEXT.match(self.around(span, 40)[1])
        known = self.language(str(span.article)).editing.sense.measures
        return word[1] if word and word[1].casefold() in known else ""

    def language(self, version: str) -> Language:
        """The language that a version is read in."""
        article = self.articles.get(version)
        if article is None or not article.language:
            return language.of_text("" if article is None else article.text[:_SAMPLE], default="en")
        return language.of(article.language)

    def _piece(self, span: Span, most: int) -> str:
        article = self.articles.get(span.article or "")
        if article is None:
            return ""
        return safe.squeezed(article.text[span.start : min(span.end, span.start + most)])


def of_trace(trace: Trace) -> Index:
    """The index of a whole trace."""
    articles = {a.id: a for a in trace.articles}
    moments = _moments(trace.articles)
    return Index(
        articles=articles,
        stories={s.id: s for s in trace.stories},
        lineages=dict(trace.lineages),
        labels=_labels(trace.stories, trace.lineages, articles, moments),
        statements={s.id: s for s in trace.statements},
        spoken=_grouped((s.article, s) for s in trace.statements),
        changes=_grouped((c.story, c) for c in trace.changes),
        claims=_grouped((story, c) for c in trace.claims for story in c.stories),
        moments=moments,
        alignments={(one.a, one.b): one for one in trace.alignments},
        aligned=_aligned(trace.alignments),
        people=people.of_statements(trace.statements, trace.changes),
    )


def of_comparison(found: Comparison) -> Index:
    """The index of a comparison; its story has the id ''."""
    pair = (found.a, found.b)
    articles = {a.id: a for a in pair}
    moments = _moments(pair)
    ids = tuple(articles)
    story = Story("", ids, (ids,), found.same_story)
    return Index(
        articles=articles,
        stories={"": story},
        labels=_labels([story], {}, articles, moments),
        statements={s.id: s for s in found.statements},
        spoken=_grouped((s.article, s) for s in found.statements),
        changes={"": found.changes},
        moments=moments,
        alignments={(one.a, one.b): one for one in found.alignments},
        aligned=_aligned(found.alignments),
        people=people.of_statements(found.statements, found.changes),
    )


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _aligned(pairs: Iterable[AlignedPair]) -> dict[str, tuple[str, ...]]:
    return _grouped(ends for one in pairs for ends in ((one.a, one.b), (one.b, one.a)))


def _moments(articles: Iterable[Article]) -> dict[str, Moment]:
    found = ((a.id, moment(a.published)) for a in articles)
    return {name: when for name, when in found if when is not None}


# ---- times in words ----

_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_SHORT = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"),
    N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip


def day(when: date) -> str:
    """A day as people write it.

    >>> day(date(2019, 3, 3))
    '3 March 2019'
    """
    return _("{day} {month} {year}").format(day=when.day, month=_(_MONTHS[when.month - 1]), year=when.year)


def stamp(when: Moment | None) -> str:
    """A time of publication in full, by the clock that `clock` names; '' for none."""
    if when is None:
        return ""
    return f"{day(when.low)}, {when.low:%H:%M}" if when.exact else day(when.low)


def brief(when: Moment | None) -> str:
    """The same in a few cells: '13 Mar 06:40', or '13 Mar' where no hour is known."""
    if when is None:
        return ""
    text = short_day(when.low)
    return f"{text} {when.low:%H:%M}" if when.exact else text


def month_words(month: int, year: int | str) -> str:
    """A month and its year, which may be '': 'March 2019', 'March'."""
    return _("{month} {year}").format(month=_(_MONTHS[month - 1]), year=year).strip()


def short_day(when: date) -> str:
    """A day in a few cells: '13 Mar'."""
    return _("{day} {month}").format(day=when.day, month=_(_SHORT[when.month - 1]))


def clock(times: Iterable[Moment]) -> str:
    """Which clock times of day are given by: "UTC", or as printed where no zone is stated; '' for days alone.

    >>> from retold.moments import moment
    >>> clock(filter(None, [moment("2031-03-13T06:40:00+05:00")])), clock([])
    ('UTC', '')
    """
    zoneless = {one.zoneless for one in times if one.exact}
    if len(zoneless) > 1:
        return _("UTC; where no zone is stated, as printed")
    return (_("as printed, without a zone") if zoneless.pop() else "UTC") if zoneless else ""


# ---- names of versions ----


def headline(article: Article, most: int = 110) -> str:
    """The headline of an article, or its first words; its id where it has neither."""
    words = article.title or next(filter(str.strip, article.text[:2000].splitlines()), "") or article.id
    return safe.short(words, most)


def _labels(
    stories: Iterable[Story],
    lineages: Mapping[str, Lineage],
    articles: Mapping[str, Article],
    moments: Mapping[str, Moment],
) -> dict[str, str]:
    """A label for every version, different from every other in its story."""
    found: dict[str, str] = {}
    for story in stories:
        here = _distinct([articles[i] for i in story.articles if i in articles], moments)
        found |= here
        found |= unseen_labels(lineages.get(story.id, NOTHING).nodes, here.values())
    for story in stories:
        outside = [articles[i] for i in story.sources if i in articles]
        found = _distinct(outside, moments) | found if outside else found
    return found


def _distinct(articles: list[Article], moments: Mapping[str, Moment]) -> dict[str, str]:
    """A name for each; of several of one name also the hour or day, else the headline, else a number."""
    plain = names.of_versions(articles)
    days = {moments[a.id].day for a in articles if a.id in moments}
    order = sorted(articles, key=lambda a: (a.id not in moments, moments.get(a.id), a.id))
    met: Counter[str] = Counter()
    numbers = {a.id: str(_counted(met, plain[a.id])) for a in order}
    more = (
        dict.fromkeys(plain, ""),
        {i: _time_label(moments.get(i), len(days) == 1) for i in plain},
        {a.id: f"“{safe.short(a.title, _TITLE)}”" if a.title else "" for a in articles},
        numbers,
    )
    tried = [{i: _with_note(label, notes[i]) for i, label in plain.items()} for notes in more]
    counts = [Counter(labels.values()) for labels in tried]
    return {
        i: next(
            (labels[i] for labels, count in zip(tried, counts, strict=True) if count[labels[i]] == 1),
            tried[-1][i],
        )
        for i in plain
    }


def _counted(met: Counter[str], name: str) -> int:
    met[name] += 1
    return met[name]


def _time_label(when: Moment | None, one_day: bool) -> str:
    """The hour, if all is of one day; else day and hour."""
    return f"{when.low:%H:%M}" if when is not None and when.exact and one_day else brief(when)


def _with_note(label: str, more: str) -> str:
    return f"{label} ({more})" if more and more != label else label


def unseen_labels(nodes: Iterable[Node], taken: Iterable[str] = ()) -> dict[str, str]:
    """The name of an unseen source, told apart from `taken` ones; a number where several have none."""
    unseen = [n for n in nodes if not n.seen]
    outlets = {label.partition(" (")[0].casefold() for label in taken}
    called = {n.id: safe.short(n.name, _LABEL) if n.name else _("unnamed source") for n in unseen}
    counts, met = Counter(called.values()), Counter[str]()
    found = {}
    for node in unseen:
        name = called[node.id]
        number = f" {_counted(met, name)}" if counts[name] > 1 else ""
        found[node.id] = name + number + (_(UNSEEN) if name.casefold() in outlets else "")
    return found
