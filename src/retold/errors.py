"""The exceptions of retold: one small tree, each with a cause and a cure.

A bad article never raises: it is set aside with a reason (`retold.model.SetAside`).
These are for what stops a whole call.
"""

from __future__ import annotations


class RetoldError(Exception):
    """Anything retold refuses to go on with.

    `cause` says what is wrong, `cure` what the reader can do about it.
    The message is both, in that order.

    >>> str(RetoldError("no article could be read", "name a file that holds text"))
    'no article could be read: name a file that holds text'
    """

    def __init__(self, cause: str, cure: str) -> None:
        super().__init__(f"{cause}: {cure}")
        self.cause = cause
        self.cure = cure

    def __reduce__(self) -> tuple[type[RetoldError], tuple[str, str]]:
        """As itself from one process to another: by default the message alone would go."""
        return type(self), (self.cause, self.cure)


class SettingsError(RetoldError, ValueError):
    """A settings file or value that cannot be used; names its section."""


class InputError(RetoldError, ValueError):
    """An argument that no result can be made from, such as an empty pile."""


class StoreError(RetoldError, OSError):
    """A trace that cannot be written to or read from where it was asked for."""


class ExtraError(RetoldError, ImportError):
    """Something that is asked for needs a package that is not installed; names the extra that brings it."""
