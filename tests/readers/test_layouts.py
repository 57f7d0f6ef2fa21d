"""A page laid out in tables and old tags is read in paragraphs, without its menu; a table of figures stays one."""

from __future__ import annotations

import pytest
from trafilatura import load_html

from retold.readers import layouts
from retold.readers.formats import html_page

PARAGRAPHS = (
    "The keeper of the lamp said on Monday that it would burn until May, whatever the Quenby Echo might print.",
    "Two goats had eaten every third wick, and the harbour office had no money for more.",
    "The council will vote on new wicks by the end of June, when the last boat goes back to the main land.",
)
MENU = "<TD WIDTH=90><FONT SIZE=1><A HREF=/>Home</A><BR><A HREF=/tides>Tides</A></FONT></TD>"
MARKED = PARAGRAPHS[0].replace("Quenby Echo", "<I>Quenby Echo</I>"), PARAGRAPHS[1].replace("every third", "<B>every third</B>"), PARAGRAPHS[2]  # fmt: skip


def read(cell: str) -> str:
    head = "<HTML><HEAD><TITLE>Lamp to burn until May</TITLE></HEAD><BODY>"
    return html_page.read(f"{head}<TABLE BORDER=0><TR>{MENU}<TD>{cell}</TD></TR></TABLE></BODY></HTML>").text


@pytest.mark.parametrize("start", ["<FONT FACE=Times>", "<CENTER>", "<SPAN>", "<FONT><FONT COLOR=black>", ""])
@pytest.mark.parametrize("glue", ["<P>", "<BR><BR>"])
def test_paragraphs_in_a_cell_are_parted_whatever_they_are_wrapped_in(start, glue):
    end = start.replace("<", "</").replace(" FACE=Times", "").replace(" COLOR=black", "")
    opened = "<P>" if glue == "<P>" else ""
    text = read(f"<H1>Lamp to burn until May</H1>{start}{opened}{glue.join(MARKED)}{end}")
    if start in ("", "<SPAN>") and glue == "<BR><BR>":  # an extraction may lose what is no block at all
        assert "|" not in text
    else:
        assert text == "\n\n".join(PARAGRAPHS)


def test_a_table_that_lays_out_a_page_is_undone_and_one_of_figures_stays():
    words = f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[0]}</p>"
    tree = load_html(
        f"<html><body><table><tr><td><a href='/'>Home</a></td><td>{words}</td></tr></table></body></html>"
    )
    assert layouts.without_layout(tree)
    assert not list(tree.iter("td")) and "Home" not in tree.text_content()
    assert not layouts.without_layout(
        load_html("<html><body><p>Ice.</p><table><tr><td>1</td><td>2</td></tr></table></body></html>")
    )


def test_loose_text_keeps_its_line_with_a_word_in_italics():
    tree = load_html(f"<body><font>{MARKED[0]}<br><br>{MARKED[1]}</font></body>")
    assert layouts.without_loose_text(tree)
    assert tree.find(".//p").text_content() == PARAGRAPHS[0]


def test_the_raised_mark_of_a_note_is_no_part_of_a_word_and_a_power_stays():
    marked = f"<article><p>{PARAGRAPHS[0]}<sup><a href='#n1'>1</a></sup></p><p>{PARAGRAPHS[1]} It burns 3 m<sup>3</sup> a year.</p></article>"
    tree = load_html(f"<html><body>{marked}</body></html>")
    assert layouts.without_note_marks(tree)
    assert [one.text_content() for one in tree.iter("p")] == [
        PARAGRAPHS[0],
        f"{PARAGRAPHS[1]} It burns 3 m3 a year.",
    ]


def shown(markup: str) -> str:
    tree = load_html(f"<html><body>{markup}</body></html>")
    layouts.without_requests(tree)
    return " ".join(tree.text_content().split())


def test_what_a_page_hides_goes_where_it_stands_elsewhere_or_is_little():
    visible = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    assert shown(f"<div style='display: none'>{visible}</div><div>{visible}</div>") == shown(visible)
    assert "desk only" not in shown(f"{visible}<div hidden><p>For the desk only.</p></div>")
    assert "consent" not in shown(f"{visible}<amp-consent><p>We ask for consent.</p></amp-consent>")


def test_a_large_part_of_a_text_that_is_hidden_for_now_stays():
    first, *rest = (f"<p>{one}</p>" for one in PARAGRAPHS)
    assert PARAGRAPHS[2] in shown(f"{first}<div style='display:none'>{''.join(rest)}</div>")


def page_of(*articles: str) -> str:
    return f"<html><head><title>Lamp lit</title></head><body><main>{''.join(articles)}</main></body></html>"


def test_an_article_that_a_page_loads_below_its_own_is_no_part_of_it():
    own = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    other = (
        "<p>A goat boarded the mail train at Velm on Friday and rode as far as the border, wardens said.</p>"
        * 3
    )
    found = html_page.read(
        page_of(
            f"<article><h1>Lamp lit</h1>{own}</article>",
            f"<article><h1>Goat rides to border</h1><span class=author>Tom Vale</span>{other}</article>",
        )
    )
    assert found.text == "\n\n".join(PARAGRAPHS) and found.byline is None


def test_the_posts_of_a_live_report_are_no_other_articles():
    posts = "".join(f"<article><h2>At {n}</h2><p>{one}</p></article>" for n, one in enumerate(PARAGRAPHS))
    tree = load_html(page_of(f"<article><h1>Lamp lit</h1>{posts}</article>"))
    assert not layouts.without_next(tree, "Lamp lit")
    apart = load_html(page_of(f"<h1>Lamp lit</h1>{posts}"))
    assert not layouts.without_next(apart, "Lamp lit")


def test_words_that_a_page_strikes_out_are_taken_back():
    one, two, three = PARAGRAPHS
    struck = two.replace("Two goats", "<del>Nine</del> <ins>Two</ins> goats")
    body = f"<p>{one}</p><p>{struck}</p><p><s>The keeper could not be reached.</s></p><p>{three}</p>"
    text = html_page.read(page_of(f"<article><h1>Lamp lit</h1>{body}</article>")).text
    assert text == "\n\n".join(PARAGRAPHS)


def test_a_page_that_strikes_out_most_of_it_is_read_whole():
    tree = load_html(page_of(f"<article><p><s>{PARAGRAPHS[0]}</s></p><p>No.</p></article>"))
    assert not layouts.without_struck(tree)


def test_a_line_of_times_below_the_standfirst_is_no_text():
    lead = "<p>The harbour office has no money left.</p><p>Published 4 March 2019 8:05am, updated 5 March 2019 9:10am</p>"
    words = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    text = html_page.read(page_of(f"<article><h1>Lamp lit</h1>{lead}{words}</article>")).text
    assert "updated 5 March" not in text and text.endswith(PARAGRAPHS[-1])


def test_a_page_that_only_says_that_it_needs_a_script_is_read_from_its_data():
    import json

    state = json.dumps({"article": {"headline": "Lamp lit", "body": "\n\n".join(PARAGRAPHS * 2)}})
    page = f"<html><head><title>Lamp lit</title></head><body><noscript>You need to enable JavaScript to see this page.</noscript><script type='application/json'>{state}</script></body></html>"
    assert PARAGRAPHS[1] in html_page.read(page).text
