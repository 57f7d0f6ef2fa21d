"""Who speaks, in one parsed sentence: the subject of a cue, its agent, or one it inherits."""

from __future__ import annotations

from retold import parameters
from retold.language.speech import Verb
from retold.steps.statements.blamed import blamed
from retold.steps.statements.endings import is_summed_up
from retold.steps.statements.inherited import agent, antecedent, carried_on, inherited
from retold.steps.statements.inversions import Inverted
from retold.steps.statements.openings import behind_day, behind_opening, behind_role, is_opening, speakers
from retold.steps.statements.speaking import is_role
from retold.steps.statements.tree import FINITE, Tree

_SPEAKING_TAGS = ("NN", "PRP", "DT", "CD", "WP", "JJ", "VBN", "FW", "WDT", "UH")
_P = parameters.of("statements", "subjects")
_INSERTION, _RELATIVE, _INVERTED = (_P.integer(name) for name in ("insertion", "relative", "inverted"))


def subject(tree: Tree, token: int, verb: Verb, behind: Inverted | None = None) -> tuple[int | None, bool]:
    """Head of the speaker's phrase, and whether the cue is in the passive.

    `behind` is how the cue was read where its speaker stands behind it, as no parse tells.
    """
    if token and tree.words[token - 1][:1] == "@" and tree.words[token - 1][1:]:
        return token - 1, False  # @quaydesk says (https://t.co/…)
    if verb.base in tree.speech.quoting and (quoted := _quoted(tree, token)) is not None:
        return quoted, False
    head, passive = _any_subject(tree, token, verb) if behind is None else (behind.speaker, False)
    if head is not None and (not _speaks(tree, head) or _is_label(tree, head, token)):
        head = None  # Aries: Say what you mean
    return (_beside(tree, token) if head is None and not passive else head), passive


def _quoted(tree: Tree, token: int) -> int | None:
    """The person behind a verb that quotes somebody: “…,” the biographer quotes [Kael]."""
    persons = (one for one in tree.having(token, "dobj") if one > token)
    return next((one for one in persons if tree.tags[one].startswith(("NNP", "PRP"))), None)


def _speaks(tree: Tree, head: int) -> bool:
    """Whether a word can be a speaker: no stand-in for a quotation, no preposition, no time, no figure."""
    if tree.dummy[head] or _is_time(tree, head) or tree.words[head][:1].isdigit():
        return False
    if not tree.words[head][:1].isalpha() or "://" in tree.words[head] or is_summed_up(tree, head):
        return False  # Let’s say; an address; a claim critics dispute
    if tree.tags[head] == "DT" and tree.lower[head] in tree.grammar.definite:
        return False  # This is from the Courier: “…”
    if tree.tags[head] == "VBN" and tree.lower[head] in tree.speech.verbs and not tree.having(head, "det"):
        return False  # “Informed that …, the mayor said”
    if _is_surname(tree, head):
        return True
    return tree.tags[head].startswith(_SPEAKING_TAGS)


def _is_time(tree: Tree, head: int) -> bool:
    """Whether a word tells when; the minutes of a meeting are a paper."""
    paper = (
        tree.lower[head] in tree.speech.papers
        and tree.having(head, "det")
        and not tree.having(head, "nummod")
    )
    return tree.lower[head] in tree.speech.times and not paper


def _is_surname(tree: Tree, head: int) -> bool:
    """Whether a surname at the head of a sentence was read as a verb: [Dellow] late on Friday said."""
    opens = head == 0 and tree.deps[head] == "nsubj" and tree.tags[head] in ("VB", "VBP", "RB")
    if not opens or not tree.words[head][0].isupper():
        return False
    speech, word = tree.speech, tree.lower[head]
    known = word in speech.verbs or word in speech.leading or word in speech.preceding
    return not known and any(tree.lower[t] in speech.times for t in range(1, tree.heads[head]))


