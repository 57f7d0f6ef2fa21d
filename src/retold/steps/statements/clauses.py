"""What was said, in one parsed sentence: the clause or phrase that a cue governs or stands in."""

from __future__ import annotations

from retold import parameters
from retold.language.speech import Verb
from retold.steps.statements.addressees import leads_to_hearer, made_so
from retold.steps.statements.endings import reporter_goes_on
from retold.steps.statements.inherited import (
    agent_of_deed,
    carried_on,
    is_that_clause,
    is_wished,
    joint_of,
    speaks_beside,
)
from retold.steps.statements.insertions import between_commas, set_into
from retold.steps.statements.inversions import Inverted
from retold.steps.statements.left_out import before_another
from retold.steps.statements.replies import reply
from retold.steps.statements.subjects import set_in
from retold.steps.statements.tree import Tree

Tokens = tuple[int, int]  # first and last
_SIGNS = (",", ":", ".", "''", "``", "-RRB-")
_PARENTHESIS = parameters.of("statements", "clauses").integer("parenthesis")


def content_clause(tree: Tree, token: int, verb: Verb, behind: Inverted | None = None) -> Tokens | None:
    """The words that tell what was said, as a range of tokens; None where none do.

    `behind` is how the cue was read where its speaker stands behind it.
    """
    found = _found_clause(tree, token, verb) if behind is None else behind.said
    if found is None:
        return None
    low, high = found
    low = low if low > token else _behind_another(tree, low, token)
    return low, before_another(tree, token, low, high)


def _found_clause(tree: Tree, token: int, verb: Verb) -> Tokens | None:
    made = made_so(tree, token) if verb.to_object else None
    if made is not None:
        return _clause(tree, made[1], token, made[0])
    clause = _subordinate(tree, token, verb) or set_into(tree, token)
    if clause is not None:
        return clause
    finders = (reply, _complement, _about, _asked, _asked_by, _hung, _around, _thing)
    return next((found for find in finders if (found := find(tree, token, verb)) is not None), None)


def _subordinate(tree: Tree, token: int, verb: Verb) -> Tokens | None:
    """“said the port was shut”; what stands before a quotation at the cue was not said."""
    clauses = tree.having(token, "ccomp")
    for kid in sorted(clauses, key=lambda one: (not _is_marked(tree, token, one), _describes(tree, one))):
        asked = tree.speech.verbs.get(tree.lower[kid]) if kid < token else None
        if (kid == 0 and opens_asked(tree)) or (asked is not None and set_in(tree, kid, asked)):
            continue  # Reminded that it was late, Kael laughed; Kael, asked if it was late, laughed
        if kid < token and any(tree.words[t] in (";", ":") for t in range(kid, token)):
            continue  # Kael said it was full; Vann said it was not
        if kid < token and not any(_parts(tree, t) for t in range(kid, token)):
            continue  # Roads engineer Kael said, read as roads that he says engineer
        if (verb.act and not _has_verb(tree, kid)) or (verb.manner == "thought" and _is_small(tree, kid)):
            continue  # thanked the court usher, read as a court that is an usher; wants the lake emptied
        return (
            None
            if kid < token and quote_follows(tree, token)
            else _with_object(tree, token, _clause(tree, _last_before(tree, kid, token), token, kid))
        )
    at = token + 1
    at += tree.lower[at : at + 1] != [] and tree.lower[at] in tree.speech.limiting  # say only that …
    marked = at < len(tree) and tree.lower[at] in tree.grammar.clause and tree.tags[at] == "IN"
    return _clause(tree, token, token) if marked else None


def _with_object(tree: Tree, cue: int, clause: Tokens | None) -> Tokens | None:
    """A clause before the cue with its object, read as a second subject: Orme joined [Tarn], Kael said."""
    if clause is None or clause[1] > cue:
        return clause
    ends = [tree.noun(one) for one in tree.having(cue, "nsubj")[:-1]]
    parted = (high for low, high in ends if low == clause[1] + 1 and tree.words[high + 1] == ",")
    return clause[0], next(parted, clause[1])


