"""Alignment of two texts, on small invented reports."""

from __future__ import annotations

import pytest

from retold.model import Article, Span
from retold.settings import Align
from retold.steps import align, words
from retold.tables import Alignment, Block, Witness

SETTINGS = Align()

REPORT = (
    "The ferry Alma ran aground on the Skarn sandbank early on Tuesday with ninety passengers aboard. "
    "Harbour master Ilse Brandt praised the crew for keeping calm while the lifeboats were lowered. "
    "Two fishing boats from Torvik towed the vessel free before noon. "
    "The shipping line will pay for a full inspection of the hull, its director told reporters. "
    "A similar accident closed the strait for three days in the spring."
)


def witness(name: str, text: str, furniture: tuple[Span, ...] = ()) -> Witness:
    paragraphs = words.paragraphs(text)
    sentences = words.sentences(text, paragraphs)
    return Witness(Article(name, text), words.split(text), sentences, paragraphs, furniture=furniture)


def aligned(one: str, two: str) -> Alignment:
    return align.align(witness("a", one), witness("b", two), SETTINGS)


def texts(alignment: Alignment, block: Block) -> tuple[str, str]:
    def of(side: Witness, low: int, high: int) -> str:
        return side.span(low, high).of(side.text) if low < high else ""

    left = of(alignment.a, block.a_low, block.a_high)
    return left, of(alignment.b, block.b_low, block.b_high)


def changed(alignment: Alignment) -> list[tuple[str, str, str]]:
    return [(k.kind, *texts(alignment, k)) for k in alignment.blocks if k.kind != "equal"]


def test_a_text_and_itself_are_one_equal_block() -> None:
    found = aligned(REPORT, REPORT)
    assert [(k.kind, k.moved) for k in found.blocks] == [("equal", False)]
    assert [(p.kind, p.score) for p in found.passages] == [("verbatim", 1.0)]


def test_a_single_changed_word_is_replaced() -> None:
    found = aligned(REPORT, REPORT.replace("noon", "dusk"))
    assert changed(found) == [("replaced", "noon", "dusk")]


def test_an_added_word_is_only_in_b() -> None:
    found = aligned(REPORT, REPORT.replace("the crew", "the brave crew"))
    assert changed(found) == [("only b", "", "brave")]


def test_left_out_words_are_only_in_a() -> None:
    found = aligned(REPORT, REPORT.replace(", its director told reporters", ""))
    assert changed(found) == [("only a", "its director told reporters", "")]


def test_a_slip_is_the_partner_of_the_right_word() -> None:
    found = aligned(REPORT, REPORT.replace("Brandt praised the crew", "Brandt yesterday praised the crw"))
    assert ("replaced", "crew", "crw") in changed(found)
    assert ("only b", "", "yesterday") in changed(found)


def test_two_figures_are_partners_beside_an_added_word() -> None:
    one = "The council said that 32 houses stood empty in the old quarter of the town."
    two = "The council said that only 22 houses stood empty in the old quarter of the town."
    assert ("replaced", "32", "22") in changed(aligned(one, two))


def test_a_moved_sentence_is_one_moved_block() -> None:
    sentences = [s + "." for s in REPORT.rstrip(".").split(". ")]
    found = aligned(REPORT, " ".join([sentences[0], *sentences[2:], sentences[1]]))
    moved = [texts(found, k)[0] for k in found.blocks if k.moved]
    assert len(moved) == 1
    assert moved[0].startswith("Harbour master")
    assert moved[0].endswith("lowered")


def test_a_moved_sentence_with_a_changed_word_stays_together() -> None:
    sentences = [s + "." for s in REPORT.rstrip(".").split(". ")]
    other = sentences[1].replace("praised", "thanked")
    found = aligned(REPORT, " ".join([sentences[0], *sentences[2:], other]))
    assert ("replaced", "praised", "thanked") in changed(found)
    assert [k.moved for k in found.blocks if texts(found, k) == ("praised", "thanked")] == [True]


def test_a_clause_taken_into_the_lede_is_a_reworded_move() -> None:
    body = "The minister spoke by telephone with Oda Lind and Per Falk, heads of the Coal and Steel unions. "
    rest = "Both welcomed the offer that the government had made at the weekend to the idle mines. "
    lede = (
        "In calls with Coal union head Oda Lind and Steel union head Per Falk the minister renewed an offer. "
    )
    short = "The minister spoke by telephone with Lind and Falk. "
    found = aligned(body + rest, lede + short + rest)
    assert any(
        k.moved and "Coal" in texts(found, k)[0] and "Coal" in texts(found, k)[1] for k in found.blocks
    )


