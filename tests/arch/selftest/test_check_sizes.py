from fixture import CheckCase


def body(lines: int) -> str:
    """The inside of a function that is `lines` long with the lines of its braces."""
    return "    work();\n" * (lines - 2)


class CheckSizes(CheckCase):
    check = "check_sizes"

    def test_a_small_file_passes(self):
        self.write("core/base/x.cpp", "namespace a {\nvoid f() {\n" + body(60) + "}\n}\n")
        self.assert_passes()

    def test_files_that_are_too_long(self):
        self.write("tests/ui/x_test.cpp", "\n" * 501)
        self.assert_fails("tests/ui/x_test.cpp:501: 501 lines, allowed are 500")
        self.assert_exits_with(1)
        self.write("tests/ui/x_test.cpp", "\n" * 500)
        self.assert_exits_with(0)
        self.write("ui/x.h", "\n" * 251)
        self.assert_fails("ui/x.h:251: 251 lines, allowed are 250")

    def test_every_shape_of_function_is_measured(self):
        for opening in (
            "void f() {",
            "namespace a::b {\nnamespace {\nint C::f(int x) const noexcept {",
            "template <class T>\n    requires std::integral<T>\nauto f(T x) -> std::vector<T> {",
            "class A : public B<int> {\npublic:\n    Q_OBJECT\n    A() : m_a{1}, m_b(2), m_c{} {",
            "struct A {\n    explicit operator bool() const override {",
            "A::A(int a)\n    : Base<int>{a}, m_b{a, {1, 2}} {",
            "void f(X x = {}, Y y = {1}) {",
            "TEST_P(Dose, RoundsHalfUp) {",
            "const auto kF = [](int a) -> int {",
            'constexpr Row kRows[] = {{"a", 1}, {"b", [](int a) {',
            'const char* const kText = "}{ \\" {";\nvoid f() {',
            "constexpr char kBrace = '{';\nconstexpr auto kMany = 1'000'000;\nvoid f() {",
            'const char* const kRaw = R"x(} " )" {)x";\nvoid f() {',
            "// }}} {\n/* { */ void f() {",
            "#define OPEN {\n#ifdef A\nstruct B { int a;\n#else\nstruct B {\n#endif\nint b; };\nvoid f() {",
            "enum class E : int { A, B };\nstd::array<int, 2> a{{1, 2}};\nbool operator<(A a, A b) {",
        ):
            with self.subTest(opening=opening):
                closing = "}\n" * (1 + self._outer_braces(opening))
                if "kRows" in opening:
                    closing = "}}};\n"
                self.write("core/base/x.cpp", opening + "\n" + body(61) + closing)
                self.assert_fails("a function of 61 lines, allowed are 60")
                self.write("core/base/x.cpp", opening + "\n" + body(60) + closing)
                self.assert_passes()

    @staticmethod
    def _outer_braces(opening: str) -> int:
        return sum(line.startswith(("namespace", "class", "struct A")) for line in opening.splitlines())

    def test_blocks_that_are_no_function_may_be_long(self):
        for opening, line in (
            ("namespace a {", "int x();"),
            ("class A {", "int x() { return 1; }"),
            ("struct A final : B<C(int)> {", "std::function<void(int)> m_f{nullptr};"),
            ("enum class E {", "A,"),
            ("constexpr std::array<int, 9> kTable = {", "1,"),
            ("const std::map<int, int> kTable{", "{1, 2},"),
        ):
            with self.subTest(opening=opening):
                self.write("core/base/x.cpp", opening + "\n" + (line + "\n") * 100 + "};\n")
                self.assert_passes()

    def test_a_lambda_counts_with_its_function(self):
        self.write("core/base/x.cpp", "void f() {\nrun([] {\n" + body(61) + "});\n}\n")
        self.assert_fails("core/base/x.cpp:1: a function of 63 lines")

    def test_braces_that_do_not_balance(self):
        self.write("core/base/x.cpp", "void f() {\n")
        self.assert_fails("the braces do not balance")
        self.write("core/base/x.cpp", "}\n")
        self.assert_fails("the braces do not balance")
