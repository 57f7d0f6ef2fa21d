"""Templates: sentences that two reports of two events fill in, each with its own names and figures."""

from __future__ import annotations

from dataclasses import replace

from retold.settings import Align
from retold.steps import align
from retold.steps.story import template
from retold.tables import Alignment, Witness
from tests.steps.witnesses import witness


def pair(one: Witness, other: Witness) -> Alignment:
    return align.align(one, other, Align())


def test_a_skeleton_with_other_names_and_figures_is_a_template_and_a_copy_is_none() -> None:
    tide = (
        "High water at {0} on {1} is at {2}, with a swell of {3} centimetres. "
        "Small boats at {0} should stay behind the mole until {4}."
    )
    one = witness(tide.format("Tessvik", "Monday", "4.10", 80, "noon"), "a")
    other = witness(tide.format("Orlund", "Friday", "9.25", 45, "Saturday"), "b")
    assert template.is_template(pair(one, other))
    assert not template.is_template(pair(one, witness(one.text + " A buoy was lost off Grenn.", "c")))


def test_a_long_notice_without_a_name_is_no_copying() -> None:
    notice = (
        " We believe what stands here to be right when it is sent, but things change, and nobody should act on it "
        "without asking somebody who knows, since we owe no reader a correction if it later turns out that the "
        "plan was late, the price too low, or the sum wrong. Words such as hope, expect and intend look ahead, and "
        "what looks ahead may turn out otherwise for reasons that nobody here can steer, among them the weather, the "
        "law, the cost of money and the wishes of those who buy."
    )
    one = witness("The board of Tessvik Timber met Ada Rolm and Per Stig in Velm on 4 May." + notice, "a")
    other = witness("Grenn Glass took over 12 kilns from Orlund Sand, said Ivo Harn of Grenn." + notice, "b")
    assert template.is_template(pair(one, other))


FORECAST = (
    "A {} day is expected in {}, with {} degrees at noon. The wind will come from the sea and turn by evening. "
    "There is a chance of {} percent for rain. The sun sets at {}."
)


def test_a_template_that_fills_both_texts_may_keep_some_facts() -> None:
    one = witness(FORECAST.format("bright", "Velm", "14", "20", "19.41"), "a")
    two = witness(FORECAST.format("dull", "Velm", "9", "65", "19.38"), "b")
    assert template.is_template(pair(one, two))


def test_a_copy_that_changes_one_name_and_one_figure_is_no_template() -> None:
    text = "Yesterday the weir at Velm gave way. Then Ada Brine, a warden, saw 12 barges go. She rang {}."
    one, two = witness(text.format("Tarn Quay"), "a"), witness(text.format("Tarn Quay"), "b")
    changed = witness(two.text.replace("Ada Brine", "Orla Quist").replace("12", "21"), "b")
    assert not template.is_template(pair(one, changed))


def test_two_texts_with_one_quotation_fill_no_template() -> None:
    said = " “Nobody had ever seen a sunset of that green,” a warden said."
    one = witness(FORECAST.format("bright", "Velm", "14", "20", "19.41") + said, "a")
    two = witness(FORECAST.format("dull", "Velm", "9", "65", "19.38") + said, "b")
    assert not template.is_template(pair(one, two))


RESULT = (
    "{0} made {1} million marks in the {2} quarter, {3} percent more than a year before, on sales of {4} million. "
    "“Our people have once more shown what they can do,” said {5}, who heads {0}. The figures are of {6}."
)


def test_a_sentence_of_pleasure_said_by_the_heads_of_two_firms_leaves_a_template_one() -> None:
    one = witness(RESULT.format("Tessvik Timber", "4.1", "first", 6, "48", "Ada Rolm", "3 May"), "a")
    two = witness(RESULT.format("Grenn Glass", "22.7", "third", 14, "311", "Ivo Harn", "9 November"), "b")
    assert template.is_template(pair(one, two))
    assert not template.is_template(pair(one, witness(one.text.replace("48", "84"), "b")))


ITEM = "A {0} from Velm was fined {1} marks. He pleaded guilty before Velm magistrates on {2} and was ordered to pay {3} in costs."


def test_two_brief_items_from_one_court_are_of_two_people() -> None:
    one = witness(ITEM.format("lorry driver of 44", 250, "Monday", 85), "a")
    two = witness(ITEM.format("shopkeeper of 61", 900, "Thursday", 310), "b")
    assert template.is_template(pair(one, two))
    copied = witness(ITEM.format("driver of 44", 250, "Monday", 85) + " He wept.", "b")
    assert not template.is_template(pair(one, copied))


DEPARTURES = (
    "Departures from {0} on {1} run late. The {2} boat to Velm leaves pier 4 at {3} and is due at 11. Dogs go "
    "on deck 2 only. Tickets of the Tarn Line hold for 24 hours. The {5} boat leaves pier 4 at {4}. "
    "Ask at the hut of the Tarn Line on pier 4 before you queue."
)


