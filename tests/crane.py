"""An invented trace: a crane falls in a harbour town, and eight articles tell it.

Six go back to a dispatch of an agency, the Saltmarsh Wire, that is not in the
pile; one of those was copied twice; one outlet did its own reporting.
"""

from __future__ import annotations

from retold.archive.store import Trace
from retold.model import (
    Article,
    Change,
    ChangeKind,
    Claim,
    Derivation,
    Evidence,
    Lineage,
    Node,
    Party,
    SetAside,
    Span,
    Statement,
    Story,
    Variant,
    Weight,
)

LEDE = (
    "PORT ELLARD, June 4 (Saltmarsh Wire) - A grain crane toppled onto the north quay of Port Ellard early on "
    "Tuesday, killing one docker and injuring six others, the harbour office said."
)
WIND = (
    "The crane, which is 48 metres tall, reportedly had not been inspected since the autumn gales, two people who "
    "work on the quay said."
)
BOLTS = "“Nobody asked us about the bolts, and nobody wanted to hear about the bolts,” crane driver Ivo Tarrant said."
MAYOR = "Mayor Signe Aldous told the council by telephone that the quay would stay shut for a week."
FIRM = "“We will open every book we have,” said Corvin Hale, who runs the Ellard Grain Company."
GULLS = (
    "The quay handles a third of the barley shipped from the coast. Its other crane was sold in 2011 to a yard "
    "across the sound, and the rails were lifted the year after."
)
WHY = "A docker is dead and a town is asking why its last grain crane fell."
ISLANDERS = "Islanders who wait for the grain boat were told to expect it on Friday."
LORRIES = "Our reporter counted eleven lorries turned away at the gate."
FOOT = "More on this story: ten pictures from the quay"


def _text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


PLAIN_LEDE = LEDE.removeprefix("PORT ELLARD, June 4 (Saltmarsh Wire) - ")
TEXTS = {
    "beacon": _text(LEDE, WIND, BOLTS, MAYOR, FIRM, GULLS),
    "chronicle": _text(LEDE.replace("six others", "six other dockers"), WIND, BOLTS, MAYOR),
    "observer": _text(
        WHY,
        PLAIN_LEDE.replace("six others", "nine others"),
        WIND.replace("reportedly ", ""),
        BOLTS.replace("crane driver Ivo Tarrant", "Mayor Signe Aldous"),
        FIRM,
        FOOT,
    ),
    "islander": _text(
        WHY,
        PLAIN_LEDE.replace("six others", "nine others").replace(
            "killing one docker", "brutally killing one docker"
        ),
        WIND.replace("reportedly ", ""),
        BOLTS.replace("crane driver Ivo Tarrant", "Mayor Signe Aldous"),
        ISLANDERS,
    ),
    "tidings": _text(LEDE, MAYOR, WIND, BOLTS.replace("and nobody wanted to hear about the bolts", "nobody")),
    "evening": _text(PLAIN_LEDE, WIND, BOLTS, FIRM, LORRIES),
    "quayside": _text(PLAIN_LEDE.replace("harbour office", "harbor office"), GULLS, BOLTS),
    "voice": _text(
        "I was tying up when the north quay shook, Marit Osk says. She has fished from Port Ellard for thirty years.",
        "“It went over slowly, like a tree,” she told this newspaper. Seven people were hurt, by her count.",
    ),
    "council": _text("The council of Lower Venn voted on Monday to paint its bus shelters green."),
}
OUTLETS = {
    "beacon": ("Ellard Beacon", "Crane falls on north quay, killing docker", "2019-06-04T07:10:00Z"),
    "chronicle": ("Coast Chronicle", "One dead as grain crane topples", "2019-06-04T07:45:00Z"),
    "observer": ("Morning Observer", "A town asks why", "2019-06-04T09:20:00Z"),
    "islander": ("The Islander", "Grain boat late after deadly crash", "2019-06-04T12:05:00Z"),
    "tidings": ("Sound Tidings", "Quay shut for a week", "2019-06-04T08:30:00Z"),
    "evening": ("Evening Lamp", "Lorries turned away at quay", "2019-06-04T15:40:00Z"),
    "quayside": ("Quayside Weekly", "After the crane", "2019-06-06"),
    "voice": ("Fishermen’s Voice", "Like a tree", "2019-06-04T13:00:00Z"),
    "council": ("Venn Mirror", "Green shelters", "2019-06-03"),
}
STORY = "s1"
AGENCY = "s1/1/unseen-1"


