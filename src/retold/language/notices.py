"""What a language knows of notes of a desk: updates, corrections, withdrawals; and of what is handed out.

Read from `editing.toml`; a list that a language lacks is empty, and nothing is found by it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

_NOWHERE = re.compile(r"(?!)")  # what stands for a pattern that a language lacks


class Notices:
    """The tables `notices` and `withdrawals` of one language."""

    def __init__(self, own: Mapping[str, Any]) -> None:
        """`own` are the tables of `editing.toml`."""
        self._own = own

    def kind(self, paragraph: str) -> str:
        """What a paragraph is a note of the desk on; "" for none.

        It may be an "update", a "correction", a "withdrawal" of the report, or its "source"; or a "note" that
        says anything else.

        >>> from retold import language
        >>> kind = language.of("en").notices.kind
        >>> kind("(Adds shares, analyst)"), kind("Adds up to nothing."), kind("CORRECTION: It was May.")
        ('update', '', 'correction')
        >>> kind("Eds: Adds byline."), kind("Editors: Ida Corrie"), kind("More to come.")
        ('update', '', 'update')
        >>> kind("RECASTS, ADDS quotes throughout"), kind("Recasts throughout")
        ('update', '')
        >>> kind("(Corrects the sum to 9)"), kind("Editor's note: We have retracted this story.")
        ('correction', 'withdrawal')
        """
        plain = paragraph.strip()
        bare = " ".join(re.sub(r"^[\W_]+", "", plain).casefold().split())
        label = next((one for one in self._notices.get("labels", ()) if bare.startswith(one)), "")
        marked = label or plain[:1] in "([*" or _is_shouted(plain)
        rest = bare.removeprefix(label).lstrip() if marked else ""
        for key, which in (("corrected", "correction"), ("bracketed", "update")):
            if any(_begins(rest, head) for head in self._notices.get(key, ())):
                return which
        if self._disowned.match(" ".join(plain.split())):
            return "withdrawal"
        if bare.strip("()[]*.… ") in self._notices.get("whole", ()):
            return "update"
        kinds = ("update", "correction", "withdrawal", "source")
        heads = [(len(h), k) for k in kinds for h in self._notices.get(k, ()) if _begins(bare, h)]
        found = max(heads, key=lambda one: one[0])[1] if heads else ""
        noted = not found and any(_begins(bare, head) for head in self._notices.get("noted", ()))
        return ("correction" if self._rights(bare) else "note") if noted else found

    def is_of_a_take(self, paragraph: str) -> bool:
        """Whether a note is one by its brackets or label alone, as agencies set it above one take of many.

        >>> from retold import language
        >>> is_of_a_take = language.of("en").notices.is_of_a_take
        >>> is_of_a_take("(Corrects the sum to 9)"), is_of_a_take("(Correction: the sum is 9.)")
        (True, False)
        """
        return self.kind(paragraph) != "" and self.kind(paragraph.strip().lstrip("([* ")) == ""

    def opens_by_one_word(self, paragraph: str) -> bool:
        """Whether the first word alone makes a paragraph a note: sentences that are none open with it too.

        >>> from retold import language
        >>> opens = language.of("en").notices.opens_by_one_word
        >>> opens("Corrections officers said so."), opens("Editors: please kill the story")
        (True, False)
        """
        first = next(iter(paragraph.split(maxsplit=1)), "")
        return self.kind(re.sub(r"[^\w’'-]", "", first)) != ""

    @cached_property
    def _notices(self) -> Mapping[str, Sequence[str]]:
        found: Mapping[str, Sequence[str]] = self._own.get("notices", {})
        return found

    def _rights(self, note: str) -> bool:
        """Whether a note of editors, in small letters, speaks of an error or of an earlier version."""
        return any(re.search(one, note) for one in self._notices.get("rights", ())) or self.puts_right(note)

    def puts_right(self, paragraph: str) -> bool:
        """Whether a paragraph says what is to be read in place of what was reported.

        >>> from retold import language
        >>> puts_right = language.of("en").notices.puts_right
        >>> puts_right("Please read in the first paragraph: nine ships"), puts_right("Nine ships sank.")
        (True, False)
        """
        return self._putting_right.search(" ".join(paragraph.split())) is not None

    @cached_property
    def _putting_right(self) -> re.Pattern[str]:
        forms = self._notices.get("puts_right", ())
        return re.compile("|".join(f"(?:{one})" for one in forms), re.IGNORECASE) if forms else _NOWHERE

    # ---- notes that withdraw a report ----

    @cached_property
    def _disowned(self) -> re.Pattern[str]:
        """A note to readers that says first of all that an article of its own is withdrawn.

        It is labelled as one, or says that the article stood here.
        """
        forms = "|".join(f"(?:{one})" for one in self._withdrawals.get("own", ()))
        labels = "|".join(map(re.escape, self._withdrawals.get("address", ())))
        head = rf"(?:{labels})\s*[:–—.-]\W{{0,4}}(?:{forms})"
        gone = "|".join(f"(?:{one})" for one in (head, *self._withdrawals.get("gone", ())))
        return re.compile(rf"\A[\W_]*(?:{gone})", re.IGNORECASE) if forms else _NOWHERE

    def opens_withdrawal(self, words: str) -> bool:
        """Whether a title or a paragraph has such a label, or speaks to those who print a report."""
        forms = self.withdrawal_label, self.withdrawal_address
        return any(form.match(words) for form in forms)

    @cached_property
    def withdrawal_label(self) -> re.Pattern[str]:
        """A label by which a title or a paragraph withdraws a report, a mark or nothing behind it."""
        return _opening(self._withdrawals.get("labels", ()), r"\s*(?:[:.\])!]|\s[–—-]|[–—]|\Z)")

    @cached_property
    def withdrawal_address(self) -> re.Pattern[str]:
        """The words by which a note speaks to those who print a report."""
        return _opening(self._withdrawals.get("address", ()), r"\s*[:,–—.-]")

    @cached_property
    def withdrawal_acts(self) -> re.Pattern[str]:
        """What a note says that withdraws a report: please kill, is withdrawn, no substitute."""
        acts = self._withdrawals.get("acts", ())
        return re.compile("|".join(f"(?:{act})" for act in acts), re.IGNORECASE) if acts else _NOWHERE

    # ---- what is handed out ----

    def is_release(self, text: str) -> bool:
        r"""Whether a text bears the signs of what a firm or a body hands out to the press.

        >>> from retold import language
        >>> is_release = language.of("en").notices.is_release
        >>> is_release("Gull Lines today announced a ferry.\n\nENDS"), is_release("It announced today.")
        (True, False)
        """
        small = text.casefold()
        lines = [line.strip(" \t-–—*#.") for line in small.split("\n")]
        alone = {line for line in lines if line in self._release.get("lines", ())}
        heads = {
            head for head in self._release.get("heads", ()) if any(line.startswith(head) for line in lines)
        }
        if not (alone or heads):
            return False
        acts = any(re.search(act, small) for act in self._release.get("acts", ()))
        return len(alone) + len(heads) + (acts or any(map(self.appeals, lines))) > 1

    def is_issuer(self, outlet: str) -> bool:
        """Whether an outlet hands out what it publishes: a press office, the police, a ministry.

        >>> from retold import language
        >>> issues = language.of("en").notices.is_issuer
        >>> issues("Tarnshire Police"), issues("Gull Lines press office"), issues("Police Gazette")
        (True, True, False)
        """
        small = " ".join(outlet.casefold().split())
        return any(re.search(one, small) for one in self._release.get("issuers", ()))

    def is_beside_release(self, paragraph: str) -> bool:
        """Whether a paragraph of a release speaks to the press: a note to editors, a contact, its end.

        >>> from retold import language
        >>> beside = language.of("en").notices.is_beside_release
        >>> beside("Notes to editors: pictures on request."), beside("- ENDS -"), beside("The talks ended.")
        (True, True, False)
        """
        bare = " ".join(paragraph.casefold().split()).strip(" \t-–—*#.")
        heads = (head.rstrip(":") for head in self._release.get("heads", ()))
        return bare in self._release.get("lines", ()) or any(
            bare == head or bare.startswith(f"{head}:") for head in heads
        )

    def is_about(self, paragraph: str) -> bool:
        """Whether a paragraph of a release heads what its house says of itself: About Gull Lines.

        >>> from retold import language
        >>> about = language.of("en").notices.is_about
        >>> about("About Gull Lines"), about("About Gull Lines: it runs a ferry."), about("About 40 came.")
        (True, True, False)
        """
        plain = " ".join(paragraph.split())
        return any(re.match(head, plain) for head in self._release.get("about", ()))

    def appeals(self, sentence: str) -> bool:
        """Whether a sentence asks something of the public, as authorities have all papers print it.

        >>> from retold import language
        >>> appeals = language.of("en").notices.appeals
        >>> appeals("Anyone with information is asked to call 101."), appeals("She asked him to call her.")
        (True, False)
        """
        return self._appeals.search(" ".join(sentence.casefold().split())) is not None

    @cached_property
    def _appeals(self) -> re.Pattern[str]:
        every = self._release.get("appeals", ())
        return re.compile("|".join(f"(?:{one})" for one in every)) if every else _NOWHERE

    @cached_property
    def _release(self) -> Mapping[str, Sequence[str]]:
        found: Mapping[str, Sequence[str]] = self._own.get("release", {})
        return found

    @cached_property
    def _withdrawals(self) -> Mapping[str, Sequence[str]]:
        found: Mapping[str, Sequence[str]] = self._own.get("withdrawals", {})
        return found


def _is_shouted(paragraph: str) -> bool:
    """Whether a paragraph opens in capitals and goes on in small letters: RECASTS, ADDS quotes."""
    first, _, rest = paragraph.partition(" ")
    return first.isupper() and any(map(str.islower, rest))


def _begins(text: str, head: str) -> bool:
    """Whether a text begins with these whole words."""
    return text.startswith(head) and not text[len(head) : len(head) + 1].isalnum()


def _opening(phrases: Sequence[str], behind: str) -> re.Pattern[str]:
    """Any of the phrases at the beginning, signs before it aside, with what must stand behind it."""
    listed = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    return re.compile(rf"\A[\W_]*(?:{listed}){behind}", re.IGNORECASE) if phrases else _NOWHERE
