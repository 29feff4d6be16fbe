"""What the checks of this folder share: finding C++ files and seeing their text without comments and literals."""

import re
import sys
from pathlib import Path

ROOTS = ("app", "core", "ui", "tests")

_TOKEN = re.compile(
    r"""
    (?P<comment> //[^\n]* | /\*.*?\*/ )
  | (?P<raw> (?:u8|[uUL])?R"(?P<tag>[^()\s\\]{0,16})\(.*?\)(?P=tag)" )
  | (?P<string> (?:u8|[uUL])?"(?:\\.|[^"\\\n])*" )
  | (?P<char> (?:u8|[uUL])?'(?:\\.|[^'\\\n])*' )
  | (?P<number> \.?\d(?:'?[\w.]|(?<=[eEpP])[+-])* )
  | (?P<word> [A-Za-z_]\w* )
  | (?P<other> . | \n )
    """,
    re.VERBOSE | re.DOTALL,
)
_NOT_NEWLINE = re.compile(r"[^\n]")


def cpp_files(top: Path) -> list[Path]:
    found = []
    for root in ROOTS:
        found += [p for p in (top / root).rglob("*") if p.suffix in (".h", ".cpp") and p.is_file()]
    return sorted(found)


def relative(top: Path, path: Path) -> str:
    return path.relative_to(top).as_posix()


def without_comments(text: str) -> str:
    return _TOKEN.sub(lambda m: _blank(m.group()) if m.lastgroup == "comment" else m.group(), text)


def without_comments_and_literals(text: str) -> str:
    """Same length and same line breaks; a literal keeps its quotes only."""

    def replace(match: re.Match) -> str:
        token = match.group()
        if match["comment"] is not None:
            return _blank(token)
        if match["raw"] is not None or match["string"] is not None:
            return '"' + _blank(token[1:-1]) + '"'
        if match["char"] is not None:
            return "'" + _blank(token[1:-1]) + "'"
        return token

    return _TOKEN.sub(replace, text)


def string_literals(text: str) -> list[tuple[int, str]]:
    """(line, content), neighbours joined as the compiler joins them."""
    found: list[tuple[int, str]] = []
    open_literal = False
    line = 1
    for match in _TOKEN.finditer(text):
        token = match.group()
        if match["raw"] is not None or match["string"] is not None:
            content = _content(match)
            if open_literal:
                found[-1] = (found[-1][0], found[-1][1] + content)
            else:
                found.append((line, content))
            open_literal = True
        elif match["comment"] is None and not token.isspace():
            open_literal = False
        line += token.count("\n")
    return found


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def report(problems: list[str], checked: str) -> None:
    """Prints and ends the process: 1 when there is a problem."""
    for problem in problems:
        print(problem)
    print(f"{checked}: {'see above' if problems else 'no problem'}")
    sys.exit(1 if problems else 0)


def top_from_arguments() -> Path:
    return Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2]).resolve()


def _content(match: re.Match) -> str:
    token = match.group()
    if match["raw"] is not None:
        return token[token.index("(") + 1 : -(len(match["tag"]) + 2)]
    content = token[token.index('"') + 1 : -1]
    return content.replace('\\"', '"').replace("\\n", "\n")


def _blank(token: str) -> str:
    return _NOT_NEWLINE.sub(" ", token)