def span(article: str, words: str) -> Span:
    """Where the words stand in an article of the fixture."""
    start = TEXTS[article].index(words)
    return Span(article, start, start + len(words))


def edge(source: str, copy: str, support: float = 0.9, directed: bool = True) -> Derivation:
    why = (
        Evidence("time", (), 2.1, f"{copy} was published later"),
        Evidence("readings", (), 1.4, "it has every reading of the other, and some of its own"),
    )
    return Derivation(source, copy, directed, support, why)


def change(
    kind: ChangeKind,
    source: str,
    copy: str,
    before: str | None,
    after: str | None,
    weight: Weight = "substance",
) -> Change:
    """A change between two articles of the fixture; its readings are looked up in their texts."""
    directed = (source, copy) == ("observer", "islander")
    old = (span(source, before),) if before and before in TEXTS[source] else ()
    new = (span(copy, after),) if after and after in TEXTS[copy] else ()
    return Change(
        f"{source}-{copy}-{kind}-{before}",
        STORY,
        f"{source}→{copy}" if directed else None,
        source,
        copy,
        directed,
        kind,
        old,
        new,
        before,
        after,
        weight,
        0.93,
        (Evidence("text", old + new, 1.0, "the two readings"),),
    )


def _bolts(article: str) -> Span:
    return span(article, "Nobody asked us about the bolts")


def _changes() -> tuple[Change, ...]:
    swap = change("attribution", "beacon", "observer", "Ivo Tarrant", "Signe Aldous")
    moved = change("moved", "beacon", "tidings", MAYOR, MAYOR, "wording")
    return (
        Change(
            "swap",
            STORY,
            None,
            "beacon",
            "observer",
            False,
            "attribution",
            (_bolts("beacon"),),
            (_bolts("observer"),),
            swap.before,
            swap.after,
            "substance",
            0.91,
        ),
        change("figure", "beacon", "observer", "six", "nine"),
        change("hedge", "beacon", "observer", "reportedly", ""),
        change("lede", "beacon", "observer", "", WHY),
        change("credit", "beacon", "observer", "(Saltmarsh Wire)", "", "wording"),
        change("cut", "beacon", "observer", GULLS, "", "wording"),
        change("loaded", "observer", "islander", "", "brutally"),
        change("cut", "observer", "islander", FIRM, ""),
        change("added", "observer", "islander", "", ISLANDERS),
        change("quotation", "beacon", "tidings", "and nobody wanted to hear about the bolts", "nobody"),
        moved,
        change("cut", "beacon", "chronicle", GULLS, "", "wording"),
        change("wording", "beacon", "chronicle", "six others", "six other dockers", "wording"),
        change("style", "evening", "quayside", "harbour", "harbor", "style"),
        change("added", "beacon", "evening", "", LORRIES, "wording"),
    )


def said(article: str, words: str, speaker: str, mention: str, to: str | None = None) -> Statement:
    """A statement of the fixture."""
    heard = (Party(None, to, 0.8),) if to else ()
    return Statement(
        f"{article}/{mention}",
        article,
        (span(article, words),),
        (Party(span(article, mention), speaker, 0.9),),
        heard,
        None,
        None,
        "2019-06-04",
        "direct" if "olts" in words or "book" in words else "indirect",
        0.9,
        "said",
    )


