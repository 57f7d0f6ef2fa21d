"""What was read, and from where: the lines of `retold read`."""

from __future__ import annotations

import json

from click.testing import CliRunner

from retold.cli import commands
from retold.model import Article, SetAside
from retold.readers import explain, read, skipped
from retold.settings import Clean

FERRY = "The ferry to Gull Rock ran late on Monday."
TABLE = f"headline,story,paper,day,summary\nFerry late,{FERRY},Quenby Echo,2019-03-04,A ferry.\n"
PAGE = f"<html lang='en'><head><title>Ferry late | Echo</title><meta property='og:site_name' content='Quenby Echo'></head><body><article><h1>Ferry late</h1><p>{FERRY} The harbour office said so.</p></article></body></html>"


def run(*words):
    done = CliRunner().invoke(commands, ["read", *map(str, words)])
    return done.exit_code, done.stdout, done.stderr


def test_a_chosen_column_is_taken_and_said_so(tmp_path):
    (tmp_path / "a.csv").write_text(TABLE)
    code, out, _ = run(
        tmp_path / "a.csv",
        "--explain",
        "--map",
        "text=story",
        "--outlet-column",
        "paper",
        "--date-column",
        "day",
    )
    assert code == 0
    assert (
        f"text       {FERRY}  ← story (chosen)" in out and "outlet     Quenby Echo  ← paper (chosen)" in out
    )
    assert "published  2019-03-04  ← day (chosen)" in out and "extra      summary" in out


def test_of_a_page_the_place_of_each_part_is_named(tmp_path):
    (tmp_path / "a.html").write_text(PAGE)
    _, out, _ = run(tmp_path / "a.html", "--explain")
    assert "outlet     Quenby Echo  ← meta tags (the name that most places give)" in out


def test_rows_are_read_again_as_the_same_articles(tmp_path):
    (tmp_path / "a.csv").write_text(TABLE.replace("story", "text"))
    (tmp_path / "b.html").write_text(PAGE)
    _, out, _ = run(tmp_path, "--json")
    (tmp_path / "again.jsonl").write_text(out)
    first = [
        one for one in read([tmp_path / "a.csv", tmp_path / "b.html"], Clean()) if isinstance(one, Article)
    ]
    again = [one for one in read([tmp_path / "again.jsonl"], Clean()) if isinstance(one, Article)]
    for one, other in zip(first, again, strict=True):
        assert (one.text, one.title, one.outlet, one.published) == (
            other.text,
            other.title,
            other.outlet,
            other.published,
        )
    assert again[0].extra["summary"] == "A ferry."


def test_files_that_are_no_articles_are_counted_in_one_line_or_named(tmp_path):
    (tmp_path / "a.txt").write_text(FERRY)
    for name in ("a.css", "b.css", "a.js"):
        (tmp_path / name).write_text(f"x {name}")
    code, out, err = run(tmp_path, "--strict")
    assert code == 0 and "3 files are no articles: 2 css, 1 js" in err and len(out.splitlines()) == 1
    assert len(run(tmp_path, "--list-skipped")[2].splitlines()) == 3
    notes = [one for one in read([tmp_path], Clean()) if isinstance(one, SetAside)]
    assert [type(one) for one in notes] == [skipped.NoArticle] and not any(map(explain.is_loss, notes))


def test_nothing_to_read_and_a_wrong_part_are_errors(tmp_path):
    (tmp_path / "a.txt").write_text(FERRY)
    assert (
        run(tmp_path / "a.txt", "--map", "texts=x")[0] != 0
        and run(tmp_path / "a.txt", "--map", "text")[0] != 0
    )
    assert run(tmp_path / "none.txt")[0] != 0


def test_one_line_tells_an_article():
    article = Article("a", "The ferry sank.", outlet="Echo", title="Ferry\nlate", published="2019-03-04")
    assert explain.line(article) == "a · Echo · 2019-03-04 · Ferry late · 3 words"
    assert explain.row(article)["title"] == "Ferry\nlate" and json.dumps(explain.row(article))
