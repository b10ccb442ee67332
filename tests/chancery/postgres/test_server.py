import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg
import pytest

from chancery.postgres import postmaster
from chancery.postgres.location import MARKER
from chancery.postgres.postmaster import SOCKET
from chancery.postgres.server import EmbeddedServer, ServerError

# What another process does: it starts the server and prints whether it had to.
STARTER = """
import sys
from pathlib import Path
from chancery.postgres.server import EmbeddedServer
print(EmbeddedServer(Path(sys.argv[1])).start(), flush=True)
"""

DAMAGED = (
    "is damaged (PG_VERSION or global/pg_control is missing): put back a backup, or"
    " delete all data with manage.py postgres reset."
)
OLD = (
    "was made by PostgreSQL 17, but 18 is installed: dump it with the old one and load"
    " it with the new (see docs/operations.md)."
)


def session(server: EmbeddedServer) -> psycopg.Connection:
    return psycopg.connect(
        host=str(server.sockets),
        port=5432,
        user="chancery",
        dbname="chancery",
        autocommit=True,
    )


def ask(server: EmbeddedServer, question: str) -> object:
    with session(server) as connection:
        row = connection.execute(question).fetchone()
    return row[0] if row else None


def pid(server: EmbeddedServer) -> int:
    process = server.running()
    assert process
    return process.pid


def starter(server: EmbeddedServer, script: str = STARTER) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(server.home)],
        stdout=subprocess.PIPE,
        text=True,
    )


def kill(server: EmbeddedServer) -> None:
    psutil.Process(pid(server)).kill()
    # It counts as gone before the system has forgotten its number.
    while server.running():
        assert server.data.exists()


def test_server_start_makes_our_database_with_a_fixed_locale(
    unmade: EmbeddedServer,
) -> None:
    assert unmade.start() is True
    with session(unmade) as connection:
        row = connection.execute(
            "SELECT datlocprovider, datlocale, pg_encoding_to_char(encoding),"
            " pg_get_userbyid(datdba)::text, rolsuper, rolcreatedb"
            " FROM pg_database, pg_roles"
            " WHERE datname = current_database() AND rolname = current_user"
        ).fetchone()
    assert row == ("b", "C.UTF-8", "UTF8", "chancery", False, True)


def test_server_listens_on_no_network(server: EmbeddedServer) -> None:
    server.start()
    process = psutil.Process(pid(server))
    assert ask(server, "SHOW listen_addresses") == ""
    modes = [path.stat().st_mode for path in (server.data, server.sockets)]
    assert [stat.S_IMODE(mode) for mode in modes] == [0o700, 0o700]
    assert process.uids().real == server.account.uid


def test_server_started_by_several_processes_at_once_is_one(
    unmade: EmbeddedServer,
) -> None:
    starters = [starter(unmade) for _number in range(4)]
    words = sorted(process.communicate()[0].strip() for process in starters)
    assert words == ["False", "False", "False", "True"]
    assert ask(unmade, "SELECT 1") == 1


def test_server_survives_a_kill_of_the_process_that_started_it(
    server: EmbeddedServer,
) -> None:
    script = f"{STARTER}\nimport os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
    process = starter(server, script)
    assert process.communicate()[0].strip() == "True"
    assert process.returncode == -signal.SIGKILL
    assert os.getsid(pid(server)) == pid(server)
    assert ask(server, "SELECT 1") == 1


def test_server_killed_starts_again_with_its_data(server: EmbeddedServer) -> None:
    server.start()
    with session(server) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    kill(server)
    assert server.running() is None
    assert (server.start(), server.start()) == (True, False)
    assert ask(server, "SELECT number FROM kept") == 7


def test_server_starts_although_its_old_number_is_another_programs_now(
    server: EmbeddedServer,
) -> None:
    server.start()
    old = str(pid(server))
    kill(server)
    with subprocess.Popen(["sleep", "60"], **server.account.run_options()) as other:
        try:
            for file in (
                server.data / "postmaster.pid",
                server.sockets / f"{SOCKET}.lock",
            ):
                file.write_text(file.read_text().replace(old, str(other.pid), 1))
            assert server.running() is None
            assert server.start() is True
        finally:
            other.kill()
    assert ask(server, "SELECT 1") == 1


def test_server_whose_socket_was_removed_makes_a_new_one(
    server: EmbeddedServer,
) -> None:
    server.start()
    first = pid(server)
    shutil.rmtree(server.sockets)
    assert server.start() is True
    assert pid(server) != first
    assert ask(server, "SELECT 1") == 1


def test_server_making_that_was_killed_is_made_again(unmade: EmbeddedServer) -> None:
    process = starter(unmade)
    while not (unmade.home / "cluster.new").exists():
        assert process.poll() is None
    process.kill()
    process.communicate()
    assert not unmade.data.exists()
    assert unmade.start() is True
    assert ask(unmade, "SELECT 1") == 1


