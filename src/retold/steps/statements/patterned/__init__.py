"""Speech in a language without a parser: quotations, verbs of saying and names, by where they stand.

`pieces` cuts a sentence into words, marks and quotations, `people` knows who is named, `cues` finds what
tells speech and who its subject is, `reader` puts quotations and cues together.
"""

from __future__ import annotations
