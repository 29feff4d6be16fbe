from fixture import CheckCase

SERVICE = """class PatientService {
public:
    explicit PatientService(Context& context) : m_context(context) {}
    // Nothing. [[nodiscard]] Done inComment();
    [[nodiscard]] Result<std::vector<Hit>>
    search(const Actor& actor, const std::string& text);
    [[nodiscard]] int rule() const { return m_context.rule(); }

private:
    Done inside();
    Context& m_context;
};
"""
CALL = "return codeOf(c.services.patients.%s(a, {}));\n"
TABLE = "tests/services/permission_test.cpp"
OPEN = "tests/arch/open_calls.txt"


class CheckGuarded(CheckCase):
    check = "check_guarded"

    def setUp(self):
        super().setUp()
        self.write("core/services/patient_service.h", SERVICE)
        self.write("core/services/services.h", "struct Services {\n    PatientService patients;\n};\n")
        self.write(TABLE, CALL % "search")
        self.write(OPEN, "# why\nPatientService::rule without any data\n")

    def test_a_whole_matrix_passes(self):
        self.assert_passes()
        self.assert_exits_with(0)

    def test_a_function_that_nobody_tests(self):
        self.write("core/services/patient_service.h", SERVICE.replace("private:", "    Done erase(const Actor& a);\nprivate:"))
        self.assert_fails("nobody tests which role may call PatientService::erase")
        self.assert_exits_with(1)

    def test_a_call_in_a_comment_is_none(self):
        self.write(TABLE, "// " + CALL % "search")
        self.assert_fails("nobody tests which role may call PatientService::search")

    def test_a_reason_that_is_none_or_not_needed(self):
        self.write(OPEN, "PatientService::rule\nPatientService::search x\nPatientService::gone x\n")
        self.assert_fails("PatientService::rule has no reason", "PatientService::search is in the matrix",
                          "there is no PatientService::gone")

    def test_a_service_that_cannot_be_found(self):
        self.write("core/services/services.h", "struct Services {\n    PatientService patients;\n    OtherService other;\n};\n")
        self.assert_fails("no function of OtherService was found")
