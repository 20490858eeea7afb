"""A PostgreSQL server for tests and benchmarks: in a folder of its own, on a socket in it, never as root."""

import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg

from zuji.operations.needs import find_postgres

FAST = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "listen_addresses="]


class PrivatePostgres:
    """Started at once; `url` is an empty database, `database()` gives more of them."""

    def __init__(self) -> None:
        programs = find_postgres()
        if programs is None:
            raise RuntimeError("PostgreSQL is missing. To get it: make system")
        self.programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="zuji-pg-", dir="/tmp"))
        self.as_user: list[str] = []
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            owner = pwd.getpwnam("postgres")
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
            self.as_user = ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]
        self._run(
            "initdb", "--no-sync", "--auth=trust", "--username=zuji", "--encoding=UTF8", "--locale=C", "-D", self.data
        )
        options = " ".join([*FAST, "-c", f"unix_socket_directories={self.folder}"])
        self._run("pg_ctl", "start", "-w", "-D", self.data, "-l", str(self.folder / "log"), "-o", options)
        self.url = self._create("zuji")

    @property
    def data(self) -> str:
        return str(self.folder / "data")

    def _run(self, program: str, *arguments: str) -> None:
        command = [*self.as_user, str(self.programs / program), *arguments]
        done = subprocess.run(  # noqa: S603 - programs of the server, and a folder of our own
            command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")

    def _address(self, database: str) -> str:
        return f"postgresql://zuji@{quote(str(self.folder), safe='')}/{database}"

    def _administer(self, statement: str) -> None:
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def _create(self, database: str) -> str:
        self._administer(f"CREATE DATABASE {database}")
        return self._address(database)

    @contextmanager
    def database(self) -> Iterator[str]:
        name = f"zuji_{secrets.token_hex(4)}"
        yield self._create(name)
        self._administer(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "-m", "immediate", "-D", self.data)
        shutil.rmtree(self.folder, ignore_errors=True)