def test_a_skeleton_that_keeps_most_of_its_names_is_one_where_several_are_replaced_in_their_places() -> None:
    one = witness(DEPARTURES.format("Tessvik", "Monday", "Orla", "9.40", "17.15", "Gudrun"), "a")
    two = witness(DEPARTURES.format("Grenn", "Friday", "Brida", "8.55", "16.20", "Hedda"), "b")
    assert template.is_template(pair(one, two))
    assert template.is_template(pair(two, one))


def test_a_copy_that_brings_two_figures_up_to_date_is_no_template() -> None:
    one = witness(DEPARTURES.format("Tessvik", "Monday", "Orla", "9.40", "17.15", "Gudrun"), "a")
    two = witness(DEPARTURES.format("Tessvik", "Monday", "Orla", "9.55", "17.25", "Gudrun"), "b")
    assert not template.is_template(pair(one, two))


def test_a_report_reworded_with_other_forms_of_its_names_is_no_template() -> None:
    text = (
        "{0} told the court at Velm that {1} had left the kiln at Orlund Sand alight on 4 May and gone to see a "
        "match at Grenn. The kiln, built in 1931 by Ivo Harn, burned for 9 hours. Tarn Glass lost 40 moulds, and "
        "the Quay Road was shut. {2} said the insurers, Halm and Stig, had paid 12 million. The trial goes on."
    )
    one = witness(text.format("Ada Rolm", "Per Stig", "Ms Rolm"), "a")
    two = witness(text.format("A witness", "Mr Stig", "The witness"), "b")
    assert not template.is_template(pair(one, two))


SWELL = (
    "A swell will run in from the north past {0} before noon and die down by dusk. The water is 14 degrees at the "
    "beach and 11 outside. A stiff wind gets up at night, and squalls may strike {1}."
)


def test_a_forecast_that_keeps_figures_and_no_name_is_of_another_place() -> None:
    one, two = (
        witness(SWELL.format(*names), "ab"[n])
        for n, names in enumerate((("Velm", "Gull Point"), ("Orlund", "Saint Tarn")))
    )
    assert template.is_template(pair(one, two))


def test_days_are_no_names_that_such_a_text_keeps() -> None:
    one, two = (
        witness(SWELL.format(*names) + f" The boats from {names[0]} stay in until Friday.", "ab"[n])
        for n, names in enumerate((("Velm", "Gull Point"), ("Orlund", "Saint Tarn")))
    )
    assert template.is_template(pair(one, two))


def test_one_name_and_one_day_are_enough_where_no_name_is_kept() -> None:
    text = (
        "The pilots warn of a strong swell off {} until {}. Waves of up to 4 metres may run over the mole. "
        "Small boats should stay inside and their owners double the ropes."
    )
    one, two = (
        witness(text.format("Velm", "Tuesday noon"), "a"),
        witness(text.format("Orlund", "Friday"), "b"),
    )
    assert template.is_template(pair(one, two))
    assert not template.is_template(pair(one, witness(text.format("Velm", "Friday"), "b")))


def test_a_copy_that_misspells_a_name_and_keeps_one_is_no_template() -> None:
    one, two = (
        witness(SWELL.format("Velm", name), "ab"[n]) for n, name in enumerate(("Gull Point", "Bull Point"))
    )
    assert not template.is_template(pair(one, two))


def test_two_names_replaced_in_one_place_are_two_names_replaced() -> None:
    form = "Fire broke out on {} night in a shed in {}. Twelve engines came. Nobody was hurt, and the police ask who saw it."
    one = witness(form.format("Monday", "Mill Lane in Velm"), "a")
    two = witness(form.format("Friday", "Dock Row in Tarn"), "b")
    assert template.is_template(pair(one, two))


def test_forecasts_whose_figures_are_written_as_words_fill_one_template() -> None:
    form = "{}地方の{}日の天気は晴れで、最高気温は{}度、最低気温は{}度の見込み。降水確率は{}パーセント。風がやや強く吹くでしょう。"
    one = witness(form.format("ベルム", "六", "十八", "九", "二十"), "a", code="ja")
    two = witness(form.format("タルン", "七", "二十二", "十四", "六十"), "b", code="ja")
    assert template.is_template(pair(one, two))


def test_names_of_a_list_are_names_each() -> None:
    warned = (
        "The Tide Office has warned of high water in {0}. Boats should be moved above the mark, and cellars near the quay "
        "emptied before dark, wardens said. Some roads along the shore may be closed for an hour or two, and ferries late."
    )
    one = witness(warned.format("Velm, Orlund and Tessvik on Friday until 9pm"), "a")
    other = witness(warned.format("Velm, Grenn and Tarn on Tuesday until 4am"), "b")
    assert template.is_template(pair(one, other))


