"""Odd values from outside: stamps, days at the ends of the calendar, settings, traditions, ids."""

from __future__ import annotations

import os
import random
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import retold
from retold import settings
from retold.archive.store import Trace
from retold.errors import InputError, SettingsError
from retold.model import Article
from retold.moments import moment
from retold.readers import stamps, witnesses
from retold.report import page, rows
from retold.views import scale
from tests.samples import FERRY, ferry_articles

EDGES = [
    date.min, date.max, datetime.min, datetime.max, datetime(9999, 12, 31, 20), datetime(2, 1, 1),
    datetime(1, 1, 1, 3, tzinfo=timezone(timedelta(hours=14))), "9999-12-31", "9999-12-31T23:59:59",
    "9999-12-31T23:59:59-12:00", "0001-01-02T00:00:00+14:00", "0002-01-01T00:00", "9999-12-31T12:00",
]  # fmt: skip
NUMBERS = ["1" * 100, "9" * 5000, 10**100, 10**5000, -(10**400), 1e308, float("inf"), float("nan"), -1e300]
TIMES = (
    "He left on Monday, last week, two years ago, 99999999 days ago, next century, on New Year's Eve, at "
    "Thanksgiving 9999, in 30,000 years, the day after, the fourth quarter, and on 31 December 9999."
)


@pytest.mark.parametrize("value", [*NUMBERS, *EDGES], ids=lambda v: type(v).__name__)
def test_a_stamp_of_any_size_is_read_or_left(value: object) -> None:
    read = stamps.iso(value)
    assert read is None or isinstance(read, (str, date))
    found = moment(read)
    if found is not None:
        wide = found.in_any_zone()
        assert wide.low <= found.low and found.high <= wide.high


@pytest.mark.parametrize(
    "words", ["12 ſep 2019", "ſept 3, 2019", "3 Auguſt 2019", "maı 3, 2019", "3 maİ 2019"]
)
def test_a_month_in_odd_letters_is_that_month_or_none(words: str) -> None:
    found = stamps.iso(words)
    assert found == words or str(found).startswith("2019-")


def test_a_long_s_is_an_s() -> None:
    assert stamps.iso("12 ſep 2019") == "2019-09-12"


@pytest.mark.parametrize("when", EDGES, ids=str)
def test_dates_are_read_on_any_day_of_the_calendar(when: date | str) -> None:
    for found in retold.dates(TIMES, when):
        assert found.span.start < found.span.end and found.value


def test_articles_at_both_ends_of_the_calendar_are_traced_and_drawn() -> None:
    stamped = ["9999-12-31T12:00", "0002-01-01", "9999-12-31T23:00:00Z", 10**5000]
    articles = [
        Article(f"a{k}", f"{FERRY} So it was, {k}.", published=when) for k, when in enumerate(stamped)
    ]  # type: ignore[arg-type]
    trace = retold.trace(articles)
    assert len(trace.articles) == 4 and "<svg" in page.html(trace)


def test_an_axis_ends_with_the_calendar() -> None:
    last = datetime.max.replace(tzinfo=UTC)
    ticks = scale.of([last - timedelta(days=3), last - timedelta(days=1), last]).ticks()
    assert ticks and all(0 <= tick.at <= 1 for tick in ticks)


def test_an_article_called_like_an_unseen_source_is_an_article() -> None:
    articles = ferry_articles()
    name = "s1?unseen-1"
    renamed = [Article(name, articles[0].text, outlet="Post"), *articles[1:]]
    trace = retold.trace(renamed)
    nodes = [node for one in trace.lineages.values() for node in one.nodes]
    assert [node.seen for node in nodes if node.id == name] == [True]
    assert len({node.id for node in nodes}) == len(nodes)


@pytest.mark.long
def test_the_order_of_the_input_changes_no_row() -> None:
    articles = [
        *ferry_articles(),
        *(Article(f"z{k}", f"{FERRY[k * 9 :]} More {k}.", outlet="Z") for k in range(6)),
    ]
    shuffled = list(articles)
    random.Random(3).shuffle(shuffled)
    one, other = (list(map(rows.line, rows.rows(retold.trace(given)))) for given in (articles, shuffled))
    assert one == other


# ---- settings ----