def test_a_reworded_sentence_is_a_passage() -> None:
    one = "Brandt, who runs the harbour at Torvik, said on Friday that 14 barges had sunk in the storm."
    two = "On Friday 14 barges were lost to the storm, according to Torvik harbour chief Brandt."
    kinds = [p.kind for p in aligned(REPORT + " " + one, two + " Nothing else is known.").passages]
    assert kinds == ["reworded"]


def test_unrelated_texts_share_no_passage() -> None:
    other = (
        "Bakers in the upper town have raised the price of rye bread again. The guild blames a poor harvest "
        "and says that millers were the first to ask for more. Customers at the market were not pleased."
    )
    assert aligned(REPORT, other).passages == ()


def test_furniture_has_no_partner() -> None:
    line = "Sign up for our daily letter and never miss a story."
    text = REPORT + "\n\n" + line
    hidden = (Span("a", len(REPORT) + 2, len(text)),)
    found = align.align(witness("a", text, hidden), witness("b", text), SETTINGS)
    low, _ = found.a.words.touching(hidden[0].start, hidden[0].end)
    assert (found.to_b[low:] == -1).all()
    assert (found.to_b[:low] >= 0).all()


def test_both_directions_give_the_same() -> None:
    two = "Officials said that " + REPORT.replace("noon", "dusk").replace("Tuesday", "Monday night")
    one, other = witness("a", REPORT), witness("b", two)
    forth, back = align.align(one, other, SETTINGS), align.align(other, one, SETTINGS).turned()
    assert forth.blocks == back.blocks
    assert forth.passages == back.passages
    assert forth.to_b.tolist() == back.to_b.tolist()


def test_empty_texts_align_to_nothing() -> None:
    assert aligned("", "").blocks == ()
    assert [k.kind for k in aligned(REPORT, "").blocks] == ["only a"]
    assert [k.kind for k in aligned("… !! —", REPORT).blocks] == ["only b"]


def test_chinese_and_arabic_texts_align() -> None:
    chinese = aligned("港口管理局周二表示渡轮已安全返回港口。", "港口管理局周三表示渡轮已安全返回港口。")
    assert [k.kind for k in chinese.blocks] == ["equal", "replaced", "equal"]
    arabic = aligned("قال رئيس الميناء إن العبارة عادت بسلام", "قال رئيس الميناء إن السفينة عادت بسلام")
    assert [k.kind for k in arabic.blocks] == ["equal", "replaced", "equal"]


EDITED = ["equal", "replaced", "equal"]


def test_a_long_text_is_aligned() -> None:
    long = " ".join(f"{sentence} Number {k} of the list." for k in range(400) for sentence in [REPORT])
    assert [k.kind for k in aligned(long, long.replace("Number 200", "Entry 200")).blocks] == EDITED
    assert aligned("spam " * 40_000, "spam " * 30_000).blocks


REWRITTEN = {
    "German": (
        "Der Bäcker öffnete seinen Laden. Die Fähre Alma ist am Dienstag mit neunzig Passagieren auf der Sandbank "
        "bei Skarn aufgelaufen. Das Museum bleibt geschlossen.",
        "Auf der Sandbank bei Skarn ist am Dienstag die Fähre Alma mit neunzig Passagieren gestrandet. "
        "Im Rathaus tagte der Chor.",
        "Sandbank",
        "Museum",
    ),
    "French": (
        "Le boulanger rouvre sa boutique. Le ferry Alma s’est échoué mardi sur le banc de Skarn avec "
        "quatre-vingt-dix passagers. Le musée reste fermé.",
        "Mardi, avec quatre-vingt-dix passagers, le ferry Alma s’est retrouvé échoué près du banc de Skarn. "
        "La chorale chantait hier.",
        "échoué",
        "musée",
    ),
    "Arabic": (
        "فتح الخباز دكانه صباحا. جنحت العبارة ألما يوم الثلاثاء قرب ميناء سكارن وعلى متنها تسعون راكبا. المتحف مغلق.",
        "قرب ميناء سكارن جنحت يوم الثلاثاء العبارة ألما وكان على متنها تسعون راكبا. غنت الفرقة أمس.",
        "العبارة",
        "المتحف",
    ),
    "Persian": (
        "نانوا مغازه را باز کرد. کشتی آلما روز سه‌شنبه نزدیک بندر سکارن با نود مسافر به گل نشست. موزه تعطیل ماند.",
        "نزدیک بندر سکارن کشتی آلما با نود مسافر روز سه‌شنبه به گل نشسته است. گروه دیروز آواز خواند.",
        "مسافر",
        "موزه",
    ),
    "Russian": (
        "Пекарь открыл лавку. Паром «Альма» во вторник сел на мель у острова Скарн с девяноста пассажирами. Музей закрыт.",
        "Во вторник у острова Скарн паром «Альма» с девяноста пассажирами оказался на мели. Хор вчера пел.",
        "паром",
        "Музей",
    ),
    "Chinese": (
        "面包师开了店。渡轮阿尔玛号周二载着九十名乘客在斯卡恩沙洲搁浅。博物馆仍然关门。",
        "周二在斯卡恩沙洲，载着九十名乘客的渡轮阿尔玛号搁浅了。昨天合唱团唱了歌。",
        "乘客",
        "博物馆",
    ),
}


