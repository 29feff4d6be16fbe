#!/usr/bin/env python3
"""Only sources are kept: the top level holds the agreed names, and nothing is large or made by a program.

Usage: check_tree.py [TOP]. Reads what git keeps; outside a checkout, every file.
"""

import subprocess
from pathlib import Path

import source_text

TOP_LEVEL = {
    "CMakeLists.txt", "CMakePresets.json", "README.md", "ARCHITECTURE.md", "LICENSE",
    "app", "core", "ui", "resources", "migrations", "tests", "packaging",
}
LARGEST = 128 * 1024
# Data files, their journals, documents and pictures come out of the program, not into the tree.
MADE = {".db", ".db-wal", ".db-shm", ".db-journal", ".pdf", ".png", ".o", ".a", ".so", ".log", ".keys", ".anchor", ".lock"}


def kept_files(top: Path) -> list[str]:
    listing = subprocess.run(["git", "-C", str(top), "ls-files", "-z"], capture_output=True, check=False)
    if listing.returncode == 0 and (top / ".git").exists():
        return [name for name in listing.stdout.decode().split("\0") if name and (top / name).is_file()]
    return [source_text.relative(top, path) for path in sorted(top.rglob("*")) if path.is_file()]


def check(top: Path) -> list[str]:
    problems = []
    files = kept_files(top)
    for first in sorted({name.split("/")[0] for name in files}):
        if not first.startswith(".") and first not in TOP_LEVEL:
            problems.append(f"{first}: does not belong to the top level")
    for name in files:
        size = (top / name).stat().st_size
        if size > LARGEST:
            problems.append(f"{name}: {size} bytes, more than the {LARGEST} a file kept here may have")
        if Path(name).suffix in MADE:
            problems.append(f"{name}: made by a program, so it is not kept")
    return problems


if __name__ == "__main__":
    source_text.report(check(source_text.top_from_arguments()), "kept files")
