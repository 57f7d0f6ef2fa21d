"""The joins of the flow, in SQL that Spark and Sail both know.

A number with a point is a decimal there: fractions are written by `fraction`. A name for a column that is
the column's own breaks HAVING in Sail, so none is.
"""

from __future__ import annotations

from itertools import pairwise

from retold import kernels
from retold.flow import likeness
from retold.settings import Match

_HASHES = 1 << 63  # of articles: from 0 below this


def fraction(value: float) -> str:
    """A number as SQL takes it for a double.

    >>> fraction(0.1)
    "CAST('0.1' AS DOUBLE)"
    """
    return f"CAST('{value!r}' AS DOUBLE)"


WHOLE = """
    SELECT d.n, d.name, d.id, d.day, d.text, d.rest, h.spans
    FROM articles d LEFT JOIN hidden h ON d.name = h.name
"""

# ---- pairs ----

COPIES = """
    SELECT h.name, g.stands
    FROM heads h
    JOIN (
        SELECT words_key, min(name) AS stands FROM heads GROUP BY words_key HAVING count(*) > 1
    ) g ON h.words_key = g.words_key
    WHERE h.name <> g.stands
"""
STANDING = "SELECT h.name, h.grams FROM heads h LEFT ANTI JOIN copies c ON h.name = c.name"
PARTS = "SELECT part, hash, name FROM postings"