def _any_subject(tree: Tree, token: int, verb: Verb) -> tuple[int | None, bool]:
    passive = tree.having(token, "auxpass", "nsubjpass") or set_in(tree, token, verb)
    passive = passive or _is_ordered(tree, token, verb)
    if passive or (_passive_too(tree, token, verb) and carried_on(tree, token) is None):
        return agent(tree, token), True
    own = speakers(tree, tree.having(token, "nsubj"))
    own = own or [kid for one in _set_in_before(tree, token) for kid in tree.having(one, "nsubj")]
    own = own or _before_insertion(tree, token)
    if own:
        first = _set_in_behind(tree, token, behind_opening(tree, _first_of(tree, token, own)))
        return antecedent(tree, token, _so_called(tree, token, first)), False
    misread = _asked_before(tree, token)
    misread = _named_before(tree, token) if misread is None else misread
    misread = described_before(tree, token) if misread is None else misread
    misread = said_by(tree, token, verb) if misread is None else misread
    misread = _misread(tree, token, verb) if misread is None else misread
    if misread is not None:
        return misread, False
    if (
        tree.tags[token] == "VBN"
        and not tree.having(token, "aux")
        and tree.deps[token] in ("acl", "ROOT", "advcl")
    ):
        return agent(tree, token), True
    if tree.tags[token] in ("VBD", "VBZ") and token and tree.tags[token - 1].startswith("NNP"):
        return _beside(tree, token), False
    found = blamed(tree, token)
    found = inherited(tree, token) if found is None else found
    return (None if found is None else behind_opening(tree, found)), False


def _beside(tree: Tree, token: int) -> int | None:
    """The noun just before a finite cue, or before an insertion between two commas, where the parse has none.

    For “In a call, pilot Ana Kael said” and “Ana Kael, KC, said” as the parser misreads them.
    """
    if tree.tags[token] == "NN" and tree.deps[token] == "pobj":
        return tree.heads[tree.heads[token]]  # a statement from the club read: “…”
    if tree.tags[token] not in ("VBD", "VBZ", "VBP", "NNS"):
        return None
    at = _before_times(tree, token - 1)
    if at > 0 and tree.words[at] == ",":
        before = _comma_before(tree, at)
        at = -1 if before is None else _before_times(tree, before - 1)
    at = at if at < 0 else _owned(tree, at)
    at = _bearer(tree, at)
    if at < 0 or (is_opening(tree, at) and not (behind_day(tree, at) or behind_role(tree, at))):
        return None  # In Elmhart, said …
    named = tree.tags[at].startswith("NN") or (tree.tags[at] in ("JJ", "RB") and tree.words[at][0].isupper())
    return at if named and tree.quotes[at] < 0 and _speaks(tree, at) else None


def _owned(tree: Tree, at: int) -> int:
    """The noun that a phrase before the cue only tells more of: the [Board] of Trade, a [lawyer] for Kael."""
    while tree.deps[at] == "pobj":
        link, noun = tree.heads[at], tree.heads[tree.heads[at]]
        of_role = tree.lower[link] in tree.grammar.inside and noun < link and is_role(tree, noun)
        if tree.lower[link] not in tree.grammar.genitive and not of_role:
            break
        at = noun
    return at


def _is_label(tree: Tree, head: int, cue: int) -> bool:
    """Whether a colon, and none of a quoted title, parts a name from the cue."""
    return any(tree.words[t] == ":" and tree.quotes[t] < 0 for t in range(head, cue))


def _bearer(tree: Tree, at: int) -> int:
    """Who bears a participle that is read as his verb: people briefed on it, stopped for rowing by it."""
    if at < 0 or tree.deps[at] != "pobj":
        return at
    verb = at
    while tree.deps[verb] in ("pobj", "pcomp"):
        verb = tree.heads[tree.heads[verb]]
    nouns = [kid for kid in tree.having(verb, "nsubj") if kid == verb - 1 and tree.tags[kid].startswith("NN")]
    return nouns[0] if nouns and tree.tags[verb] in ("VBD", "VBN") else at


