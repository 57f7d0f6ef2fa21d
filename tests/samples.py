"""A few invented articles that tests of several rooms share."""

from __future__ import annotations

from datetime import date

import retold

FERRY = (
    "The ferry Alma ran aground on the Skarn sandbank early on Tuesday with ninety passengers aboard. "
    "Harbour master Ilse Brandt praised the crew for keeping calm while the lifeboats were lowered. "
    "Two fishing boats from Torvik towed the Alma free before noon, and divers found no leak."
)
OTHER = (
    "Bakers in the upper town of Lindau have raised the price of rye bread by nine cents a loaf. "
    "The guild blames a poor harvest and says that millers were the first to ask for more money."
)


def ferry_articles() -> list[retold.Article]:
    texts = [
        FERRY,
        FERRY.replace("ninety", "some eighty"),
        OTHER,
        FERRY + " Nobody was hurt.",
        "Tides at noon.",
    ]
    return [
        retold.Article(f"a{k}", text, outlet=f"Post {k}", published=date(2031, 3, 1 + k), extra={"desk": [k]})
        for k, text in enumerate(texts)
    ]
