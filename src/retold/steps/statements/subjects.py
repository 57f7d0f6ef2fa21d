"""Who speaks, in one parsed sentence: the subject of a cue, its agent, or one it inherits."""

from __future__ import annotations

from retold import parameters
from retold.language.speech import Verb
from retold.steps.statements.inversions import inverted
from retold.steps.statements.tree import Tree

_CLIMBS = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "acl", "dep", "prep", "parataxis"})
_WORDLESS = frozenset({"condemned", "cried", "mourned", "claimed", "warned"})
_SPEAKING_TAGS = ("NN", "PRP", "DT", "CD", "WP", "JJ", "VBN", "FW", "WDT", "UH")
_P = parameters.of("statements", "subjects")
_INSERTION, _CLIMB, _INVERTED = (_P.integer(name) for name in ("insertion", "climb", "inverted"))


def subject(tree: Tree, token: int, verb: Verb) -> tuple[int | None, bool]:
    """Head of the speaker's phrase, and whether the cue is in the passive."""
    behind = inverted(tree, token, verb)
    head, passive = _any_subject(tree, token, verb) if behind is None else (behind.speaker, False)
    if head is not None and not _speaks(tree, head):
        head = None
    return (_beside(tree, token) if head is None and not passive else head), passive


def _speaks(tree: Tree, head: int) -> bool:
    """Whether a word can be a speaker: no stand-in for a quotation, no preposition, no time, no figure."""
    if tree.dummy[head] or tree.lower[head] in tree.speech.times or tree.words[head][:1].isdigit():
        return False
    if not tree.words[head][:1].isalpha():
        return False  # Let’s say
    if tree.tags[head] == "DT" and tree.lower[head] in tree.grammar.definite:
        return False  # This is from the Courier: “…”
    if tree.tags[head] == "VBN" and tree.lower[head] in tree.speech.verbs and not tree.having(head, "det"):
        return False  # “Informed that …, the mayor said”
    return tree.tags[head].startswith(_SPEAKING_TAGS)


def _any_subject(tree: Tree, token: int, verb: Verb) -> tuple[int | None, bool]:
    passive = tree.having(token, "auxpass", "nsubjpass") or set_in(tree, token, verb)
    if passive or _passive_too(tree, token, verb):
        return _agent(tree, token), True
    own = tree.having(token, "nsubj")
    own = own or [kid for one in _set_in_before(tree, token) for kid in tree.having(one, "nsubj")]
    own = own or _before_insertion(tree, token)
    if own:
        return _antecedent(tree, token, _first_of(tree, token, own)), False
    misread = _misread(tree, token, verb)
    if misread is not None:
        return misread, False
    if (
        tree.tags[token] == "VBN"
        and not tree.having(token, "aux")
        and tree.deps[token] in ("acl", "ROOT", "advcl")
    ):
        return _agent(tree, token), True
    if tree.tags[token] in ("VBD", "VBZ") and token and tree.tags[token - 1].startswith("NNP"):
        return _beside(tree, token), False
    return _inherited(tree, token), False


def _beside(tree: Tree, token: int) -> int | None:
    """The noun just before a finite cue, or before an insertion between two commas, where the parse has none.

    For “In a call, pilot Ana Kael said” and “Ana Kael, KC, said” as the parser misreads them.
    """
    if tree.tags[token] not in ("VBD", "VBZ", "VBP", "NNS"):
        return None
    at = _before_times(tree, token - 1)
    if at > 0 and tree.words[at] == ",":
        before = _comma_before(tree, at)
        at = -1 if before is None else _before_times(tree, before - 1)
    while at >= 0 and tree.deps[at] == "pobj" and tree.lower[tree.heads[at]] in tree.grammar.genitive:
        at = tree.heads[tree.heads[at]]  # the Board of Trade
    if at < 0 or (_is_opening(tree, at) and not _behind_day(tree, at)):
        return None  # In Elmhart, said …
    named = tree.tags[at].startswith("NN") or (tree.tags[at] in ("JJ", "RB") and tree.words[at][0].isupper())
    return at if named and tree.quotes[at] < 0 and _speaks(tree, at) else None


