import os
import pwd
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from chancery.postgres.location import (
    MARKER,
    SYSTEM_DIRECTORY,
    Account,
    account_for,
    claim,
    embedded_home,
    socket_directory,
)

OUTSIDER = Account(65534, 65534)
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has to move the data")


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHANCERY_DATA_DIR", raising=False)


def test_embedded_home_is_in_the_checkout(scratch: Path) -> None:
    assert embedded_home(scratch).path == scratch / ".data" / "postgres"
    assert embedded_home(scratch).reason == ""


def test_embedded_home_follows_its_setting(
    scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHANCERY_DATA_DIR", str(scratch / "elsewhere"))
    assert embedded_home(Path("/checkout")).path == scratch / "elsewhere" / "postgres"


@as_root
def test_embedded_home_leaves_a_checkout_that_its_user_cannot_enter(
    scratch: Path,
) -> None:
    scratch.chmod(0o700)
    home = embedded_home(scratch)
    assert home.path.parent.parent == SYSTEM_DIRECTORY
    assert home.reason == (
        f"system user {account_for(home.path).name} cannot enter {scratch}"
    )
    assert not home.path.parent.exists()
    assert embedded_home(scratch / "other").path != home.path


@as_root
def test_embedded_home_stays_where_it_was_made(scratch: Path) -> None:
    (scratch / ".data" / "postgres").mkdir(parents=True)
    (scratch / ".data" / "postgres" / MARKER).touch()
    scratch.chmod(0o700)
    assert embedded_home(scratch).path == scratch / ".data" / "postgres"


def test_account_for_an_ordinary_user_is_that_user_and_for_root_another(
    scratch: Path,
) -> None:
    account = account_for(scratch / "none")
    if os.geteuid() == 0:
        assert account.name in {"postgres", "nobody"}
    else:
        assert account == Account(os.geteuid(), os.getegid())


@as_root
def test_account_for_root_is_the_owner_of_existing_data(scratch: Path) -> None:
    entry = pwd.getpwnam("nobody")
    os.chown(scratch, entry.pw_uid, entry.pw_gid)
    assert account_for(scratch) == Account(entry.pw_uid, entry.pw_gid)


@pytest.mark.parametrize(("mode", "expected"), [(0o711, True), (0o710, False)])
def test_account_can_enter_what_others_may_pass(
    mode: int, expected: bool, scratch: Path
) -> None:
    inner = scratch / "inner"
    inner.mkdir()
    scratch.chmod(mode)
    inner.chmod(0o711)
    assert OUTSIDER.can_enter(inner) is expected


def test_socket_directory_is_inside_when_the_path_is_short() -> None:
    assert socket_directory(Path("/srv/x")) == Path("/srv/x/run")


def test_socket_directory_counts_bytes_not_letters() -> None:
    inside, outside = Path("/srv") / ("x" * 80), Path("/srv") / ("한" * 30)
    assert socket_directory(inside) == inside / "run"
    assert socket_directory(outside).parent == Path("/tmp")


def test_claim_takes_no_folder_with_files_of_somebody_else(scratch: Path) -> None:
    (scratch / "letters.txt").write_text("Dear friend")
    assert claim(scratch) is False
    assert [path.name for path in scratch.iterdir()] == ["letters.txt"]


def test_claim_by_several_at_once_gives_all_of_them_the_folder(scratch: Path) -> None:
    at_once = Barrier(4)

    def claimant(home: Path) -> bool:
        at_once.wait()
        return claim(home)

    with ThreadPoolExecutor(4) as pool:
        for number in range(300):
            homes = [scratch / str(number)] * 4
            assert list(pool.map(claimant, homes)) == [True] * 4
