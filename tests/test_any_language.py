"""Articles in languages without a pack: nothing is read that needs one, and strangers stay strangers."""

from __future__ import annotations

import pytest

import retold
from evaluation import labels
from evaluation.corpora import scripts
from retold import language
from retold.steps import dates, words

REPORTS = {
    "it": (
        "TAVEN, 3 marzo - Il porto di Taven è chiuso da lunedì. «Il braccio è caduto come un albero», ha detto il "
        "gruista Iso Palmeri. Secondo la capitaneria quattro operai sono rimasti feriti.",
        ("quattro", "cinque"),
    ),
    "ru": (
        "Порт Тавена закрыт с понедельника. «Стрела упала, как дерево», — сказал крановщик Исо Палмер. По словам "
        "капитана порта, пострадали 4 человека.",
        ("4", "5"),
    ),
    "ja": (
        "タベン港で三日、クレーンが倒れ、作業員四人がけがをした。「木のように倒れてきた」と運転手のパルメさんは"
        "話した。船は木曜日まで隣の港に回る。",
        ("四人", "五人"),
    ),
    "fa": (
        "بندر تاون از دوشنبه بسته است. «بازو مثل درخت افتاد»، پالمه گفت. به گفته اداره بندر ۴ کارگر زخمی شدند.",
        ("۴", "۵"),
    ),
}


@pytest.mark.parametrize("code", REPORTS)
def test_no_speech_and_no_dates_are_read(code: str) -> None:
    text, _ = REPORTS[code]
    article = retold.Article("a", text * 3, published="2031-03-03", language=code)
    assert retold.statements(article) == []
    assert dates.find(text, "2031-03-03", language.of(code)) == ()
    assert not language.of(code).packed


@pytest.mark.parametrize("code", ["ru", "ja", "fa"])
def test_a_changed_figure_is_a_change_of_a_figure_and_nothing_else_is(code: str) -> None:
    text, (old, new) = REPORTS[code]
    pair = [
        retold.Article(name, text.replace(old, word), language=code)
        for name, word in (("a", old), ("b", new))
    ]
    kinds = {one.kind for one in retold.compare(*pair).changes}
    assert kinds == {"figure"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("السفينة غادرت الميناء في ٣ مارس", "السفينة غادرت المينـاء في 3 مارس"),
        ("مِيناء كَبير", "ميناء کبیر"),
        ("می‌خواهم", "میخواهم"),
        ("café", "cafe\u0301"),
    ],
)
def test_what_reads_alike_is_one_word(one: str, other: str) -> None:
    assert words.split(one).forms.tolist() == words.split(other).forms.tolist()


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("ja", "船は出た。港は静かだ！次はいつか？", 3),
        ("ur", "جہاز چلا گیا۔ بندرگاہ خاموش ہے۔", 2),
        ("ar", "غادرت السفينة. متى تعود؟ لا أحد يعرف.", 3),
        ("hi", "जहाज चला गया। बंदरगाह शांत है।", 2),
        ("hy", "Նավը գնաց։ Նավահանգիստը լուռ է։", 2),
        ("am", "መርከቡ ሄደ። ወደቡ ጸጥ አለ።", 2),
    ],
)
def test_sentences_end_where_the_script_ends_them(code: str, text: str, count: int) -> None:
    assert len(words.sentences(text, words.paragraphs(text), language.of(code))) == count


@pytest.mark.parametrize("code", scripts.CODES)
def test_unrelated_articles_of_one_script_are_no_story(code: str) -> None:
    for pile in scripts.piles(code, 1, seed=7):
        assert [one for one in retold.stories(pile) if len(one.articles) > 1] == []


def test_a_language_is_known_by_thirty_words() -> None:
    for code, text in labels.rows("detection")[1:]:
        assert language.of_text(" ".join(text.split()[:30])).code == code


@pytest.mark.parametrize("row", labels.records("unpacked"), ids=lambda row: row["code"])
def test_another_speaker_is_a_change_of_words_alone(row: dict[str, str]) -> None:
    pair = [
        retold.Article(name, row["text"].replace(row["old"], row[word]), published="2031-03-04")
        for name, word in (("a", "old"), ("b", "new"))
    ]
    assert language.of_text(pair[0].text).code == row["code"]
    assert retold.statements(pair[0]) == [] and retold.dates(row["text"], "2031-03-04") == []
    assert {one.kind for one in retold.compare(*pair).changes} <= {"wording"}


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("ar", ("الخسائر ٣٫٥ ملايين", "الخسائر 3.5 ملايين"), "style"),
        ("ar", ("الخسائر ١٬٥٠٠ دولار", "الخسائر ١٬٦٠٠ دولار"), "figure"),
        ("ja", ("損害は３．５億円", "損害は3.5億円"), "style"),
        ("ja", ("損害は３．５億円", "損害は３．６億円"), "figure"),
    ],
)
def test_a_figure_is_one_whatever_its_digits(code: str, text: tuple[str, str], kind: str) -> None:
    rest, _ = REPORTS["fa" if code == "ar" else code]
    pair = [
        retold.Article(name, f"{rest} {one}", language=code) for name, one in zip("ab", text, strict=True)
    ]
    assert {one.kind for one in retold.compare(*pair).changes} == {kind}
