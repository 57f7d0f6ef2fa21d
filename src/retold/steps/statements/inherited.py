"""Who speaks by a cue that has no subject of its own: that of the verb, or the noun, that it depends on.

“Kael said the mayor should go, adding: “…””, “quoted Kael as saying …”, “a statement calling for calm”.
"""

from __future__ import annotations

from retold import parameters
from retold.language.speech import Verb
from retold.steps.statements.made_to import made_to
from retold.steps.statements.speaking import can_speak, is_role
from retold.steps.statements.tree import FINITE, Tree

_CLIMBS = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "acl", "acomp", "dep", "prep", "parataxis"})
_WORDLESS = frozenset({"condemned", "cried", "mourned", "claimed", "warned"})
_OF_PERSONS = frozenset({"condemned", "praised", "thanked", "warned"})  # no thing does so
_CLIMB = parameters.of("statements", "subjects").integer("climb")


def agent(tree: Tree, token: int) -> int | None:
    """Who does what a passive tells: told by [Kael]."""
    for by in tree.having(token, "agent", "prep"):
        if tree.lower[by] in tree.grammar.agent:
            return next(iter(tree.having(by, "pobj")), None)
    behind = _agent_behind_quotation(tree, token)
    return agent_of_deed(tree, token) if behind is None else behind


def agent_of_deed(tree: Tree, token: int) -> int | None:
    """Who told somebody to do a thing, read as who does it: were told to boil their water by the [ministry].

    He closes the sentence, and what is to be done has an object before him.
    """
    for deed in tree.having(token, "xcomp") if tree.having(token, "auxpass") else ():
        objects = tree.having(deed, "dobj")
        for by in (kid for one in (deed, *objects) for kid in tree.having(one, "prep", "agent")):
            heads = tree.having(by, "pobj") if tree.lower[by] in tree.grammar.agent else []
            able = [h for h in heads if is_role(tree, h) or tree.lower[h] in tree.names.bodies]
            closes = tree.ends_with(tree.reach(by)[1])
            if able and objects and objects[0] < by and closes and not tree.having(deed, "auxpass"):
                return able[0]
    return None


def _agent_behind_quotation(tree: Tree, token: int) -> int | None:
    """Who does it, read as part of the words before him: was called “a wet week of a play” by [critics]."""
    last = next((t for t in range(len(tree) - 1, token, -1) if tree.quotes[t] >= 0), len(tree))
    by = last + 1
    inside = by < len(tree) and tree.deps[by] == "prep" and tree.quotes[tree.heads[by]] == tree.quotes[last]
    if not inside or tree.lower[by] not in tree.grammar.agent or not tree.having(token, "auxpass"):
        return None
    return next(iter(tree.having(by, "pobj")), None)


def antecedent(tree: Tree, token: int, subject: int) -> int | None:
    """The noun that a relative "who" stands for; no rule sees through "that" or "which" of a thing."""
    if tree.lower[subject] not in tree.speech.relatives:
        return subject
    above = tree.above(token)
    for verb in above:
        if tree.deps[verb] == "relcl":
            return _of_place(tree, tree.heads[verb], subject)
    return None


def _of_place(tree: Tree, noun: int, relative: int) -> int:
    """Who is told to be of a place, where "who" was hung on the place: Kael, 31, of Quay Road, who said.

    The noun itself where no name stands before it so.
    """
    at = relative - 1 if tree.words[relative - 1] == "," else 0
    commas = 0
    while at > 1 and (tree.tags[at].startswith(("NNP", "CD", "IN", "DT")) or tree.words[at] == ","):
        at, commas = at - 1, commas + (tree.words[at] == ",")
        within = commas < 2 and tree.lower[at] in tree.names.placing
        if tree.words[at - 1] == "," and (within or tree.lower[at] in tree.grammar.genitive):
            bearer = at - 2
            while bearer > 0 and (tree.tags[bearer] == "CD" or tree.words[bearer] == ","):
                bearer -= 1
            return bearer if tree.tags[bearer].startswith("NNP") else noun
    return noun


