"""The lineage as a drawing that stands alone."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from retold import export
from retold.archive.store import Trace
from retold.export import drawings
from retold.export.formats import png, svg
from tests import crane


def test_there_is_a_drawing_for_each_story_that_is_told_more_than_once(trace: Trace) -> None:
    ((title, text),) = drawings.drawings(trace)
    assert title == crane.OUTLETS["beacon"][1]
    found = ElementTree.fromstring(text.encode())
    names = {"".join(one.itertext()) for one in found.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Ellard Beacon", "Saltmarsh Wire", "The Islander"} <= names


def test_a_drawing_asks_nothing_of_the_network_and_runs_nothing(trace: Trace) -> None:
    ((_, text),) = drawings.drawings(trace)
    assert "<style>" in text and "var(--" not in text
    assert not re.search(r"<script|<foreignObject|href=|url\(|\bon\w+=", text)


def test_svg_and_png_are_named_after_the_headline(trace: Trace, tmp_path: Path) -> None:
    assert (
        export.write(trace, tmp_path / "s", "svg")[0].name == "Crane-falls-on-north-quay-killing-docker.svg"
    )
    assert not svg.FORMAT.single and not png.FORMAT.text


def test_a_png_is_a_picture_of_twice_the_size(trace: Trace, tmp_path: Path) -> None:
    pytest.importorskip("resvg_py")
    (place,) = export.write(trace, tmp_path / "lineage.png", "png")
    data = place.read_bytes()
    width, height = (int.from_bytes(data[k : k + 4]) for k in (16, 20))
    ((_, text),) = drawings.drawings(trace)
    told = re.search(r'width="(\d+)" height="(\d+)"', text)
    assert data[:8] == b"\x89PNG\r\n\x1a\n" and told is not None
    assert (width, height) == (2 * int(told[1]), 2 * int(told[2]))
