"""Invented dispatches on eight events that have nothing in common, and digests made of their openings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold import Article

DISPATCHES = {
    "bees": (
        "HALVIK, June 1 - A lorry with forty hives overturned on the pass road above Halvik, and the bees settled "
        "on a school bus that had stopped behind it. Nobody was stung badly, since the driver told the children to "
        "keep the windows shut and sing.\n\n"
        "Beekeepers from three valleys came with smokers and bed sheets. By dusk they had all but two swarms back "
        "in their boxes.\n\n"
        "“They were only looking for somewhere dark,” said Runa Stokke, who lost a queen of nine years."
    ),
    "organ": (
        "PRESK, June 1 - Restorers in the cathedral of Presk have found a love letter in the longest pipe of the "
        "organ, written by a bellows boy to the daughter of the bishop in 1791. The pipe had sounded flat for two "
        "centuries, and every tuner had blamed the damp.\n\n"
        "The letter will be shown behind glass in the sacristy. Its spelling is poor and its meaning is plain.\n\n"
        "Organist Benno Kralik said he would miss the old note."
    ),
    "mint": (
        "DORNE, June 2 - The royal mint has melted eleven tonnes of its new five-crown piece because the king faces "
        "the wrong way on it. An engraver had worked from a mirror and noticed nothing until a shopkeeper wrote in "
        "to ask.\n\n"
        "Collectors offered up to 400 crowns for one of the few hundred coins that had reached the tills of Dorne.\n\n"
        "The treasury said the mistake would cost it about as much as a small bridge."
    ),
    "rowers": (
        "SKALVOE, June 2 - Two sisters aged 71 and 74 rowed around the island of Skalvoe in a boat that they had "
        "built in their kitchen. They had to take out the window and part of the wall to bring it to the beach.\n\n"
        "The trip of sixty miles took them nine days, with a rest for each knee.\n\n"
        "“We quarrelled about the compass once,” said Tilde Hjort, the younger. “It was upside down.”"
    ),
    "vines": (
        "CASTROL, June 3 - Growers around Castrol have begun to pick their grapes ten weeks early after a warm "
        "spring in which storks nested in February. The cellars are not yet washed, and pickers had to be asked "
        "from the olive farms.\n\n"
        "The cooperative expects half the usual wine and twice the sugar in it.\n\n"
        "Cellar master Ines Palomar said nobody alive had tasted such a June."
    ),
    "tunnel": (
        "GRUND, June 3 - Drillers of the Grund railway tunnel broke into a cave with a lake that nobody had known "
        "of, and the line will now go round it at a cost of 60 million. Blind fish the length of a finger live in "
        "the water, and the walls are hung with white needles.\n\n"
        "Work stopped for a month while divers looked for the far shore.\n\n"
        "The railway wants trains to run by the autumn of next year."
    ),
    "chess": (
        "MARENZ, June 4 - A boy of eight beat the champion of Marenz at chess in the market hall, then asked whether "
        "he might have his sandwich back. He had lent it to the champion, who was hungry, on the twentieth move.\n\n"
        "Some ninety people stood around the table, among them the mayor, who had come for cabbages.\n\n"
        "The club has given young Pavel Dusek a board and a key to its cellar."
    ),
    "clock": (
        "OSTRAVEL, June 4 - The town hall clock of Ostravel has been stopped for the first time since the war so "
        "that a pair of swifts can raise their brood behind the figure four. Ladders were put away and bell ringers "
        "given leave, and the council now begins its sessions by whistle.\n\n"
        "Three chicks have hatched so far.\n\n"
        "Clerk Otmar Vesely said the tax office alone had asked for the time."
    ),
}
NAMES = tuple(DISPATCHES)
_DAY = {name: f"2031-06-0{1 + number // 2}T08:00:00Z" for number, name in enumerate(NAMES)}


def dispatch(name: str, outlet: str = "Reuters", day: str | None = None, key: str = "") -> Article:
    """One of the dispatches as an outlet prints it."""
    return Article(key or name, DISPATCHES[name], outlet=outlet, published=day or _DAY[name])


def opening(name: str, sentences: int = 1) -> str:
    """How a dispatch begins, without its dateline."""
    body = DISPATCHES[name].partition(" - ")[2]
    return " ".join(re.split(r"(?<=[.!?]) |\n\n", body)[:sentences])


def digest(
    names: Sequence[str],
    key: str = "brief",
    outlet: str = "Valley Gazette",
    sentences: int = 1,
    mark: str = "",
) -> Article:
    """News in brief: the openings of these dispatches under one another, days after all of them."""
    text = "\n\n".join(f"{mark}{opening(name, sentences)}" for name in names)
    return Article(key, f"The week in brief\n\n{text}", outlet=outlet, published="2031-06-08T06:00:00Z")


_OWN = (
    "Nobody in Halvik slept much, and the baker gave out rolls on the bridge while the teacher counted heads. "
    "Old Per Lund says he has kept bees since the war and has never seen them take a bus before. His wife thinks "
    "they wanted to see the sea.\n\n"
)
_MORE = (
    "\n\nBy evening the road was wet with syrup, and the priest had found a swarm in the pulpit. He let it be for "
    "the night and preached from the step. Four hymns were sung, none of them loudly.\n\n"
    "The bus was washed at the quarry. Its driver, who is a grandmother of six, has been asked to open the summer "
    "fair, and says that she will do so if somebody else brings the jam. Children drew the day on the wall of the "
    "gymnasium in yellow and brown, and the paint will stay where it is until somebody finds the key to the store. "
    "Nobody is looking for it very hard. The keepers from the next valley left their bed sheets behind, and these "
    "hang on the line at the inn with a card that asks whose they are.\n\n"
    "In the upper houses people have put out saucers of sugar water. A swarm still hangs under the eaves of the "
    "mill, as large as a calf, and the miller goes in and out by the window.\n\n"
    "Whoever walks down to the river these days takes a hat. The ferryman has hung a curtain of beads across his "
    "hut, cut from the necklaces of two aunts, and lets nobody through who hums. At the smithy they keep a fire of "
    "wet straw, which does nothing against bees and a good deal against customers. A student from the city came up "
    "to count wings and left with a swollen ear and eleven pages of notes.\n\n"
    "Old Lund sits by his gate and says that all of it will be forgotten by the hay. He has a jar beside him, with "
    "a spoon in it, for those who stop to argue. Few do. The jar is on its second filling, and his wife has begun "
    "to hide the bread."
)
# a report of the bees that has two sentences of the dispatch, and tells much of its own
OWN_REPORT = Article(
    "own",
    f"{_OWN}{opening('bees', 2)}{_MORE}",
    outlet="Halvik Mail",
    published="2031-06-01T19:00:00Z",
)
