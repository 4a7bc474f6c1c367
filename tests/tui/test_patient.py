"""The driver that takes over from the picture: what it writes, and which keys it keeps."""

import pytest
from textual import events
from textual.app import App
from textual.driver import Driver
from textual.message import Message

from reader.first_frame import first_frame
from reader.tui.patient import PatientDriver


class Base(Driver):
    """A driver that remembers what reaches it."""

    def __init__(self, app: App[None]) -> None:
        super().__init__(app)
        self.written: list[str] = []
        self.handed_on: list[Message] = []

    def write(self, data: str) -> None:
        self.written.append(data)

    def start_application_mode(self) -> None:
        self.write("\x1b[?1049h")
        self.write("\x1b[?2004h")

    def process_message(self, message: Message) -> None:
        self.handed_on.append(message)

    def disable_input(self) -> None:
        """Nothing to do."""

    def stop_application_mode(self) -> None:
        """Nothing to do."""


class Patient(PatientDriver, Base):
    """The driver as it is put together for a terminal."""


@pytest.fixture
async def driver(monkeypatch: pytest.MonkeyPatch) -> Patient:
    """Return a driver that takes over from a picture."""
    monkeypatch.setattr(first_frame, "is_up", True)
    monkeypatch.setattr(first_frame, "is_whole", True)
    made = Patient(App())
    made.start_application_mode()
    return made


async def test_the_picture_is_not_cleared_and_nothing_is_painted_over_it(driver: Patient) -> None:
    driver.write("\x1b[1;1Hpainted")
    driver.write("\x1b]52;c;YQ==\x07")
    assert driver.written == ["\x1b[?2004h", "\x1b]52;c;YQ==\x07"]
    assert driver.behind_picture
    driver.behind_picture = False
    driver.write("\x1b[1;1Hpainted")
    assert driver.written[-1] == "\x1b[1;1Hpainted"


async def test_what_is_painted_goes_over_the_text_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_frame, "is_up", True)
    made = Patient(App())
    made.start_application_mode()
    made.write("\x1b[1;1Hpainted")
    assert made.written == ["\x1b[?2004h", "\x1b[1;1Hpainted"]
    assert not made.behind_picture


async def test_coming_back_from_another_program_clears_the_terminal(driver: Patient) -> None:
    driver.start_application_mode()
    assert driver.written[-2:] == ["\x1b[?1049h", "\x1b[?2004h"]


async def test_keys_are_kept_until_they_are_let_in_and_keep_their_order(driver: Patient) -> None:
    keys: list[Message] = [events.Key("j", "j"), events.Paste("words"), events.Key("k", "k")]
    focus = events.AppFocus()
    for message in (*keys, focus):
        driver.process_message(message)
    assert driver.handed_on == [focus]
    assert driver.keys_wait
    driver.let_in()
    assert driver.handed_on == [focus, *keys]
    last = events.Key("q", "q")
    driver.process_message(last)
    assert driver.handed_on[-1] is last
    assert not driver.keys_wait
