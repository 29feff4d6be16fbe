#!/usr/bin/env python3
"""Every function of every service is in the matrix of who may call it. Usage: … [TOP]

The members of services::Services are the services. What one of them offers is called in a table of tests/services
(a GuardedCall, for each role allowed or denied), or stands in open_calls.txt with the reason why no role decides it.
"""

import re
from pathlib import Path

import source_text

SERVICES = "core/services"
TABLES = ("tests/services/permission_test.cpp", "tests/services/guarded_calls.cpp")
OPEN = "tests/arch/open_calls.txt"
MEMBER = re.compile(r"^\s*(\w+Service) (\w+);", re.MULTILINE)
FUNCTION = re.compile(r"(\w+)\(")


def read(top: Path, name: str) -> str:
    path = top / name
    return source_text.without_comments(path.read_text(encoding="utf-8")) if path.is_file() else ""


def class_body(text: str, name: str) -> str:
    """Between the braces of the class; empty if the file does not define it."""
    start = re.search(rf"\bclass {name}\b[^;{{]*{{", text)
    if not start:
        return ""
    depth = 1
    for at in range(start.end(), len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return text[start.end() : at]
    return ""


def public_functions(body: str) -> list[str]:
    public = re.split(r"\n\s*(?:private|protected):", body)[0]
    # What stands in braces is the inside of a function or of a nested type.
    while re.search(r"{[^{}]*}", public):
        public = re.sub(r"{[^{}]*}", ";", public)
    found = []
    for declaration in public.split(";"):
        match = FUNCTION.search(re.sub(r"\[\[.*?\]\]|\bexplicit \w+\(|std::function<[^>]*>", " ", declaration))
        if match and " explicit " not in f" {declaration} " and match[1] not in found:
            found.append(match[1])
    return found


def offered(top: Path, problems: list[str]) -> dict[str, tuple[str, str]]:
    """Service::function, with the member of Services and the function."""
    headers = {path: read(top, source_text.relative(top, path)) for path in (top / SERVICES).glob("*.h")}
    calls: dict[str, tuple[str, str]] = {}
    for service, member in MEMBER.findall(read(top, f"{SERVICES}/services.h")):
        bodies = [class_body(text, service) for text in headers.values()]
        functions = [name for body in bodies for name in public_functions(body)]
        if not functions:
            problems.append(f"{SERVICES}/services.h: no function of {service} was found")
        calls.update({f"{service}::{name}": (member, name) for name in functions})
    return calls


def read_open(top: Path, problems: list[str]) -> set[str]:
    listed: set[str] = set()
    path = top / OPEN
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path.is_file() else [], 1):
        if not line or line.startswith("#"):
            continue
        name, _, reason = line.partition(" ")
        if not reason.strip():
            problems.append(f"{OPEN}:{number}: {name} has no reason")
        if name in listed:
            problems.append(f"{OPEN}:{number}: {name} is listed twice")
        listed.add(name)
    return listed


def check(top: Path) -> list[str]:
    problems: list[str] = []
    calls = offered(top, problems)
    open_calls = read_open(top, problems)
    tables = "\n".join(read(top, name) for name in TABLES)
    for name, (member, function) in sorted(calls.items()):
        in_matrix = re.search(rf"\bservices\.{member}\.{function}\(", tables) is not None
        if in_matrix and name in open_calls:
            problems.append(f"{OPEN}: {name} is in the matrix and needs no reason")
        if not in_matrix and name not in open_calls:
            problems.append(f"{SERVICES}: nobody tests which role may call {name}")
    for name in sorted(open_calls - set(calls)):
        problems.append(f"{OPEN}: there is no {name}")
    return problems


if __name__ == "__main__":
    source_text.report(check(source_text.top_from_arguments()), "who may call what")
