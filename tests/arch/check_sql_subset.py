#!/usr/bin/env python3
"""SQL stays within what SQLite 3.15 (the base of Debian 12's SQLCipher) and PostgreSQL both run. Usage: … [TOP]

Reads migrations/*.sql and the string literals of core/store.
"""

import re
from pathlib import Path

import source_text

FORBIDDEN = [
    (r"\bON\s+CONFLICT\b", "UPSERT needs SQLite 3.24"),
    (r"\bRETURNING\b", "RETURNING needs SQLite 3.35"),
    (r"\)\s*STRICT\b", "STRICT tables need SQLite 3.37"),
    (r"\bOVER\s*\(|\bOVER\s+\w+\s*[,)]|\bWINDOW\s+\w+\s+AS\b", "window functions need SQLite 3.25"),
    (r"\bGENERATED\s+ALWAYS\b|\)\s*(STORED|VIRTUAL)\b", "generated columns need SQLite 3.31"),
    (r"\bjsonb?_\w+\s*\(|\bJSONB?\b", "JSON functions differ between the engines"),
    (r"\b(strftime|julianday|unixepoch)\s*\(", "date functions differ between the engines"),
    (r"'now'|\bCURRENT_(TIMESTAMP|DATE|TIME)\b|\bNOW\s*\(", "times come from the clock port"),
    (r"\bAUTOINCREMENT\b", "keys are made by the program"),
    (r"\bWITHOUT\s+ROWID\b", "SQLite only"),
    (r"\bINSERT\s+OR\s+\w+|\bREPLACE\s+INTO\b", "SQLite only, and REPLACE deletes rows in silence"),
    (r"\b(RENAME|DROP)\s+COLUMN\b", "needs SQLite 3.25 and 3.35"),
    (r"\bFILTER\s*\(\s*WHERE\b", "FILTER needs SQLite 3.30"),
    (r"\bNULLS\s+(FIRST|LAST)\b", "NULLS FIRST needs SQLite 3.30"),
    (r"\bDISTINCT\s+FROM\b", "IS DISTINCT FROM needs SQLite 3.39"),
    (r"\b(RIGHT|FULL)\s+(OUTER\s+)?JOIN\b", "needs SQLite 3.39"),
    (r"\biif\s*\(", "SQLite only"),
    (r"\b(DEFAULT|=|IS|THEN|ELSE)\s+(TRUE|FALSE)\b", "the words need SQLite 3.23"),
]
SQL_VERB = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|WITH|VALUES|REPLACE)\b", re.IGNORECASE)


def without_sql_comments(text: str) -> str:
    blank = lambda match: match.group() if match.group().startswith("'") else re.sub(r"[^\n]", " ", match.group())
    return re.sub(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", blank, text, flags=re.DOTALL)


def find(sql: str, flags: re.RegexFlag) -> list[tuple[int, str, str]]:
    found = []
    for pattern, why in FORBIDDEN:
        for match in re.finditer(pattern, sql, flags):
            found.append((source_text.line_of(sql, match.start()), " ".join(match.group().split()), why))
    return found


def check(top: Path) -> list[str]:
    problems = []
    for path in sorted((top / "migrations").rglob("*.sql")):
        name = source_text.relative(top, path)
        for line, words, why in find(without_sql_comments(path.read_text(encoding="utf-8")), re.IGNORECASE):
            problems.append(f"{name}:{line}: {words}: {why}")
    for path in source_text.cpp_files(top):
        name = source_text.relative(top, path)
        if not name.startswith("core/store/"):
            continue
        for start, literal in source_text.string_literals(path.read_text(encoding="utf-8")):
            # Sentences for the log may say "returning"; SQL fragments are written in capitals.
            flags = re.IGNORECASE if SQL_VERB.match(literal) else re.RegexFlag(0)
            for _, words, why in find(without_sql_comments(literal), flags):
                problems.append(f"{name}:{start}: {words}: {why}")
    return problems


if __name__ == "__main__":
    source_text.report(check(source_text.top_from_arguments()), "SQL subset")
