"""Each address gives its page, and the page's content in three other forms."""

from __future__ import annotations

import csv
import html
import io
import json
import time
from dataclasses import replace
from pathlib import Path

import networkx
import pytest

from retold.archive.store import Trace
from retold.errors import InputError
from retold.model import Article
from retold.report import pile as report_pile
from retold.report import sections, served
from retold.server import app, decision_forms, jobs, pages, responses, running, state, uploads
from retold.server.guard import Access
from retold.server.served_traces import ServedTrace
from retold.settings import Settings
from retold.views import index
from tests.browser.hostile import hostile_trace
from tests.server.asking import Asker
from tests.server.conftest import silent

PAGES = ("/", "/pile", "/?k=figure", "/stories/s1", "/search?q=crane", "/new")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_a_page_with_the_policy_of_pages(asker: Asker, path: str) -> None:
    answer = asker.get(path)
    assert answer.status == 200 and answer.headers["content-type"].startswith("text/html")
    assert "<h1" in answer.text and "script-src" in answer.text


@pytest.mark.parametrize("path", ["pile", "stories/s1", "search"])
def test_every_page_has_its_content_for_machines(asker: Asker, path: str) -> None:
    query = "?q=crane" if path == "search" else ""
    rows = asker.get(f"/{path}.json{query}").rows
    assert rows and all("type" in row for row in rows)
    table = list(csv.reader(io.StringIO(asker.get(f"/{path}.csv{query}").text)))
    assert len(table) > 1 and len({len(row) for row in table}) == 1
    graph = networkx.parse_graphml(asker.get(f"/{path}.graphml{query}").text)
    assert graph.number_of_edges() > 3


def test_links_to_other_forms_lead_to_them(asker: Asker) -> None:
    text = asker.get("/stories/s1").text
    for form in ("json", "csv", "graphml"):
        assert f'href="s1.{form}"' in text and asker.get(f"/stories/s1.{form}").status == 200


def test_the_page_of_a_story_is_that_of_a_file_with_a_bar(served_trace: ServedTrace, trace: Trace) -> None:
    made = sections.section(index.of_trace(trace), trace.stories[0], "s", trace.furniture)
    asker = Asker(app.application(served_trace, Access()))
    assert _story(asker.get("/stories/s1").text) == _story(report_pile.story_page(made, "x", "v"))


def _story(page: str) -> str:
    return page[page.index('<header class="head">') : page.index("</article>")]


def test_a_finding_can_be_said_to_be_false_where_it_stands(asker: Asker, served_trace: ServedTrace) -> None:
    text = asker.get("/stories/s1").text
    first = html.unescape(text.partition('name="changes" value="')[2].partition('"')[0])
    form = [("token", token(asker)), ("kind", "change_false"), ("story", "s1"), ("changes", first)]
    assert asker.post("/decisions", form).status == 303
    assert served_trace.ledger().holding[0].changes == tuple(json.loads(first))


def test_a_table_of_a_story_is_asked_for_by_name(asker: Asker) -> None:
    assert asker.get("/stories/s1.csv?table=nodes").text.startswith("story,lineage,id,name,seen")
    refused = asker.get("/stories/s1.csv?table=secrets")
    assert refused.status == 400 and "no table" in refused.rows["error"]


def test_a_loner_has_a_page(asker: Asker, trace: Trace) -> None:
    loner = next(one for one in trace.stories if len(one.articles) == 1)
    assert asker.get(f"/stories/{loner.id}").status == 200


@pytest.mark.parametrize(
    "path", ["/stories/none", "/none", "/t/none/", "/jobs/none", "/stories/../../etc/passwd"]
)
def test_an_unknown_address_is_said_to_be_none(asker: Asker, path: str) -> None:
    answer = asker.get(path)
    assert answer.status == 404 and "Nothing stands at this address" in answer.text


@pytest.mark.parametrize("path", ["/?page=0", "/?page=x", "/search?q=a&page=-1", "/collate?a=x", "/collate"])
def test_what_cannot_be_answered_says_why(asker: Asker, path: str) -> None:
    assert asker.get(path).status == 400


def test_a_page_beyond_the_last_is_empty(asker: Asker) -> None:
    assert "No story" in asker.get("/?q=zeppelin").text
    assert asker.get("/pile.json?page=7").rows == []


