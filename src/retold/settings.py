"""Settings: one frozen section per step, read from TOML.

The science lives here; run-time concerns (threads, output) are flags.
Unknown keys and values of the wrong type are refused with their section's name.
"""

from __future__ import annotations

import errno
import re
import stat
import tomllib
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from retold.errors import SettingsError
from retold.messages import N_


@dataclass(frozen=True, slots=True)
class Clean:
    """Page furniture, and what is an article at all."""

    least_words: int = 1  # an article with fewer is set aside
    largest_bytes: int = 20_000_000  # a larger file is set aside unread
    furniture_share: float = 0.5  # of an outlet's articles that carry a line for it to be furniture
    furniture_least: int = 4  # articles of the outlet needed to judge
    posts: Literal["together", "apart"] = (
        "together"  # of a live report: apart, each is an article by its clock
    )


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """Which language an article is read in."""

    default: str = ""  # ISO 639-1 code of articles that state none; empty: found in each text


@dataclass(frozen=True, slots=True)
class Credits:
    """Reading of credits, datelines and bylines."""

    support: float = 0.5  # below it a credit is not given


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Word n-grams that tell one text from another."""

    words: int = 3  # n; rewriting leaves few longer runs whole


@dataclass(frozen=True, slots=True)
class Match:
    """Candidate pairs from rare shared n-grams."""

    common: int = 60  # an n-gram in more articles than this names no pair by itself
    least_shared: int = 2  # rare n-grams a pair must share
    share: float = 0.02  # of the shorter article's n-grams, weighted by rarity, that they must be


@dataclass(frozen=True, slots=True)
class Align:
    """Word alignment of two texts."""

    anchor: int = 3  # words of the shortest anchor
    move: int = 6  # words of the shortest moved block
    reworded: float = 0.2  # sentence likeness (idf cosine) from which a passage is looked for there
    price: float = 0.25  # what each word costs a passage, of what a partner of its weight brings
    drop: float = 2.5  # weight of the deepest dip inside a passage, and of the lightest passage
    join: int = 8  # words of difference that two passages are merged over


@dataclass(frozen=True, slots=True)
class StoryGroups:
    """Grouping of articles into stories and families."""

    together: float = 0.1  # average likeness (idf² cosine) that holds a story together
    days: float = 10.0  # days between two reports at which their likeness counts for half
    derived: float = 0.55  # probability of copying that ties an article to its nearest source
    across_languages: bool = False  # one event told in several languages is one story


@dataclass(frozen=True, slots=True)
class Statements:
    """Who said what to whom."""

    support: float = 0.5  # below it a party's name is not given
    which: Literal["stories", "all", "none"] = "stories"  # articles to parse


@dataclass(frozen=True, slots=True)
class LineageSearch:
    """Who had it from whom."""

    unseen_price: float = 4.0  # weighted readings an unseen node must save; each family adapts it
    unseen_share: float = 0.5  # and this share of what readings that came up again cost a version
    support: float = 0.6  # below it an edge is left undirected
    sharpness: float = 1.0  # natural log-odds that one weighted reading is worth
    clock: float = 5.0  # log-odds against a copy stamped earlier than its source
    second_source: float = 8.0  # weighted readings that a second source must save
    starts: int = 8  # beginnings of the search
    seed: int = 20210522  # of the search's random choices


@dataclass(frozen=True, slots=True)
class Changes:
    """What a retelling altered."""

    support: float = 0.6  # below it a change of speaker is not given
    lede_words: int = 8  # words that only one opening has for it to be a new lede


@dataclass(frozen=True, slots=True)
class Claims:
    """Statements and figures as many articles carry them."""

    likeness: float = 0.5  # of two statements' content, to be one claim


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that changes a result, one section per step."""

    clean: Clean = field(default_factory=Clean)
    language: LanguageChoice = field(default_factory=LanguageChoice)
    credits: Credits = field(default_factory=Credits)
    fingerprint: Fingerprint = field(default_factory=Fingerprint)
    match: Match = field(default_factory=Match)
    align: Align = field(default_factory=Align)
    story: StoryGroups = field(default_factory=StoryGroups)
    statements: Statements = field(default_factory=Statements)
    lineage: LineageSearch = field(default_factory=LineageSearch)
    changes: Changes = field(default_factory=Changes)
    claims: Claims = field(default_factory=Claims)


_SHARE = (0.0, 1.0)
# What each number may be: from where it means anything to where it still ends or fits a machine's numbers.
RANGES: dict[tuple[str, str], tuple[float, float]] = {
    ("clean", "least_words"): (0, 1_000_000),
    ("clean", "largest_bytes"): (1, 1 << 40),
    ("clean", "furniture_share"): _SHARE,
    ("clean", "furniture_least"): (1, 1_000_000),
    ("credits", "support"): _SHARE,
    ("fingerprint", "words"): (1, 50),
    ("match", "common"): (1, 1_000_000_000),
    ("match", "least_shared"): (0, 1_000_000),
    ("match", "share"): _SHARE,
    ("align", "anchor"): (1, 1_000),
    ("align", "move"): (1, 1_000_000),
    ("align", "reworded"): _SHARE,
    ("align", "price"): (0.0, 1_000.0),
    ("align", "drop"): (0.0, 1_000_000.0),
    ("align", "join"): (0, 1_000_000),
    ("story", "together"): _SHARE,
    ("story", "days"): (0.001, 1_000_000.0),
    ("story", "derived"): _SHARE,
    ("statements", "support"): _SHARE,
    ("lineage", "unseen_price"): (0.0, 1_000_000.0),
    ("lineage", "unseen_share"): (0.0, 1_000.0),
    ("lineage", "support"): _SHARE,
    ("lineage", "sharpness"): (0.0, 1_000.0),
    ("lineage", "clock"): (0.0, 1_000.0),
    ("lineage", "second_source"): (0.0, 1_000_000.0),
    ("lineage", "starts"): (1, 10_000),
    ("lineage", "seed"): (0, (1 << 63) - 1),
    ("changes", "support"): _SHARE,
    ("changes", "lede_words"): (0, 1_000_000),
    ("claims", "likeness"): _SHARE,
}