def slices(count: int) -> list[str]:
    """Conditions on `a`, the hash of an article, that part all pairs into so many slices of about one size.

    >>> slices(1), slices(2)[0]
    (['TRUE'], 'a >= 0 AND a < 4611686018427387904')
    """
    if count == 1:
        return ["TRUE"]
    bounds = [number * _HASHES // count for number in range(count + 1)]
    last = f"a >= {bounds[-2]}"
    return [*(f"a >= {low} AND a < {high}" for low, high in pairwise(bounds[:-1])), last]


def together(name: str, count: int) -> str:
    """The rows of a table that was made in so many slices."""
    return " UNION ALL ".join(f"SELECT * FROM {name}_{number}" for number in range(count))


def rare(settings: Match, within: str = "TRUE") -> str:
    """The pairs that meet often and weightily enough in rare n-grams, as `Kernels.meetings` has it.

    `within` is one of the conditions of `slices`.
    """
    return f"""
        SELECT a, b, CAST(weight AS DOUBLE) / {kernels.UNIT} / lesser AS share
        FROM (
            SELECT m.a, m.b, m.met, m.weight, CASE WHEN x.size < y.size THEN x.size ELSE y.size END AS lesser
            FROM (
                SELECT a, b, sum(times) AS met, sum(weight) AS weight
                FROM met WHERE common = 0 AND {within} GROUP BY a, b
            ) m
            JOIN heads x ON m.a = x.name
            JOIN heads y ON m.b = y.name
        ) z
        WHERE (met >= {settings.least_shared} OR met >= lesser)
          AND weight >= {fraction(settings.share * kernels.UNIT)} * lesser
    """


def common_rows(every: int, bits: int) -> str:
    """The rows of common n-grams, or of one n-gram out of `every`, by bits of its hash."""
    return f"SELECT a, b FROM met WHERE common = 1 AND (shiftright(a, {bits}) & {every - 1}) = 0"


def common(every: int, bits: int) -> str:
    """The same with how many n-grams each holder has; all under one key."""
    return f"""
        SELECT CAST(0 AS BIGINT) AS one, m.a AS hash, m.b AS name, h.size
        FROM ({common_rows(every, bits)}) m JOIN heads h ON m.b = h.name
    """


PAIRS = """
    SELECT a, b, max(share) AS share
    FROM (
        SELECT a, b, share FROM rare
        UNION ALL SELECT a, b, CAST(1 AS DOUBLE) AS share FROM common
        UNION ALL
        SELECT CASE WHEN name < stands THEN name ELSE stands END AS a,
               CASE WHEN name < stands THEN stands ELSE name END AS b, CAST(1 AS DOUBLE) AS share
        FROM copies
    ) u
    GROUP BY a, b
"""


def with_texts(pairs: str) -> str:
    """For each article of a table of pairs itself, and the others that it is paired with."""
    return f"""
        SELECT w.name AS a, CAST(0 AS BIGINT) AS kind, CAST(0 AS BIGINT) AS b, w.id, w.text, w.rest, w.spans
        FROM whole w JOIN (SELECT DISTINCT a FROM {pairs}) p ON w.name = p.a
        UNION ALL
        SELECT p.a, CAST(1 AS BIGINT) AS kind, p.b, w.id, w.text, w.rest, w.spans
        FROM {pairs} p JOIN whole w ON p.b = w.name
    """


# ---- likeness ----

REPORT_EDGES = "SELECT a, b FROM first_ties WHERE prints > 0"
IN_REPORTS = "SELECT h.forms, r.part FROM heads h JOIN reports r ON h.name = r.name"
WORDS = """
    SELECT form, CAST(sum(holders) AS BIGINT) AS holders, CAST(sum(again) AS BIGINT) AS again,
           max(shape) AS shape, bit_or(languages) AS languages
    FROM (
        SELECT form, holders, CAST(0 AS BIGINT) AS again, shape, languages FROM counts
        UNION ALL
        SELECT form, CAST(0 AS BIGINT) AS holders, count(*) - count(DISTINCT report) AS again,
               CAST(0 AS BIGINT) AS shape, CAST(0 AS BIGINT) AS languages
        FROM reprinted GROUP BY form
    ) u
    GROUP BY form
"""


def likely(least: float, within: str = "TRUE") -> str:
    """The pairs of which telling words bring so much, and those that are known from matching.

    `within` is one of the conditions of `slices`.
    """
    whole = round(max(0.0, least) * likeness.UNIT**2)
    return f"""
        SELECT a, b, max(known) AS known
        FROM (
            SELECT a, b, CAST(0 AS BIGINT) AS known
            FROM (
                SELECT x.a, y.name AS b, sum(x.weight * y.weight) AS gain
                FROM (SELECT * FROM (SELECT name AS a, form, weight FROM telling) t WHERE {within}) x
                JOIN telling y ON x.form = y.form
                WHERE x.a < y.name
                GROUP BY x.a, y.name
            ) g
            WHERE gain >= {whole}
            UNION ALL SELECT a, b, CAST(1 AS BIGINT) AS known FROM pairs WHERE {within}
        ) u
        GROUP BY a, b
    """


def with_vectors(within: str = "TRUE") -> str:
    """For each article of a likely pair its words, and those of the others that it is paired with.

    `within` is one of the conditions of `slices`.
    """
    return f"""
        SELECT v.name AS a, CAST(0 AS BIGINT) AS kind, CAST(0 AS BIGINT) AS b, CAST(0 AS BIGINT) AS known,
               CAST(0 AS BIGINT) AS prints, v.forms, v.weights, v.telling
        FROM vectors v JOIN (SELECT DISTINCT a FROM likely WHERE {within}) l ON v.name = l.a
        UNION ALL
        SELECT l.a, CAST(1 AS BIGINT) AS kind, l.b, l.known,
               CASE WHEN t.prints IS NULL THEN CAST(0 AS BIGINT) ELSE t.prints END AS prints,
               v.forms, v.weights, v.telling
        FROM (SELECT a, b, known FROM likely WHERE {within}) l
        JOIN vectors v ON l.b = v.name
        LEFT JOIN (SELECT a, b, prints FROM first_ties) t ON l.a = t.a AND l.b = t.b
    """


def companions(sure: float) -> str:
    """How many articles have a sure companion."""
    return f"""
        SELECT count(DISTINCT name)
        FROM (
            SELECT a AS name FROM near WHERE cosine >= {fraction(sure)}
            UNION ALL SELECT b AS name FROM near WHERE cosine >= {fraction(sure)}
        ) u
    """


# ---- groups ----

APART = """
    SELECT n.a, n.b, n.cosine
    FROM near n
    LEFT JOIN digests d ON n.a = d.name
    LEFT JOIN digests e ON n.b = e.name
    LEFT JOIN (SELECT a, b FROM first_ties WHERE same = 1) t ON n.a = t.a AND n.b = t.b
    WHERE (d.name IS NULL AND e.name IS NULL)
       OR (d.name IS NOT NULL AND e.name IS NOT NULL AND t.a IS NOT NULL)
"""
DATED = """
    SELECT n.a, n.b, n.cosine, x.day AS day_a, y.day AS day_b
    FROM apart n JOIN articles x ON n.a = x.name JOIN articles y ON n.b = y.name
"""
LINKED = """
    SELECT p.part, CAST(0 AS BIGINT) AS kind, w.n, v.name, w.id, w.day,
           CASE WHEN r.part IS NULL THEN v.name ELSE r.part END AS report, v.forms, v.weights,
           CAST(0 AS BIGINT) AS a, CAST(0 AS BIGINT) AS b, CAST(0 AS DOUBLE) AS cosine
    FROM near_parts p
    JOIN vectors v ON p.name = v.name
    JOIN articles w ON p.name = w.name
    LEFT JOIN reports r ON p.name = r.name
    UNION ALL
    SELECT p.part, CAST(1 AS BIGINT) AS kind, CAST(0 AS BIGINT) AS n, CAST(0 AS BIGINT) AS name,
           CAST(NULL AS STRING) AS id, CAST(NULL AS DOUBLE) AS day, CAST(0 AS BIGINT) AS report,
           CAST(NULL AS BINARY) AS forms, CAST(NULL AS BINARY) AS weights, e.a, e.b, e.cosine
    FROM edges e JOIN near_parts p ON e.a = p.name
"""
SECOND = """
    SELECT p.a, p.b
    FROM lesser p JOIN groups x ON p.a = x.name JOIN groups y ON p.b = y.name
    WHERE x.home = y.home
"""

# ---- stories ----

TIES = """
    SELECT x.home, t.a, t.b, t.ways, t.same
    FROM (
        SELECT a, b, ways, same FROM first_ties UNION ALL SELECT a, b, ways, same FROM second_ties
    ) t
    JOIN groups x ON t.a = x.name
    JOIN groups y ON t.b = y.name
    WHERE x.home = y.home
"""
_NUMBER, _TEXT, _BYTES = "CAST(0 AS BIGINT)", "CAST(NULL AS STRING)", "CAST(NULL AS BINARY)"
_NOTHING = {"n": _NUMBER, "name": _NUMBER, "id": _TEXT, "text": _TEXT, "rest": _BYTES, "spans": _BYTES}


def _of_groups(*names: str) -> str:
    """The articles of each group as rows of `kind` 0, by these columns, and its ties as rows of `kind` 1."""
    given = ", ".join(f"w.{name}" for name in names)
    nothing = ", ".join(f"{_NOTHING[name]} AS {name}" for name in names)
    return f"""
    SELECT g.home, CAST(0 AS BIGINT) AS kind, {given}, g.cohesion,
           {_NUMBER} AS a, {_NUMBER} AS b, {_BYTES} AS ways, {_NUMBER} AS same
    FROM groups g JOIN whole w ON g.name = w.name
    UNION ALL
    SELECT t.home, CAST(1 AS BIGINT) AS kind, {nothing}, CAST(0 AS DOUBLE) AS cohesion,
           t.a, t.b, t.ways, t.same
    FROM ties t
"""


TOLD = _of_groups("n", "name", "id", "text", "rest", "spans")
PAPERS = _of_groups("n", "name", "id", "rest")
LONE = """
    SELECT w.n, w.id, w.text, w.rest, w.spans FROM whole w LEFT ANTI JOIN groups g ON w.name = g.name
"""
RECORDS = """
    SELECT record
    FROM (
        SELECT u.first AS story, u.record FROM told u UNION ALL SELECT v.first AS story, v.record FROM lone v
    ) z
    ORDER BY story
"""
