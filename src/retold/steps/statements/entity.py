"""One person or body of an article, as far as its namings tell."""

from __future__ import annotations

from dataclasses import dataclass, field

from retold.steps.statements.names import Name
from retold.steps.statements.roles import Role


@dataclass(slots=True)
class Entity:
    """A person or body of the article."""

    number: int
    name: Name
    mentions: list[Name] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    man: bool | None = None
    presumed: bool = False  # whether a pronoun alone tells whether this is a man
    placed: int = 0  # namings behind "in", "near" and the like
    kin_of: bool = False  # of somebody of the same surname, who is named before
    age: str = ""  # told behind the name, as no body's is: Ana Post, 29,
    attested: bool = False  # told as a person, if by one word: her son [Jan]; [Jan], 38,
    outlet: bool = False  # of news
    called_body: bool = False  # named behind the noun of one: the group Direct Action
    articled: int = 0  # namings that an article makes a thing: the Fed.
    given: bool = False  # a word of the name, not the last, is somebody's first name
    slips: set[int] = field(default_factory=set)  # starts of namings that are slips

    @property
    def person(self) -> bool:
        """Whether this may be a person."""
        body = (self.name.body or self.outlet or self.called_body) and not self.age
        return not body and self.placed * 2 <= len(self.mentions)

    @property
    def printed(self) -> str:
        """The fullest form of the name in the article."""
        return self.name.printed