def inherited(tree: Tree, token: int) -> int | None:
    """The subject of the verb, or the noun, that a cue without subject depends on."""
    main = _around_aside(tree, token)
    main = carried_on(tree, token) if main is None else main
    known = None if main is None else _hearer_of(tree, token, main)
    known = _subject_of(tree, main) if known is None and main is not None else known
    known = _heard(tree, token) if known is None else known
    known = _of_noun(tree, token) if known is None else known
    return _climbed(tree, token, token if main is None else main) if known is None else known


def _of_noun(tree: Tree, token: int) -> int | None:
    """The name before a verb read as a noun, where a participle goes on: [Kael] disagreed, writing: …"""
    noun = token - 2
    opens = (
        tree.tags[token] == "VBG" and noun > 0 and tree.words[token - 1] == "," and tree.tags[noun] == "NN"
    )
    names = [kid for kid in tree.having(noun, "compound") if tree.words[kid][0].isupper()] if opens else []
    verb = bool(names) and tree.words[noun].islower() and tree.lower[noun].endswith(tree.grammar.past)
    return names[-1] if verb and names[-1] == noun - 1 else None


def _around_aside(tree: Tree, token: int) -> int | None:
    """The verb of a main clause whose subject goes on in “, saying: …” behind a clause of time or cause.

    “Vann resigned after Kael had closed the weir, saying: …”, which the parser hangs on what Kael did; where
    the main clause tells of a thing, it stays his.
    """
    inner = tree.heads[token]
    verb = tree.speech.verbs.get(tree.lower[token])
    loose = tree.tags[token] == "VBG" and tree.deps[token] == "advcl" and _is_set_off(tree, token)
    further = verb is not None and verb.base in tree.speech.bare | tree.speech.going_further
    if not (loose and further and tree.deps[inner] == "advcl" and tree.having(inner, "nsubj")):
        return None
    main = tree.heads[inner]
    subjects = tree.having(main, "nsubj")
    heard = bool(tree.having(token, "dobj", "dative"))  # telling him: whoever did that to him
    above = main < inner and not heard and bool(subjects) and can_speak(tree, subjects[-1])
    return main if above else None


def _hearer_of(tree: Tree, token: int, main: int) -> int | None:
    """Who replies to what he was told: [he] was told by the clerk that it was shut and replied that …"""
    verb = tree.speech.verbs.get(tree.lower[token])
    replies = verb is not None and verb.base in tree.speech.replying
    return next(iter(tree.having(main, "nsubjpass")), None) if replies else None


def _subject_of(tree: Tree, verb: int) -> int | None:
    """Who speaks by a verb of saying that another goes on: its subject, its agent in the passive."""
    subjects = tree.having(verb, "nsubj")
    if subjects:
        return antecedent(tree, verb, subjects[-1])
    return agent(tree, verb) if tree.having(verb, "nsubjpass") else None


def _climbed(tree: Tree, token: int, one: int) -> int | None:
    """The subject of the nearest verb above, or the noun, that has one."""
    made = made_to(tree, token)
    if made is not None:
        return made
    for _ in range(_CLIMB):
        dep, head = tree.deps[one], tree.heads[one]
        quick = tree.tags[token] == "VBG" or tree.lower[one] in tree.speech.going_on
        if head == one or dep not in _CLIMBS or (dep == "acomp" and not quick):
            return None  # fond of saying, quick to say, but not: it is well-known that …
        if dep == "acl" and tree.tags[head].startswith("NN"):
            return _maker(tree, _wearer(tree, head))
        subjects = tree.having(head, "nsubj")
        passive = tree.having(head, "nsubjpass")
        if subjects:
            return antecedent(tree, head, subjects[-1]) if tree.tags[head].startswith("VB") else None
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
    somebody = tree.tags[above - 1] in ("NNP", "PRP") or tree.lower[above - 1] in tree.names.family
    somebody = somebody or is_role(tree, above - 1)  # recalled her teacher telling her
    return above - 1 if beside and tree.deps[above - 1] == "dobj" and somebody else None


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
        quoted or tree.deps[token] in ("advcl", "acl", "conj", "dep", "ccomp") or _is_before(tree, token)
    )
    if verb is None or not loose or token == 0 or not _is_set_off(tree, token) or tree.having(token, "nsubj"):
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