def _is_opening(tree: Tree, at: int) -> bool:
    """Whether a noun belongs to the phrase at the head of a sentence; not in “Outside, a pilot said”."""
    lead = tree.heads[at]
    return tree.deps[at] == "pobj" and _opens(tree, lead) and tree.words[lead + 1] != ","


def _behind_day(tree: Tree, at: int) -> bool:
    """Whether a name stands right behind a day that is read as its first word: On Friday Kael said."""
    day = tree.heads[at] + 1
    return day < at and tree.lower[day] in tree.names.weekdays and tree.noun(at)[0] == day + 1


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


def _opens(tree: Tree, preposition: int) -> bool:
    """Whether a preposition stands at the head of the sentence or behind a comma."""
    return preposition == 0 or tree.words[preposition - 1] in (",", ";", "—") or tree.dummy[preposition - 1]


def _comma_before(tree: Tree, comma: int) -> int | None:
    """The comma that opens an insertion without a finite verb."""
    for at in range(comma - 1, max(0, comma - _INSERTION), -1):
        if tree.words[at] == ",":
            return at
        if tree.tags[at] in ("VBD", "VBZ", "VBP", "MD") or tree.dummy[at]:
            return None
    return None


def _agent(tree: Tree, token: int) -> int | None:
    for by in tree.having(token, "agent", "prep"):
        if tree.lower[by] in tree.grammar.agent:
            return next(iter(tree.having(by, "pobj")), None)
    return None


def _antecedent(tree: Tree, token: int, subject: int) -> int | None:
    """The noun that a relative "who" stands for; no rule sees through "that" or "which" of a thing."""
    if tree.lower[subject] not in tree.speech.relatives:
        return subject
    above = tree.above(token)
    for verb in above:
        if tree.deps[verb] == "relcl":
            return tree.heads[verb]
    return None


def _passive_too(tree: Tree, token: int, verb: Verb) -> bool:
    """“was jailed and told that …”, “when asked”, “Told that …, Kael said”: a telling of nobody."""
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


def set_in(tree: Tree, token: int, verb: Verb) -> bool:
    """“The mayor, asked if he would go, said …”: asked, and read by the parser as one who asks."""
    subjects = tree.having(token, "nsubj")
    parted = bool(subjects) and tree.words[token - 1] == "," and subjects[-1] < token
    goes_on = tree.heads[token] > token and not tree.having(tree.heads[token], "nsubj")
    return parted and goes_on and verb.to_object and not tree.having(token, "dobj", "dative", "aux")


def _set_in_before(tree: Tree, token: int) -> list[int]:
    verbs = tree.speech.verbs
    held = [kid for kid in tree.kids[token] if kid < token and tree.lower[kid] in verbs]
    return [kid for kid in held if set_in(tree, kid, verbs[tree.lower[kid]])]


def _before_insertion(tree: Tree, token: int) -> list[int]:
    """The subject that the parse gives to “he said” set in behind it: Kael, Vann said, had told her."""
    held = (tree.having(kid, "nsubj") for kid in tree.having(token, "parataxis") if kid < token)
    return next((subjects[:1] for subjects in held if len(subjects) > 1), [])


def _first_of(tree: Tree, token: int, subjects: list[int]) -> int:
    """The subject before the cue of two that the parse has: Kael told [Radio Tarn's Ana Vann].

    Or the name of a thing of his behind him: Kael of the tug [Ida] told them.
    """
    first, last = subjects[0], subjects[-1]
    if first >= token or tree.dummy[first]:
        return last
    told = last > token and tree.having(token, "dobj", "dative")
    end = tree.reach(first)[1]
    thing = tree.tags[end] == "NN" and tree.words[end].isalpha()
    named = thing and first < end == tree.noun(last)[0] - 1 and last < token
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


def _inherited(tree: Tree, token: int) -> int | None:
    """The subject of the verb, or the noun, that a cue without subject depends on."""
    main = carried_on(tree, token)
    known = None if main is None else _subject_of(tree, main)
    known = _heard(tree, token) if known is None else known
    return _climbed(tree, token, token if main is None else main) if known is None else known


def _subject_of(tree: Tree, verb: int) -> int | None:
    """Who speaks by a verb of saying that another goes on: its subject, its agent in the passive."""
    subjects = tree.having(verb, "nsubj")
    if subjects:
        return _antecedent(tree, verb, subjects[-1])
    return _agent(tree, verb) if tree.having(verb, "nsubjpass") else None


