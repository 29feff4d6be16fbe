#!/usr/bin/env python3
"""Files and functions stay small enough to read. Usage: check_sizes.py [TOP]

A function is measured from the line of its opening brace to the line of its closing one, both counted. Lambdas and
local types belong to the function they stand in. There is no list of exceptions, so that none can grow.
"""

import re
from pathlib import Path

import source_text

FILE_LIMITS = {".cpp": 500, ".h": 250}
FUNCTION_LIMIT = 60

_PREPROCESSOR = re.compile(r"^[ \t]*#[ \t]*(\w+)(?:\\\n|[^\n])*", re.MULTILINE)
# What may stand between a parameter list and the body.
_FUNCTION_END = re.compile(
    r"\)\s*(?:(?:const|volatile|noexcept|override|final|mutable|constexpr|try|&&?)\s*)*"
    r"(?:->[^;{}=]*|requires\b[^;{}]*)?\s*$"
)
_LAMBDA_END = re.compile(r"\[[^\[\]]*\]\s*(?:mutable|noexcept|\s)*(?:->[^;{}=]*)?$")
_TYPE = re.compile(r"\b(?:class|struct|union|enum)\b")
_NAMESPACE = re.compile(r"\bnamespace\b[\w\s:]*(?:\([^()]*\))?\s*$|\bextern\s*\"\s*\"\s*$")
# A constructor's member initialiser that is about to open its braces: ") : m_a" or ") : m_a{}, m_b".
_MEMBER_INITIALISER = re.compile(r"\)[\w\s]*(?<!:):(?!:).*[\w>]\s*$", re.DOTALL)
_ACCESS = re.compile(r"^\s*(?:(?:public|protected|private|Q_SIGNALS)(?:\s+Q_SLOTS)?\s*:(?!:)\s*)+")


class Unbalanced(Exception):
    pass


class Scanner:
    """Walks over the braces of one file and notes every outermost function."""

    def __init__(self, code: str):
        self.code = code
        self.functions: list[tuple[int, int, str]] = []
        self.position = 0

    def scan(self) -> list[tuple[int, int, str]]:
        self._block(outermost=True)
        return self.functions

    def _block(self, outermost: bool = False) -> None:
        """Until the brace that closes this block; classifies each brace that opens in it."""
        head: list[str] = []
        while self.position < len(self.code):
            char = self.code[self.position]
            self.position += 1
            if char == "{":
                self._opened(head)
            elif char == "}":
                if outermost:
                    raise Unbalanced
                return
            elif char == ";":
                head.clear()
            else:
                head.append(char)
        if not outermost:
            raise Unbalanced

    def _opened(self, head: list[str]) -> None:
        text = _ACCESS.sub("", "".join(head))
        plain = _without_angles(text)
        if _NAMESPACE.search(plain):
            self._block()
            head.clear()
        elif _MEMBER_INITIALISER.search(plain) and not _FUNCTION_END.search(plain):
            self._block()
            head.append("{}")
        elif _FUNCTION_END.search(plain) or _LAMBDA_END.search(plain) or plain.rstrip().endswith("{}"):
            self._function(text)
            head.clear()
        elif _TYPE.search(plain) and "=" not in plain:
            self._block()
            head.clear()
        else:
            # An initialiser: the declaration goes on behind it.
            self._block()
            head.append("{}" if "(" in plain else " ")

    def _function(self, head: str) -> None:
        start = source_text.line_of(self.code, self.position - 1)
        depth = 1
        while depth:
            match = _BRACE.search(self.code, self.position)
            if not match:
                raise Unbalanced
            depth += 1 if match.group() == "{" else -1
            self.position = match.end()
        end = source_text.line_of(self.code, self.position - 1)
        self.functions.append((start, end - start + 1, " ".join(head.split())[:80]))


_BRACE = re.compile(r"[{}]")
_ANGLES = re.compile(r"<[^<>;{}]*>")


def _without_angles(text: str) -> str:
    """Template arguments may hold parentheses and equals signs that mean nothing here."""
    text = re.sub(r"operator\s*(<=>|<<=?|>>=?|<=|>=|<|>|->)", "operator", text)
    previous = None
    while previous != text:
        previous, text = text, _ANGLES.sub(" ", text)
    return re.sub(r"\[\[.*?\]\]|\balignas\s*\([^()]*\)|\bnoexcept\s*\([^()]*\)", " ", text)


def without_preprocessor(code: str) -> str:
    """Directives and all branches but the first one blanked: both halves of an #else may open the same brace."""
    lines = code.split("\n")
    states: list[bool] = []
    continued = False
    for number, line in enumerate(lines):
        directive = None if continued else re.match(r"\s*#\s*(\w+)", line)
        is_directive = continued or directive is not None
        if directive:
            word = directive[1]
            if word in ("if", "ifdef", "ifndef"):
                states.append(True)
            elif word in ("else", "elif", "elifdef", "elifndef") and states:
                states[-1] = False
            elif word == "endif" and states:
                states.pop()
        continued = is_directive and line.endswith("\\")
        if is_directive or not all(states):
            lines[number] = ""
    return "\n".join(lines)


def check_file(path: Path, name: str) -> list[str]:
    text = path.read_text(encoding="utf-8")
    problems = []
    lines = len(text.splitlines())
    limit = FILE_LIMITS[path.suffix]
    if lines > limit:
        problems.append(f"{name}:{limit + 1}: {lines} lines, allowed are {limit}")
    try:
        code = without_preprocessor(source_text.without_comments_and_literals(text))
        for start, length, head in Scanner(code).scan():
            if length > FUNCTION_LIMIT:
                problems.append(f"{name}:{start}: a function of {length} lines, allowed are {FUNCTION_LIMIT}: {head}")
    except Unbalanced:
        problems.append(f"{name}:1: the braces do not balance, so that nothing can be measured")
    return problems


def check(top: Path) -> list[str]:
    problems = []
    for path in source_text.cpp_files(top):
        problems += check_file(path, source_text.relative(top, path))
    return problems


if __name__ == "__main__":
    source_text.report(check(source_text.top_from_arguments()), "sizes")