def _before_times(tree: Tree, at: int) -> int:
    """The token before words of time and adverbs: Kael [late on Monday] said."""
    low = at
    while low > 0 and (tree.tags[low] == "RB" and not tree.words[low][0].isupper()):
        low -= 1
    while low > 0 and (tree.lower[low] in tree.speech.times or tree.tags[low] == "CD"):
        low -= 1
        while low > 0 and tree.tags[low] in ("IN", "DT", "JJ", "RB") and tree.words[low].islower():
            low -= 1
    return low


def _comma_before(tree: Tree, comma: int) -> int | None:
    """The comma that opens an insertion without a finite verb, or one with "who"."""
    finite = False
    for at in range(comma - 1, max(0, comma - _RELATIVE), -1):
        if tree.dummy[at]:
            return None
        relative = tree.tags[at + 1] in ("WP", "WP$")
        if tree.words[at] == "," and (relative or (not finite and comma - at < _INSERTION)):
            return at
        finite = finite or tree.tags[at] in FINITE
    return None


def _passive_too(tree: Tree, token: int, verb: Verb) -> bool:
    """“was jailed and told that …”, “when asked”, “Told that …, Kael said”: a telling of nobody."""
    if _is_ordered(tree, token, verb):
        return True
    if tree.tags[token] not in ("VBN", "VBD") or tree.having(token, "nsubj"):
        return False
    if token and tree.lower[token - 1] in tree.speech.leading:
        return True
    loose = ("advcl", "amod", "acl", "dep", *(() if token else ("ccomp",)))
    opening = tree.deps[token] in loose and (not token or tree.words[token - 1] in (",", "—", "-"))
    if opening and verb.to_object and not tree.having(token, "dobj", "dative", "aux"):
        return True
    joined = tree.deps[token] == "conj" and tree.having(tree.heads[token], "auxpass")
    bare = verb.to_object and not tree.having(token, "dobj", "dative", "aux")
    return bool(joined) and bare


def _is_ordered(tree: Tree, token: int, verb: Verb) -> bool:
    """“Drivers told to stay at home”: who is told to do a thing, in the words of a headline.

    Whoever tells somebody to do a thing names him behind the verb.
    """
    if verb.base not in tree.speech.ordering or tree.tags[token] not in ("VBD", "VBN"):
        return False
    if tree.having(token, "aux", "dobj", "dative") or not tree.having(token, "nsubj"):
        return False
    deeds = [kid for kid in tree.having(token, "xcomp") if kid > token]
    return any(tree.lower[one] in tree.grammar.infinitive for kid in deeds for one in tree.having(kid, "aux"))


def set_in(tree: Tree, token: int, verb: Verb) -> bool:
    """“The mayor, asked if he would go, said …”: asked, and read by the parser as one who asks.

    No comma alone stands between a subject and its verb: Kael, [asked if …,] left.
    """
    subjects = tree.having(token, "nsubj")
    parted = bool(subjects) and tree.words[token - 1] == "," and subjects[-1] < token
    goes_on = tree.heads[token] > token and not tree.having(tree.heads[token], "nsubj")
    goes_on = goes_on or (parted and tree.noun(subjects[-1])[1] == token - 2)
    return parted and goes_on and verb.to_object and not tree.having(token, "dobj", "dative", "aux")


def _asked_before(tree: Tree, token: int) -> int | None:
    """Who was asked or told something and then speaks: [he] was asked by a councillor if …, and said …"""
    head = tree.heads[token]
    verb = tree.speech.verbs.get(tree.lower[head])
    finite = tree.deps[token] == "conj" and tree.tags[token] in ("VBD", "VBZ", "VBP") and head < token
    heard = verb is not None and verb.to_object and bool(tree.having(head, "auxpass"))
    subjects = tree.having(head, "nsubjpass") if finite and heard else []
    return antecedent(tree, head, subjects[-1]) if subjects else None


def _set_in_before(tree: Tree, token: int) -> list[int]:
    verbs = tree.speech.verbs
    held = [kid for kid in tree.kids[token] if kid < token and tree.lower[kid] in verbs]
    return [kid for kid in held if set_in(tree, kid, verbs[tree.lower[kid]])]


