"""Many patients with a course each: the finished course of the demo clinic written again under new identities."""

import sqlite3
import uuid

# What belongs to a person but not to the course, or may be there only once.
NOT_COPIED = {"document_issued", "patient_merge", "patient_search", "emergency_access"}


def _children(database):
    """Which column of which table points at the identity of which other one."""
    tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        for reference in database.execute(f"PRAGMA foreign_key_list({table})"):
            yield table, reference[3], reference[2]


def _belonging(database, patient):
    """Every row that hangs on the patient, by table, parents first."""
    edges = list(_children(database))
    found, wave = {"patient": {patient}}, {"patient": {patient}}
    while wave:
        following = {}
        for table, column, parent in edges:
            if table in NOT_COPIED or parent not in wave or table == parent:
                continue
            marks = ",".join("?" * len(wave[parent]))
            for (identity,) in database.execute(f"SELECT rowid FROM {table} WHERE {column} IN ({marks})", list(wave[parent])):
                following.setdefault(table, set()).add(identity)
        wave = {}
        for table, rows in following.items():
            has_id = "id" in [column[1] for column in database.execute(f"PRAGMA table_info({table})")]
            marks = ",".join("?" * len(rows))
            key = "id" if has_id else "rowid"
            keys = {row[0] for row in database.execute(f"SELECT {key} FROM {table} WHERE rowid IN ({marks})", list(rows))}
            new = keys - found.get(table, set())
            if new:
                found.setdefault(table, set()).update(new)
                if has_id:
                    wave[table] = new
    return found


def write_again(path, copies, after=0):
    """Copies number `after` and following; returns how many infusions there are then. The file is for exports only: its
    trail does not know the copies."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA foreign_keys = OFF")
    triggers = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    database.execute("BEGIN")
    for name, _ in triggers:
        database.execute(f"DROP TRIGGER {name}")
    patient = database.execute("SELECT c.patient_id FROM course c JOIN patient p ON p.id = c.patient_id"
                               " WHERE c.state = 'completed' AND p.clinic_number NOT LIKE 'ZZ %' LIMIT 1").fetchone()[0]
    pattern = []
    for table, keys in _belonging(database, patient).items():
        has_id = "id" in [column[1] for column in database.execute(f"PRAGMA table_info({table})")]
        marks = ",".join("?" * len(keys))
        rows = database.execute(f"SELECT * FROM {table} WHERE {'id' if has_id else 'rowid'} IN ({marks})", list(keys)).fetchall()
        pattern.append((table, rows, keys if has_id else set()))
    signatures = [row for table, _, keys in pattern if table == "infusion" for key in keys
                  for row in database.execute("SELECT * FROM signature WHERE subject_id = ?", (key,))]
    pattern.append(("signature", signatures, {row[0] for row in signatures}))
    vials = database.execute("SELECT * FROM vial WHERE id IN (SELECT m.vial_id FROM drug_movement m JOIN infusion i"
                             " ON i.id = m.infusion_id JOIN course c ON c.id = i.course_id WHERE c.patient_id = ?)",
                             (patient,)).fetchall()
    pattern.append(("vial", vials, {row[0] for row in vials}))
    numbers = [column[1] for column in database.execute("PRAGMA table_info(patient)")]
    for copy in range(after, after + copies):
        fresh = {key: str(uuid.uuid4()) for _, _, keys in pattern for key in keys}
        for table, rows, _ in pattern:
            written = [tuple(fresh.get(cell, cell) for cell in row) for row in rows]
            if table == "patient":
                written = [tuple(f"ZZ {copy:06}" if column == "clinic_number" else cell for column, cell in zip(numbers, row))
                           for row in written]
            if written:
                database.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(written[0]))})", written)
    for _, sql in triggers:
        database.execute(sql)
    database.execute("COMMIT")
    count = database.execute("SELECT COUNT(*) FROM infusion").fetchone()[0]
    database.close()
    return count