BAD = {
    "deep": "a = " + "[" * 50_000,
    "digits": "[clean]\nleast_words = " + "9" * 900,
    "large": "[clean]\nlargest_bytes = 1" + "0" * 30,
    "negative": "[clean]\nleast_words = -5",
    "no number": "[match]\nshare = nan",
    "endless": "[lineage]\nstarts = 1000000000000",
    "a path": '[language]\ndefault = "../../etc"',
    "a key of parts": "a." * 20_000 + "b = 1",
    "a seed below zero": "[lineage]\nseed = -1",
}


@pytest.mark.parametrize("kind", BAD)
def test_settings_that_no_step_can_work_with_are_refused_in_one_line(kind: str, tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text(BAD[kind], encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        settings.load(tmp_path / "s.toml")
    assert "\n" not in str(refused.value) and len(str(refused.value)) < 500


def test_settings_are_no_device_no_pipe_and_no_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in ("/dev/zero", tmp_path / "pipe", tmp_path, tmp_path / "none"):
        with pytest.raises(SettingsError):
            settings.load(place)


def test_every_number_has_a_range_that_its_default_is_in() -> None:
    held = settings.asdict(settings.Settings())
    numbers = {
        (s, k): v for s, table in held.items() for k, v in table.items() if not isinstance(v, str | bool)
    }
    assert set(numbers) == set(settings.RANGES)
    assert all(low <= numbers[key] <= high for key, (low, high) in settings.RANGES.items())


# ---- traditions ----


def test_a_tradition_of_too_many_witnesses_is_refused_before_it_is_read(tmp_path: Path) -> None:
    wide, many = tmp_path / "wide.tsv", tmp_path / "many.xml"
    wide.write_text("\t".join(f"W{k}" for k in range(200_000)) + "\nx\n", encoding="utf-8")
    readings = "".join(f'<rdg wit="#W{k}">w{k % 3}</rdg>' for k in range(3_000))
    many.write_text(f"<TEI><text><p>a <app>{readings}</app></p></text></TEI>", encoding="utf-8")
    for place in (wide, many):
        with pytest.raises(InputError, match="the most that are read"):
            witnesses.read(place)


@pytest.mark.parametrize(
    "body", ["matrix " * 100_000, "begin data;\nmatrix\n" + "A 01\n" * 50_000, "[" * 100_000]
)
def test_a_nexus_file_without_an_end_has_no_matrix(body: str, tmp_path: Path) -> None:
    (tmp_path / "x.nex").write_text(f"#NEXUS\n{body}", encoding="utf-8")
    with pytest.raises(InputError, match="no matrix"):
        witnesses.read(tmp_path / "x.nex")


def test_equal_witnesses_cost_no_search_and_keep_their_tie() -> None:
    words = list("abcdefghijklmno")
    other = [*words[:3], "quay", *words[4:9], "men", *words[10:]]
    found = retold.stemma({**{f"E{k:02}": words for k in range(60)}, "X": other})
    assert len(found.nodes) == 61 and len(found.derivations) == 60
    loose = [
        edge for edge in found.derivations if {edge.source, edge.copy} <= {f"E{k:02}" for k in range(60)}
    ]
    assert len(loose) == 59 and not any(edge.directed for edge in loose)
    assert {edge.source for edge in loose} == {"E00"} or all("E00" in (e.source, e.copy) for e in loose)


def test_rows_of_tokens_that_end_early_have_lost_the_rest_and_left_nothing_out() -> None:
    whole = ["the", "heron", "waits", "beside", "the", "weir", "at", "dusk"]
    torn = whole[:5]
    found = retold.stemma({"A": whole, "B": [*whole[:2], "stands", *whole[3:]], "C": torn})
    assert {node.id for node in found.nodes if node.seen} == {"A", "B", "C"}
    lost = retold.stemma(
        {"A": whole, "B": [*whole[:2], "stands", *whole[3:]], "C": [*torn, None, None, None]}
    )
    assert found == lost


def test_texts_beside_rows_of_tokens_are_refused() -> None:
    with pytest.raises(InputError):
        retold.stemma({"A": ["a", "b"], "B": "a b"})


def test_a_trace_of_nothing_can_be_shown() -> None:
    assert "<table>" in Trace()._repr_html_()