def _is_marked(tree: Tree, cue: int, clause: int) -> bool:
    """Whether a clause behind the cue opens with a word for one: what stands before it was not said."""
    marks = tree.grammar.clause | tree.speech.conditions
    return clause > cue and any(tree.lower[kid] in marks for kid in tree.having(clause, "mark"))


def _describes(tree: Tree, clause: int) -> bool:
    """Whether a clause only tells more of who speaks: Kael, [whose father fished], says the sea is old."""
    low = tree.reach(clause)[0]
    return any(tree.tags[t] in ("WP", "WP$") and tree.words[t - 1] == "," for t in range(low + 1, clause))


def _parts(tree: Tree, token: int) -> bool:
    """Whether a sign, or the stand-in for a quotation, parts what was said from who says it."""
    return tree.dummy[token] or tree.tags[token] in _SIGNS


def _complement(tree: Tree, token: int, verb: Verb) -> Tokens | None:
    """“called it a farce”, “vowed to stay”."""
    for kid in tree.having(token, "oprd", "xcomp") if verb.naming else ():
        low, high = tree.reach(kid)
        return (token + 1, _before_another_deed(tree, token, kid, high)) if low > token else None
    for kid in tree.having(token, "xcomp") if verb.infinitive else ():
        return _before_agent(tree, token, _with_quoted_hearer(tree, token, _clause(tree, kid, token)))
    for kid in tree.having(token, "dobj", "xcomp") if verb.base in tree.speech.with_deeds else ():
        if tree.tags[kid] == "VBG" and kid == token + 1 and not any(tree.dummy):
            return _clause(tree, kid, token)  # denied knowing of it
    for kid in tree.having(token, "advcl") if verb.infinitive and verb.to_object else ():
        told = tree.having(token, "dobj", "dative")
        led = not tree.grammar.infinitive.isdisjoint(tree.lower[one] for one in tree.having(kid, "aux"))
        if led and told and told[-1] < kid and "," not in tree.words[told[-1] : kid]:
            return _clause(tree, kid, token)  # advised those in the valley to pack
    return None


def _before_another_deed(tree: Tree, cue: int, low: int, high: int) -> int:
    """The last token before a verb of the form of the cue: is calling it a farce [and standing by it]."""
    deeds = (
        t for t in range(low + 2, high + 1) if tree.tags[t - 1] == "CC" and tree.tags[t] == tree.tags[cue]
    )
    return next(deeds, high + 2) - 2


def _about(tree: Tree, token: int, verb: Verb) -> Tokens | None:
    """“warned of thin ice”."""
    for kid in tree.having(token, "prep"):
        when = any(tree.lower[one] in tree.speech.times for one in tree.having(kid, "pobj"))
        if tree.lower[kid] in tree.speech.about.get(verb.base, ()) and tree.kids[kid] and not when:
            return _clause(tree, kid, token)
    return None


def _thing(tree: Tree, token: int, verb: Verb) -> Tokens | None:
    """“stressed the depth of the ties”: a thing that is told, where no clause is."""
    objects = tree.having(token, "dobj") if verb.base in tree.speech.with_things else []
    if not objects or tree.tags[objects[0]] not in ("NN", "NNS"):
        return None
    low, high = tree.reach(objects[0])
    end = next((t - 1 for t in range(objects[0] + 1, high + 1) if leads_to_hearer(tree, t)), high)
    return (low, tree.before_stops(low, end)) if low > token else None


