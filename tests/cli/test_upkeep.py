"""doctor, locate, config, completions."""

import json
import subprocess
from pathlib import Path

import pytest

from reader.cli import main
from reader.config import Config
from tests.cli.running import Run


def test_locate_prints_where_everything_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["locate", "--data-dir", str(tmp_path), "--json"]) == 0
    places = json.loads(capsys.readouterr().out)
    assert places["data"] == str(tmp_path)
    assert places["config"] == str(tmp_path / "config.toml")
    assert Path(places["cache"]).is_relative_to(tmp_path)
    assert Path(places["styles"], "app.tcss").exists()


def test_locate_prints_a_place_a_line_and_makes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "not there"
    assert main(["locate", "--data-dir", str(data)]) == 0
    assert f"data     {data}\n" in capsys.readouterr().out
    assert not data.exists()


def test_config_prints_every_setting_with_its_value(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "config.toml").write_text("body_width = 60\n")
    assert main(["config", "--data-dir", str(tmp_path), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["file"] == str(tmp_path / "config.toml")
    values = {setting["key"]: setting["value"] for setting in printed["settings"]}
    assert values["body_width"] == 60
    assert values["theme"] is None


def test_config_prints_lines_for_reading(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "--data-dir", str(tmp_path)]) == 0
    assert "body_width = 84  # the widest" in capsys.readouterr().out


def test_what_config_prints_is_a_file_of_the_same_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "config.toml"
    given.write_text(
        'theme = "a \\"quoted\\" \\\\ \\u007f sign"\n[export]\nfolder = "/tmp/né"\n'
        '[facts]\nengines = ["spacy"]\n[keys]\nhighlight = ["h", "\'"]\n"odd one" = []\n'
    )
    settings = Config.load(given)
    assert main(["config", "--data-dir", str(tmp_path)]) == 0
    given.write_text(capsys.readouterr().out)
    assert Config.load(given) == settings
    assert settings.theme == 'a "quoted" \\ \x7f sign'


def test_a_setting_that_is_not_set_is_printed_as_a_comment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "--data-dir", str(tmp_path)]) == 0
    assert "\n# theme =  # the screen's theme\n" in capsys.readouterr().out


def test_a_setting_that_there_is_not_is_a_warning_with_the_nearest_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "config.toml").write_text("body_wdth = 60\n")
    assert main(["config", "--data-dir", str(tmp_path)]) == 1
    assert "did you mean body_width?" in capsys.readouterr().err


def test_a_configuration_that_cannot_be_used_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "config.toml").write_text("body_width = [\n")
    assert main(["config", "--data-dir", str(tmp_path)]) == 2
    assert str(tmp_path / "config.toml") in capsys.readouterr().err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "tcsh"])
def test_the_completions_of_a_shell_know_the_verbs(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completions", shell]) == 0
    script = capsys.readouterr().out
    assert "annotate" in script
    assert "label" in script


def test_bash_takes_its_completions(capsys: pytest.CaptureFixture[str]) -> None:
    main(["completions", "bash"])
    script = capsys.readouterr().out
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)


def test_a_sound_store_has_no_findings(run: Run, article: str) -> None:
    done = run("doctor", "--json")
    assert (done.code, done.json) == (0, [])
    assert run("doctor").err == "the store is sound\n"


def test_damage_is_reported_then_repaired_and_nothing_is_deleted(
    run: Run, article: str, data_dir: Path
) -> None:
    run("annotate", article, "--quote", "two years late")
    (path,) = data_dir.glob("notes/*/*.json")
    path.write_bytes(b"\0" * 100)
    found = run("doctor", "--json")
    assert found.code == 1
    assert any(not finding["repaired"] for finding in found.json)
    assert all(set(finding) == {"path", "problem", "remedy", "repaired"} for finding in found.json)
    assert run("doctor").code == 1
    repaired = run("doctor", "--repair")
    assert repaired.code in (0, 1)
    assert "Traceback" not in repaired.err
    assert run("doctor", "--json").json == []
    assert b"\0" * 100 in [path.read_bytes() for path in data_dir.rglob("*") if path.is_file()]
    assert [mark["quote"] for mark in run("notes", "--json").json] == ["two years late"]


def test_the_doctor_does_not_call_sound_what_was_damaged_just_now(
    run: Run, article: str, data_dir: Path
) -> None:
    (data_dir / "format.json").write_bytes(b"damaged")
    done = run("doctor")
    assert done.code == 1
    assert "format.json: damaged and written anew" in done.err
    assert done.err.endswith("the store is sound now\n")
    assert run("doctor").err == "the store is sound\n"
