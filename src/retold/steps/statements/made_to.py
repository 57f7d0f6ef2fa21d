"""Who is made to say something: prompted Kael to reply; prompting Kael, who had heard it, to shout."""

from __future__ import annotations

from retold.steps.statements.tree import Tree


def made_to(tree: Tree, token: int) -> int | None:
    """The object of the verb above, who is to say so: prompted [Kael] to reply, asked [her] to explain."""
    read_apart = _made_apart(tree, token)
    if read_apart is not None:
        return read_apart
    objects = [kid for kid in tree.having(tree.heads[token], "dobj", "dative") if kid < token]
    named = bool(objects) and not tree.dummy[objects[-1]] and tree.heads[token] < objects[-1]
    return objects[-1] if tree.deps[token] == "xcomp" and _is_infinitive(tree, token) and named else None


def _made_apart(tree: Tree, token: int) -> int | None:
    """Who is to say so, of whom the parser has it told: prompting [Kael], who had heard it, to reply."""
    noun = tree.heads[token]
    told_of = tree.deps[token] in ("relcl", "acl") and tree.deps[noun] == "dobj" and noun < token
    made = told_of and tree.lower[tree.heads[noun]] in tree.speech.causing
    return noun if made and _is_infinitive(tree, token) else None


def is_made(tree: Tree, token: int) -> bool:
    """Whether somebody is made to say so, and not only asked or told to: prompted Kael to reply."""
    return _made_apart(tree, token) is not None or (
        tree.lower[tree.heads[token]] in tree.speech.causing and made_to(tree, token) is not None
    )


def _is_infinitive(tree: Tree, token: int) -> bool:
    return not tree.grammar.infinitive.isdisjoint(tree.lower[kid] for kid in tree.having(token, "aux"))
