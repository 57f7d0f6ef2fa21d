"""The main job: from articles to a trace. The only place that knows the order.

Three widths of view: each article alone, the corpus and its pairs (`corpus`), each story alone (`story`).
Stories are followed one by one, here or by a pool of processes, so that no more than a few have to be in
memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from itertools import chain
from pathlib import Path

from retold import ids, parameters, story
from retold.archive import files, store
from retold.archive.lazy import StoredRows
from retold.corpus import memory
from retold.corpus import stories as corpus_stories
from retold.corpus.articles import Corpus
from retold.corpus.index import silent
from retold.corpus.memory import Memory
from retold.corpus.reading import corpus_of
from retold.corpus.stored import StoredCorpus
from retold.corpus.stories import Grouped, Progress
from retold.corpus.witnesses import witness
from retold.decisions import UNDECIDED, Rulings, corpora, kinds, rulings
from retold.engines import choice, local
from retold.engines.choice import Engine
from retold.errors import InputError
from retold.messages import N_
from retold.model import Article, OutsideSource, SetAside, Story, StoryRecord
from retold.readers.given import Given, articles_from
from retold.settings import Settings
from retold.steps import clean
from retold.story import StoryTask
from retold.version import __version__

__all__ = ["Job", "gathered", "records", "remembered", "story_digests", "tasks", "trace", "witness"]

Unread = dict[str, tuple[str, ...]]  # by story, the languages without a pack of its articles

_REPAYS = 150  # articles in parsed stories from which a pool of processes gains more than it costs


def trace(  # noqa: PLR0913  # what a person may choose
    articles: Given,
    settings: Settings | None = None,
    into: str | Path | None = None,
    *,
    progress: Progress | None = None,
    known: Sequence[Story] = (),
    decisions: rulings.Given = (),
    engine: str | Engine = "local",
) -> store.Trace:
    """Trace a corpus: who retold whom, what each retelling changed, what each claim rests on.

    `articles` may be paths, and may hold the `SetAside` notes of `readers.read`; those are kept in
    the trace. With `into` the trace goes there story by story and is opened. `progress` is told of each
    step's advance. Stories that go on with one of the `known` ones keep its id. `decisions` by hand, or the
    file of them, are replayed; one that changed nothing is noted. `engine` says who does the work: this
    machine, or a cluster (see `docs/cluster.md`); the trace is the same, but that one made elsewhere
    remembers nothing for `Trace.add`, which then does all anew. Raises `InputError` for what is no article
    and no path, and for paths without any article; never for a bad article: it is set aside. Raises
    `StoreError` before any work where no trace can be kept at `into`.
    """
    settings = settings or Settings()
    if into is not None:
        files.check_place(into)
    ruled, notes = rulings.given(decisions)
    read, chosen = articles_from(articles, settings.clean), choice.chosen(engine)
    if chosen.name != "local":
        return _elsewhere(read, (settings, ruled, notes), chosen, into, (progress, known))
    with gathered(read, settings, progress, Past(known), ruled, keep=into is not None) as job:
        head = _head(job.corpus, [*job.set_aside, *notes], settings, ruled)
        found = _Recorded(head, records(job, progress), ruled, set(job.decided))
        if into is None:
            return found.in_memory()
        found.write(into, lambda tables: memory.save(remembered(job, found.unread), tables))
    return store.load(into)


def _elsewhere(
    read: Iterable[Article | SetAside],
    how: tuple[Settings, Rulings, list[SetAside]],
    engine: Engine,
    into: str | Path | None,
    caller: tuple[Progress | None, Sequence[Story]],
) -> store.Trace:
    """The same by an engine of many machines."""
    from retold.flow import job as flow

    (settings, ruled, notes), (progress, known) = how, caller
    if known:
        raise InputError(
            N_("stories of an earlier trace keep their ids here alone"), N_("leave out engine, or known")
        )
    with flow.found(read, settings, engine, ruled, progress) as job:
        head = _head(job.corpus, [*job.set_aside, *notes], settings, ruled)
        found = _Recorded(head, job.records, ruled, set(job.decided))
        if into is None:
            return found.in_memory()
        found.write(into)
    return store.load(into)


def _head(corpus: Corpus, set_aside: Iterable[SetAside], settings: Settings, ruled: Rulings) -> store.Trace:
    """What a trace has of the whole corpus."""
    return store.Trace(
        articles=corpus.by_id(),  # the same trace from the same articles in any order
        furniture=tuple(corpus.furniture),
        set_aside=tuple(set_aside),
        manifest=manifest(settings, ruled),
    )


class _Recorded:
    """A trace whose stories come one by one; notes that all of them bring are put last."""

    def __init__(
        self, head: store.Trace, found: Iterable[StoryRecord], ruled: Rulings, effective: set[str]
    ) -> None:
        self.unread: Unread = {}
        self._head, self._ruled, self._effective = head, ruled, effective
        self._found = noted(found, self.unread, effective)

    def in_memory(self) -> store.Trace:
        """The trace as one object."""
        whole = store.gathered(self._head, self._found)
        return replace(whole, set_aside=(*whole.set_aside, *self._closing()))

    def write(self, into: str | Path, beside: Callable[[Path], None] | None = None) -> None:
        """Write the trace as its stories come; `beside` writes more beside its tables."""
        store.write(self._head, self._found, into, closing=self._closing, beside=beside)

    def _closing(self) -> list[SetAside]:
        return [*language_notes(self.unread), *self._ruled.idle(self._effective)]


def noted(found: Iterable[StoryRecord], unread: Unread, effective: set[str]) -> Iterator[StoryRecord]:
    """The records as they come; the languages without a pack of each story's articles are put by.

    So is which decisions changed something.
    """
    for one in found:
        if one.unread:
            unread[one.story.id] = one.unread
        effective.update(one.decided)
        yield one


def language_notes(unread: Unread) -> list[SetAside]:
    """One line for each language without a pack."""
    why = N_(
        "there is no pack for this language, so no statements, changes of speaker or dates are read in it"
    )
    cure = N_("all else is: what they share, who had it from whom, and what was cut, added or reworded")
    counts = Counter(chain.from_iterable(unread.values()))
    one, more = N_("{count} article in {our_language}"), N_("{count} articles in {our_language}")
    names = {
        code: N_("an unknown language") if code == "und" else N_("the language {code}").format(code=code)
        for code in counts
    }
    return [
        SetAside((one if count == 1 else more).format(count=count, our_language=names[code]), why, cure)
        for code, count in sorted(counts.items())
    ]


# ---- the corpus ----


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """A corpus and its stories, with what is needed to follow each.

    `decided` has the ids of the decisions that changed the corpus: stories made one or parted, furniture.
    `digests` are the articles' (see `memory.digests`), where they were asked for.
    """

    corpus: Corpus
    set_aside: Sequence[SetAside]
    stories: Sequence[Story]
    grouped: Grouped
    settings: Settings
    rulings: Rulings = UNDECIDED
    decided: frozenset[str] = frozenset()
    digests: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What an earlier run tells of much the same articles.

    A story that goes on with one of `stories` keeps its id. With a `memory`, pairs that stood as they do are
    not aligned again; if `frozen`, all that is counted once for a corpus is as it was then.
    """

    stories: Sequence[Story] = ()
    memory: Memory | None = None
    frozen: bool = False