def _statements() -> tuple[Statement, ...]:
    bolts = "Nobody asked us about the bolts"
    drivers = ("beacon", "chronicle", "tidings", "evening", "quayside")
    said_bolts = [said(a, bolts, "Ivo Tarrant", "crane driver Ivo Tarrant") for a in drivers]
    swapped = [said(a, bolts, "Signe Aldous", "Mayor Signe Aldous") for a in ("observer", "islander")]
    shut = [
        said(a, "the quay would stay shut for a week", "Signe Aldous", "Mayor Signe Aldous", "the council")
        for a in ("beacon", "chronicle", "tidings")
    ]
    books = [
        said(a, "We will open every book we have", "Corvin Hale", "Corvin Hale")
        for a in ("beacon", "observer", "evening")
    ]
    tree = said("voice", "It went over slowly, like a tree", "Marit Osk", "she")
    return (*said_bolts, *swapped, *shut, *books, tree)


def _claims() -> tuple[Claim, ...]:
    driver = tuple(_bolts(a) for a in ("beacon", "chronicle", "evening", "quayside", "tidings"))
    mayor = tuple(_bolts(a) for a in ("islander", "observer"))
    seven = (span("voice", "Seven people were hurt"),)
    six, nine = (
        tuple(span(a, words) for a in names)
        for words, names in (("six others", ("beacon", "tidings")), ("nine others", ("observer", "islander")))
    )
    return (
        Claim(
            "c1",
            (STORY,),
            "statement",
            "beacon/crane driver Ivo Tarrant",
            (*driver, *mayor),
            (
                Variant("Ivo Tarrant", driver, (AGENCY,)),
                Variant("Signe Aldous", mayor, (AGENCY,)),
            ),
            (AGENCY,),
            (1, 1),
            0.9,
            (Evidence("contradicted", (*driver, *mayor), 1.9, "versions contradict each other"),),
        ),
        Claim(
            "c2",
            (STORY,),
            "figure",
            None,
            (*six, *nine, *seven),
            (
                Variant("six injured", six, (AGENCY,)),
                Variant("nine injured", nine, (AGENCY,)),
                Variant("Seven people were hurt", seven, ("voice",)),
            ),
            (AGENCY, "voice"),
            (2, 2),
            0.8,
            (Evidence("contradicted", (*six, *nine, *seven), 1.6, "versions contradict each other"),),
        ),
    )


def crane_trace() -> Trace:
    """The crane story, a loner, furniture and a note."""
    articles = tuple(
        Article(name, text, OUTLETS[name][0], None, OUTLETS[name][1], OUTLETS[name][2])
        for name, text in TEXTS.items()
    )
    first = ("beacon", "chronicle", "evening", "islander", "observer", "quayside", "tidings")
    wire = "three articles credit Saltmarsh Wire"
    credit = Evidence("credit", (span("beacon", "(Saltmarsh Wire)"),), 3.0, wire)
    nodes = (
        Node(AGENCY, "Saltmarsh Wire", False, 0.94, (credit,)),
        *(Node(a, None, True, 1.0) for a in (*first, "voice")),
    )
    edges = (
        *(edge(AGENCY, a) for a in ("beacon", "chronicle", "observer", "tidings", "evening")),
        edge("observer", "islander", 0.97),
        edge("evening", "quayside", 0.55, directed=False),
        edge("beacon", "evening", 0.62),
    )
    lineage = Lineage(nodes, edges, (AGENCY, "voice"), (2, 3))
    return Trace(
        articles=articles,
        stories=(
            Story(STORY, (*first, "voice"), (first, ("voice",)), 0.41),
            Story("s2", ("council",), (("council",),), 1.0),
        ),
        lineages={
            STORY: lineage,
            "s2": Lineage((Node("council", None, True, 1.0),), (), ("council",), (1, 1)),
        },
        statements=_statements(),
        changes=_changes(),
        claims=_claims(),
        furniture=((span("observer", FOOT), "a line that the outlet prints under every report"),),
        set_aside=(SetAside("pier.bin", "it is no text", "give text or HTML"),),
        manifest={"retold": "0.1.0"},
    )
