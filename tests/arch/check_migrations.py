#!/usr/bin/env python3
"""Migrations are numbered without gaps, explain themselves, and never change once released. Usage: … [TOP]

migrations/released.sha256 is what `sha256sum NNNN_*.sql` prints; only the newest migration may be missing in it.
"""

import hashlib
import re
from pathlib import Path

import source_text

NAME = re.compile(r"(\d{4})_[a-z0-9]+(_[a-z0-9]+)*\.sql")
NOT_A_MIGRATION = {"schema.sql"}
LOCK = "released.sha256"


def read_lock(file: Path, problems: list[str]) -> dict[str, str]:
    locked: dict[str, str] = {}
    if file.is_file():
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            match = re.fullmatch(r"([0-9a-f]{64})  (\S+)", line)
            if not match:
                problems.append(f"migrations/{LOCK}:{number}: not a line of sha256sum")
            elif match[2] in locked:
                problems.append(f"migrations/{LOCK}:{number}: {match[2]} is listed twice")
            else:
                locked[match[2]] = match[1]
    return locked


def check_names(names: list[str]) -> list[str]:
    problems = [f"migrations/{n}:1: not named NNNN_verb_object.sql" for n in names if not NAME.fullmatch(n)]
    numbered = [n for n in names if NAME.fullmatch(n)]
    for expected, name in enumerate(numbered, 1):
        if int(name[:4]) != expected:
            problems.append(f"migrations/{name}:1: number {expected:04} is missing or used twice")
            break
    return problems


def check(top: Path) -> list[str]:
    folder = top / "migrations"
    names = sorted(p.name for p in folder.glob("*.sql") if p.name not in NOT_A_MIGRATION)
    problems = check_names(names)
    locked = read_lock(folder / LOCK, problems)
    for name in names:
        content = (folder / name).read_bytes()
        first = content.decode("utf-8").split("\n", 1)[0]
        if not re.match(r"--\s*\S+\s+\S+", first):
            problems.append(f"migrations/{name}:1: the first line is no comment that gives the reason")
        if name in locked and hashlib.sha256(content).hexdigest() != locked[name]:
            problems.append(f"migrations/{name}:1: released and then changed; write a new migration")
        if name not in locked and name != names[-1]:
            problems.append(f"migrations/{name}:1: neither the newest nor listed in {LOCK}")
    for name in sorted(set(locked) - set(names)):
        problems.append(f"migrations/{LOCK}:1: {name} was released and is gone")
    return problems


if __name__ == "__main__":
    source_text.report(check(source_text.top_from_arguments()), "migrations")
