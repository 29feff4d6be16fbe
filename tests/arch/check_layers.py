#!/usr/bin/env python3
"""Holds layers.txt and the few names that belong to one place only. Usage: check_layers.py [TOP]"""

import re
from collections import defaultdict
from pathlib import Path

import source_text

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)

# (headers, where they may be included, why)
HEADERS = [
    (r"sqlite3(ext)?\.h|sqlcipher/.*", ["core/store/sqlite/"], "only the SQLite engine speaks to SQLite"),
    (r"pqxx/.*|libpq.*", ["core/store/postgres/"], "only the PostgreSQL engine speaks to PostgreSQL"),
    (r"sodium(\.h|/.*)", ["core/access/"], "cryptography stays in core/access"),
    (r"unicode/.*", ["core/store/"], "ICU makes search keys and nothing else"),
    (r"nlohmann/.*", ["core/exchange/", "tests/"], "JSON is a format of exchange"),
    (r"csv\.h", ["core/exchange/"], "CSV is a format of exchange"),
    (r"CLI/.*", ["app/"], "options are read in app"),
    (r"spdlog/.*", ["app/"], "the log is written in app"),
]
QT_HEADER = re.compile(r"(Q[A-Z]\w*|Qt\w*/.*|q[a-z]+\.h)")

# (code, rooms it is looked for in, places where it may stand, why)
CODE = [
    (
        r"\b(system|utc|tai|gps|file)_clock::now\b|\b(gettimeofday|clock_gettime|timespec_get)\s*\("
        r"|(?<![\w.>])time\s*\(\s*(nullptr|NULL|0|&)"
        r"|\bQDateTime::current\w+|\bQDate::currentDate\b|\bQTime::currentTime\b",
        ["app", "core", "ui", "tests"],
        ["core/base/system_clock.cpp"],
        "only the system clock asks what time it is",
    ),
    (
        r"\b(steady|high_resolution)_clock::now\b",
        ["app", "core", "ui", "tests"],
        ["core/base/system_clock.cpp", "tests/", "ui/trace", "app/trace_ui"],
        "durations come from the clock port",
    ),
    (r"\bQElapsedTimer\b", ["app", "core", "ui"], ["ui/trace", "app/trace_ui"], "durations come from the clock port"),
    (
        r"\b(QMessageBox|QFileDialog)\b",
        ["app", "ui", "tests"],
        ["ui/prompt", "tests/ui/prompt"],
        "modal questions go through the prompter",
    ),
    (
        r"\b(QtCharts|QChart\w*|Q\w+Series|Q(Abstract|Value|Category|BarCategory|DateTime|LogValue|Color)Axis"
        r"|QBarSet|QPieSlice|QLegend\w*)\b",
        ["app", "ui", "tests"],
        ["ui/charts", "tests/ui/charts", "tests/bench"],
        "charts are drawn behind ui/charts",
    ),
    (
        r"\b(SIGNAL|SLOT)\s*\(",
        ["app", "core", "ui", "tests"], ["app/desktop_lock"],
        "connect by pointer to member; only the message bus takes names",
    ),
    (
        r"\bclipboard\(\)\s*->\s*(set\w+|clear)\b",
        ["app", "ui"],
        [],
        "the program puts nothing on the clipboard by itself",
    ),
    (r"\bsetStyleSheet\b", ["app", "ui"], [], "colours come from the palette, so that themes and contrast hold"),
]

CYCLE_ROOMS = ("ui", "core/domain")


class Layers:
    """layers.txt: for each room, what it may include and whether it must."""

    def __init__(self, file: Path):
        self.allowed: dict[str, set[str]] = {}
        self.must_use: set[str] = set()
        for line in file.read_text(encoding="utf-8").splitlines():
            match = re.fullmatch(r"\s*(\S+)\s+([-~]>)\s*(.*)", line.split("#")[0])
            if match:
                self.allowed[match[1]] = set(match[3].split())
                if match[2] == "->":
                    self.must_use.add(match[1])

    def room_of(self, path: str) -> str | None:
        rooms = [room for room in self.allowed if path.startswith(room + "/")]
        return max(rooms, key=len, default=None)


