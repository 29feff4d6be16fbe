from fixture import CheckCase


class CheckSqlSubset(CheckCase):
    check = "check_sql_subset"

    def test_plain_sql_passes(self):
        self.write(
            "migrations/0001_create_a.sql",
            "-- RETURNING, STRICT and json_extract() are not used.\n"
            "CREATE TABLE a (id TEXT PRIMARY KEY, n INTEGER NOT NULL CHECK (n BETWEEN 0 AND 10));\n",
        )
        self.write(
            "core/store/a.cpp",
            '// INSERT OR REPLACE would lose rows\nconst char* kAll = "SELECT id, n FROM a WHERE n > :n";\n'
            'const char* kLog = "row not found, returning nothing";\n',
        )
        self.assert_passes()
        self.assert_exits_with(0)

    def test_each_forbidden_word_in_a_migration(self):
        for sql in (
            "INSERT INTO a VALUES (1) ON CONFLICT DO NOTHING;",
            "insert into a values (1)\nreturning id;",
            "CREATE TABLE a (id INTEGER) STRICT;",
            "SELECT sum(n) OVER (PARTITION BY id) FROM a;",
            "SELECT sum(n) FROM a WINDOW w AS (ORDER BY id);",
            "CREATE TABLE a (n INTEGER, m INTEGER GENERATED ALWAYS AS (n + 1));",
            "CREATE TABLE a (n INTEGER, m INTEGER AS (n + 1) STORED);",
            "SELECT json_extract(x, '$.a') FROM a;",
            "SELECT strftime('%Y', d) FROM a;",
            "CREATE TABLE a (t TEXT DEFAULT CURRENT_TIMESTAMP);",
            "SELECT datetime('now');",
            "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT);",
            "CREATE TABLE a (id TEXT PRIMARY KEY) WITHOUT ROWID;",
            "INSERT OR REPLACE INTO a VALUES (1);",
            "REPLACE INTO a VALUES (1);",
            "ALTER TABLE a RENAME COLUMN b TO c;",
        ):
            with self.subTest(sql=sql):
                self.write("migrations/0001_create_a.sql", f"-- A reason.\n{sql}\n")
                self.assert_fails("migrations/0001_create_a.sql:")

    def test_literals_of_the_store(self):
        self.write("core/store/a.cpp", '\nconst char* kSql = "INSERT INTO a "\n    "VALUES (1) "\n    "returning id";\n')
        self.assert_fails("core/store/a.cpp:2: returning:")
        self.write("core/store/a.cpp", 'const char* kSql = R"(SELECT n\nFROM a\nWHERE b = json_type(c))";\n')
        self.assert_fails("core/store/a.cpp:1: json_type(:")
        self.assert_exits_with(1)
        self.write("core/store/a.cpp", 'auto sql = head + " ON CONFLICT DO NOTHING";\n')
        self.assert_fails("core/store/a.cpp:1: ON CONFLICT:")

    def test_other_folders_are_not_read(self):
        self.write("ui/a.cpp", 'const char* kText = "INSERT OR REPLACE";\n')
        self.assert_passes()
