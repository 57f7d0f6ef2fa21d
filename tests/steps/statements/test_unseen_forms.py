"""Forms of told speech found on texts that nobody had tuned on, each kind in words of its own."""

from __future__ import annotations

import pytest

from tests.steps.test_statements_mouths import find, told


def spoken(text: str) -> dict[str, str | None]:
    """By its words, who says each statement: his name, else the words for him."""
    return {words.strip("“”‘’ "): name or mention for name, mention, words in told(text)}


def test_a_sign_that_is_read_does_not_go_on_speaking() -> None:
    text = (
        "“We shall stay,” said Orla Vann, who held a board that read “Keep the mole for us all”. "
        "“My mother was born on it.”"
    )
    assert spoken(text)["My mother was born on it."] == "Orla Vann"


def test_somebody_new_without_a_name_is_no_one_named_before_by_the_same_noun() -> None:
    text = (
        "Envoy Ivo Marsh said the ships would sail. A diplomat at the quay said Marsh had told the crews to wait. "
        "“He is late,” the diplomat said."
    )
    assert spoken(text)["He is late,"] == "the diplomat"
    known = "Envoy Ivo Marsh said the ships would sail. “We are late,” the envoy said."
    assert spoken(known)["We are late,"] == "Ivo Marsh"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The winch had been oiled in May, Orla Vann added, “and in May it turned”.", "Orla Vann"),
        ("Orla Vann added that the winch had been oiled, “and it was dear oil”.", "Orla Vann"),
    ],
)
def test_a_joined_quotation_goes_on_with_what_was_told(text: str, name: str) -> None:
    words = " ".join(words for words in spoken(text))
    assert "and in May it turned" in words or "and it was dear oil" in words
    assert set(spoken(text).values()) == {name}


def test_a_first_name_behind_a_place_is_nobody_s_town() -> None:
    text = "Its pilot in Marl Sound, Emma Brel, said the fog was thick. “I saw no light,” she said."
    assert spoken(text)["I saw no light,"] == "Emma Brel"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The shipping line Vann & Daughters said none of its boats had sailed.", "Vann & Daughters"),
        ("One of them, pilot’s son Ivo Brel, said the mole needed stones.", "Ivo Brel"),
        ("Her brother, the engineer Ivo Brel, said that the pump had failed.", "Ivo Brel"),
    ],
)
def test_a_name_behind_what_somebody_is(text: str, name: str) -> None:
    assert list(spoken(text).values()) == [name]


def test_a_semicolon_ends_what_is_told() -> None:
    assert spoken("Nine per cent were for it, the harbour office says; a third were against.") == {
        "Nine per cent were for it": "the harbour office"
    }


def test_an_office_that_is_also_a_verb() -> None:
    text = "“If the tide holds,” said guide Runa Brel, “we leave at four; if it does not, we play cards.”"
    assert set(spoken(text).values()) == {"Runa Brel"}


def test_a_regular_verb_behind_the_name_of_a_quotation() -> None:
    text = "“The pier is ours. We shall dance on it,” the choir’s leader, Orla Vann, posted on Harbournet."
    assert set(spoken(text).values()) == {"Orla Vann"}
    passive = "“The pier is ours,” the leader, Orla Vann, asked by the crews, said."
    assert set(spoken(passive).values()) == {"Orla Vann"}


def test_a_reply_that_opens_its_sentence() -> None:
    text = "Orla Vann asked who had the key. Replied the mate, Ivo Brel, “Nobody has, and nobody ever had.”"
    assert spoken(text)["Nobody has, and nobody ever had."] == "Ivo Brel"


@pytest.mark.parametrize("line", ["The port issued the following statement:", "The port made these remarks:"])
def test_paragraphs_behind_a_line_that_announces_them(line: str) -> None:
    text = f"{line}\n\nWe regret the noise. We have stopped the pumps.\n\nThe crews were not asked."
    assert spoken(text) == {"We regret the noise. We have stopped the pumps.": "The port"}