def load(path: str | Path) -> Settings:
    """Read settings from a TOML file; what it leaves out keeps its default.

    Raises `SettingsError` for a file that is missing or no TOML, and for
    unknown sections, unknown keys and values of the wrong type.
    """
    try:
        given = tomllib.loads(_text(Path(path)))
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise SettingsError(f"{path}: {cause}", N_("name a settings file that can be read")) from error
    except SettingsError:
        raise
    except RecursionError as error:
        raise SettingsError(
            N_("{path}: not TOML (too deep)").format(path=path), N_("compare `retold config show`")
        ) from error
    except ValueError as error:  # no TOML, no UTF-8, a number of thousands of digits
        raise SettingsError(
            N_("{path}: not TOML ({error!s:.200})").format(path=path, error=error),
            N_("compare `retold config show`"),
        ) from error
    return from_mapping(given)


def _text(path: Path) -> str:
    """The content of a settings file; a pipe or a device would never end, a large file is none."""
    known = path.stat()
    if stat.S_ISDIR(known.st_mode):
        raise IsADirectoryError(errno.EISDIR, "Is a directory")
    if not stat.S_ISREG(known.st_mode) or known.st_size > 1 << 16:
        raise SettingsError(
            N_("{path}: is no settings file").format(path=path),
            N_("name a regular file of at most 65,536 bytes"),
        )
    text = path.read_text(encoding="utf-8")
    longest = max(map(len, text.splitlines()), default=0)
    if longest > 1_000:  # a key of thousands of parts takes a reader of TOML minutes
        raise SettingsError(
            N_("{path}: has a line of {longest:,} characters").format(path=path, longest=longest),
            N_("compare `retold config show`"),
        )
    return text


def from_mapping(given: dict[str, Any]) -> Settings:
    """Settings from nested tables as TOML gives them.

    >>> from_mapping({"fingerprint": {"words": 4}}).fingerprint.words
    4
    """
    sections = {f.name: f.default_factory for f in fields(Settings)}
    values = {}
    for name, table in given.items():
        if name not in sections:
            raise SettingsError(
                N_("unknown section [{name}]").format(name=name),
                N_("use one of {names}").format(names=", ".join(sections)),
            )
        values[name] = _section(name, sections[name], table)
    return Settings(**values)


def to_toml(settings: Settings) -> str:
    """Settings as a TOML file that `load` reads back to the same settings."""
    lines = []
    for name, table in asdict(settings).items():
        lines.append(f"[{name}]")
        lines += [f"{key} = {_toml(value)}" for key, value in table.items()]
        lines.append("")
    return "\n".join(lines)


def _section(name: str, kind: Any, table: Any) -> Any:
    if not isinstance(table, dict):
        raise SettingsError(
            N_("[{name}] is no table").format(name=name),
            N_("write [{name}] and its keys below it").format(name=name),
        )
    hints = get_type_hints(kind)
    for key, value in table.items():
        if key not in hints:
            raise SettingsError(
                N_("[{name}] has no key '{key}'").format(name=name, key=key),
                N_("use one of {names}").format(names=", ".join(hints)),
            )
        _check(f"[{name}] {key}", hints[key], value)
        _check_range(name, key, value)
    return kind(**table)


def _check(where: str, hint: Any, value: Any) -> None:
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            raise SettingsError(
                f"{where} = {value!r:.60}", N_("use one of {names}").format(names=", ".join(get_args(hint)))
            )
        return
    kinds = (int, float) if hint is float else (hint,)
    if not isinstance(value, kinds) or isinstance(value, bool) != (hint is bool):
        raise SettingsError(
            N_("{where} = {value!r:.60} is no {name}").format(where=where, value=value, name=hint.__name__),
            N_("give a value of that type"),
        )


def _check_range(section: str, key: str, value: Any) -> None:
    """Raise `SettingsError` for a value that no step can work with."""
    if (section, key) == ("language", "default") and not re.fullmatch("(?:[a-z]{2,3})?", value):
        raise SettingsError(
            N_("[language] default = {value!r:.60}").format(value=value),
            N_("give an ISO 639 code such as en, or nothing"),
        )
    low, high = RANGES.get((section, key), (None, None))
    if low is not None and high is not None and not low <= value <= high:
        raise SettingsError(
            f"[{section}] {key} = {value!r:.60}",
            N_("give a number from {low:,} to {high:,}").format(low=low, high=high),
        )


def _toml(value: Any) -> str:
    return (
        f'"{value}"'
        if isinstance(value, str)
        else str(value).lower()
        if isinstance(value, bool)
        else repr(value)
    )
