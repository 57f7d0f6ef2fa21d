"""The lineage of each story as a drawing that stands alone: SVG with its own style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from retold.export.formats.base import xml_text
from retold.report import tree
from retold.views import family, index, summary

if TYPE_CHECKING:
    from retold.archive.store import Trace

_STYLE = """
text { font-family: "DejaVu Sans", Arial, Helvetica, sans-serif; fill: #1d1c1a; }
.name { font-size: 13.5px; font-weight: 600; }
.name.unseen { font-style: italic; fill: #00705a; }
.when { font-size: 11.5px; fill: #67625a; }
circle { fill: #1d1c1a; stroke: #1d1c1a; stroke-width: 1.8; }
circle.unseen { fill: #fcfbf8; stroke: #00705a; }
.tie, .second { fill: none; stroke: #67625a; stroke-width: 1.6; }
.second { stroke-width: 1.1; stroke: #0a5a9c; }
.unsure { stroke-dasharray: 4 4; }
.axis line { stroke: #d8d2c6; }
.axis .tick { stroke-dasharray: 1 4; }
.axis text { font-size: 11px; fill: #67625a; }
.fold { fill: none; stroke: #67625a; stroke-width: 1.4; }
.count rect { fill: #fbe8d6; stroke: #a34200; }
.count text { font-size: 11px; font-weight: 700; fill: #a34200; }
"""
_OPENING = re.compile(r"<svg\b[^>]*>")


def drawings(trace: Trace) -> Iterator[tuple[str, str]]:
    """The headline and the drawing of each story that several articles tell, or that has an unseen source."""
    told = [one.id for one in summary.overview(trace).stories]
    for part in summary.parts(trace, told):
        found = index.of_trace(part)
        for story in part.stories:
            twigs = family.tree(found, story.id)
            if len(twigs) > 1:
                yield summary.title(found, story), standing_alone(tree.draw(twigs, {}, "lineage"))


def standing_alone(svg: str) -> str:
    """A drawing of the page with the style and the ground that the page gives it."""
    dressed = _OPENING.sub(lambda found: f'{found[0]}<style>{_STYLE}</style><rect width="100%" height="100%" '
                                         'fill="#fcfbf8"/>', svg, count=1)  # fmt: skip
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml_text(dressed)}\n'