@pytest.mark.parametrize("language", REWRITTEN)
def test_a_sentence_rewritten_in_any_language_is_the_passage(language: str) -> None:
    one, two, told, untold = REWRITTEN[language]
    found = aligned(one, two).passages
    shared = " ".join(p.a.of(one) for p in found), " ".join(p.b.of(two) for p in found)
    assert told.casefold() in shared[0].casefold()
    assert told.casefold() in shared[1].casefold()
    assert untold not in shared[0]
    assert two.rstrip(".。").split()[-1][-3:] not in shared[1]


def test_a_short_phrase_that_anyone_uses_is_no_passage() -> None:
    one = REPORT + " The mayor has declined to comment on it."
    two = "Bakers in the upper town have declined to comment on rye bread, which sells well in every season."
    assert aligned(one, two).passages == ()


@pytest.mark.parametrize("turned", [False, True])
def test_a_passage_that_the_copy_cut_short_is_one_passage(turned: bool) -> None:
    dull = "Nobody in the valley had seen such weather since the old mill burned down many winters ago. "
    sentences = [s + ". " for s in REPORT.rstrip(".").split(". ")]
    long, short = (
        witness("long", "".join(s + dull * 2 for s in sentences)),
        witness("short", "".join(sentences)),
    )
    pair = (short, long) if turned else (long, short)
    assert len(align.align(*pair, SETTINGS, source="long").passages) == 1
    drawn_out = align.align(*pair, SETTINGS, source="short").passages
    assert len(drawn_out) == len(sentences)  # what the copy put in was not taken from anywhere
    assert drawn_out == align.align(*pair, SETTINGS).passages


def test_no_passage_goes_over_furniture() -> None:
    line = " Sign up for the crew of the ferry letter. "
    sentences = [s + "." for s in REPORT.rstrip(".").split(". ")]
    text = " ".join(sentences[:2]) + line + " ".join(sentences[2:])
    start = text.index("Sign")
    hidden = (Span("a", start, start + len(line) - 2),)
    found = align.align(witness("a", text, hidden), witness("b", " ".join(sentences[:2])), SETTINGS)
    assert all(p.a.end <= start or p.a.start >= start + len(line) - 2 for p in found.passages)
    assert found.passages


def test_partners_alone_are_those_of_the_whole_alignment() -> None:
    first, second, third, *rest = REPORT.split(". ")
    told = "Ilse Brandt, who runs the harbour, praised how calm the crew kept as lifeboats went down"
    retold = [
        REPORT.replace("ninety", "some eighty"),
        ". ".join([first, third, second, *rest]),
        ". ".join([told, first, *rest]),
        "Bread will cost more in the upper town.",
        "",
    ]
    for text in retold:
        for one, two in (
            (witness("a", REPORT), witness("b", text)),
            (witness("c", text), witness("a", REPORT)),
        ):
            whole, light = align.align(one, two, SETTINGS), align.partners(one, two, SETTINGS)
            assert light.to_b.tolist() == whole.to_b.tolist()
            assert light.to_a.tolist() == whole.to_a.tolist()
            assert (light.blocks, light.passages) == ((), ())
            assert (light.a, light.b) == (one, two)
