"""The screen opens, and shows every article, whatever its documents hold."""

import pytest

from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from reader.tui.app import ReaderApp
from reader.tui.desk.articles import open_held
from tests.library.test_damaged_documents import FIELDS, WRONG, spoil
from tests.tui.conftest import Desk


@pytest.mark.slow
@pytest.mark.parametrize("table", FIELDS)
async def test_wrong_fields_keep_no_article_from_the_screen(paths: Paths, table: str) -> None:
    names = FIELDS[table].split()
    spoil(paths, [(table, name, WRONG[at * 7 % len(WRONG)]) for at, name in enumerate(names)])
    library = Library.open(paths, Config())
    ids = [row.id for row in library.rows()]
    app = ReaderApp(library, Config(), paths, open_held(library, "port-0"))
    async with app.run_test(size=(120, 40)) as pilot:
        desk = Desk(pilot, app.reading, library)
        for article_id in ids:
            desk.screen.articles.open(article_id)
            await desk.settle()
            assert desk.screen.article is not None
            await desk.press("tab", "j", "space")
    app.reading.background.finish()
    library.close()