def test_some_articles_are_collated_when_asked(asker: Asker, trace: Trace) -> None:
    names = trace.stories[0].articles[:2]
    answer = asker.get(f"/collate?a={names[0]}&a={names[1]}")
    assert answer.status == 200 and 'class="two"' in answer.text
    rows = asker.get(f"/collate.json?a={names[0]}&a={names[1]}").rows
    assert [row["id"] for row in rows if row["type"] == "article"] == sorted(names)


def test_hostile_fields_are_words_in_every_form() -> None:
    served_trace = ServedTrace(hostile_trace(), Settings(), silent)
    asker = Asker(app.application(served_trace, Access()))
    for path in ("/", "/stories/s1", "/search?q=crane"):
        text = asker.get(path).text
        assert "<script>alert" not in text and "<svg onload" not in text and "<img src=x" not in text
        assert "javascript:alert" not in text and "\x1b" not in text
    assert "\x1b" not in asker.get("/pile.json").text


def test_cells_are_no_formulas() -> None:
    assert responses.as_csv([{"a": "=1+1", "b": ["x", "y"], "c": None}]) == b"a,b,c\r\n'=1+1,x; y,\r\n"


# ---- decisions ----


def token(asker: Asker, path: str = "/stories/s1") -> str:
    return asker.get(path).text.partition('name="token" value="')[2].partition('"')[0]


def test_a_decision_is_written_with_who_and_taken_back(asker: Asker, served_trace: ServedTrace) -> None:
    form = [
        ("token", token(asker)),
        ("kind", "change_false"),
        ("story", "s1"),
        ("changes", '["swap", "other one"]'),
    ]
    answer = asker.post("/decisions", form)
    assert (answer.status, answer.headers["location"]) == (303, "stories/s1#decided")
    [one] = served_trace.ledger().holding
    assert (one.who, one.changes, one.story) == ("Ann", ("swap", "other one"), "s1")
    shown = asker.get("/stories/s1").text
    assert "Ann, " in shown and "2 changes between versions are false." in shown
    back = asker.post(
        "/decisions/undo", [("token", token(asker)), ("id", one.id)], {"referer": "http://x/stories/s1"}
    )
    assert back.headers["location"] == "../stories/s1#decided" and not served_trace.ledger().holding


def test_stories_are_merged_by_the_address_of_the_other(
    asker: Asker, served_trace: ServedTrace, trace: Trace
) -> None:
    other = trace.stories[1]
    form = [
        ("token", token(asker)),
        ("kind", "merge"),
        ("story", "s1"),
        ("other", f"http://127.0.0.1/stories/{other.id}"),
    ]
    assert asker.post("/decisions", form).status == 303
    assert served_trace.ledger().holding[0].articles == (trace.stories[0].articles[0], other.articles[0])
    assert asker.post("/decisions", [*form[:3], ("other", "nowhere")]).status == 400


@pytest.mark.parametrize(
    "change",
    [
        {"token": "x"},
        {"token": ""},
        {"kind": "burn"},
        {"changes": "[]"},
        {"changes": "{"},
        {"changes": "[1]"},
    ],
)
def test_a_form_that_is_none_of_ours_writes_nothing(
    asker: Asker, served_trace: ServedTrace, change: dict[str, str]
) -> None:
    form = {"token": token(asker), "kind": "change_false", "changes": '["c1"]', **change}
    assert asker.post("/decisions", list(form.items())).status == 400
    assert served_trace.decisions is not None and not served_trace.decisions.exists()


def test_without_decide_nothing_is_written(served_trace: ServedTrace) -> None:
    asker = Asker(app.application(served_trace, Access()))
    assert 'value="change_false"' not in asker.get("/stories/s1").text
    form = [("token", token(asker, "/new")), ("kind", "change_false"), ("changes", '["c1"]')]
    answer = asker.post("/decisions", form)
    assert answer.status == 400 and "--decide" in answer.text


def test_bad_lines_of_the_decisions_stand_on_the_first_page(asker: Asker, served_trace: ServedTrace) -> None:
    assert served_trace.decisions is not None
    served_trace.decisions.write_text("nonsense\n")
    assert "it is no decision" in asker.get("/").text


@pytest.mark.parametrize(
    "referer", ["", "http://x/", "http://evil/stories/../../x", "http://evil//y", "javascript:1"]
)
def test_nobody_is_sent_elsewhere(referer: str) -> None:
    assert decision_forms.back(referer) == "../"


# ---- dropped articles ----


