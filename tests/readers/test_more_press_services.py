"""NewsBank and Retriever: documents told apart by the number of a record, and by rules and a line of paper and day."""

from __future__ import annotations

from pathlib import Path

from retold.model import Article
from retold.readers import read
from retold.readers.press import genios, newsbank, retriever
from retold.settings import Clean

NUMBERED = """Access World News

Ferry to Gull Rock runs late

Quenby Echo (Quenby)
March 4, 2019
Author: Ida Corrie; Staff Writer
Section: News
Page: 3

The ferry to Gull Rock ran late on Monday.

Nobody on the quay seemed to mind.

Copyright (c) 2019 Quenby Echo, All Rights Reserved.
Record Number: 2019-03-04-7

March 5, 2019 | Gannet Post (Gull Rock)
Lamp stays lit
Edition: First
The lamp of Quenby stays lit for another winter.
Record Number: 2019-03-05-1
"""
RULED = """Färjan blev sen

Quenby Tidning, 2019-03-04, Sida 3
Publicerat i print.

Färjan till Gull Rock blev sen i måndags.

© Quenby Tidning eller artikelförfattaren.

============================================================

Lampan lyser

Gannet Avis, 2019-03-05
Publicerat på webb.

Lampan i Quenby lyser en vinter till.
"""


def articles(tmp_path: Path, text: str) -> list[tuple[str | None, str | None, str, str]]:
    (tmp_path / "download.txt").write_text(text, "utf-8")
    found = [one for one in read([tmp_path / "download.txt"], Clean()) if isinstance(one, Article)]
    return [(one.title, one.outlet, str(one.published), one.text) for one in found]


def test_each_record_of_newsbank_is_an_article(tmp_path: Path) -> None:
    assert articles(tmp_path, NUMBERED) == [
        (
            "Ferry to Gull Rock runs late",
            "Quenby Echo",
            "2019-03-04",
            "The ferry to Gull Rock ran late on Monday.\n\nNobody on the quay seemed to mind.",
        ),
        ("Lamp stays lit", "Gannet Post", "2019-03-05", "The lamp of Quenby stays lit for another winter."),
    ]


def test_each_document_of_retriever_is_an_article(tmp_path: Path) -> None:
    assert articles(tmp_path, RULED) == [
        ("Färjan blev sen", "Quenby Tidning", "2019-03-04", "Färjan till Gull Rock blev sen i måndags."),
        ("Lampan lyser", "Gannet Avis", "2019-03-05", "Lampan i Quenby lyser en vinter till."),
    ]


def test_a_report_that_speaks_of_a_record_number_is_no_download() -> None:
    assert not newsbank.is_download("The clerk read the record number aloud.\nRecord Number: 7, he said.")
    assert not retriever.is_download("Quenby Tidning, 2019-03-04, wrote of it first.")


GERMAN = """Dokument 1 von 2

Quenbyer Bote vom 04.03.2019, Seite 3

Fähre kommt zu spät

Autor: Ida Corrie
Rubrik: Lokales
Wörter: 40

Die Fähre nach Gull Rock kam am Montag zu spät. Der Grund: Nebel.

Niemand am Kai schien sich daran zu stören.

Quelle: Quenbyer Bote vom 04.03.2019, Seite 3
Dokumentnummer: QB-2019-7

Alle Rechte vorbehalten: (c) Quenby Verlag


Dokument 2 von 2

Gannet Post vom 05.03.2019

Lampe bleibt an

Die Lampe von Quenby bleibt noch einen Winter an.

Quelle: Gannet Post vom 05.03.2019
Dokumentnummer: GP-2019-1
"""


def test_documents_of_a_german_database_are_told_apart_by_their_papers(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GERMAN, "utf-8")
    first, second = read([path], Clean())
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.outlet, first.published, first.title, first.byline) == (
        "Quenbyer Bote", "2019-03-04", "Fähre kommt zu spät", "Ida Corrie",
    )  # fmt: skip
    assert first.text.endswith("zu stören.") and "Grund: Nebel" in first.text and "Rubrik" not in first.text
    assert (second.outlet, second.published, second.title) == ("Gannet Post", "2019-03-05", "Lampe bleibt an")
    assert second.text == "Die Lampe von Quenby bleibt noch einen Winter an."


def test_a_report_that_names_a_paper_and_its_day_is_no_download() -> None:
    assert not genios.is_download(
        "Der Quenbyer Bote vom 04.03.2019\n\nDas Blatt lag im Hafen.\n\nQuelle: dpa"
    )