def _is_set_off(tree: Tree, token: int) -> bool:
    """Whether a participle stands behind a comma, or is joined to a finite verb with words of its own."""
    joined = tree.deps[token] == "conj" and tree.tags[token - 1] == "CC"
    unlike = tree.tags[tree.heads[token]] != "VBG" and bool(tree.having(token, "ccomp"))
    return tree.words[token - 1] == "," or (joined and unlike) or _is_before(tree, token)


def _is_before(tree: Tree, token: int) -> bool:
    """Whether a participle goes on with who spoke behind a word of time: said it leaked, [before adding] …"""
    verb = tree.speech.verbs.get(tree.lower[token])
    further = verb is not None and verb.base in tree.speech.going_further and tree.tags[token] == "VBG"
    return (
        further
        and token > 1
        and tree.lower[token - 1] in tree.speech.preceding
        and tree.words[token - 2] == ","
    )


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
    begins = low == tree.heads[verb] + 1 and (tree.deps[low] == "mark" or tree.tags[low] == "IN")
    return begins and tree.lower[low] in tree.grammar.clause and bool(tree.having(verb, "nsubj", "nsubjpass"))


def _joined_below(tree: Tree, token: int, verb: Verb) -> bool:
    """“said the attacks were cruel and added that …”: a cue joined to a clause that tells of no saying.

    Where a comma parts the two, any cue is the main speaker's: “told him the dean was kind, but conceded: …”.
    """
    head = tree.heads[token]
    leads = tree.words[token + 1 : token + 2] == [":"] and tree.tags[token] == "VBN"  # conceded: “…”
    finite = tree.deps[token] == "conj" and (_finite_tag(tree, token) in ("VBD", "VBZ", "VBP") or leads)
    told = tree.deps[head] == "ccomp" and head < token and tree.lower[head] not in tree.speech.verbs
    parted = token > 1 and tree.tags[token - 1] == "CC" and tree.words[token - 2] == ","
    further = verb.base in tree.speech.going_further or (parted and not verb.act)
    further = further or verb.base in tree.speech.replying
    further = further or _is_of_teller(tree, token, verb)
    return finite and told and further and not tree.having(token, "nsubj")


def _is_of_teller(tree: Tree, token: int, verb: Verb) -> bool:
    """Whether a joined verb is of who tells: by its tense, unlike that of what is told, or by its sense.

    Said it is shut and called for help; said it was shut and said why, or but declined to say why. What is
    told of a thing does not go on with what a person does: said the vote was a farce and slammed the clerk.
    """
    cue = next((one for one in tree.above(token)[1:] if one < token and _tells(tree, one)), None)
    if cue is None or verb.manner == "thought" or _finite_tag(tree, token) != tree.tags[cue]:
        return False
    teller, head = tree.speech.verbs[tree.lower[cue]], tree.heads[token]
    made = teller.manner == "demanded" and not tree.having(
        head, "mark"
    )  # ordered it closed and promised help
    unlike = made or _tense(tree, head) != _finite_tag(tree, token)
    unlike = unlike or (verb.manner in _OF_PERSONS and _is_of_things(tree, head))
    return unlike or teller.base == verb.base or verb.base in tree.speech.withholding


def _finite_tag(tree: Tree, token: int) -> str:
    """The tag of a joined verb; a past's where a past is read as a participle: it was late and [warned]."""
    head = tree.heads[token]
    past = tree.tags[token] == "VBN" and tree.tags[head] == "VBD" and not tree.having(token, "aux", "auxpass")
    return "VBD" if past and not tree.having(head, "auxpass") else tree.tags[token]


