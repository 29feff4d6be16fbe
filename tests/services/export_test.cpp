// Records that leave as data: who may take them, what is handed over, and what stays in the record about it.
#include "core/services/export_service.h"

#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using services::AuditAction;

// Keeps what it is handed, as words in their order.
class Listing final : public services::ExportSink {
public:
    std::vector<std::string> lines;
    std::optional<Code> failsAtEnd;
    services::ExportNeeds takes{.part = {}, .orders = true};
    std::vector<domain::InfusionRecord> records;
    int movements = 0;

    base::Done begin(const services::ExportHead& head) override { return add("clinic " + head.clinicName); }
    base::Done patient(const domain::Patient& patient) override {
        return add("patient " + patient.details.clinicNumber);
    }
    base::Done course(const services::ExportedCourse& course) override {
        const auto signatures = course.orders.empty() ? 0 : course.orders.front().signatures.size();
        return add("course " + std::to_string(course.course.number) + ", orders " +
                   std::to_string(course.orders.size()) + ", signatures " + std::to_string(signatures) + ", dates " +
                   std::to_string(course.planned.size()));
    }
    base::Done infusion(const services::ExportedCourse&, const services::ExportedInfusion& infusion) override {
        for (const auto& vial : infusion.vials)
            movements += static_cast<int>(vial.movements.size());
        records.push_back(infusion.record);
        return add("infusion " + std::to_string(infusion.record.infusion.ordinal) + ", mg " +
                   std::to_string(infusion.delivery.dose.raw() / 1000));
    }
    base::Done end() override {
        if (failsAtEnd) return base::fail(*failsAtEnd, "output");
        return add("end");
    }
    [[nodiscard]] services::ExportNeeds needs() const override { return takes; }

private:
    base::Done add(std::string line) {
        lines.push_back(std::move(line));
        return {};
    }
};

class DataExport : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);
    services::ExportService exports{clinic.context};
    Listing listing;
};

TEST_F(DataExport, HandsOverACourseInOrderAndRecordsTheDisclosure) {
    clinic.give(course, 1, 7, 3);
    clinic.store.forget();
    ASSERT_THAT(exports.exportCourse(clinic.physician, course, {"fhir"}, listing), IsOk());
    EXPECT_EQ(listing.lines,
              (std::vector<std::string>{"clinic Hillside Pain Clinic", "patient KC 0412",
                                        "course 1, orders 1, signatures 1, dates 6", "infusion 1, mg 35", "end"}));
    EXPECT_EQ(listing.movements, 3);
    ASSERT_EQ(clinic.store.events().size(), 1U);
    const auto& event = clinic.store.events().front();
    EXPECT_EQ(event.action, AuditAction::Issue);
    EXPECT_EQ(event.subjectKind, "document_issued");
    EXPECT_EQ(event.patient, anna);
    EXPECT_EQ(event.detail, "fhir_course signed treatment");
}

TEST_F(DataExport, SaysThatAnUnsignedRecordLeftAsADraft) {
    static_cast<void>(clinic.runningInfusion(course));
    ASSERT_THAT(exports.exportPatient(clinic.nurse, anna, {"fhir"}, listing), IsOk());
    EXPECT_EQ(clinic.store.events().back().detail, "fhir_patient draft treatment");
}

TEST_F(DataExport, ATableOfOnePartKnowsHowFinishedTheRecordsAre) {
    clinic.give(course, 1, 7, 3);
    listing.takes = {.part = services::InfusionPart::Scores};
    ASSERT_THAT(exports.exportPatient(clinic.nurse, anna, {"csv_scores"}, listing), IsOk());
    EXPECT_EQ(clinic.store.events().back().detail, "csv_scores_patient signed treatment");
    ASSERT_EQ(listing.records.size(), 1U);
    EXPECT_FALSE(listing.records.front().pain.empty());
    EXPECT_TRUE(listing.records.front().steps.empty());
    static_cast<void>(clinic.runningInfusion(course, 2));
    ASSERT_THAT(exports.exportPatient(clinic.nurse, anna, {"csv_scores"}, listing), IsOk());
    EXPECT_EQ(clinic.store.events().back().detail, "csv_scores_patient draft treatment");
}

TEST_F(DataExport, GoesNoFurtherThanTheSinkTakes) {
    clinic.give(course, 1, 7, 3);
    listing.takes = {.depth = services::ExportDepth::Patients, .part = {}};
    ASSERT_THAT(exports.exportPatient(clinic.nurse, anna, {"csv_patients"}, listing), IsOk());
    EXPECT_EQ(listing.lines, (std::vector<std::string>{"clinic Hillside Pain Clinic", "patient KC 0412", "end"}));
    listing.lines.clear();
    listing.takes = {.depth = services::ExportDepth::Courses, .part = {}};
    ASSERT_THAT(exports.exportPatient(clinic.nurse, anna, {"csv_courses"}, listing), IsOk());
    EXPECT_EQ(listing.lines, (std::vector<std::string>{"clinic Hillside Pain Clinic", "patient KC 0412",
                                                       "course 1, orders 0, signatures 0, dates 6", "end"}));
}

TEST_F(DataExport, HandsOverEveryPatientWithACourseOnce) {
    const auto ben = clinic.patient(aPatient("Ben", "Other", "KC 0413"));
    static_cast<void>(clinic.orderedCourse(ben, {}, "study_03"));
    const auto before = clinic.count();
    ASSERT_THAT(exports.exportClinic(clinic.physician, {"csv", services::DisclosurePurpose::Research}, false, listing),
                IsOk());
    EXPECT_EQ(std::ranges::count_if(listing.lines, [](const auto& line) { return line.starts_with("patient"); }), 2);
    EXPECT_EQ(clinic.count().records, before.records + 2); // a disclosure each
    EXPECT_EQ(clinic.store.events().back().detail, "csv clinic identified research");
}

TEST_F(DataExport, RecordsNobodysDisclosureWhenNobodyIsNamed) {
    const auto before = clinic.count();
    ASSERT_THAT(exports.exportClinic(clinic.physician, {"csv", services::DisclosurePurpose::Research}, true, listing),
                IsOk());
    EXPECT_EQ(clinic.count().records, before.records);
    EXPECT_EQ(clinic.store.events().back().detail, "csv clinic deidentified research");
}

TEST_F(DataExport, IsRefusedToWhoMaySeeNoPatient) {
    EXPECT_THAT(exports.exportCourse(clinic.administrator, course, {"fhir"}, listing), FailsWith(Code::Denied));
    EXPECT_THAT(exports.exportClinic(clinic.auditor, {"csv", services::DisclosurePurpose::Research}, true, listing),
                FailsWith(Code::Denied));
    EXPECT_TRUE(listing.lines.empty());
    EXPECT_EQ(clinic.store.events().back().action, AuditAction::Denied);
}

TEST_F(DataExport, RecordsNothingWhenTheFileCouldNotBeWritten) {
    listing.failsAtEnd = Code::StorageFull;
    expectRefused(
        clinic, [&] { return exports.exportCourse(clinic.physician, course, {"fhir"}, listing); },
        FailsWith(Code::StorageFull));
}

TEST_F(DataExport, KnowsNoCourseThatIsNotThere) {
    const domain::CourseId unknown(clinic.ids.next());
    expectRefused(
        clinic, [&] { return exports.exportCourse(clinic.physician, unknown, {"fhir"}, listing); },
        FailsWith(Code::NotFound));
}

} // namespace
} // namespace chairside::test