def test_server_repairs_its_half_made_folder(unmade: EmbeddedServer) -> None:
    (unmade.home / "cluster.new" / "base").mkdir(parents=True)
    (unmade.home / "cluster.new" / "PG_VERSION").write_text("18\n")
    (unmade.home / MARKER).touch()
    assert unmade.start() is True
    assert sorted(path.name for path in unmade.home.iterdir()) == [
        MARKER,
        "cluster",
        "lock",
        "run",
        "server.log",
    ]


def test_server_leaves_a_folder_that_is_not_ours_alone(unmade: EmbeddedServer) -> None:
    unmade.home.mkdir(mode=0o750)
    (unmade.home / "PG_VERSION").write_text("18\n")
    before = unmade.home.stat()
    with pytest.raises(ServerError) as error:
        unmade.start()
    assert str(error.value) == (
        f"Embedded PostgreSQL: {unmade.home} holds files but was not made by Chancery,"
        " so it is left alone: move it away, or set CHANCERY_DATA_DIR to another"
        " folder."
    )
    after = unmade.home.stat()
    assert [path.name for path in unmade.home.iterdir()] == ["PG_VERSION"]
    assert (after.st_mode, after.st_uid, after.st_mtime_ns) == (
        before.st_mode,
        before.st_uid,
        before.st_mtime_ns,
    )
    assert (unmade.stop(), unmade.reset()) == (False, False)


def test_server_uses_an_empty_folder_without_opening_it(unmade: EmbeddedServer) -> None:
    unmade.home.mkdir()
    unmade.home.chmod(0o711)
    assert unmade.start() is True
    assert stat.S_IMODE(unmade.home.stat().st_mode) == 0o711


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs it as somebody else")
def test_server_does_not_open_a_folder_that_its_user_cannot_enter(
    unmade: EmbeddedServer,
) -> None:
    unmade.home.mkdir(mode=0o700)
    with pytest.raises(ServerError) as error:
        unmade.start()
    assert str(error.value) == (
        f"Embedded PostgreSQL: user {unmade.account.name}, which it runs as, cannot"
        f" enter {unmade.home}: set CHANCERY_DATA_DIR to a folder that it can."
    )
    assert stat.S_IMODE(unmade.home.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("version", "problem"),
    [
        (None, DAMAGED),
        ("17\n", OLD),
    ],
)
def test_server_refuses_a_data_directory_that_it_cannot_serve(
    unmade: EmbeddedServer, version: str | None, problem: str
) -> None:
    unmade.data.mkdir(parents=True)
    (unmade.home / MARKER).touch()
    (unmade.data / "base").mkdir()
    if version:
        (unmade.data / "PG_VERSION").write_text(version)
        (unmade.data / "global").mkdir()
        (unmade.data / "global" / "pg_control").touch()
    with pytest.raises(ServerError) as error:
        unmade.start()
    assert str(error.value) == f"Embedded PostgreSQL: {unmade.data} {problem}"
    assert (unmade.data / "base").is_dir()


def test_server_says_why_it_did_not_start(server: EmbeddedServer) -> None:
    server.start()
    server.stop()
    with (server.data / "postgresql.conf").open("a") as file:
        file.write("shared_buffers = 'a lot'\n")
    with pytest.raises(ServerError) as error:
        server.start()
    assert str(error.value) == (
        "Embedded PostgreSQL: it did not start: configuration file"
        f' "{server.data}/postgresql.conf" contains errors (see {server.log})'
    )


def test_server_with_a_long_path_has_its_socket_in_tmp(scratch: Path) -> None:
    server = EmbeddedServer(scratch / ("long" * 25) / "postgres")
    assert server.sockets.parent == Path("/tmp")
    try:
        server.start()
        assert ask(server, "SELECT 1") == 1
        assert stat.S_IMODE(server.sockets.stat().st_mode) == 0o700
    finally:
        server.reset()
    assert not server.sockets.exists()


def test_server_refuses_a_path_that_a_shell_would_read(scratch: Path) -> None:
    server = EmbeddedServer(scratch / "$HOME" / "postgres")
    with pytest.raises(ServerError) as error:
        server.start()
    assert str(error.value) == (
        f"Embedded PostgreSQL: it cannot work in '{scratch}/$HOME/postgres' because of"
        " a quote, $ or backslash in the path: set CHANCERY_DATA_DIR to another folder."
    )
    assert list(scratch.iterdir()) == []


def test_server_stop_keeps_the_data(server: EmbeddedServer) -> None:
    server.start()
    with session(server) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    assert (server.stop(), server.stop()) == (True, False)
    server.start()
    assert ask(server, "SELECT number FROM kept") == 7


def test_server_reset_deletes_the_data_of_a_running_server(
    server: EmbeddedServer,
) -> None:
    server.start()
    assert postmaster.answers(server.sockets)
    assert (server.reset(), server.reset()) == (True, False)
    assert not postmaster.answers(server.sockets)
    assert sorted(path.name for path in server.home.iterdir()) == [MARKER, "lock"]