@contextmanager
def gathered(
    articles: Iterable[Article | SetAside],
    settings: Settings,
    progress: Progress | None = None,
    past: Past | None = None,
    ruled: Rulings = UNDECIDED,
    *,
    keep: bool = False,
) -> Iterator[Job]:
    """Match, align and group the articles; nothing is parsed. What lies on disk meanwhile goes at the end.

    `keep` asks for what a stored trace matches more articles with.
    """
    set_aside: list[SetAside] = []
    past = past or Past()
    before = past.memory
    recurring = before.generation.furniture if before is not None and past.frozen else None
    with corpus_of(articles, settings.clean, set_aside, recurring) as read:
        spans, marking = corpora.furniture(read, ruled)
        corpus = read.marked([*read.furniture, *spans], read.recurring) if spans else read
        digests = None if before is None else memory.digests(corpus)
        earlier = None if before is None or digests is None else before.earlier(corpus, digests, past.frozen)
        found = corpus_stories.grouped(corpus, settings, progress or silent, earlier, ruled, keep=keep)
        stories = ids.kept(past.stories, found.stories, corpus.days()) if past.stories else found.stories
        yield Job(corpus, set_aside, stories, found, settings, ruled, found.decided | marking, digests)


def grown(
    stored: store.Trace,
    coming: Sequence[Article],
    settings: Settings,
    past: Past,
    ruled: Rulings,
    progress: Progress | None = None,
) -> Job | None:
    """The same for a stored trace and articles that come, of which only these are read and matched.

    None where that needs all of them: nothing was kept to match with, or furniture was decided by hand.
    """
    before, earlier = past.memory, None if past.memory is None else past.memory.grown()
    rows = stored.articles
    if before is None or earlier is None or earlier.wide is None or any(ruled.of("furniture")):
        return None
    if not isinstance(rows, StoredRows) or len(rows) != len(before.ids):
        return None
    marks = clean.marked(coming, before.generation.furniture)
    furniture = [*stored.furniture, *marks]
    corpus = StoredCorpus(before.ids, rows, earlier.wide.days, coming, furniture)
    corpus.recurring = before.generation.furniture
    found = corpus_stories.grouped(corpus, settings, progress or silent, earlier, ruled, keep=True)
    stories = ids.kept(past.stories, found.stories, corpus.days())
    digests = [*before.digests, *memory.digests_of(coming, corpus.hidden)]
    return Job(corpus, (), stories, found, settings, ruled, found.decided, digests)


def remembered(job: Job, unread: Unread, changed: int = 0) -> Memory:
    """What a trace keeps of a job; `changed` articles came or went since its generation was counted."""
    digests = job.digests or memory.digests(job.corpus)
    return Memory(
        made=memory.made_by(job.settings),
        ids=job.corpus.ids,
        digests=digests,
        ties=job.grouped.ties,
        generation=job.grouped.generation,
        changed=changed,
        stories=story_digests(job, digests),
        unread=unread,
        wide=job.grouped.wide,
    )


