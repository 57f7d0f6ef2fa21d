"""What stands at the head of a sentence before its subject: a place, a day, the phrase of a participle."""

from __future__ import annotations

from retold.steps.statements.speaking import is_role
from retold.steps.statements.tree import Tree


def behind_opening(tree: Tree, subject: int) -> int:
    """The name behind the phrase of a participle: Speaking on the podcast Left Foot, [Kael], 31, said it.

    The parser takes the last word of the phrase for the subject, which it is where none opens the sentence.
    """
    behind = _behind_place(tree, subject)
    if behind is not None:
        return behind
    if tree.tags[0] != "VBG" or any(tree.words[t] == "," for t in range(subject)):
        return subject
    led = any(tree.deps[t] == "prep" and tree.heads[t] == 0 for t in range(1, subject))
    names = [k for k in tree.having(subject, "appos") if k > subject and tree.tags[k].startswith("NNP")]
    return names[0] if led and names and tree.words[subject + 1] == "," else subject


def _behind_place(tree: Tree, subject: int) -> int | None:
    """The noun behind a place read as the subject: Outside court, [her uncle] said; Orm, Vosk-based [Kay]."""
    beside = [k for k in tree.having(subject, "appos") if k > subject and tree.tags[k].startswith("NN")]
    if not beside or tree.words[subject + 1] != ",":
        return None
    led = tree.noun(subject)[0] == 0 and tree.lower[0] in tree.names.placing
    parts = range(tree.noun(beside[0])[0], beside[0])
    based = any(tree.tags[t] == "HYPH" and tree.tags[t + 1] == "VBN" for t in parts)
    behind = tree.reach(beside[0])[1] + 1
    named = tree.tags[beside[0]].startswith("NNP") and tree.words[behind : behind + 1] != [","]
    return beside[0] if led or (based and named) else None


def is_opening(tree: Tree, at: int) -> bool:
    """Whether a noun belongs to the phrase at the head of a sentence; not in “Outside, a pilot said”."""
    lead = tree.heads[at]
    return tree.deps[at] == "pobj" and _opens(tree, lead) and tree.words[lead + 1 : lead + 2] != [","]


def behind_day(tree: Tree, at: int) -> bool:
    """Whether a name stands right behind a day that is read as its first word: On Friday Kael said."""
    day = tree.heads[at] + 1
    return day < at and tree.lower[day] in tree.names.weekdays and tree.noun(at)[0] == day + 1


def behind_role(tree: Tree, at: int) -> bool:
    """Whether what somebody is stands before his name, behind a comma: In a paper, columnist Kael wrote."""
    low = at
    while low > 0 and (tree.tags[low].startswith("NN") or tree.tags[low] == "JJ"):
        low -= 1
    role = low + 1
    return tree.words[low] == "," and role < at and tree.words[role].islower() and is_role(tree, role)


def _opens(tree: Tree, preposition: int) -> bool:
    """Whether a preposition stands at the head of the sentence or behind a comma."""
    return preposition == 0 or tree.words[preposition - 1] in (",", ";", "—") or tree.dummy[preposition - 1]


def speakers(tree: Tree, subjects: list[int]) -> list[int]:
    """The subjects of a cue without a place read as one: her uncle said [outside court]."""
    placed = [one for one in subjects if tree.lower[tree.noun(one)[0]] in tree.names.placing]
    return [one for one in subjects if one not in placed] or subjects
