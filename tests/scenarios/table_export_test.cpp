// Tables of the whole demo clinic: a table is read part by part, and must not differ from one that is read whole.
#include <gmock/gmock.h>

#include "core/exchange/csv_export.h"
#include "tests/scenarios/demo_in_memory.h"

namespace chairside::app {
namespace {

std::string exported(test::DemoInMemory& demo, const services::Actor& actor, services::ExportSink& sink,
                     const std::string& text) {
    const auto done =
        demo.services().exports.exportClinic(actor, {"csv", services::DisclosurePurpose::Operations}, false, sink);
    EXPECT_THAT(done, test::IsOk());
    return text;
}

// Takes everything there is, whatever its table makes of it.
class TakesAll final : public services::ExportSink {
public:
    explicit TakesAll(services::ExportSink& table) : m_table(table) {}
    base::Done begin(const services::ExportHead& head) override { return m_table.begin(head); }
    base::Done patient(const domain::Patient& patient) override { return m_table.patient(patient); }
    base::Done course(const services::ExportedCourse& course) override { return m_table.course(course); }
    base::Done infusion(const services::ExportedCourse& course, const services::ExportedInfusion& one) override {
        return m_table.infusion(course, one);
    }
    base::Done end() override { return m_table.end(); }
    [[nodiscard]] services::ExportNeeds needs() const override {
        return {.part = {}, .records = true, .orders = true, .followUps = true};
    }

private:
    services::ExportSink& m_table;
};

TEST(TableExport, EachTableReadsAllThatItsCellsNeed) {
    test::DemoInMemory demo;
    const auto actor = demo.signIn(domain::Role::Physician);
    ASSERT_THAT(actor, test::IsOk());
    for (const auto kind : services::kCsvKinds) {
        SCOPED_TRACE(services::csvKindKey(kind));
        std::string text;
        const auto write = [&text](std::string_view piece) -> base::Done {
            text += piece;
            return {};
        };
        exchange::CsvSink table(write, kind, exchange::Identities::Kept);
        const auto parts = exported(demo, *actor, table, text);
        text.clear();
        exchange::CsvSink again(write, kind, exchange::Identities::Kept);
        TakesAll all(again);
        EXPECT_EQ(parts, exported(demo, *actor, all, text));
        EXPECT_GT(std::ranges::count(parts, '\n'), 2);
    }
}

} // namespace
} // namespace chairside::app