def _around(tree: Tree, token: int, verb: Verb) -> Tokens | None:
    """“The port, he said, is shut.”"""
    head = tree.heads[token]
    loose = tree.tags[head] == "VBG" and head > token and not tree.having(head, "aux")
    if loose or (tree.tags[token] == "VBG" and tree.having(token, "aux")):
        return None  # “…,” he said, his voice breaking; he was singing, she told the jury
    if tree.deps[token] in ("parataxis", "advcl", "ccomp") and _parenthetic(tree, token, verb):
        main = _main(tree, tree.heads[token])
        low, high = tree.reach(main)
        first, last = tree.reach(token)
        plain = all(
            not tree.tags[t].startswith(("VB", "MD")) and not tree.dummy[t] for t in range(low, first)
        )
        split = low < first and last < main and plain  # the subject alone stands before it
        split = split or _goes_on_behind(tree, main, token, high)
        return (low, tree.before_stops(low, high)) if split else _clause(tree, main, token)
    return None


def _goes_on_behind(tree: Tree, main: int, cue: int, high: int) -> bool:
    """Whether a clause goes on behind a speaker set in: it is, he said, shut; it is, as he put it, “shut”."""
    inside = between_commas(tree, cue)
    if inside is None or not main < inside[0] <= inside[1] < high:
        return False
    begun = main == inside[0] - 2 and tree.lower[main] in tree.grammar.being
    return begun or _is_quoted(tree, inside[1] + 1, high)


def _is_quoted(tree: Tree, low: int, high: int) -> bool:
    """Whether all words of a range, and some, stand in a quotation, signs aside."""
    words = [t for t in range(low, high + 1) if tree.tags[t][:1].isalpha()]
    return bool(words) and all(tree.quotes[t] >= 0 and not tree.dummy[t] for t in words)


def _main(tree: Tree, head: int) -> int:
    """The clause that a clause of time or reason behind it belongs to: freed [after a theft], police said."""
    while tree.deps[head] == "advcl" and tree.heads[head] < head:
        head = tree.heads[head]
    return head


def quote_follows(tree: Tree, token: int) -> bool:
    """Whether a quotation stands right behind the cue, so that what stands before it was not said."""
    behind = token + 1 + (tree.words[token + 1 : token + 2] in ([","], [":"]))
    return tree.dummy[behind : behind + 1] == [True]


def _asked(tree: Tree, token: int, verb: Verb) -> Tokens | None:
    """“asked the crews how they got out”: the clause, read by the parser as one about the crews."""
    for addressee in tree.having(token, "dobj", "dative") if verb.to_object else ():
        for kid in tree.having(addressee, "relcl", "acl"):
            low, high = tree.reach(kid)
            who = tree.tags[low] in ("WP", "WDT")  # thanked the crews who stayed
            asks = tree.lower[low] in tree.speech.asking and not (who and verb.manner != "asked")
            if (asks or _tells_them(tree, addressee, kid)) and low == addressee + 1:
                return low, _before_going_on(tree, low, high, token)
            if is_that_clause(tree, kid):
                return low + 1, _before_going_on(tree, low, high, token)
    return None


def _asked_by(tree: Tree, token: int, verb: Verb) -> Tokens | None:
    """“asked by Kael if it was “late,” Orme said no”: the clause with a quotation, read as the answer's."""
    for agent in tree.having(token, "agent") if verb.manner == "asked" else ():
        first = tree.reach(agent)[1] + 1
        if first < len(tree) and tree.lower[first] in tree.speech.conditions and tree.deps[first] == "mark":
            low, high = tree.reach(tree.heads[first])
            quoted = any(tree.quotes[t] >= 0 for t in range(low, high + 1))
            return (low, _before_going_on(tree, low, high, token)) if quoted and low == first else None
    return None


def _tells_them(tree: Tree, addressee: int, clause: int) -> bool:
    """Whether a clause about a house that hears is what it was told: told the inquest [he had searched]."""
    subjects = tree.having(clause, "nsubj", "nsubjpass")
    own = subjects[:1] == [addressee + 1] and tree.tags[subjects[0]] == "PRP"
    hears = tree.lower[addressee] in tree.speech.groups | tree.speech.papers
    return own and tree.deps[clause] == "relcl" and hears


