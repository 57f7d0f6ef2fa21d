"""The flat tables of a trace: what each holds, its columns, their types and what they mean.

The same tables come out of `flat` (from any trace), of the views of `store.connect` (from a stored one) and
of every export that is made of tables.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["text", "integer", "real", "boolean"]


class Column(NamedTuple):
    """One column of a flat table."""

    name: str
    kind: Kind
    meaning: str


class Table(NamedTuple):
    """One flat table: a line on what a row is, and its columns in order."""

    row: str
    columns: tuple[Column, ...]


_KINDS: dict[str, Kind] = {"t": "text", "i": "integer", "r": "real", "b": "boolean"}


def _table(row: str, columns: str) -> Table:
    """A table from lines of `name type meaning`; the type is t, i, r or b."""
    parts = (line.split(maxsplit=2) for line in columns.strip().splitlines())
    return Table(row, tuple(Column(name, _KINDS[kind], meaning) for name, kind, meaning in parts))


_PLACE = """
start_char     i  first character of the stretch in the article's text, counted from 0
end_char       i  the character after its last
words          t  the stretch itself
"""
_ENDS = """
source         t  id of the version that was there before, or of the smaller id where nothing tells
source_name    t  its outlet, else its headline, else its id; of an unseen source its name
copy           t  id of the version that took the text
copy_name      t  the same of that version
directed       b  whether the evidence tells which way the text went
"""

TABLES: dict[str, Table] = {
    "articles": _table(
        "one published text",
        """
id             t  the article's id
name           t  its outlet, else its headline, else its id
outlet         t  who published it
title          t  its headline
published      t  when it says it was published, as it says it (ISO 8601)
updated        t  when it says it was updated
byline         t  who wrote it
language       t  ISO 639-1 code, where the article states one
url            t  its address
characters     i  length of its text
text           t  the text that every start_char and end_char counts in
""",
    ),
    "stories": _table(
        "one event, with how often and from where it was told",
        """
id             t  the story's id
articles       i  how many articles tell it
reports        i  how many reports of it there are: versions tied by copying count once
origins        i  origins of its lineage
origins_low    i  the fewest origins that the evidence allows
origins_high   i  the most
cohesion       r  the weakest tie that holds it together, 0 to 1
""",
    ),
    "versions": _table(
        "one article in one story",
        """
story          t  the story's id
report         i  number of the report within the story, from 1
article        t  the article's id
name           t  its name
""",
    ),
    "nodes": _table(
        "one version in a lineage, seen or unseen",
        """
story          t  the story's id
lineage        i  0 for the lineage itself, from 1 for others that fit as well
id             t  the article's id, or the id of an unseen source
name           t  its name; empty for an unseen source without one
seen           b  whether it is in this pile
support        r  probability, 0 to 1
origin         b  whether the lineage begins with it
""",
    ),
    "derivations": _table(
        "one tie of copying",
        f"""
story          t  the story's id
lineage        i  0 for the lineage itself, from 1 for others that fit as well
id             t  the tie's id, unique in its lineage
{_ENDS}
support        r  probability, 0 to 1
passages       i  passages that alone were taken; 0 where the copy is a version of its source
""".replace("\n\n", "\n"),
    ),
    "statements": _table(
        "one utterance: who said what to whom",
        """
id             t  the statement's id
article        t  the article's id
name           t  the article's name
kind           t  direct, mixed, indirect or act
manner         t  class of the verb: said, claimed, denied …
speaker        t  name of the first speaker; empty where unsure
addressee      t  name of the first addressee; empty where unsure or none
day            t  when it was said, as a TIMEX3 value
support        r  probability, 0 to 1
words          t  what was said; pieces are parted by an ellipsis
""",
    ),
    "parties": _table(
        "one speaker or addressee of a statement",
        f"""
statement      t  the statement's id
role           t  speaker or addressee
number         i  from 1
article        t  the article's id
name           t  the person or body meant; empty where unsure
support        r  probability, 0 to 1
{_PLACE}
""".replace("\n\n", "\n"),
    ),
    "changes": _table(
        "one thing that differs between two versions",
        f"""
id             t  the change's id
story          t  the story's id
derivation     t  the tie it lies on; empty for two versions that no tie joins
{_ENDS}
kind           t  figure, name, attribution, cut … (see the method)
detail         t  what within its kind changed
weight         t  style, wording or substance
before         t  the reading of the source; empty text for nothing there, no value where it cannot be known
after          t  the reading of the copy, likewise
support        r  probability, 0 to 1
""".replace("\n\n", "\n"),
    ),
    "claims": _table(
        "one statement or figure as many articles carry it",
        """
id             t  the claim's id
kind           t  statement or figure
statement      t  id of a statement that stands for it
speaker        t  that statement's speaker
carriers       i  places that carry it
readings       i  how many readings of it there are
origins        i  how many origins it goes back to
origins_low    i  the fewest that the evidence allows
origins_high   i  the most
support        r  probability, 0 to 1
""",
    ),
    "carriers": _table(
        "one place that carries a claim, in one of its readings",
        f"""
claim          t  the claim's id
reading_number i  from 1; 0 for a place that stands in no reading
reading        t  the reading in words
article        t  the article's id
name           t  the article's name
{_PLACE}
""".replace("\n\n", "\n"),
    ),
    "places": _table(
        "one stretch of text that a change or a statement points to",
        f"""
finding        t  id of the change or the statement
role           t  source or copy (of a change); content, cue or occasion (of a statement)
number         i  from 1
article        t  the article's id
{_PLACE}
""".replace("\n\n", "\n"),
    ),
    "evidence": _table(
        "one reason for a finding, or against it",
        """
finding        t  id of the node, tie, change or claim
thing          t  node, derivation, change or claim
story          t  the story's id; of a claim in several stories the first
kind           t  time, credit, slip, order …
weight         r  log-odds that it adds (natural logarithm); negative speaks against
words          t  the reason in words
""",
    ),
    "passages": _table(
        "one piece that two versions share",
        """
story          t  the story's id
a              t  id of one version
a_name         t  its name
a_start        i  first character in its text
a_end          i  the character after the last
b              t  id of the other version
b_name         t  its name
b_start        i  first character in its text
b_end          i  the character after the last
kind           t  verbatim or reworded
score          r  likeness, 0 to 1
words          t  the piece as the first version has it
""",
    ),
    "furniture": _table(
        "one stretch of an article that is no report",
        f"""
article        t  the article's id
name           t  its name
reason         t  why it is skipped
{_PLACE}
""".replace("\n\n", "\n"),
    ),
    "set_aside": _table(
        "one thing that was not used, or not as given",
        """
place          t  a file, a line of a file or an article's id
why            t  the reason
cure           t  what to do about it
""",
    ),
}  # fmt: skip