def _climbed(tree: Tree, token: int, one: int) -> int | None:
    """The subject of the nearest verb above, or the noun, that has one."""
    for _ in range(_CLIMB):
        dep, head = tree.deps[one], tree.heads[one]
        if head == one or dep not in _CLIMBS:
            return None
        if dep == "acl" and tree.tags[head].startswith("NN"):
            return _maker(tree, _wearer(tree, head))
        subjects = tree.having(head, "nsubj")
        passive = tree.having(head, "nsubjpass")
        if subjects:
            return _antecedent(tree, head, subjects[-1]) if tree.tags[head].startswith("VB") else None
        if passive and not is_wished(tree, head):
            return passive[-1] if _passed_on(tree, token, head) else None
        one = head
    return None


def is_wished(tree: Tree, verb: int) -> bool:
    """Whether a passive is only asked for, so that no verb goes on with it: that the port be [reopened]."""
    return not tree.having(verb, "aux") and all(tree.tags[k] == "VB" for k in tree.having(verb, "auxpass"))


def _heard(tree: Tree, token: int) -> int | None:
    """Whom somebody quotes or recalls: the paper quoted Kael as saying …, Vann recalled Kael telling him …"""
    above, head = token, tree.heads[token]
    if tree.deps[token] == "pcomp" and tree.lower[head] in tree.grammar.comparing:
        above, head = head, tree.heads[head]
        if tree.tags[head].startswith("NN") and tree.speech.quoted.intersection(tree.lower[:head]):
            return head  # read by the parser as a quoted pilot
        quoted = tree.lower[head] in tree.speech.quoted and not tree.having(head, "nsubjpass", "auxpass")
        return tree.having(head, "dobj")[-1] if quoted and tree.having(head, "dobj") else None
    beside = above > 0 and tree.tags[token] == "VBG" and tree.heads[above - 1] == head
    named = beside and tree.deps[above - 1] == "dobj" and tree.tags[above - 1] in ("NNP", "PRP")
    return above - 1 if named else None


def carried_on(tree: Tree, token: int) -> int | None:
    """The verb of saying whose subject goes on in a participle behind a comma; None where the parse tells it.

    “Kael said the mayor should go, adding: …” is read by the parser as what the mayor adds. “Vann told
    the court that Kael had boasted of the theft, saying …” is what Kael said: his boast has no words yet.
    """
    verb = tree.speech.verbs.get(tree.lower[token])
    if verb is not None and _joined_below(tree, token, verb):
        return next((one for one in tree.above(token)[1:] if one < token and _tells(tree, one)), None)
    quoted = any(number >= 0 for number in tree.quotes[token + 1 : token + 2])  # read by the parser as it may
    loose = tree.tags[token] == "VBG" and (
        quoted or tree.deps[token] in ("advcl", "acl", "conj", "dep", "ccomp")
    )
    if verb is None or not loose or token == 0 or tree.words[token - 1] != "," or tree.having(token, "nsubj"):
        return None
    above = [one for one in tree.above(token)[1:] if one < token and _tells(tree, one)]
    inner = _told_below(tree, token, verb)
    if inner is not None:
        return inner
    if not above and verb.base in tree.speech.going_further:  # the men, Kael told them, were free, adding …
        above = [
            one for one in tree.having(tree.heads[token], "parataxis") if one < token and _tells(tree, one)
        ]
    return above[-1] if above else None


def _told_below(tree: Tree, token: int, verb: Verb) -> int | None:
    """The verb of what somebody told whose subject goes on in a participle, though the parse hangs it higher.

    “Vann told the court that Kael had boasted of it, saying …”: a boast without words. “… that Kael had hit
    the guard, shouting …”: nobody shouts who tells. “The court heard that …, saying …”: a court is silent.
    """
    if verb.base in tree.speech.going_further:
        return None
    over = {one for one in tree.above(token) if one < token}
    heard = any(tree.lower[one] in tree.speech.hearing for one in over)
    told = [t for t in range(token) if _is_told(tree, t) and set(tree.above(t)[1:]) & over]
    if verb.manner != "cried" and not heard:
        told = [t for t in told if _tells(tree, t) and _wordless(tree, t)]
    return told[-1] if told else None