class Checker:
    def __init__(self, top: Path):
        self.top = top
        self.layers = Layers(top / "tests/arch/layers.txt")
        self.problems: list[str] = []
        self.used: dict[str, set[str]] = defaultdict(set)
        self.rooms_with_code: set[str] = set()
        self.file_edges: dict[str, set[str]] = defaultdict(set)

    def run(self) -> list[str]:
        for path in source_text.cpp_files(self.top):
            self._check_file(path)
        self._check_unused()
        self._check_cycles()
        return self.problems

    def _problem(self, name: str, line: int, text: str) -> None:
        self.problems.append(f"{name}:{line}: {text}")

    def _check_file(self, path: Path) -> None:
        name = source_text.relative(self.top, path)
        room = self.layers.room_of(name)
        if room is None:
            self._problem(name, 1, "belongs to no folder of tests/arch/layers.txt")
            return
        if path.suffix == ".cpp":
            self.rooms_with_code.add(room)
        text = path.read_text(encoding="utf-8")
        for match in INCLUDE.finditer(source_text.without_comments(text)):
            line = source_text.line_of(text, match.start(1) if match[1] else match.start(2))
            if match[1]:
                self._check_own_include(name, room, line, match[1])
            else:
                self._check_foreign_include(name, line, match[2])
        self._check_code(name, source_text.without_comments_and_literals(text))

    def _check_own_include(self, name: str, room: str, line: int, target: str) -> None:
        if re.fullmatch(r"([\w/]+\.moc|moc_\w+\.cpp)", target):
            return
        other = self.layers.room_of(target)
        if other not in (None, room):
            self.used[room].add(other)
        if not (self.top / target).is_file():
            self._problem(name, line, f'"{target}" is no file below the top folder')
            return
        if other is None:
            self._problem(name, line, f'"{target}" belongs to no folder of tests/arch/layers.txt')
            return
        self.file_edges[name].add(target)
        if other == room:
            return
        if other not in self.layers.allowed[room]:
            self._problem(name, line, f'{room} may not include {other} ("{target}")')

    def _check_foreign_include(self, name: str, line: int, header: str) -> None:
        if header.startswith(tuple(f"{root}/" for root in source_text.ROOTS)):
            self._problem(name, line, f"<{header}> is ours: include it with quotes")
        if name.startswith("core/") and QT_HEADER.fullmatch(header):
            self._problem(name, line, f"<{header}>: core knows no Qt")
        for pattern, places, why in HEADERS:
            if re.fullmatch(pattern, header) and not name.startswith(tuple(places)):
                self._problem(name, line, f"<{header}>: {why}")

    def _check_code(self, name: str, code: str) -> None:
        for pattern, rooms, places, why in CODE:
            if name.split("/")[0] not in rooms or name.startswith(tuple(places)):
                continue
            for match in re.finditer(pattern, code):
                self._problem(name, source_text.line_of(code, match.start()), f"{match.group()}: {why}")

    def _check_unused(self) -> None:
        for room in sorted(self.layers.must_use & self.rooms_with_code):
            for other in sorted(self.layers.allowed[room] - self.used[room]):
                self._problem("tests/arch/layers.txt", 1, f"{room} never includes {other}: take the permission back")

    def _check_cycles(self) -> None:
        self._report_cycles(self.file_edges, "these files include each other")
        for room in CYCLE_ROOMS:
            edges: dict[str, set[str]] = defaultdict(set)
            for source, targets in self.file_edges.items():
                for target in targets:
                    if source.startswith(room + "/") and target.startswith(room + "/"):
                        edges[_folder(room, source)].add(_folder(room, target))
            self._report_cycles(edges, "these folders include each other", self._witnesses(room))

    def _witnesses(self, room: str) -> dict[tuple[str, str], str]:
        """For each edge between two folders, one file that makes it."""
        found = {}
        for source, targets in sorted(self.file_edges.items()):
            for target in sorted(targets):
                if source.startswith(room + "/") and target.startswith(room + "/"):
                    found.setdefault((_folder(room, source), _folder(room, target)), f"{source} includes {target}")
        return found

    def _report_cycles(self, edges: dict[str, set[str]], what: str, witnesses: dict | None = None) -> None:
        for group in strongly_connected(edges):
            if len(group) > 1:
                self._problem(sorted(group)[0], 1, f"{what}: {', '.join(sorted(group))}")
                for (source, target), text in (witnesses or {}).items():
                    if source != target and source in group and target in group:
                        self.problems.append(f"    {text}")


def _folder(room: str, path: str) -> str:
    """The folder below the room; a file right in the room stands for itself and its other half."""
    rest = path[len(room) + 1 :]
    first = rest.split("/")[0] if "/" in rest else rest.rsplit(".", 1)[0]
    return f"{room}/{first}"


def strongly_connected(edges: dict[str, set[str]]) -> list[set[str]]:
    """Tarjan's algorithm, without recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    groups: list[set[str]] = []
    for root in sorted(edges):
        if root in index:
            continue
        work = [(root, iter(sorted(edges.get(root, ()))))]
        index[root] = low[root] = len(index)
        stack.append(root)
        while work:
            node, targets = work[-1]
            following = next((t for t in targets if t not in index or t in stack), None)
            if following is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    cut = stack.index(node)
                    groups.append(set(stack[cut:]))
                    del stack[cut:]
            elif following not in index:
                index[following] = low[following] = len(index)
                stack.append(following)
                work.append((following, iter(sorted(edges.get(following, ())))))
            else:
                low[node] = min(low[node], index[following])
    return groups


def check(top: Path) -> list[str]:
    return Checker(top).run()


if __name__ == "__main__":
    source_text.report(check(source_text.top_from_arguments()), "layers")