def test_pasted_articles_are_traced_in_memory(asker: Asker, trace: Trace) -> None:
    texts = [a.text for a in trace.articles[:2]]
    form = [("token", token(asker, "/new")), ("text", "\r\n===\r\n".join(texts))]
    answer = asker.post("/new", form)
    assert answer.status == 303
    name = answer.headers["location"].rpartition("/")[2]
    for _ in range(600):
        if asker.get(f"/jobs/{name}.json").rows["done"]:
            break
        time.sleep(0.1)
    events = asker.get(f"/jobs/{name}/events")
    assert events.headers["content-type"].startswith("text/event-stream") and '"done": true' in events.text
    assert f'href="../t/{name}/"' in asker.get(f"/jobs/{name}").text
    rows = asker.get(f"/t/{name}/pile.json").rows
    assert sum(row["articles"] for row in rows) == 2
    assert asker.get(f"/t/{name}/{rows[0]['place']}").status == 200


def test_addresses_are_fetched_only_where_that_was_asked_for(served_trace: ServedTrace) -> None:
    form = [("text", "https://example.org/a\nhttps://example.org/b")]
    closed = Asker(app.application(served_trace, Access()))
    assert "--fetch" in closed.post("/new", [("token", token(closed, "/new")), *form]).text
    lacking = Asker(app.application(served_trace, Access(), None, may_fetch=True))
    assert "no reader" in lacking.post("/new", [("token", token(lacking, "/new")), *form]).text
    asked: list[list[str]] = []

    def fetch(addresses: object) -> list[Article]:
        asked.append(list(addresses))  # type: ignore[call-overload]
        return [Article("x", "A hull was seen off Venn on Monday.")]

    able = Asker(app.application(served_trace, Access(), fetch, may_fetch=True))
    answer = able.post("/new", [("token", token(able, "/new")), *form])
    name = answer.headers["location"].rpartition("/")[2]
    for _ in range(300):
        if able.get(f"/jobs/{name}.json").rows["done"]:
            break
        time.sleep(0.1)
    assert asked == [["https://example.org/a", "https://example.org/b"]]


def test_a_job_that_finds_nothing_says_so() -> None:
    made = jobs.Jobs(Settings())
    job = made.add("nothing", list)
    for _ in range(100):
        if job.over:
            break
        time.sleep(0.05)
    assert "no article could be read" in job.state and made.get(job.name) is job


def slow() -> list[Article]:
    time.sleep(0.4)
    return []


def test_too_many_jobs_are_refused() -> None:
    made = jobs.Jobs(Settings())
    with pytest.raises(InputError, match="too much is waiting"):
        for _ in range(20):
            made.add("slow", slow)


@pytest.mark.parametrize("name", ["../../x", "/etc/passwd", "..", "a\x00b", "C:\\x\\y.txt", "x" * 400, ""])
def test_a_file_keeps_no_name_that_leads_elsewhere(name: str) -> None:
    fit = uploads.fit_name(name)
    assert fit == Path(fit).name and 0 < len(fit) <= 100 and "\x00" not in fit


# ---- where it listens ----


def test_only_this_machine_is_listened_to_unless_a_token_is_given() -> None:
    assert running.access("127.0.0.1", "") == Access()
    assert (
        running.is_loopback("localhost") and running.is_loopback("::1") and not running.is_loopback("0.0.0.0")
    )
    for token_given in ("", "short"):
        with pytest.raises(InputError, match="could reach"):
            running.access("0.0.0.0", token_given)
    assert running.access("0.0.0.0", "twelve letters").any_address


def test_nothing_may_be_decided_or_fetched_by_itself(served_trace: ServedTrace) -> None:
    plain = state.ServerState(served_trace, jobs.Jobs(Settings()))
    assert (plain.fetch, plain.may_fetch, plain.who) == (None, False, "")


def test_a_taken_port_is_named() -> None:
    first = running.bound("127.0.0.1", 0)
    first.listen()
    port = first.getsockname()[1]
    with pytest.raises(OSError, match="choose another with --port"):
        running.bound("127.0.0.1", port)
    assert running.address(first, "a") == f"http://127.0.0.1:{port}/?token=a"
    first.close()


def test_asked_values_are_those_of_known_facets() -> None:
    asked, page = pages.asked_of(
        [("k", "figure"), ("k", "name"), ("z", "1"), ("q", "crane"), ("page", "3"), ("d", "")]
    )
    assert (asked.words, asked.facets, page) == ("crane", (("k", ("figure", "name")),), 2)
    assert served.Served("./", "./", chosen=dict(asked.facets)).has("k", "name")
    assert replace(asked, words="", facets=()).words == ""
