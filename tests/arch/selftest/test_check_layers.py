from fixture import ARCH, CheckCase

LAYERS = """
core/base   ->
core/domain -> core/base
core/store  -> core/base
ui          -> core/domain
tests/ui    ~> ui core/domain
"""


class CheckLayers(CheckCase):
    check = "check_layers"

    def setUp(self):
        super().setUp()
        self.write("tests/arch/layers.txt", LAYERS)
        self.write("core/base/id.h", "#pragma once\n")
        self.write("core/domain/dose.h", '#pragma once\n#include "core/base/id.h"\n')
        self.write("core/domain/dose.cpp", '#include "core/domain/dose.h"\n')
        self.write("ui/page/page.cpp", '#include "core/domain/dose.h"\n#include <QWidget>\n')

    def test_a_clean_tree_passes(self):
        self.assert_passes()
        self.assert_exits_with(0)

    def test_the_real_table_names_every_core_layer(self):
        text = (ARCH / "layers.txt").read_text(encoding="utf-8")
        for layer in ("base", "domain", "services", "store", "access", "exchange"):
            self.assertRegex(text, rf"(?m)^core/{layer}\s+->")

    def test_an_edge_that_is_not_listed(self):
        self.write("core/store/db.h", "#pragma once\n")
        self.write("ui/page/other.cpp", '#include "core/store/db.h"\n')
        self.assert_fails('ui/page/other.cpp:1: ui may not include core/store ("core/store/db.h")')
        self.assert_exits_with(1)

    def test_a_commented_include_is_none(self):
        self.write("ui/page/other.cpp", '// #include "core/store/db.h"\n/*\n#include <sqlite3.h>\n*/\n')
        self.assert_passes()

    def test_a_permission_that_is_never_used(self):
        self.write("ui/page/page.cpp", "#include <QWidget>\n")
        self.assert_fails("ui never includes core/domain")

    def test_a_room_without_code_need_not_use_its_permissions(self):
        self.write("core/store/db.h", "#pragma once\n")
        self.assert_passes()

    def test_an_include_that_is_not_root_relative(self):
        self.write("core/domain/plan.cpp", '#include "dose.h"\n')
        self.assert_fails('core/domain/plan.cpp:1: "dose.h" is no file below the top folder')

    def test_a_file_outside_every_layer(self):
        self.write("core/misc/x.h", "\n")
        self.assert_fails("core/misc/x.h:1: belongs to no folder")

    def test_qt_in_core(self):
        for header in ("QString", "QtCore/QDate", "qglobal.h"):
            self.write("core/base/x.h", f"#include <{header}>\n")
            self.assert_fails(f"<{header}>: core knows no Qt")
        self.write("core/base/x.h", "#include <queue>\n")
        self.assert_passes()

    def test_headers_that_belong_to_one_place(self):
        for header in ("sqlite3.h", "sqlcipher/sqlite3.h", "sodium.h", "unicode/unorm2.h", "nlohmann/json.hpp"):
            with self.subTest(header=header):
                self.write("core/domain/x.h", f"\n#include <{header}>\n")
                self.assert_fails(f"core/domain/x.h:2: <{header}>:")
        self.write("core/domain/x.h", "\n")
        self.write("core/store/sqlite/x.h", "#include <sqlite3.h>\n")
        self.assert_passes()

    def test_code_that_belongs_to_one_place(self):
        for code in (
            "auto n = std::chrono::system_clock::now();",
            "auto n = std::chrono::steady_clock::now();",
            "auto n = time(nullptr);",
            "auto n = std::time(NULL);",
            "auto n = QDateTime::currentDateTimeUtc();",
            "QElapsedTimer t;",
            "QMessageBox::warning(p);",
            "QFileDialog d;",
            "QChartView* v;",
            "auto* s = new QLineSeries;",
            "connect(a, SIGNAL (x()), b, SLOT(y()));",
            "w->setStyleSheet(s);",
        ):
            with self.subTest(code=code):
                self.write("ui/page/x.cpp", f"// a line\n{code}\n")
                self.assert_fails("ui/page/x.cpp:2:")

    def test_code_where_it_belongs(self):
        self.write("core/base/system_clock.cpp", "auto n = std::chrono::system_clock::now();\n")
        self.write("ui/prompt/x.cpp", "QMessageBox b;\n")
        self.write("ui/charts/x.cpp", "QChartView v;\n")
        self.write("ui/trace/x.cpp", "QElapsedTimer t;\n")
        self.write("tests/ui/x_test.cpp", "QElapsedTimer t;\n")
        self.assert_passes()

    def test_words_in_comments_and_texts_are_no_code(self):
        self.write("ui/page/x.cpp", 'auto a = "QMessageBox"; // SIGNAL(x)\nauto b = R"(time(nullptr))"; entry.time();\n')
        self.assert_passes()

    def test_folders_that_include_each_other(self):
        self.write("ui/a/a.h", '#include "ui/b/b.h"\n')
        self.write("ui/a/other.h", "\n")
        self.write("ui/b/b.h", '#include "ui/a/other.h"\n')
        self.assert_fails("these folders include each other: ui/a, ui/b", "ui/a/a.h includes ui/b/b.h")

    def test_files_that_include_each_other(self):
        self.write("core/base/a.h", '#include "core/base/b.h"\n')
        self.write("core/base/b.h", '#include "core/base/c.h"\n')
        self.write("core/base/c.h", '#include "core/base/a.h"\n')
        self.assert_fails("these files include each other: core/base/a.h, core/base/b.h, core/base/c.h")

    def test_files_right_in_a_room_are_no_folder(self):
        self.write("ui/window.h", '#include "ui/page/page.h"\n')
        self.write("ui/page/page.h", '#include "ui/tokens.h"\n')
        self.write("ui/tokens.h", "\n")
        self.assert_passes()
