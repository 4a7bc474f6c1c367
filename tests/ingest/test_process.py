"""The process that reads pages: what it survives, and what survives it."""

import gc
import io
import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.errors import IngestError, TooLargeError
from reader.ingest import frames, ingest, worker
from reader.ingest.process import IngestProcess

TEXT = b"# Port strike ends\n\nThe *strike* ended on Tuesday."


@pytest.fixture
def process() -> Iterator[IngestProcess]:
    """Give a process that is closed afterwards."""
    made = IngestProcess(timeout_s=30, memory_mb=1024, idle_s=60)
    yield made
    made.close()


def _gone(pid: int) -> bool:
    """Tell whether no process, nor a zombie, has the id *pid*."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def _wait_for(condition: Callable[[], bool]) -> bool:
    """Wait until *condition* holds, but not for ever."""
    deadline = time.monotonic() + 20
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    return condition()


def _pid(process: IngestProcess) -> int:
    """Return the id of the worker, which must be running."""
    pid = process.pid
    assert pid is not None
    return pid


def _allow(process: IngestProcess, seconds: float) -> None:
    """Let a page take so long from now on."""
    process._timeout_s = process._worker._timeout_s = seconds


def test_it_reads_the_same_article_as_this_process_does(process: IngestProcess) -> None:
    assert process.ingest(TEXT, kind="markdown") == ingest(TEXT, kind="markdown")


def test_it_starts_with_the_first_page_and_stays_for_the_next(process: IngestProcess) -> None:
    assert process.pid is None
    process.ingest(TEXT)
    first = _pid(process)
    process.ingest(TEXT)
    assert process.pid == first


def test_what_is_no_article_is_told_as_it_would_be_here(process: IngestProcess) -> None:
    with pytest.raises(IngestError, match=r"a\.json: is JSON, not an article"):
        process.ingest(b'{"a": 1}', name="a.json")
    assert process.ingest(TEXT).title == "Port strike ends"


def test_a_name_a_path_and_a_charset_go_along(process: IngestProcess) -> None:
    article = process.ingest(
        "# Café\n\nÀ la carte".encode("latin-1"), path="/a/b.md", name="b.md", charset="latin-1"
    )
    assert article.text == "À la carte"
    assert article.id.startswith("b-")


def test_closing_leaves_neither_process_nor_zombie(process: IngestProcess) -> None:
    process.ingest(TEXT)
    pid = _pid(process)
    process.close()
    process.close()
    assert _gone(pid)
    assert process.pid is None
    assert process.ingest(TEXT).title == "Port strike ends"


def test_a_worker_that_was_killed_is_replaced(process: IngestProcess) -> None:
    process.ingest(TEXT)
    pid = _pid(process)
    os.kill(pid, signal.SIGKILL)
    assert _wait_for(lambda: process.pid is None)
    assert process.ingest(TEXT).title == "Port strike ends"
    assert process.pid != pid


def test_a_worker_that_ended_is_forgotten(process: IngestProcess) -> None:
    process.ingest(TEXT)
    running = process._worker._worker
    assert running is not None
    ended = weakref.ref(running.process)
    del running
    os.kill(_pid(process), signal.SIGKILL)
    assert _wait_for(lambda: process.pid is None)
    process.ingest(TEXT)
    gc.collect()
    assert ended() is None


def test_a_worker_that_stops_answering_is_killed_and_the_next_page_read() -> None:
    slow = IngestProcess(timeout_s=30)
    try:
        slow.ingest(TEXT)
        pid = _pid(slow)
        os.kill(pid, signal.SIGSTOP)
        _allow(slow, 0.3)
        with pytest.raises(
            IngestError, match=r"x: took longer than 0\.3 seconds to read; save its"
        ):
            slow.ingest(TEXT, url="x")
        assert _gone(pid)
        _allow(slow, 30)
        assert slow.ingest(TEXT).title == "Port strike ends"
    finally:
        slow.close()


def test_a_big_page_to_a_stopped_worker_does_not_hang_either() -> None:
    slow = IngestProcess(timeout_s=30)
    try:
        slow.ingest(TEXT)
        os.kill(_pid(slow), signal.SIGSTOP)
        _allow(slow, 0.3)
        with pytest.raises(IngestError, match="took longer"):
            slow.ingest(TEXT * 40_000)
    finally:
        slow.close()


def test_a_worker_without_memory_says_so_or_is_replaced() -> None:
    small = IngestProcess(timeout_s=60, memory_mb=96)
    try:
        with pytest.raises(IngestError, match=r"more memory|too much for the process"):
            small.ingest(b"word *word* \n\n" * 2_000_000, kind="markdown")
    finally:
        small.close()


def test_an_idle_worker_ends_and_a_later_page_starts_another() -> None:
    brief = IngestProcess(timeout_s=30, idle_s=0.1)
    try:
        brief.ingest(TEXT)
        assert _wait_for(lambda: brief.pid is None)
        assert brief.ingest(TEXT).title == "Port strike ends"
    finally:
        brief.close()


def test_closing_in_the_midst_of_a_page_ends_it_at_once(process: IngestProcess) -> None:
    process.ingest(TEXT)
    pid = _pid(process)
    os.kill(pid, signal.SIGSTOP)
    told: list[str] = []

    def ask() -> None:
        try:
            process.ingest(TEXT)
        except IngestError as error:
            told.append(error.problem)

    asking = threading.Thread(target=ask)
    asking.start()
    assert _wait_for(process._worker._asking.locked)
    time.sleep(0.05)
    process.close()
    asking.join(20)
    assert told == ["was too much for the process that reads pages"]
    assert _gone(pid)


def test_several_threads_share_one_worker(process: IngestProcess) -> None:
    titles: list[str] = []
    threads = [
        threading.Thread(
            target=lambda n=n: titles.append(process.ingest(b"# T%d\n\ntext" % n).title)
        )
        for n in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(titles) == [f"T{n}" for n in range(6)]


def test_it_works_without_a_terminal_and_leaves_standard_input_alone(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from reader.ingest.process import IngestProcess\n"
        "p = IngestProcess(30)\n"
        "print(p.ingest(b'# T\\n\\ntext').title)\n"
        "p.close()\n"
        "print(sys.stdin.read())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=b"still here",
        capture_output=True,
        timeout=60,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(Path(ingest.__code__.co_filename).parents[2])},
        cwd=tmp_path,
        check=True,
    )
    assert done.stdout.split() == [b"T", b"still", b"here"]


def test_the_worker_ends_when_its_parent_does(tmp_path: Path) -> None:
    script = (
        "import os\n"
        "from reader.ingest.process import IngestProcess\n"
        "p = IngestProcess(30)\n"
        "p.ingest(b'# T\\n\\ntext')\n"
        "print(p.pid, flush=True)\n"
        "os._exit(0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, timeout=60, check=True
    )
    assert _wait_for(lambda: _gone_or_zombie(int(done.stdout)))


def _gone_or_zombie(pid: int) -> bool:
    """Tell whether the process has ended, even if nobody has collected it."""
    stat = Path(f"/proc/{pid}/stat")
    return _gone(pid) or (stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z")


@pytest.mark.parametrize(
    "garbage", [b"\0", b"\xff" * 40, b"\0\0\0\2\0\0\0\0\0\0\0\0[]", b"\0\0\0\2\0\0\0\0\0\0\0\0{x"]
)
def test_a_worker_that_is_fed_garbage_ends(garbage: bytes) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reader.ingest.worker"],
        input=garbage,
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_a_worker_without_requests_ends_well() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reader.ingest.worker", "512", "5"],
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    assert done.returncode == 0


def test_a_worker_cannot_have_more_memory_than_it_was_given() -> None:
    code = (
        "from reader.ingest.worker import main; import resource\n"
        "main(['512'])\n"
        "import sys; print(resource.getrlimit(resource.RLIMIT_AS)[0], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], stdin=subprocess.DEVNULL, capture_output=True, timeout=60
    )
    assert int(done.stderr) == 512 * 1024 * 1024


def test_garbage_for_an_answer_is_no_answer() -> None:
    for answer in (b"", b"\0" * 8, b"\xff" * 8, b"\0\0\0\0\0\0\0\5{}"):
        with pytest.raises(frames.FrameError):
            frames.read_answer(io.BytesIO(answer))


def test_what_takes_too_much_while_it_is_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_with(error: type[Exception]) -> dict[str, object]:
        def read(*_: object) -> None:
            raise error

        monkeypatch.setattr("reader.ingest.read_document", read)
        return worker.answer({"url": "x"}, TEXT)

    assert fail_with(MemoryError)["error"][:3] == [  # type: ignore[index]
        "TooLargeError",
        "x",
        "takes more memory than a page may",
    ]
    assert "nests too deep" in str(fail_with(RecursionError))


def test_a_page_that_the_worker_finds_too_large_is_too_large_here(process: IngestProcess) -> None:
    with pytest.raises(TooLargeError):
        process.ingest(b"<html><body>" + b"x" * 33_000_000, kind="html")