def test_a_message_is_whose_it_is() -> None:
    text = "The message from the warden, Orla Vann, was short: “No dogs, no drums, no dice.”"
    assert spoken(text) == {"No dogs, no drums, no dice.": "Orla Vann"}


def test_who_is_credited_before_a_colon_speaks_behind_it() -> None:
    text = "Crews are leaving, according to Ivo Brel, pilot of Marl: “They sail at night and show no lamp.”"
    assert set(spoken(text).values()) == {"Ivo Brel"}
    assert any("They sail at night" in words for words in spoken(text))


@pytest.mark.parametrize(
    "saying", ["Bring a lamp, as they say.", "Long tale short, as they say, bring a lamp."]
)
def test_nobody_says_a_saying(saying: str) -> None:
    assert find(saying) == []


def test_he_who_was_reported_to_have_spoken() -> None:
    text = "“It was sold to me,” he was reported to have said, “as a boat.”"
    assert set(spoken(text).values()) == {"he"}


def test_a_label_that_names_nobody_gives_no_words_to_who_spoke_before() -> None:
    text = "“A mole without a lamp is a trap.” — Ivo Brel, pilot\n\n“The tea is cold and the host is rude.” — Guest review"
    assert spoken(text) == {"A mole without a lamp is a trap.": "Ivo Brel"}


def test_the_day_of_speaking_is_not_told() -> None:
    text = "Through her clerk Orla Vann said on Monday she would not sail."
    assert list(spoken(text)) == ["she would not sail"]
    kept = "Orla Vann said on Monday the 4th, the day of the fair, nobody would sail."
    assert any("Monday" in words for words in spoken(kept)) or spoken(kept)


def test_a_talk_of_people_with_titles() -> None:
    text = (
        "THE CHAIR: Please begin, Mr Brel.\n\nMR BREL: I need two minutes. The mole was built in 1909.\n\n"
        "THE CHAIR: Who told you so?\n\nMR BREL: The builder.\n\nMS ROOK: I was his clerk. He was never there."
    )
    heard = spoken(text)
    assert (
        heard["The builder."] in ("Brel", "MR BREL")
        and "ROOK" in (heard["I was his clerk. He was never there."] or "").upper()
    )


@pytest.mark.parametrize("salute", ["Sir, –", "Madam –", "Dear Sir,\n"])
def test_a_letter_to_an_editor_is_whose_name_ends_it(salute: str) -> None:
    text = f"{salute} I have used the mole since I was nine. It was never shut.\n\nI shall be there.\n\nOrla Vann\nLower Marl"
    assert set(spoken(text).values()) == {"Orla Vann"}
    assert any("I shall be there." in words for words in spoken(text))


def test_of_two_who_are_the_subject_together_neither_is_sure() -> None:
    text = "Emma Brel and her aunt Clara Vann went to the hearing. “I shall not come again,” she said."
    (one,) = find(text)
    assert one.speaker_name is None


def test_the_one_woman_named_may_be_meant_and_two_are_not() -> None:
    text = "The sharpest letter was addressed to Emma Brel. “We read it,” she said."
    (one,) = find(text)
    assert one.speaker_name == "Emma Brel" and one.speakers[0].support < 0.8
    both = "The sharpest letter was addressed to Emma Brel and to Clara Vann. “We read it,” she said."
    assert find(both)[0].speaker_name is None


def test_a_role_that_is_told_by_its_name_is_that_person() -> None:
    text = "The baker was Orla Vann. She made nine loaves. “You could smell it from the mole,” she recalls."
    assert spoken(text)["You could smell it from the mole,"] == "Orla Vann"


def test_a_house_without_a_name_is_told_whole() -> None:
    text = "Exports will go on, the ministry of fisheries said on Sunday."
    assert spoken(text) == {"Exports will go on": "the ministry of fisheries"}


