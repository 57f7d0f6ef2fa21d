"""Messages, mailboxes and pages saved with their parts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.model import Article, SetAside
from retold.readers import read
from retold.readers.content import Head
from retold.readers.formats import mail
from retold.settings import Clean

FERRY = "The ferry to Gull Rock ran late on Monday. Nobody on the quay seemed to mind."
MESSAGE = (
    "From: Quenby Echo <desk@echo.example>\nTo: all@gull.example\nSubject: =?utf-8?q?F=C3=A4hre_late?=\n"
    "Date: Mon, 04 Mar 2019 08:00:00 +0100\nMessage-ID: <1@echo.example>\nMIME-Version: 1.0\n"
)
PARAGRAPHS = "".join(
    f"<p>The harbour council of Quenby voted in {day} to keep its lighthouse lit for another winter.</p>"
    for day in ("June", "July", "May")
)
SAVED = (
    "From: <Saved by a browser>\nSnapshot-Content-Location: https://echo.example/lamp\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="--b"\n\n----b\nContent-Type: text/html; charset=utf-8\n'
    f"Content-Transfer-Encoding: 8bit\n\n<html><head><title>Lamp stays lit</title></head><body><article><h1>Lamp stays lit</h1>{PARAGRAPHS}"
    "</article></body></html>\n----b\nContent-Type: text/css\n\np {color: sea}\n----b--\n"
)


def one(tmp_path, name, text):
    (tmp_path / name).write_bytes(text.encode())
    return list(read([tmp_path / name], Clean()))


def test_a_message_gives_sender_subject_and_time_with_its_zone(tmp_path):
    (found,) = one(tmp_path, "a.eml", f"{MESSAGE}\n{FERRY}\n")
    assert isinstance(found, Article)
    assert (found.outlet, found.title, found.published) == (
        "Quenby Echo",
        "Fähre late",
        "2019-03-04T08:00:00+01:00",
    )
    assert found.text == FERRY and found.extra["message_id"] == "<1@echo.example>"


def test_the_plain_part_of_a_message_is_its_text_and_markup_serves_where_there_is_none(tmp_path):
    parts = f'Content-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\n{FERRY}\n--b\nContent-Type: text/html\n\n<p>Markup</p>\n--b--\n'
    (found,) = one(tmp_path, "a.eml", MESSAGE + parts)
    assert found.text == FERRY
    (found,) = one(tmp_path, "b.eml", f"{MESSAGE}Content-Type: text/html\n\n<div><p>{FERRY}</p></div>\n")
    assert found.text == FERRY


def test_a_mailbox_gives_an_article_for_each_message(tmp_path):
    opening = "From desk@echo.example Mon Mar  4 08:00:00 2019\n"
    found = one(
        tmp_path,
        "a.mbox",
        f"{opening}{MESSAGE}\n{FERRY}\n>From here on it rained.\n\n{opening}{MESSAGE}\nA second report of the ferry.\n",
    )
    assert [x.id for x in found] == ["a:1", "a:2"]
    assert (
        found[0].text.endswith("\nFrom here on it rained.")
        and found[1].text == "A second report of the ferry."
    )


def test_a_page_saved_with_its_parts_is_read_as_the_page_with_its_address(tmp_path):
    (found,) = one(tmp_path, "lamp.mhtml", SAVED)
    assert isinstance(found, Article)
    assert (found.id, found.url, found.title) == ("lamp", "https://echo.example/lamp", "Lamp stays lit")
    assert found.text.count("harbour council") == 3 and "sea" not in found.text


def test_a_message_without_a_text_is_set_aside(tmp_path):
    (found,) = one(tmp_path, "a.eml", f"{MESSAGE}\n")
    assert isinstance(found, SetAside) and "an e-mail" in found.why


def test_a_report_that_names_its_sender_in_a_sentence_is_no_message():
    assert mail.FORMAT.probe(Head.of(b"From the desk: the ferry sank.")) == 0


@given(st.text(alphabet='From: \n\t=?utf-8;b-<>@"', max_size=200))
def test_no_message_raises(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("mail") / "a.eml"
    path.write_bytes(f"{MESSAGE}{text}".encode())
    assert all(isinstance(found, (Article, SetAside)) for found in read([path], Clean()))


def test_what_a_letter_hides_and_how_to_leave_its_list_is_no_text(tmp_path):
    hidden = "<div style='display: none'>What mailboxes show beside the subject</div>"
    foot = "<p>View this email in your browser</p><p>You can <a href='u'>unsubscribe</a> at any time.</p>"
    body = f"<html><body>{hidden}<p>{FERRY}</p>{foot}</body></html>"
    (found,) = one(tmp_path, "a.eml", f"{MESSAGE}Content-Type: text/html\n\n{body}\n")
    assert found.text == FERRY


LETTER = (
    "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n{}\n"
    "--b\nContent-Type: text/html\n\n<html><head><style>p {{color: sea}}</style></head><body><p>View in browser</p>"
    "<p>{}</p></body></html>\n--b--\n"
)


def test_a_letter_whose_plain_text_only_points_to_its_markup_is_read_from_the_markup(tmp_path):
    head = MESSAGE.replace("MIME-Version: 1.0\n", "")
    (found,) = one(
        tmp_path, "a.eml", head + LETTER.format("This letter is made of pictures.", f"{FERRY} {FERRY}")
    )
    assert found.text == f"{FERRY} {FERRY}"


def test_a_letter_with_the_whole_plain_text_is_read_from_that(tmp_path):
    head = MESSAGE.replace("MIME-Version: 1.0\n", "")
    (found,) = one(tmp_path, "a.eml", head + LETTER.format(FERRY, f"<b>{FERRY}</b> Buy a lamp!"))
    assert found.text == FERRY


def test_the_address_of_the_house_below_how_to_leave_its_list_is_no_text(tmp_path):
    foot = "You are receiving this newsletter because you asked for it.\nUnsubscribe: https://echo.example/u\nEcho Media, 1 Quay, Quenby"
    (found,) = one(tmp_path, "a.eml", f"{MESSAGE}\n{FERRY}\n\n{foot}\n")
    assert found.text == FERRY


def test_a_report_on_leaving_a_list_goes_on(tmp_path):
    told = f"{FERRY}\n\nReaders who want to unsubscribe must write to the harbour, the council said.\n\nNobody has written yet, and the keeper of the lamp says that he would not know what to answer if they did."
    (found,) = one(tmp_path, "a.eml", f"{MESSAGE}\n{told}\n")
    assert found.text == told


def test_a_signature_is_no_text_with_whatever_line_ends_a_letter_is_sent(tmp_path):
    letter = (
        "From: Quenby Harbour <press@quenby.example>\nTo: desk@post.example\nSubject: Goats landed\n"
        "Date: Tue, 06 May 2031 09:12:00 +0200\nContent-Type: text/plain; charset=utf-8\n\n"
        "The mail boat landed two goats on the sands at noon and went on to the islands with the letters.\n\n"
        "A crowd of children met them with carrots and a bell. Nobody was wet.\n\n-- \nIda Corrie\nPress office\nTel. 0555 0123\n"
    )
    for ends in ("\n", "\r\n"):
        (tmp_path / "letter.eml").write_bytes(letter.replace("\n", ends).encode())
        (article,) = read([tmp_path / "letter.eml"], Clean())
        assert isinstance(article, Article)
        assert article.text.endswith("Nobody was wet.")


def test_the_lines_of_a_letter_that_is_answered_are_not_the_answers_own(tmp_path):
    quoted = "> The lamp is out.\n>\n> It was lit at noon.\n"
    for lead in (
        "On Mon, 4 Mar 2019 at 08:00, Ida Corrie <ida@echo.example> wrote:\n",
        "Am 4. März 2019 um 08:00 schrieb Ida Corrie:\n\n",
        "On Mon, 4 Mar 2019, the press office of the harbour <ida@echo.example>\nwrote:\n",
    ):
        (found,) = one(tmp_path, "a.eml", f"{MESSAGE}\n{FERRY}\n\n{lead}{quoted}\nIs that so?\n")
        assert found.text.split() == f"{FERRY} Is that so?".split()


def test_quoted_lines_that_nobody_is_said_to_have_written_stay(tmp_path):
    (found,) = one(tmp_path, "a.eml", f"{MESSAGE}\n{FERRY}\n\n> The lamp is out.\n")
    assert "The lamp is out." in found.text


def test_the_foot_of_a_mailing_list_is_no_text(tmp_path):
    foot = f"{'_' * 47}\nHarbours mailing list\nHarbours@lists.example\n"
    (found,) = one(tmp_path, "a.eml", f"{MESSAGE}\n{FERRY} {FERRY} {FERRY}\n\n{foot}")
    assert found.text == f"{FERRY} {FERRY} {FERRY}"
    (other,) = one(tmp_path, "b.eml", f"{MESSAGE}\n{FERRY} {FERRY}\n\n{'_' * 47}\nThe lamp was lit.\n")
    assert other.text.endswith("The lamp was lit.")
