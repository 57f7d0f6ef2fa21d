"""What a site lets programs fetch: its robots.txt, read as RFC 9309 has it.

The parser of the standard library takes `*` and `$` in a path for plain letters, and so allows what is
forbidden.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from retold import parameters

_P = parameters.of("readers", "fetch")
_LINES = _P.integer("robots_lines")  # of a robots.txt that are read


@dataclass(frozen=True, slots=True)
class Rule:
    """A path that may or may not be fetched; the longest that fits decides."""

    allows: bool
    pattern: re.Pattern[str]
    length: int


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of a site for us."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None  # seconds between two fetches, if the site wishes for any

    def allows(self, target: str) -> bool:
        r"""Whether a path with its query may be fetched.

        >>> read("User-agent: *\nDisallow: /a\nAllow: /a/open", "retold").allows("/a/open/1")
        True
        """
        fitting = [rule for rule in self.rules if rule.pattern.match(unquote(target))]
        best = max(fitting, key=lambda rule: (rule.length, rule.allows), default=None)
        return best is None or best.allows


NOTHING = Robots((Rule(False, re.compile(""), 0),))  # where the rules cannot be had, nothing may be fetched


@dataclass(slots=True)
class _Group:
    agents: list[str] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    delay: float | None = None


def read(text: str, agent: str) -> Robots:
    """The rules for an agent: of the groups that name it, else of those for everybody."""
    groups = _groups(text)
    mine = [group for group in groups if agent.lower() in group.agents]
    taken = mine or [group for group in groups if "*" in group.agents]
    delays = [group.delay for group in taken if group.delay is not None]
    return Robots(tuple(rule for group in taken for rule in group.rules), max(delays, default=None))


def _groups(text: str) -> list[_Group]:
    groups: list[_Group] = []
    naming = False
    for line in text.lstrip("\ufeff").splitlines()[:_LINES]:
        key, sign, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not sign:
            continue
        if key == "user-agent":
            if not naming:
                groups.append(_Group())
            groups[-1].agents.append(value.partition("/")[0].strip().lower())
        elif groups:
            _add(groups[-1], key, value)
        naming = key == "user-agent" or (naming and key not in ("allow", "disallow", "crawl-delay"))
    return groups


def _add(group: _Group, key: str, value: str) -> None:
    if key in ("allow", "disallow") and value:
        group.rules.append(Rule(key == "allow", _pattern(value), len(value)))
    elif key == "crawl-delay":
        try:
            group.delay = min(max(float(value), 0.0), 3600.0)
        except ValueError:
            return


def _pattern(path: str) -> re.Pattern[str]:
    """A path as a pattern: `*` is anything, `$` at the end is the end."""
    ends = path.endswith("$")
    parts = re.split(r"\*+", unquote(path.removesuffix("$")))
    return re.compile(".*".join(map(re.escape, parts)) + (r"\Z" if ends else ""), re.DOTALL)
