// Times that cannot be: before the record was opened, or still to come. What the person sees, and that nothing typed is
// lost.
#include <QLineEdit>

#include "tests/ui/infusion/infusion_bench.h"
#include "ui/widgets/choice_row.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// Opened and started at 10:00, and it is 10:40.
class EntryTimes : public InfusionBench {
protected:
    explicit EntryTimes(const std::string& protocol = "course_05") : InfusionBench(protocol) {}
    void SetUp() override {
        InfusionBench::SetUp();
        run();
        pass(40min);
    }
    void type(const QString& field, const QString& text) {
        focus(field);
        key(Qt::Key_A, Qt::ControlModifier);
        keys(text);
    }
    void pressEnter() {
        key(Qt::Key_Return);
        settle();
    }
    QString beside(const QString& field) {
        const QString text = textOf(*page, field + u"Message"_s);
        return text.startsWith(u"✖ "_s) ? text.mid(2) : text;
    }
};

TEST_F(EntryTimes, OfAVitalsRow) {
    page->showStep(u"run"_s);
    focus(u"vitals_systolic"_s);
    keys(u"1287672985"_s);
    for (const auto& [typed, said] :
         {std::pair(u"1245"_s, u"✖ Time 12:45 is still to come: it is 10:40 now. Type when it was."_s),
          std::pair(u"0959"_s, u"✖ Time 09:59 is before 10:00, when this record was opened. Type when it was."_s),
          std::pair(u"2330"_s, u"✖ Time 05-Jan-2025 23:30 is before 06-Jan-2025 10:00, when this record was opened. "
                               "Type when it was."_s)}) {
        type(u"vitals_time"_s, typed);
        pressEnter();
        EXPECT_TRUE(view().record.vitals.empty());
        EXPECT_EQ(textOf(*page, u"vitals_message"_s), said);
        EXPECT_EQ(focusName(), u"vitals_time"_s);
        EXPECT_EQ(textOf(*page, u"vitals_systolic"_s), u"128"_s) << "nothing that was typed is lost";
        EXPECT_EQ(textOf(*page, u"vitals_spo2"_s), u"98"_s);
    }
    type(u"vitals_time"_s, u"1030"_s);
    pressEnter();
    ASSERT_EQ(view().record.vitals.size(), 1U);
    EXPECT_EQ(view().record.vitals[0].head.observedAt, clinic.steady.now().plus(-10min));
}

TEST_F(EntryTimes, OfAnAdverseEvent) {
    perform(ui::Command::NewItem);
    keys(u"naus"_s);
    key(Qt::Key_Return);
    keys(u"1"_s);
    findByName<ui::ChoiceRow>(*page, u"action"_s)->setValue(0);
    const auto refused = [&](const QString& field, const QString& typed, const QString& said) {
        type(field, typed);
        pressEnter();
        EXPECT_TRUE(view().record.events.empty());
        EXPECT_EQ(beside(field), said);
        EXPECT_EQ(textOf(*page, u"term"_s), u"nausea"_s);
        EXPECT_EQ(textOf(*page, u"grade"_s), u"1"_s);
    };
    refused(u"onset"_s, u"1045"_s, u"Onset 10:45 is still to come: it is 10:40 now. Type when it was."_s);
    refused(u"onset"_s, u"0930"_s, u"Onset 09:30 is before 10:00, when this record was opened. Type when it was."_s);
    type(u"onset"_s, u"1020"_s);
    refused(u"ended"_s, u"1015"_s, u"Ended 10:15 is before the beginning at 10:20. Type when it was."_s);
    refused(u"ended"_s, u"1115"_s, u"Ended 11:15 is still to come: it is 10:40 now. Type when it was."_s);
    type(u"ended"_s, u"1020"_s);
    pressEnter();
    ASSERT_EQ(view().record.events.size(), 1U) << textOf(*page, u"endedMessage"_s).toStdString();
    EXPECT_EQ(view().record.events[0].endedAt, view().record.events[0].head.observedAt);
}

TEST_F(EntryTimes, OfARescueDrug) {
    perform(ui::Command::NewItem);
    const auto tryAt = [&](const QString& typed) {
        type(u"rescue_at"_s, typed);
        type(u"rescue_password"_s, QString::fromLatin1(kPassword));
        pressEnter();
    };
    type(u"rescue_drug"_s, u"ondansetron"_s);
    type(u"rescue_dose"_s, u"4"_s);
    type(u"rescue_route"_s, u"intrav"_s);
    key(Qt::Key_Return);
    type(u"rescue_witness"_s, u"osei"_s);
    for (const auto& [typed, said] :
         {std::pair(u"+5m"_s, u"Given at 10:45 is still to come: it is 10:40 now. Type when it was."_s),
          std::pair(u"-1h"_s, u"Given at 09:40 is before 10:00, when this record was opened. Type when it was."_s)}) {
        tryAt(typed);
        EXPECT_TRUE(view().record.rescueDrugs.empty());
        EXPECT_EQ(beside(u"rescue_at"_s), said);
        EXPECT_EQ(textOf(*page, u"rescue_drug"_s), u"ondansetron"_s);
        EXPECT_EQ(textOf(*page, u"rescue_witness"_s), u"osei"_s);
    }
    tryAt(u"-5m"_s);
    ASSERT_EQ(view().record.rescueDrugs.size(), 1U);
}

class LeavingTimes : public EntryTimes {
protected:
    LeavingTimes() : EntryTimes(kDischargeProtocol) {}
};

TEST_F(LeavingTimes, OfTheDischarge) {
    clinic.clock.advance(51min + 40s);
    clinic.step(infusion, domain::StepKind::Stop);
    const auto stopped = clinic.steady.now();
    clinic.clock.advance(16min);
    need(clinic.services.infusions.recordVitals(clinic.nurse, someVitals(infusion)));
    clinic.dischargeAnswers(infusion);
    reload();
    page->showStep(u"discharge"_s);
    focus(u"discharge_early"_s);
    key(Qt::Key_Space);
    type(u"discharge_reason"_s, u"train at 12:40"_s);
    type(u"discharge_prescriber"_s, u"Dr Okafor"_s);
    for (const auto& [typed, said] :
         {std::pair(u"1130"_s, u"The patient cannot have left before the stop at 11:31."_s),
          std::pair(u"1330"_s, u"Left at, if not now 13:30 is still to come: it is 11:47 now. Type when it was."_s)}) {
        type(u"discharge_at"_s, typed);
        perform(ui::Command::Complete);
        settle();
        EXPECT_TRUE(view().record.discharges.empty());
        EXPECT_EQ(beside(u"discharge_at"_s), said);
        EXPECT_EQ(textOf(*page, u"discharge_reason"_s), u"train at 12:40"_s);
        EXPECT_EQ(textOf(*page, u"discharge_prescriber"_s), u"Dr Okafor"_s);
    }
    type(u"discharge_at"_s, u"1131"_s);
    perform(ui::Command::Complete);
    settle();
    ASSERT_EQ(view().record.discharges.size(), 1U) << "the minute of the stop, whatever the second";
    EXPECT_EQ(view().record.discharges[0].head.observedAt, stopped);
}

} // namespace
} // namespace chairside::test