def _named_before(tree: Tree, token: int) -> int | None:
    """The role noun before a name between commas and a finite cue: before the judge, Jan Orme, asked …

    The parser reads it as what a preposition leads to, and whoever spoke before as the one who asks.
    """
    if tree.tags[token] not in ("VBD", "VBZ") or token < 3 or tree.words[token - 1] != ",":
        return None
    low = token - 2
    while low > 0 and tree.tags[low].startswith(("NNP", "HYPH")):
        low -= 1
    noun = low - 1
    named = low < token - 2 and tree.words[low] == "," and noun > 0 and tree.deps[noun] == "pobj"
    known = (tree.speech.persons, tree.speech.unnamed, tree.names.kin, tree.names.ranks)
    return _owned(tree, noun) if named and any(tree.lower[noun] in one for one in known) else None


def _set_in_behind(tree: Tree, token: int, head: int) -> int:
    """Who is set in with a cue behind somebody else of whom he tells: Dr Kael, the [clerk] said, had died."""
    beside = [kid for kid in tree.having(head, "appos") if kid < token and tree.reach(kid)[1] == token - 1]
    parted = beside and tree.words[tree.reach(beside[0])[0] - 1] == ","
    return beside[0] if parted and tree.words[token + 1 : token + 2] == [","] else head


def _so_called(tree: Tree, token: int, head: int) -> int:
    """The noun that bears a quoted name read as the subject: a [neighbour] known as “Ma” said so."""
    if tree.quotes[head] < 0 or tree.dummy[head]:
        return head
    bearers = [*tree.having(head, "appos"), *(t for t in tree.above(token)[1:] if t < head)]
    bearers = [t for t in bearers if t < token and tree.tags[t].startswith("NN")]
    return next((t for t in bearers if tree.quotes[t] < 0), head)


def _before_insertion(tree: Tree, token: int) -> list[int]:
    """The subject that the parse gives to “he said” set in behind it: Kael, Vann said, had told her."""
    held = (tree.having(kid, "nsubj") for kid in tree.having(token, "parataxis") if kid < token)
    return next((subjects[:1] for subjects in held if len(subjects) > 1), [])


def _first_of(tree: Tree, token: int, subjects: list[int]) -> int:
    """The subject before the cue of two that the parse has: Kael told [Radio Tarn's Ana Vann].

    Or the name of a thing of his behind him: Kael of the tug [Ida] told them. One right before its verb has
    it, whatever the parser finds behind: he said, speaking of the law of Sens. [Kael] and Orme.
    """
    first, last = subjects[0], subjects[-1]
    right = next((one for one in subjects if one == token - 1), None)
    if right is not None and last > token and not tree.dummy[right]:
        return right
    if first >= token or tree.dummy[first]:
        return last
    told = last > token and tree.having(token, "dobj", "dative")
    end = tree.reach(first)[1]
    thing = tree.tags[end] == "NN" and tree.words[end].isalpha()
    of_person = tree.tags[first] in ("NN", "NNS")  # the port’s head of trade [Ana Kael]
    named = thing and first < end == tree.noun(last)[0] - 1 and last < token and not of_person
    return first if told or named else last


def _inverted(tree: Tree, token: int, verb: Verb) -> bool:
    """“…,” adds Kael: read by the parser as an object."""
    objects = tree.having(token, "dobj")
    if not token and objects and not verb.act and not verb.to_object:
        return any(tree.dummy[objects[0] :])  # Replied the mate: “…”
    beside = token > 0 and tree.dummy[token - 1]  # “Clay?” asked Kael
    if not objects or (verb.to_object and not beside) or verb.act or not token:
        return False
    near = objects[0] - token <= _INVERTED and tree.tags[objects[0]] in ("NNP", "PRP")
    word = tree.lower[objects[0]]
    near = near or (word in tree.grammar.indefinite and objects[0] == token + 1)  # says another
    known = word in tree.names.kin or word in tree.names.family or word in tree.speech.persons
    role = known and tree.noun(objects[0])[0] == token + 1  # snorted her husband
    return (near or role) and any(tree.dummy[max(0, token - _INVERTED) : token])


