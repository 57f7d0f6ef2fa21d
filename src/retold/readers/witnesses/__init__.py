"""Witnesses of a tradition: an aligned table, an apparatus, a matrix, or a folder of texts.

One file for each format; a file with a `FORMAT` is found by itself.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from retold.errors import InputError
from retold.messages import N_
from retold.readers.content import opened
from retold.readers.identities import Identities
from retold.readers.limits import Limits
from retold.readers.registry import Registry, discovered
from retold.readers.sources import FileSource, Refused
from retold.readers.witnesses.tables import Witnesses, check_size

_LARGEST = 1 << 30  # bytes of a file of witnesses, which is held whole


@cache
def registry() -> Registry[Witnesses]:
    """Every format of witnesses; `register` adds one for this process."""
    return discovered(__name__, __path__)


def read(path: str | Path) -> Witnesses:
    """Witnesses by sigil: tokens in columns, or whole texts from a folder.

    The beginning of a file tells its format. Raises `InputError` for what cannot be read
    and for what is none of the formats.
    """
    name = str(path)
    source = FileSource(name=name, where=name, named=True, path=Path(path))
    try:
        with opened(source, Limits(_LARGEST), Identities()) as content:
            form = registry().choice(content.head)
            if form is None:
                cure = N_("give a table as text, parted by tabs or commas")
                raise InputError(N_("{name}: is a binary file").format(name=name), cure)
            found = form.reader(content)
            check_size(
                name,
                len(found),
                max((len(one) for one in found.values() if isinstance(one, list)), default=0),
            )
            return found
    except Refused as refused:
        raise InputError(f"{refused.note.where}: {refused.note.why}", refused.note.cure) from refused
    except OSError as error:
        raise InputError(f"{name}: {error.strerror or error}", N_("name a table that can be read")) from error
