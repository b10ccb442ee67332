import stat
from pathlib import Path

import pytest

from chancery.env import (
    SettingError,
    data_directory,
    env_bool,
    env_int,
    env_list,
    env_secret,
    env_str,
)

NAME = "SOME_SETTING"
SECRET = "0123456789abcdef0123456789abcdef"


def refusal(error: pytest.ExceptionInfo[SettingError]) -> str:
    return str(error.value)


def test_env_str_without_value_and_default_names_the_setting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(NAME, raising=False)
    with pytest.raises(SettingError) as error:
        env_str(NAME)
    assert refusal(error) == (
        "SOME_SETTING is not set: give it a value (see docs/operations.md)."
    )


def test_env_str_takes_an_empty_variable_for_unset(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(NAME, "  ")
    assert env_str(NAME, default="fallback") == "fallback"


def test_env_str_strips_blanks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, " value ")
    assert env_str(NAME) == "value"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *[(text, True) for text in ("1", "Yes", "TRUE", "on", "")],
        *[(text, False) for text in ("0", "no", "False", "off")],
    ],
)
def test_env_bool_reads_a_switch(
    text: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NAME, text)
    assert env_bool(NAME, default=True) is expected


def test_env_bool_refuses_anything_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "maybe")
    with pytest.raises(SettingError) as error:
        env_bool(NAME, default=False)
    assert refusal(error) == "SOME_SETTING is 'maybe': set it to 1 (on) or 0 (off)."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("many", "SOME_SETTING is 'many': set it to a whole number."),
        ("-1", "SOME_SETTING is -1: the least it may be is 0."),
        ("11", "SOME_SETTING is 11: the most it may be is 10."),
    ],
)
def test_env_int_refuses_what_it_may_not_be(
    text: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NAME, text)
    with pytest.raises(SettingError) as error:
        env_int(NAME, default=3, minimum=0, maximum=10)
    assert refusal(error) == expected


def test_env_int_reads_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "10")
    assert env_int(NAME, default=3, minimum=0, maximum=10) == 10


def test_env_int_returns_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAME, raising=False)
    assert env_int(NAME, default=3) == 3


def test_env_list_leaves_out_empty_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "a, b,,c ,")
    assert env_list(NAME, default=[]) == ["a", "b", "c"]


def test_env_list_returns_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAME, raising=False)
    assert env_list(NAME, default=["x"]) == ["x"]


def test_env_secret_refuses_a_short_one_without_showing_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(NAME, "hunter2")
    with pytest.raises(SettingError) as error:
        env_secret(NAME)
    assert refusal(error) == (
        "SOME_SETTING is too short: use at least 32 random characters, such as"
        ' python3 -c "import secrets; print(secrets.token_urlsafe(50))" prints.'
    )


def test_env_secret_reads_the_file_it_is_pointed_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text(f"{SECRET}\n")
    monkeypatch.setenv(f"{NAME}_FILE", str(tmp_path / "secret"))
    assert env_secret(NAME) == SECRET


def test_env_secret_names_a_file_that_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(f"{NAME}_FILE", str(tmp_path / "secret"))
    with pytest.raises(SettingError) as error:
        env_secret(NAME)
    assert refusal(error) == (
        f"SOME_SETTING_FILE points to {tmp_path}/secret, which cannot be read:"
        " No such file or directory."
    )


def test_env_secret_refuses_two_sources(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(NAME, SECRET)
    monkeypatch.setenv(f"{NAME}_FILE", str(tmp_path / "secret"))
    with pytest.raises(SettingError) as error:
        env_secret(NAME)
    assert refusal(error) == (
        "SOME_SETTING and SOME_SETTING_FILE are both set: keep one of them."
    )


def test_env_secret_is_made_once_and_kept_for_its_owner(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CHANCERY_DATA_DIR", raising=False)
    secret = env_secret(NAME, base_dir=tmp_path)
    assert env_secret(NAME, base_dir=tmp_path) == secret
    kept = tmp_path / ".data" / "some_setting"
    assert [path.name for path in kept.parent.iterdir()] == ["some_setting"]
    assert kept.read_text() == secret
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_env_secret_must_be_given_to_a_server_beside_a_real_database(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CHANCERY_SERVED", "1")
    monkeypatch.setenv("DATABASE_URL", "postgresql://somewhere/chancery")
    with pytest.raises(SettingError) as error:
        env_secret(NAME, base_dir=tmp_path)
    assert refusal(error) == (
        "SOME_SETTING is not set: give it a value (see docs/operations.md)."
    )
    assert list(tmp_path.iterdir()) == []


def test_env_secret_says_when_it_cannot_be_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CHANCERY_DATA_DIR", raising=False)
    (tmp_path / ".data").write_text("a file where a folder should be")
    with pytest.raises(SettingError) as error:
        env_secret(NAME, base_dir=tmp_path)
    assert refusal(error) == (
        f"SOME_SETTING is not set and none can be kept in {tmp_path}/.data:"
        " Not a directory. Set it, or set CHANCERY_DATA_DIR to another folder."
    )


def test_data_directory_is_moved_by_its_setting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CHANCERY_DATA_DIR", "/elsewhere")
    assert data_directory(tmp_path) == Path("/elsewhere")