def story_digests(job: Job, digests: Sequence[str]) -> dict[str, str]:
    """For each story a digest of what it is followed by: articles, families, pairs, decisions, sources."""
    number = {name: k for k, name in enumerate(job.corpus.ids)}
    pairs = _pairs_inside(job, number)
    found = {}
    for place, one in enumerate(job.stories):
        here = sorted(_ids(job.corpus.ids, pair) for pair in pairs.get(place, ()))
        was = [digests[number[i]] for i in one.articles]
        decided = [kinds.row_of(ruling) for ruling in job.rulings.on(one).decisions]
        taken = [asdict(source) for source in _outside(job, one, number)]
        parts = [was, one.articles, one.families, here, *decided, *taken]
        found[one.id] = memory.digest(parts)
    return found


# ---- the stories ----


def tasks(job: Job, stayed: Collection[str] = ()) -> Iterator[StoryTask]:
    """Each story as a unit of work, in their order, but for those that stayed as they were."""
    number = {name: k for k, name in enumerate(job.corpus.ids)}
    pairs = _pairs_inside(job, number)
    hidden = job.corpus.hidden
    for place, one in enumerate(job.stories):
        if one.id in stayed:
            continue
        here = pairs.get(place, ())
        known = (job.grouped.cache.known(pair) for pair in here)
        yield StoryTask(
            story=one,
            articles=tuple(job.corpus[number[i]] for i in one.articles),
            furniture=tuple(span for i in one.articles for span in hidden.get(i, ())),
            pairs=tuple(_ids(job.corpus.ids, pair) for pair in here),
            settings=job.settings,
            alignments=tuple(alignment for alignment in known if alignment is not None),
            rulings=job.rulings.on(one),
            outside=tuple(_outside(job, one, number)),
        )


def _outside(job: Job, one: Story, number: Mapping[str, int]) -> Iterator[OutsideSource]:
    """The sources in other stories of those articles of a story that are digests."""
    return chain.from_iterable(job.grouped.digests.get(number[name], ()) for name in one.articles)


def _pairs_inside(job: Job, number: Mapping[str, int]) -> dict[int, list[tuple[int, int]]]:
    """The aligned pairs of each story, by its place."""
    home = {number[i]: place for place, one in enumerate(job.stories) for i in one.articles}
    found: dict[int, list[tuple[int, int]]] = {}
    for a, b in zip(job.grouped.pairs.a.tolist(), job.grouped.pairs.b.tolist(), strict=True):
        if home[a] == home[b]:
            found.setdefault(home[a], []).append((a, b))
    return found


def _ids(names: Sequence[str], pair: tuple[int, int]) -> tuple[str, str]:
    a, b = sorted(names[one] for one in pair)
    return a, b


def records(
    job: Job, progress: Progress | None = None, stayed: Collection[str] = ()
) -> Iterator[StoryRecord]:
    """What is found in each story, in their order, but for those that stayed as they were.

    A pool of processes follows them where that pays.
    """
    advance = progress or silent
    work = job.corpus.work
    todo = [one for one in job.stories if one.id not in stayed]
    if not _repays(todo, job.settings):
        yield from _counted(map(story.worker(work), tasks(job, stayed)), len(todo), advance)
        return
    begin: Callable[..., Callable[[Sequence[StoryTask]], list[StoryRecord]]] = story.workers
    with local.Pool(begin, work, among=job.corpus.processes) as pool:
        found = pool.map(_together(tasks(job, stayed)))
        yield from _counted(chain.from_iterable(found), len(todo), advance)


def _repays(todo: Sequence[Story], settings: Settings) -> bool:
    """Whether a pool of processes gains more than it costs; to parse an article takes ten times the rest."""
    every = sum(len(one.articles) for one in todo)
    parsed = sum(len(one.articles) for one in todo if story.is_parsed(one, settings))
    return local.count() > 1 and parsed + (every - parsed) / 10 >= _REPAYS


def _together(each: Iterable[StoryTask], most: int = 16) -> Iterator[list[StoryTask]]:
    """The tasks, in their order, some at a time until they have so many articles or one is to be parsed."""
    held: list[StoryTask] = []
    for task in each:
        held.append(task)
        many = sum(len(one.articles) for one in held) >= most
        if many or story.is_parsed(task.story, task.settings):
            yield held
            held = []
    if held:
        yield held


def _counted(found: Iterable[StoryRecord], total: int, progress: Progress) -> Iterator[StoryRecord]:
    for done, one in enumerate(found, 1):
        yield one
        progress(N_("tracing"), done, total)


# ---- odds and ends ----


def manifest(settings: Settings, ruled: Rulings = UNDECIDED) -> dict[str, object]:
    """What a trace says of how it was made."""
    decided = {"decisions": [kinds.row_of(one) for one in ruled.decisions]} if ruled else {}
    return {
        "retold": __version__,
        "settings": asdict(settings),
        "parameters": parameters.digest(),
        "seed": settings.lineage.seed,
        **decided,
    }
