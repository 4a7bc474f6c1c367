"""The files that come with the program."""

from pathlib import Path

import pytest

from reader import resources
from reader.errors import ResourceError


@pytest.fixture
def homes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Stand in for the package's bundled folder and the repository's root."""
    bundled, root = tmp_path / "_bundled", tmp_path / "root"
    bundled.mkdir()
    root.mkdir()
    monkeypatch.setattr(resources, "_HOMES", (bundled, root))
    return bundled, root


def _write(folder: Path, *names: str) -> None:
    folder.mkdir()
    for name in names:
        (folder / name).write_text("x")


def test_the_package_s_own_copy_wins_over_the_repository(homes: tuple[Path, Path]) -> None:
    _write(homes[1] / "styles", "app.tcss")
    assert resources.bundled("styles") == homes[1] / "styles"
    _write(homes[0] / "styles", "app.tcss")
    assert resources.bundled("styles") == homes[0] / "styles"


def test_a_missing_folder_is_told_in_plain_words(homes: tuple[Path, Path]) -> None:
    with pytest.raises(ResourceError) as raised:
        resources.style_sheets()
    assert str(raised.value) == (
        "styles: missing from this installation of newsmargin; install newsmargin again"
    )


def test_an_empty_folder_is_told_too(homes: tuple[Path, Path]) -> None:
    _write(homes[1] / "sample_articles")
    with pytest.raises(ResourceError, match="sample_articles: empty"):
        resources.sample_articles()


def test_the_sheets_of_the_first_frame_come_first_and_the_others_later(
    homes: tuple[Path, Path],
) -> None:
    _write(
        homes[1] / "styles", "zebra.tcss", "row_list.tcss", "app.tcss", "adder.tcss", "notes.txt"
    )
    assert [sheet.name for sheet in resources.style_sheets()] == ["app.tcss", "row_list.tcss"]
    later = [sheet.name for sheet in resources.later_style_sheets()]
    assert later == ["adder.tcss", "zebra.tcss"]


def test_samples_are_articles_in_order_without_what_is_expected_of_them(
    homes: tuple[Path, Path],
) -> None:
    _write(
        homes[1] / "sample_articles",
        "port.html",
        "port.expected.json",
        "00-tour.md",
        "scrape.txt",
        "LICENSE",
        "README.md",
    )
    names = [sample.name for sample in resources.sample_articles()]
    assert names == ["00-tour.md", "port.html", "scrape.txt"]