def _is_of_things(tree: Tree, verb: int) -> bool:
    """Whether the subject of a verb is a thing, told by a common noun."""
    subjects = tree.having(verb, "nsubj", "nsubjpass", "expl")
    return bool(subjects) and tree.tags[subjects[-1]] in ("NN", "NNS") and not can_speak(tree, subjects[-1])


def _tense(tree: Tree, verb: int) -> str:
    """The tag of the word that bears the tense of a verb, '' for none."""
    bearers = (*tree.having(verb, "aux", "auxpass"), verb)
    return next((tree.tags[t] for t in bearers if tree.tags[t] in FINITE), "")


def _tells(tree: Tree, token: int) -> bool:
    """Whether a word is a verb of saying with a subject of its own, outside quotations."""
    spoken = tree.lower[token] in tree.speech.verbs and tree.tags[token].startswith("VB")
    told = bool(tree.having(token, "nsubj")) or bool(tree.having(token, "nsubjpass") and agent(tree, token))
    return spoken and tree.quotes[token] < 0 and told


def speaks_beside(tree: Tree, link: int) -> bool:
    """Whether a word such as "while" sets another's words against those before: … while Vann insisted …

    He is named or described, and his verb of saying has words of its own.
    """
    verb = tree.heads[link]
    upper = tree.heads[verb]
    led = tree.dummy[upper] and verb < upper  # while they chanted, “…”: hung by the parser below their words
    behind = (
        tree.deps[link] == "mark" and link < verb and (upper < link or led)
    )  # not: said that while …, it …
    spoken = behind and _tells(tree, verb)
    subjects = tree.having(verb, "nsubj")
    if not spoken or not subjects or tree.lower[subjects[-1]] in tree.grammar.pronouns:
        return False
    quoted = led or any(number >= 0 for number in tree.quotes[verb + 1 : tree.reach(verb)[1] + 1])
    acts = tree.speech.verbs[tree.lower[verb]].base in tree.speech.acts_to and bool(tree.having(verb, "dobj"))
    return quoted or acts or bool(tree.having(verb, "ccomp", "oprd"))


def joint_of(tree: Tree, verb: int, cue: int) -> int | None:
    """Where a joined clause begins by which another speaks beside who spoke: [and] Vann said it leaked.

    The parser joins it to what was said: Kael said the dam held, [but the crews feared …]. What another
    thinks may be told by who spoke, but behind a comma. Behind a quotation even he himself goes on.
    """
    known, subjects = tree.speech.verbs.get(tree.lower[verb]), tree.having(verb, "nsubj")
    finite = tree.deps[verb] == "conj" and tree.tags[verb] in ("VBD", "VBZ", "VBP")
    if known is None or not subjects or not finite:
        return None
    first = tree.reach(subjects[-1])[0]
    if tree.tags[first - 1] != "CC":
        return None
    apart = known.manner != "thought" or tree.words[first - 2] == ","
    who = tree.lower[subjects[-1]]
    if who in tree.speech.relatives:
        return first - 1  # those who said it would fail and who left
    beside = who not in tree.grammar.pronouns and apart
    beside = beside and tree.lower[tree.heads[verb]] not in tree.speech.verbs
    return first - 1 if beside or any(tree.dummy[cue:verb]) else None


def _wordless(tree: Tree, token: int) -> bool:
    """Whether a verb of speech tells no words itself, as boasts, threats and calls do not; wrote to her."""
    verb = tree.speech.verbs[tree.lower[token]]
    alone = verb.act or verb.to_object or verb.manner in _WORDLESS or bool(tree.speech.about.get(verb.base))
    objects = [t for t in tree.having(token, "dobj") if tree.lower[t] not in tree.grammar.clause]
    bare = not objects and not tree.having(token, "oprd", "attr", "acomp")
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
