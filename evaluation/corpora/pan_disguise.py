"""Four ways to hide that a passage was taken: verbatim, shuffled, reworded, summarised.

Each takes the sentences of a source passage, as written, and gives a text. Nothing here is known
to the matcher: words are cut at blanks, and the synonyms are this file's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

_SYNONYMS = """
said:stated,declared,remarked told:informed,advised announced:disclosed,revealed big:large,sizeable
large:big,considerable small:little,minor new:fresh,novel old:former,aged many:numerous,several
people:persons,citizens man:fellow,gentleman woman:lady children:youngsters,kids country:nation,land
city:town,municipality house:home,dwelling company:firm,business companies:firms,businesses
government:administration,cabinet president:head-of-state official:functionary officials:authorities
police:officers,constables court:tribunal,bench law:statute,legislation money:cash,funds
price:cost,charge prices:costs,charges market:exchange,bourse rise:climb,increase rose:climbed,gained
fell:dropped,slid fall:drop,decline increase:growth,rise decrease:reduction cut:trim,reduce
report:account,study reported:related,recounted plan:scheme,proposal plans:intends,schemes
help:aid,assist need:require,want want:wish,desire use:employ,utilise used:employed,applied
make:produce,create made:produced,created
get:obtain,receive got:obtained,received give:provide,grant gave:provided,granted
show:demonstrate,display showed:demonstrated,displayed begin:start,commence began:started,commenced
end:finish,conclusion ended:finished,concluded stop:halt,cease buy:purchase,acquire bought:purchased
sell:market,trade sold:traded kill:slay killed:slain,murdered died:perished attack:assault,strike war:conflict
fight:battle,struggle win:triumph,prevail won:triumphed,secured lost:forfeited important:significant,major
major:chief,principal good:fine,decent bad:poor,dire best:finest worst:poorest great:grand,immense
quickly:rapidly,swiftly soon:shortly often:frequently,regularly also:too,additionally but:yet,however
because:since,as although:though while:whereas,as about:around,roughly after:following,once before:prior-to
during:throughout,amid between:among under:beneath,below over:above,across near:close-to against:versus
work:labour,toil job:post,position jobs:posts,positions year:twelvemonth years:twelvemonths week:seven-days
last:previous,past next:coming,following first:initial,opening today:now early:initially later:afterwards
think:believe,reckon believe:think,hold know:understand,realise see:observe,notice saw:observed,noticed
find:discover,locate found:discovered,located call:term,dub called:termed,dubbed ask:request,inquire
asked:requested,inquired leave:depart,quit left:departed,quit meet:encounter,gather met:encountered,gathered
group:body,band members:adherents,affiliates leader:chief,boss leaders:chiefs,bosses issue:matter,question
problem:difficulty,trouble problems:difficulties,troubles part:portion,share number:figure,tally
high:elevated,lofty low:reduced,slight long:lengthy,extended short:brief,quick strong:robust,powerful
weak:feeble,frail likely:probable,apt expected:anticipated,forecast according:pursuant more:further,additional
less:fewer such:similar several:various,some most:the-bulk-of only:merely,just may:might could:might
will:shall would:should can:may must:has-to should:ought-to not:hardly very:highly,extremely
"""
_FILLERS = (
    "indeed", "moreover", "apparently", "still", "then", "perhaps", "meanwhile", "thus", "notably", "quite",
)  # fmt: skip
_JOINTS = re.compile(r"(?<=[,;:])\s+|\s+(?=(?:and|but|because|while|which|who|after|before|when|as)\s)")


def _lexicon() -> dict[str, list[str]]:
    entries = (entry.split(":") for entry in _SYNONYMS.split())
    return {word: [other.replace("-", " ") for other in others.split(",")] for word, others in entries}


@dataclass(frozen=True)
class Disguiser:
    """Rewrites passages; `strangers` are words of other texts by their last two letters."""

    random: Random
    strangers: dict[str, list[str]]

    def verbatim(self, sentences: Sequence[str]) -> str:
        """As it stands."""
        return " ".join(sentences)

    def shuffled(self, sentences: Sequence[str]) -> str:
        """Sentences and clauses in another order, some neighbours swapped, words put in and left out."""
        clauses = [c for s in self._displaced(sentences, 3) for c in self._displaced(_JOINTS.split(s), 2)]
        share = self.random.uniform(0.04, 0.2)
        return " ".join(word for clause in clauses for word in self._noisy(clause.split(), share))

    def reworded(self, sentences: Sequence[str]) -> str:
        """A fifth to a half of the words replaced, halves of some sentences turned about."""
        share = self.random.uniform(0.2, 0.5)
        turned = [self._turned(s) if self.random.random() < share else s for s in sentences]
        return " ".join(self._replaced(s, share) for s in turned)

    def summarised(self, sentences: Sequence[str]) -> str:
        """At most a third of the length: sentences and clauses dropped, the rest reworded lightly."""
        allowed = sum(len(s.split()) for s in sentences) * self.random.uniform(0.18, 0.33)
        order = sorted(range(len(sentences)), key=lambda _: self.random.random())
        kept: dict[int, str] = {}
        for k in order:
            clause = self._shortened(sentences[k])
            if sum(len(s.split()) for s in kept.values()) + len(clause.split()) <= allowed:
                kept[k] = self._replaced(clause, 0.2)
        return " ".join(kept[k] for k in sorted(kept)) or self._shortened(sentences[0])

    # ---- the small operations ----

    def _displaced(self, parts: Sequence[str], reach: int) -> list[str]:
        """Parts moved by about `reach` places."""
        keys = [k + self.random.uniform(-reach, reach) for k in range(len(parts))]
        return [part for _, part in sorted(zip(keys, parts, strict=True))]

    def _noisy(self, words: list[str], share: float) -> list[str]:
        done: list[str] = []
        for word in words:
            chance = self.random.random()
            if chance < share / 3:
                continue
            done.append(word)
            if chance > 1 - share / 3:
                done.append(self.random.choice(_FILLERS))
            elif chance > 1 - share and len(done) > 1:
                done[-1], done[-2] = done[-2], done[-1]
        return done

    def _turned(self, sentence: str) -> str:
        """The second half first."""
        parts = _JOINTS.split(sentence.rstrip("."))
        if len(parts) < 2:
            return sentence
        cut = self.random.randrange(1, len(parts))
        later, first = " ".join(parts[cut:]).rstrip(",;: "), " ".join(parts[:cut]).rstrip(",;: ")
        return f"{later[:1].upper()}{later[1:]}, {first}."

    def _replaced(self, sentence: str, share: float) -> str:
        words = sentence.split()
        wanted = round(share * len(words))
        order = sorted(range(len(words)), key=lambda _: self.random.random())
        known = [k for k in order if _bare(words[k]) in _WORDS]
        other = [k for k in order if len(_bare(words[k])) > 4 and words[k].islower()]
        for k in dict.fromkeys([*known, *other][:wanted]):
            words[k] = self._other_word(words[k])
        return " ".join(words)

    def _other_word(self, word: str) -> str:
        bare = _bare(word)
        choices = _WORDS.get(bare) or self.strangers.get(bare[-2:]) or [bare]
        fresh = self.random.choice(choices)
        tail = word[len(word.rstrip('.,;:!?"”')) :]
        return (fresh.capitalize() if word[:1].isupper() else fresh) + tail

    def _shortened(self, sentence: str) -> str:
        parts = _JOINTS.split(sentence)
        size = max(1, round(len(parts) * self.random.uniform(0.4, 0.9)))
        first = self.random.randrange(len(parts) - size + 1)
        text = " ".join(parts[first : first + size]).strip(",;: .")
        return text[:1].upper() + text[1:] + "."


def _bare(word: str) -> str:
    return word.strip(".,;:!?\"“”'()").lower()


_WORDS = _lexicon()
KINDS: tuple[str, ...] = ("verbatim", "shuffled", "reworded", "summarised")


def disguise(kind: str, disguiser: Disguiser, sentences: Sequence[str]) -> str:
    """The passage in one of the four ways."""
    ways: dict[str, Callable[[Sequence[str]], str]] = {name: getattr(disguiser, name) for name in KINDS}
    return ways[kind](sentences)
