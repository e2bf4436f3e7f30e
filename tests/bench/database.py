"""A database of its own for the benchmark, on the server that the laptop or DATABASE_URL names."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import conninfo, sql


@contextmanager
def fresh_database(name: str) -> Iterator[None]:
    """Made empty and migrated, with DATABASE_URL naming it; dropped afterwards."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casetrack.settings")
    from dev import laptop

    laptop.prepare()
    server = os.environ["DATABASE_URL"]
    with psycopg.connect(server, autocommit=True) as connection:
        _drop(connection, name)
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    old = conninfo.conninfo_to_dict(server)["dbname"]
    os.environ["DATABASE_URL"] = server.replace(f"/{old}", f"/{name}", 1)
    try:
        for command in (["migrate"], ["collectstatic", "--noinput"]):
            subprocess.run([sys.executable, "manage.py", *command, "-v", "0"], check=True)
        yield
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            _drop(connection, name)


def _drop(connection: psycopg.Connection, name: str) -> None:
    connection.execute(
        sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    )