APPEAL = (
    "Police are appealing for witnesses after {0} in {1} on {2}. Officers were called at about {3} p.m. to reports "
    "of the incident.\n\nSergeant Ada Brine, of Velm CID, said: “We would urge anyone who saw something there, or "
    "has a picture of it, to come to the station.”\n\nA {4} was seen leaving.\n\nAnyone with information is asked "
    "to call police on 101, quoting reference {5}."
)
ROBBED = APPEAL.format(
    "a lamp shop was robbed", "Tarn Street, Velm Quay", "Thursday", "2.40", "blue cart", "4/118"
)
KNOCKED = APPEAL.format("a rower was hit", "Mill Lane, Orlund", "Saturday", "11.15", "grey barge", "4/204")


def test_a_house_that_fills_in_a_form_with_one_quotation_tells_of_two_events() -> None:
    one, two = (witness(text, key, outlet="Velm Police") for text, key in ((ROBBED, "a"), (KNOCKED, "b")))
    assert template.is_template(pair(one, two))


def test_two_houses_with_one_quotation_and_a_later_version_fill_no_form() -> None:
    one, two = witness(ROBBED, "a", outlet="Velm Police"), witness(KNOCKED, "b", outlet="Quay Post")
    later = witness(ROBBED.replace("2.40", "2.45").replace("blue", "green"), "c", outlet="Velm Police")
    assert not template.is_template(pair(one, two)) and not template.is_template(pair(one, later))


def test_what_a_firm_says_of_each_town_with_its_name_is_no_common_quotation() -> None:
    opened = (
        "Readers in {0} will have a lending shelf from {1}. Gull Lines puts {2} boxes of books on the quay of {3} "
        "and hires {4} keepers.\n\n“We are happy to bring free books to everybody in {0} and this is a great day,” "
        "said its head, Ada Brine. It keeps forty such shelves."
    )
    one = witness(opened.format("Tessvik", "14 May", 12, "Herring Street", 3), "a", outlet="Tessvik Post")
    two = witness(opened.format("Orlund", "20 June", 30, "Mill Lane", 5), "b", outlet="Orlund Echo")
    assert template.is_template(pair(one, two))
    misread = witness(one.text.replace("Tessvik and this", "Tesvik and this"), "c", outlet="Orlund Echo")
    assert not template.is_template(pair(one, misread))


def test_what_the_keepers_of_two_shelves_are_made_to_say_is_of_two_towns() -> None:
    opened = (
        "Gull Lines will open a lending shelf in {0} on Saturday and hires {1} keepers.\n\nThe shelf, {2}, will be open "
        "from 9am. The first 50 readers will get a lamp.\n\nKeeper {3} said: “The whole crew and I cannot wait to see "
        "readers come through the doors.”\n\nGull Lines keeps 310 such shelves and feeds 6,000 goats."
    )
    one = witness(opened.format("Tessvik", 24, "in the old salt house on Herring Quay", "Ada Brine"), "a")
    two = witness(opened.format("Orlund", 31, "in the former inn of Mill Lane", "Joel Pell"), "b")
    assert template.is_template(pair(one, two))
    swapped = witness(one.text.replace("Ada Brine", "Joel Pell").replace("24 keepers", "31 keepers"), "c")
    assert not template.is_template(pair(one, swapped))


NOTICE = (
    "{0}, of Velm, passed away peacefully at home, surrounded by family.\n\n{1}\n\nVisitation is from 4 to 7 p.m. on "
    "{2} at Kray and Sons, 12 Quay Street. The service follows at 10 a.m. at the Chapel of the Tides, with burial "
    "in the old churchyard.\n\nIn lieu of flowers the family asks for gifts to the Velm Lifeboat."
)


def notice(name: str, told: str, day: str, key: str, title: str = "") -> Witness:
    made = witness(NOTICE.format(name, told, day), key, outlet="Velm Post")
    return replace(made, article=replace(made.article, title=title or name.partition(",")[0]))


def test_notices_of_one_form_that_are_headed_by_two_names_are_of_two_people() -> None:
    one = notice("Ada Brine, 84", "She kept the lamp for 31 years.", "Tuesday", "a")
    two = notice("Otto van Pell, 77", "He drove the eel cart and sang bass.", "Friday", "b")
    assert template.is_template(pair(one, two))


def test_a_notice_of_one_person_with_another_head_or_spelling_is_a_version() -> None:
    one = notice("Ada Brine, 84", "She kept the lamp for 31 years.", "Tuesday", "a")
    for name, title in (("Ada Brine-Kael, 84", ""), ("Ada Brine, 84", "Keeper of the lamp dies")):
        two = notice(name, "She kept the lamp for 31 years.", "Tuesday", "b", title)
        assert not template.is_template(pair(one, two))