@pytest.mark.parametrize("verb", ["remembered", "concurred", "averred", "surmised"])
def test_seldom_verbs_with_a_clause(verb: str) -> None:
    assert set(spoken(f"The pilot, Orla Vann, {verb} that the lamp had been out.").values()) == {"Orla Vann"}


@pytest.mark.parametrize("other", ["another", "one"])
def test_another_is_nobody_who_spoke_before(other: str) -> None:
    text = f"“Bring it back,” says a man at the bar. “Leave it,” says {other}. “I have slept.”"
    heard = spoken(text)
    assert (heard["Bring it back,"], heard["Leave it,"], heard["I have slept."]) == (
        "a man at the bar",
        other,
        other,
    )


def test_the_name_of_a_thing_of_somebody_s_says_nothing() -> None:
    text = "“We have no orders,” Captain Ivo Brel of the freighter Anna told the Harbour Post by radio."
    assert set(spoken(text).values()) == {"Ivo Brel"}


def test_what_somebody_told_whom_another_quotes() -> None:
    text = "Port minister Ivo Brel, Vann said, had told her in writing that no such map existed."
    assert spoken(text)["no such map existed"] == "Ivo Brel"


def test_what_is_neither_confirmed_nor_denied() -> None:
    assert find("His agent would not confirm that the mole had been sold, nor deny it.") == []


def test_lines_of_a_list_that_say_where_somebody_lives() -> None:
    text = (
        "Readers on the mole\n\nOlive Garth, Pump Lane: “It is quiet at night.”\n\n"
        "Ivo Brel, the Quays: “Wet once in a month.”\n\nFrom Hattie Moon, aged nine: “Can it be longer?”"
    )
    heard = spoken(text)
    assert heard["Wet once in a month."] == "Ivo Brel" and heard["Can it be longer?"] == "Hattie Moon"


def test_a_role_and_a_title_before_the_name_of_a_subject() -> None:
    text = "The vicar, the Rev Ana Brel, sighs. “Both of them are right,” she says."
    assert spoken(text) == {"Both of them are right,": "Ana Brel"}


def test_words_broken_off_before_he_said_go_on_behind_it() -> None:
    text = "Two hours later the firm corrected him: it was, a spokesman stressed, “mostly skill”."
    assert any(words.endswith("mostly skill") and who == "a spokesman" for words, who in spoken(text).items())


def test_a_voice_that_calls_back_is_not_a_voice_that_was_called() -> None:
    text = "“Order, please, all of you,” said the chairman. “You are in order, are you?” a voice called back."
    assert spoken(text)["You are in order, are you?"] == "a voice"
    (one,) = find(called := "“Order, please, all of you,” a man called Ivo Brel says.")
    assert one.cue is not None and one.cue.of(called) == "says"


def test_by_whom_words_were_passed_on() -> None:
    text = (
        "The duke said he was hungry. His words were passed on by the child, Emma Brel, to her class: "
        "“He said he was always hungry!”"
    )
    assert spoken(text)["He said he was always hungry!"] == "Emma Brel"


@pytest.mark.parametrize("who", ["Its vice-president", "One former pilot"])
def test_a_name_between_commas_behind_an_office(who: str) -> None:
    text = f"{who}, Ivo Brel, did say: “A lamb is a rent with legs.”"
    assert set(spoken(text).values()) == {"Ivo Brel"}


@pytest.mark.parametrize("said", ["says 40", "said on Monday", "Monday said"])
def test_a_speaker_whom_we_could_not_read_makes_the_last_one_unsure_and_is_no_day(said: str) -> None:
    text = f"“It is late,” Ana Brel said. “It is early,” {said}."
    heard = {one.content[0].of(text): one.speakers[0] for one in find(text) if one.speakers}
    assert heard["It is late,"].support > 0.8
    assert "It is early," not in heard or (
        heard["It is early,"].name,
        heard["It is early,"].support < 0.8,
    ) == (
        "Ana Brel",
        True,
    )