def _hung(tree: Tree, token: int, verb: Verb) -> Tokens | None:
    """“said in a statement that …”: a whole clause, read by the parser as one about a noun behind the cue."""
    nouns = [token]
    for one in nouns if not verb.act else []:
        nouns.extend(kid for kid in tree.having(one, "prep", "pobj") if kid > token)
    if verb.base in tree.speech.acts_to:  # expressed the hope that …
        nouns.extend(kid for kid in tree.having(token, "dobj") if kid > token)
    nouns.extend(  # said to her as she left that …
        kid for kid in tree.having(token, "advcl") if kid > token and tree.lower[kid] not in tree.speech.verbs
    )
    for noun in nouns[1:]:
        for kid in tree.having(noun, "relcl", "acl", "ccomp"):
            low, high = tree.reach(kid)
            subjects = [one for one in tree.having(kid, "nsubj", "nsubjpass", "expl") if one != low]
            marks = ("mark",) if tree.deps[noun] == "dobj" else ("mark", "nsubj")
            marked = tree.lower[low] in tree.grammar.clause and tree.deps[low] in marks
            if low > noun and marked and subjects:
                return low + 1, _before_going_on(tree, low, high, token)
    return None


def _has_verb(tree: Tree, head: int) -> bool:
    """Whether a clause has a verb, so that it can tell what was said."""
    low, high = tree.reach(head)
    return any(tree.tags[t].startswith(("VB", "MD")) or tree.dummy[t] for t in range(low, high + 1))


def _is_small(tree: Tree, head: int) -> bool:
    """Whether a clause has but a participle: the lake emptied."""
    return tree.tags[head] == "VBN" and not tree.having(head, "aux", "auxpass", "mark")


def opens_asked(tree: Tree) -> bool:
    """“Asked by a boy if it hurt, Kael laughed.”: a sentence that opens with what somebody was asked."""
    verb = tree.speech.verbs.get(tree.lower[0])
    return verb is not None and tree.tags[0] in ("VBN", "VBD") and not tree.having(0, "nsubj")


def _parenthetic(tree: Tree, token: int, verb: Verb) -> bool:
    """“The port, he said, is shut.”: set off by commas, with a subject and nothing else."""
    low, high = tree.reach(token)
    high = next((t - 1 for t in range(token + 1, high + 1) if tree.words[t] == ","), high)  # …, asking not to
    while high > low and tree.words[high] in (",", "—"):
        high -= 1
    while low < high and tree.words[low] in (",", "—"):
        low += 1
    after = tree.words[high + 1 : high + 2]
    before = tree.words[low - 1 : low] if low else [","]
    short = high - low <= _PARENTHESIS and bool(tree.having(token, "nsubj"))
    as_told = tree.lower[low] in tree.grammar.comparing and verb.base in tree.speech.as_told
    objects = () if verb.to_object else ("dobj",)  # the men, Kael told the court, were free
    timed = tree.lower[low] in tree.speech.clause_times  # when Kael agreed with her, she left
    marked = timed or bool(tree.having(token, "mark", *objects))
    marked = bool(tree.having(token, "ccomp")) or (not as_told and marked)
    return short and not marked and before in ([","], ["—"]) and after in ([","], ["."], ["—"], [])


def _last_before(tree: Tree, kid: int, cue: int) -> int:
    """The last of several clauses before a cue that the parse hangs on it: had it rained, it …, he said."""
    return max(one for one in tree.having(cue, "ccomp") if one < cue) if kid < cue else kid


def _clause(tree: Tree, head: int, cue: int, first: int | None = None) -> Tokens | None:
    """All that depends on the head, on its own side of the cue, without edge punctuation.

    `first` is the head of a clause before it from which the words begin.
    """
    low, high = tree.reach(head)
    low = low if first is None else min(low, tree.reach(first)[0])
    if low <= cue <= high:
        low, high = (low, cue - 1) if head < cue else (cue + 1, high)
    high = _before_going_on(tree, low, high, cue)
    while low < high and tree.tags[low] in (",", ":", "``", "''", ".", "_SP", "-LRB-"):
        low += 1
    opens = tree.tags[low] in ("IN", "WDT") and tree.deps[low] not in ("nsubj", "nsubjpass")
    if tree.lower[low] in tree.grammar.clause and opens and low < high:
        low += 1
    high = tree.before_stops(low, high)
    return (low, high) if low <= high else None