def _misread(tree: Tree, token: int, verb: Verb) -> int | None:
    """Who speaks beside a quotation where the parse has an object, or one of whom something is told."""
    if _inverted(tree, token, verb):
        return tree.having(token, "dobj")[0]
    if _in_relative(tree, token):
        return tree.heads[token]
    behind = _described_behind(tree, token)
    if behind is not None:
        return behind
    return tree.heads[token] if _read_as_passive(tree, token, verb) else None


def _read_as_passive(tree: Tree, token: int, verb: Verb) -> bool:
    """“…,” the pilot, Ana Kael, posted online: read by the parser as a pilot who was posted.

    “…,” a voice called back: as a voice that was called.
    """
    head = tree.heads[token]
    low = tree.noun(head)[0]
    behind = low > 1 and tree.words[low - 1] == "," and tree.dummy[low - 2]
    near = tree.words[token - 1] == "," or (head == token - 1 and tree.dummy[tree.heads[head]])
    loose = tree.tags[token] == "VBN" and tree.deps[token] == "acl" and near
    finite = loose and not verb.to_object and not tree.having(token, "aux", "agent", "oprd")
    later = (t for t in range(low, len(tree)) if not tree.dummy[t])
    return bool(finite and behind) and not any(tree.tags[t] in ("VBD", "VBZ", "VBP") for t in later)


def _in_relative(tree: Tree, token: int) -> bool:
    """“a letter that her director called “hasty””: read by the parser as a director who is called so."""
    head = tree.heads[token]
    if tree.tags[token] != "VBN" or tree.deps[token] != "acl" or head != token - 1:
        return False
    low = tree.noun(head)[0]
    led = low > 1 and tree.lower[low - 1] in tree.speech.relatives and tree.tags[low - 2].startswith("NN")
    return led and any(tree.quotes[kid] >= 0 for kid in tree.having(token, "oprd", "dobj"))


def _described_behind(tree: Tree, token: int) -> int | None:
    """“…,” says [climber] found after six days: who speaks, read as the subject of what describes him."""
    at = token - 1 - (tree.words[token - 1 : token] == [","])
    if at < 0 or not tree.dummy[at] or tree.tags[token] not in ("VBD", "VBZ"):
        return None
    nouns = [
        one
        for kid in tree.having(token, "ccomp")
        if tree.tags[kid] == "VBN"
        for one in tree.having(kid, "nsubj")
    ]
    return next((one for one in nouns if tree.noun(one)[0] == token + 1), None)


def described_before(tree: Tree, token: int) -> int | None:
    """Who is described right before a cue, behind a comma: “Talks failed, a [pilot] who left told them.”"""
    if tree.tags[token] not in ("VBD", "VBZ", "VBN") or tree.having(token, "aux", "auxpass"):
        return None
    for clause in (t for t in range(token) if tree.deps[t] == "relcl" and tree.reach(t)[1] == token - 1):
        noun, first = tree.heads[clause], tree.reach(clause)[0]
        low = tree.noun(noun)[0]
        parted = low > 1 and tree.words[low - 1] == "," and tree.tags[first] == "WP" and first == noun + 1
        if parted and tree.tags[noun].startswith("NN"):
            return noun
    return None


def said_by(tree: Tree, token: int, verb: Verb) -> int | None:
    """Who speaks, read as what is said: “Two men drowned, said a [diver] who knew them.”"""
    bare = verb.base in tree.speech.bare and not verb.to_object and tree.tags[token] in ("VBD", "VBZ")
    objects = tree.having(token, "dobj") if bare and tree.words[token - 1] == "," and token else []
    behind = [one for one in objects if tree.noun(one)[0] == token + 1]
    return next((one for one in behind if is_role(tree, one) or tree.tags[one].startswith("NNP")), None)
