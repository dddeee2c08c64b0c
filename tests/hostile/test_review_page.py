"""Where somebody decides or writes: hostile content that was refused is shown there as text."""

import threading
from pathlib import Path

import pytest

from kinerja.commands.configuration import project_settings
from kinerja.commands.preview.server import open_server
from kinerja.commands.preview.session import Session
from tests.hostile.conftest import SCAN, Watch
from tests.hostile.site import write_refused
from tests.kinerja.contents import write_content


@pytest.mark.parametrize("part", ["tinjau", "tulis"])
def test_it_may_be_looked_at(part: str, watch: Watch, tmp_path: Path) -> None:
    """The review page of what is refused signs nothing and runs nothing; its form neither."""
    content = write_content(tmp_path / "isi")
    ids = [*write_refused(content)]
    session = Session(project_settings(content), "")
    with open_server(session, 0) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        watch.host = f"http://127.0.0.1:{running.server_address[1]}"
        found: list[str] = []
        for record_id in ids:
            watch.open(f"/{part}/{record_id}/")
            found += watch.page.evaluate(SCAN)
        assert "tolak-" in watch.page.content()
        running.shutdown()
        thread.join()
    assert ([], []) == (watch.did, found)