def _behind_another(tree: Tree, low: int, cue: int) -> int:
    """Where a clause begins behind a semicolon and what another said: “it held, said Kael; [it shook], …”"""
    ends = [t for t in range(low, cue) if tree.words[t] == ";" and tree.quotes[t] < 0]
    said = [t for t in range(low, cue) if tree.lower[t] in tree.speech.verbs and tree.having(t, "nsubj")]
    led = [
        t for t in range(low, cue) if tree.words[t] == ":" and tree.dummy[t + 1]
    ]  # … knew it: [“…,”] he said
    return max([low, *(end + 1 for end in ends if any(t < end for t in said)), *(t + 1 for t in led)])


def _goes_on_asking(tree: Tree, token: int) -> bool:
    """Whether a verb of saying is read as joined to what is asked for: that it open [and warned of ice]"""
    head = tree.heads[token]
    own = tree.having(token, "nsubj", "nsubjpass", "auxpass")
    wished = bool(tree.having(head, "nsubjpass")) and is_wished(tree, head)
    return tree.deps[token] == "conj" and wished and not own and tree.lower[token] in tree.speech.verbs


def _before_going_on(tree: Tree, low: int, high: int, cue: int) -> int:
    """The last token of a clause before “, adding …” with which the one who told it goes on.

    Or before the words with which another speaks beside him, and those that tell what a deed leads to.
    """
    for token in range(max(low, cue) + 1, high + 1):
        end = reporter_goes_on(tree, low, token)
        if end is not None or _is_set_apart(tree, token, cue):
            return tree.before_stops(low, token - 1 if end is None else end)
        if tree.lower[token] in tree.grammar.contrasting and speaks_beside(tree, token):
            return tree.before_stops(low, token - 1)
        joint = joint_of(tree, token, cue)
        if joint is not None and joint > low:
            return tree.before_stops(low, joint - 1)
        if carried_on(tree, token) in tree.above(cue) or _goes_on_asking(tree, token):
            led = tree.tags[token - 1] == "CC" or tree.lower[token - 1] in tree.speech.preceding
            return token - 1 - led
    return high


def _with_quoted_hearer(tree: Tree, token: int, clause: Tokens | None) -> Tokens | None:
    """The words from a quotation on that tells who is to do a thing: is urging [“every guest” to leave]."""
    objects = [one for one in tree.having(token, "dobj") if tree.quotes[one] >= 0]
    if clause is None or not objects:
        return clause
    low, high = tree.reach(objects[0])
    beside = token < low and high == clause[0] - 1 and not any(tree.dummy[low : high + 1])
    return (low, clause[1]) if beside else clause


def _before_agent(tree: Tree, token: int, clause: Tokens | None) -> Tokens | None:
    """What somebody was told to do without who told him: told to [boil water] by the ministry."""
    told_by = agent_of_deed(tree, token)
    if clause is None or told_by is None:
        return clause
    return clause[0], tree.heads[told_by] - 1


def _is_set_apart(tree: Tree, token: int, cue: int) -> bool:
    """Whether a deed that ends a talk is set apart by a comma: told them [that it leaked], and left.

    No comma parts two deeds of one subject but in a list.
    """
    if token < 3 or tree.lower[token] not in tree.speech.parting or tree.deps[token] != "conj":
        return False
    parted = tree.tags[token - 1] == "CC" and tree.words[token - 2] == ","
    head = tree.heads[token]
    listed = tree.deps[head] == "conj" and not tree.having(head, "nsubj", "nsubjpass")
    alone = len(tree.having(head, "conj")) == 1 and not listed and not tree.having(token, "nsubj")
    told = tree.deps[head] in ("ccomp", "conj") and cue in tree.above(head)
    return parted and alone and told and tree.tags[cue] == "VBD"
