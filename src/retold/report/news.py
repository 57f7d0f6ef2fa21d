"""What is new in a trace that grew: on the terminal, and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.text import Text

from retold.archive import store
from retold.archive.store import Trace
from retold.messages import N_, _, many
from retold.model import Article, Change, News, NewVersion, Story
from retold.report import rows as plain
from retold.views import safe

_MOST = 40  # lines of a kind that are shown
_WIDTH = 70  # cells of a headline or a quotation
_COUNTED = (N_("added"), N_("corrected"), N_("removed"), "same")


def rows(news: News) -> Iterator[dict[str, Any]]:
    """One row for the whole, then one for each new story, merged story, new version and change of speaker."""
    yield {
        "type": "news",
        **{name: list(getattr(news, name)) for name in _COUNTED},
        "told": news.told,
        "recounted": news.recounted,
    }
    for kind, stories in (("new_story", news.stories), ("merged_story", news.merged)):
        yield from ({**plain.row(one), "type": kind} for one in stories)
    yield from ({**plain.row(one), "type": "new_version"} for one in news.versions)
    yield from ({**plain.row(one), "type": "new_speaker"} for one in news.speakers)


def show(news: News, trace: Trace, console: Console) -> None:
    """Print what is new; `trace` is the one that grew."""
    for line in lines(news, trace):
        console.print(Text(safe.text(line)), soft_wrap=True)


def lines(news: News, trace: Trace) -> Iterator[str]:
    """The same in words."""
    yield _counts(news)
    names = _Names(trace, news)
    yield from _listed(_("New stories"), [names.story(one) for one in news.stories])
    yield from _listed(_("Stories that turned out to be one"), [names.merged(one) for one in news.merged])
    yield from _listed(_("New versions"), [names.version(one) for one in news.versions])
    yield from _listed(_("New changes of speaker"), [names.speaker(one) for one in news.speakers])


def _counts(news: News) -> str:
    done = ", ".join(
        f"{len(getattr(news, name)):,} {_(name)}" for name in _COUNTED[:3] if getattr(news, name)
    )
    same = many(
        len(news.same),
        "; {count:,} article was there as given",
        "; {count:,} articles were there as given",
    )
    same = same if news.same else ""
    if not done:
        return _("Nothing is new{same}.").format(same=same)
    articles = _("Articles: {done}{same}.").format(done=done, same=same)
    return f"{articles} {_followed(news)}"


def _followed(news: News) -> str:
    if news.recounted:
        return many(
            news.told,
            "{count:,} story followed anew, all words weighed anew.",
            "{count:,} stories followed anew, all words weighed anew.",
        )
    return many(news.told, "{count:,} story followed anew.", "{count:,} stories followed anew.")


def _listed(heading: str, found: list[str]) -> Iterator[str]:
    if found:
        yield f"{heading} ({len(found):,}):"
        yield from (f"  {one}" for one in found[:_MOST])
        if len(found) > _MOST:
            more = len(found) - _MOST
            yield many(more, "  and {count:,} more: --json has all", "  and {count:,} more: --json has all")


class _Names:
    """How articles and sources of the news are called."""

    def __init__(self, trace: Trace, news: News) -> None:
        stories = {one.story for one in news.versions} | {one.story for one in news.speakers}
        lineages = store.lineages_where(trace.lineages, stories).values()
        nodes = (node for lineage in lineages for node in lineage.nodes)
        self._nodes: Mapping[str, str] = {node.id: node.name for node in nodes if node.name}
        asked = {i for one in (*news.stories, *news.merged) for i in one.articles}
        asked |= {one.article for one in news.versions}
        found = store.rows_where(trace.articles, "id", asked)
        self._articles: Mapping[str, Article] = {one.id: one for one in found}

    def story(self, one: Story) -> str:
        """Its number, how many articles tell it, and a headline."""
        articles = many(len(one.articles), "{count:,} article", "{count:,} articles")
        return f"{one.id}  {articles}  {self._headline(one.articles[0])}"

    def merged(self, one: Story) -> str:
        """The same with the numbers that went into it."""
        was = _("(was {former})").format(former=", ".join(one.former))
        return f"{self.story(one)}  {was}"

    def version(self, one: NewVersion) -> str:
        """Whose it is, from whom, and of which story."""
        sources = ", ".join(dict.fromkeys(self._nodes.get(name, name) for name in one.sources))
        source = _("  from {sources}").format(sources=sources) if sources else ""
        return f"{one.story}  {self._outlet(one.article)}{source}  {self._headline(one.article)}"

    def speaker(self, one: Change) -> str:
        """From whose mouth into whose, and where."""
        before, after = (name or _("nobody") for name in (one.before, one.after))
        copy = self._nodes.get(one.copy, one.copy)
        where = _("in the headline of {where}") if one.in_headline else _("in {where}")
        where = where.format(where=copy)
        return f"{one.story}  {safe.short(before, _WIDTH)} → {safe.short(after, _WIDTH)}  {where}"

    def _outlet(self, article: str) -> str:
        held = self._articles.get(article)
        return (held.outlet if held is not None else None) or article

    def _headline(self, article: str) -> str:
        held = self._articles.get(article)
        return "" if held is None else f"“{safe.short(held.title or held.text, _WIDTH)}”"
