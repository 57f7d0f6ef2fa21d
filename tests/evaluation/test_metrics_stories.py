"""The scores of generated stories: the truth scores 1, silence 0."""

from __future__ import annotations

from evaluation.generator import SyntheticCorpus, corpus
from evaluation.metrics.bootstrap import summed
from evaluation.metrics.planted import wanted
from evaluation.metrics.stories import by_story, figures
from evaluation.reported import Answers
from evaluation.suites import synthetic


def perfect(made: SyntheticCorpus) -> Answers:
    """What somebody would say who knows the truth, with names of their own for unseen sources."""
    said = Answers()
    for story in made.stories:
        name = {node: f"unseen of {story.seed} {number}" for number, node in enumerate(story.unseen)}
        said.edges += [(name.get(a, a), name.get(b, b)) for a, b in story.edges]
        said.changes += wanted(story).changes
        for ident, statements in story.statements.items():
            said.spoken[ident] = [(list(one.content), one.speaker) for one in statements]
            said.addressed[ident] = [(list(one.content), one.addressee) for one in statements]
        for claim in story.claims:
            places = {ident: [place] for one in claim.readings for ident, place in one.carriers}
            said.claims.append((places, tuple(name.get(node, node) for node in claim.origins)))
        said.groups.append(tuple(one.id for one in story.articles))
        said.families += [tuple(family) for family in story.families]
    said.directed = said.edges
    return said


def test_a_perfect_answer_scores_one_in_everything() -> None:
    """The scorer asks for nothing that the truth does not hold."""
    made = corpus(4, 6, 4)
    said = perfect(made)
    shares = figures(summed(by_story(made, said)))
    assert {name: value for name, value in shares.items() if value < 1} == {}
    assert synthetic.rand_of(made, said) == 1


def test_an_empty_answer_scores_nothing_where_something_was_asked() -> None:
    shares = figures(summed(by_story(corpus(4, 6, 4), Answers())))
    for name in ("lineage directed f1", "changes: all f1", "speaker accuracy", "family pair f1"):
        assert shares[name] == 0


def test_an_edge_between_two_stories_is_counted_once_and_wrong() -> None:
    made = corpus(4, 2, 0)
    a, b = (story.articles[0].id for story in made.stories)
    said = perfect(made)
    before = summed(by_story(made, said))
    said.edges = said.directed = [*said.edges, (a, b)]
    after = summed(by_story(made, said))
    assert after["directed given"] == before["directed given"] + 1
    assert after["directed right"] == before["directed right"]
