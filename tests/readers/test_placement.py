"""What an extraction lost is found again by its place in the page, and what stands beside goes."""

from __future__ import annotations

from trafilatura import load_html

from retold.readers import placement

ONE, TWO, THREE = (
    f"The keeper of lamp number {n} said that it would burn until May." for n in ("one", "two", "three")
)


def blocks(markup):
    return placement.blocks(load_html(f"<html><body>{markup}</body></html>"))


def test_containers_of_one_make_belong_together():
    page = blocks(
        "".join(
            f"<div class='grid'><div class='body'><p>{text}</p></div></div>" for text in (ONE, TWO, THREE)
        )
    )
    assert placement.completed([TWO], page) == [ONE, TWO, THREE]


def test_a_sentence_that_the_page_has_twice_is_added_once():
    page = blocks("".join(f"<div class='body'><p>{text}</p></div>" for text in (ONE, TWO, TWO, THREE)))
    assert placement.completed([ONE], page) == [ONE, TWO, THREE]
    assert placement.completed([THREE], page) == [ONE, TWO, THREE]


def test_containers_that_nothing_names_and_those_beside_are_left():
    assert placement.completed([ONE], blocks(f"<div><p>{ONE}</p></div><div><p>{TWO}</p></div>")) == [ONE]
    beside = f"<div class='body'><p>{ONE}</p></div><aside><div class='body'><p>{TWO}</p></div></aside>"
    assert placement.completed([ONE], blocks(beside)) == [ONE]


def test_a_line_that_runs_blocks_together_is_parted():
    page = blocks(f"<h2>Lamp</h2><p>{ONE}</p><p>{TWO}</p>")
    assert placement.parted([f"Lamp {ONE} {TWO}", "Else."], page) == ["Lamp", ONE, TWO, "Else."]
    assert placement.parted([ONE], page) == [ONE]


def test_captions_and_offers_go_unless_they_were_most_of_the_report():
    page = blocks(f"<p>{ONE}</p><p>{TWO}</p><div class='paywall'><p>Pay to read on.</p></div>")
    assert placement.inside([ONE, TWO, "Pay to read on."], page, ["Pay to read on."]) == [ONE, TWO]
    assert placement.inside(["Pay to read on."], page, ["Pay to read on."]) == ["Pay to read on."]


def test_an_article_within_the_report_that_leads_to_another_page_stands_beside():
    card = f"<article><h3><a href='/lamp'>A lamp is lit</a></h3><p>{TWO}</p></article>"
    page = blocks(f"<article><p>{ONE}</p>{card}<p>{THREE}</p></article>")
    assert [one.text for one in page if one.beside] == ["A lamp is lit", TWO]


def test_a_post_whose_heading_leads_to_itself_is_of_the_report():
    post = f"<article><h3><a href='#p1'>A lamp is lit</a></h3><p>{TWO}</p></article>"
    page = blocks(f"<article><p>{ONE}</p>{post}<p>{THREE}</p></article>")
    assert not any(one.beside for one in page)


def test_a_heading_of_nothing_but_links_goes_and_one_of_a_list_stays():
    links = "<div><h3>Others also read…</h3><ul><li><a href='/1'>A lamp</a></li><li><a href='/2'>A gull</a></li></ul></div>"
    kept = f"<div><h3>What is known…</h3><p>{TWO}</p></div>"
    page = load_html(f"<html><body><p>{ONE}</p>{links}{kept}</body></html>")
    lines = [ONE, "Others also read…", "What is known…", TWO]
    assert placement.without_link_lines(lines, page) == [ONE, "What is known…", TWO]


def test_a_short_report_whose_headline_leads_to_its_own_page_is_no_card():
    page = blocks(f"<article><h2><a href='/ferry'>Ferry late</a></h2><p>{ONE}</p></article>")
    assert not any(one.beside for one in page)


def test_a_paragraph_that_a_page_prints_twice_is_read_once_and_a_short_line_as_often_as_it_stands():
    long = f"{ONE} {TWO}"
    assert placement.once(
        [long, "Burn, lamp, burn!", THREE, long.replace(" ", "  "), "Burn, lamp, burn!"]
    ) == [
        long,
        "Burn, lamp, burn!",
        THREE,
        "Burn, lamp, burn!",
    ]


def test_a_link_behind_known_words_is_no_line_of_the_report_however_short_it_is():
    tree = load_html(
        f"<html><body><p>{ONE}</p><p>Read also: <a href='/g'>Goats</a></p><p>{TWO}</p></body></html>"
    )
    assert placement.without_link_lines([ONE, "Read also: Goats", TWO], tree) == [ONE, TWO]