def _is_told(tree: Tree, token: int) -> bool:
    """Whether a verb with a subject of its own stands in what somebody told or a court heard."""
    head = tree.heads[token]
    if tree.quotes[token] >= 0 or not tree.having(token, "nsubj") or head >= token:
        return False
    if tree.deps[token] in ("relcl", "acl"):  # told the hearing that Kael had …, read as a hearing that …
        return is_that_clause(tree, token) and _tells(tree, tree.heads[head])
    heard = tree.lower[head] in tree.speech.hearing
    return tree.deps[token] == "ccomp" and (heard or _tells(tree, head))


def is_that_clause(tree: Tree, verb: int) -> bool:
    """Whether a clause read as one about an addressee tells what he was told: “told the hearing that …”."""
    low = tree.reach(verb)[0]
    begins = low == tree.heads[verb] + 1 and tree.deps[low] == "mark"
    return begins and tree.lower[low] in tree.grammar.clause and bool(tree.having(verb, "nsubj", "nsubjpass"))


def _joined_below(tree: Tree, token: int, verb: Verb) -> bool:
    """“said the attacks were cruel and added that …”: a cue joined to a clause that tells of no saying.

    Where a comma parts the two, any cue is the main speaker's: “told him the dean was kind, but conceded: …”.
    """
    head = tree.heads[token]
    leads = tree.words[token + 1 : token + 2] == [":"] and tree.tags[token] == "VBN"  # conceded: “…”
    finite = tree.deps[token] == "conj" and (tree.tags[token] in ("VBD", "VBZ", "VBP") or leads)
    told = tree.deps[head] == "ccomp" and head < token and tree.lower[head] not in tree.speech.verbs
    parted = token > 1 and tree.tags[token - 1] == "CC" and tree.words[token - 2] == ","
    further = verb.base in tree.speech.going_further or (parted and not verb.act)
    return finite and told and further and not tree.having(token, "nsubj")


def _tells(tree: Tree, token: int) -> bool:
    """Whether a word is a verb of saying with a subject of its own, outside quotations."""
    spoken = tree.lower[token] in tree.speech.verbs and tree.tags[token].startswith("VB")
    told = bool(tree.having(token, "nsubj")) or bool(tree.having(token, "nsubjpass") and _agent(tree, token))
    return spoken and tree.quotes[token] < 0 and told


def _wordless(tree: Tree, token: int) -> bool:
    """Whether a verb of speech tells no words itself, as boasts, threats and calls do not; wrote to her."""
    verb = tree.speech.verbs[tree.lower[token]]
    alone = verb.act or verb.to_object or verb.manner in _WORDLESS or bool(tree.speech.about.get(verb.base))
    bare = not tree.having(token, "dobj", "oprd", "attr", "acomp")
    return (alone or bare) and not tree.having(token, "ccomp", "xcomp")


def _wearer(tree: Tree, noun: int) -> int:
    """The person of whom a thing is told: a man in a red cap shouting …; the noun itself for any other."""
    upper = tree.heads[tree.heads[noun]] if tree.deps[noun] == "pobj" else noun
    speech, names = tree.speech, tree.names
    person = [
        one for one in (noun, upper) if tree.lower[one] in speech.persons or tree.lower[one] in names.kin
    ]
    return person[0] if person else noun


def _maker(tree: Tree, noun: int) -> int:
    """Who issued a statement that says something; the noun itself for anything else."""
    if tree.lower[noun] not in tree.speech.issued:
        return noun
    owners = tree.having(noun, "poss")
    if owners:
        return owners[0]
    made = tree.deps[noun] == "dobj" and tree.having(tree.heads[noun], "nsubj")
    return made[-1] if made else noun


def _passed_on(tree: Tree, token: int, head: int) -> bool:
    """Whether the subject of a passive is who speaks: was quoted as saying, was seen, adding."""
    verb = tree.speech.verbs.get(tree.lower[head])
    hears = verb is not None and verb.to_object  # was told, was asked: he hears it
    joined = tree.deps[token] in ("conj", "advcl", "xcomp")  # is said to have replied
    return tree.lower[head] in tree.speech.quoted or (joined and not hears)
