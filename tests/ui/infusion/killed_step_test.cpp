// The program is killed in every step of an infusion while somebody types: what was saved stands, what was typed is
// back in its fields and is said, and whatever names or authorizes somebody is asked again.
#include <QLabel>
#include <QLineEdit>

#include "tests/ui/infusion/infusion_bench.h"
#include "ui/format/date_text.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using ui::Command;

enum class Until { Opened, Prepared, Running, Stopped, Signed };

struct Typed {
    const char* field;
    const char* text;
};

struct Killed {
    const char* name;
    const char* protocol;
    Until until;
    const char* step;
    std::vector<Typed> comesBack;
    std::vector<Typed> askedAgain = {};
    const char* opensWith = nullptr; // a key into this field opens the others
    Qt::Key opening = Qt::Key_Slash;
    std::optional<Command> command = std::nullopt; // asks for what is typed
};

void PrintTo(const Killed& killed, std::ostream* out) {
    *out << killed.name;
}

class KilledStep : public InfusionBench, public testing::WithParamInterface<Killed> {
protected:
    KilledStep() : InfusionBench(GetParam().protocol) {}

    void bring(Until until) {
        if (until == Until::Opened) return;
        if (until == Until::Prepared) {
            if (GetParam().protocol == std::string("second_05"))
                need(clinic.services.infusions.recordDose(clinic.nurse, aDose(infusion)));
            else
                clinic.prepare(infusion);
            return reload();
        }
        run();
        if (until == Until::Stopped) stop();
        if (until == Until::Signed) {
            clinic.finish(infusion);
            reload();
        }
    }
    void begin() {
        const auto& killed = GetParam();
        page->showStep(QString::fromLatin1(killed.step));
        if (killed.command) perform(*killed.command);
        if (killed.opensWith != nullptr) {
            focus(QString::fromLatin1(killed.opensWith));
            key(killed.opening);
        }
    }
    void type(const std::vector<Typed>& fields) {
        for (const auto& [field, text] : fields) {
            focus(QString::fromLatin1(field));
            keys(QString::fromUtf8(text));
        }
    }
    // Records of the clinic.
    [[nodiscard]] std::int64_t saved() { return clinic.count().records; }
    std::vector<QString> notices;
};

TEST_P(KilledStep, LosesNothingThatWasSavedOrTyped) {
    const auto& killed = GetParam();
    bring(killed.until);
    begin();
    type(killed.comesBack);
    type(killed.askedAgain);
    pass(1s);
    const auto typedAt = clinic.steady.now();
    const auto before = saved();
    page.reset(); // nothing is asked of a page that ends like this
    clinic.clock.advance(3min);
    page = std::make_unique<ui::InfusionPage>(bench);
    QObject::connect(page.get(), &ui::Page::notice, page.get(),
                     [this](ui::Tier, const QString& sentence) { notices.push_back(sentence); });
    show(*page, {ui::PageKind::Infusion, {}, {}, infusion.text()});
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_TRUE(notices.front().contains(ui::timeText(typedAt))) << qPrintable(notices.front());
    page->showStep(QString::fromLatin1(killed.step));
    for (const auto& [field, text] : killed.comesBack) {
        EXPECT_TRUE(visible(*page, QString::fromLatin1(field))) << field;
        EXPECT_EQ(textOf(*page, QString::fromLatin1(field)), QString::fromUtf8(text)) << field;
    }
    for (const auto& [field, text] : killed.askedAgain)
        EXPECT_EQ(textOf(*page, QString::fromLatin1(field)), QString()) << field;
    EXPECT_EQ(saved(), before) << "what was typed became no entry by itself";
}

INSTANTIATE_TEST_SUITE_P(
    EachStep, KilledStep,
    testing::Values(
        Killed{.name = "Identity",
               .protocol = "course_05",
               .until = Until::Opened,
               .step = "dose",
               .comesBack = {{"weight", "71.5"}},
               .askedAgain = {{"initials", "AT"}, {"birth_year", "1979"}}},
        Killed{.name = "Dose",
               .protocol = "course_05",
               .until = Until::Opened,
               .step = "dose",
               .comesBack = {{"weight", "71.5"}, {"strength", "50"}, {"bag", "100"}, {"pain_before", "7"}}},
        Killed{.name = "SecondCheck",
               .protocol = "second_05",
               .until = Until::Prepared,
               .step = "dose",
               .comesBack = {{"second_weight", "70"}, {"second_dose", "35"}, {"second_person", "osei"}},
               .askedAgain = {{"second_password", kPassword}}},
        Killed{.name = "PreCheckNote",
               .protocol = kCheckedProtocol,
               .until = Until::Prepared,
               .step = "pre_check",
               .comesBack = {{"last_meal_note", "toast at 08:30"}, {"last_meal_prescriber", "Dr Okafor"}},
               .opensWith = "check_last_meal"},
        Killed{.name = "PreCheckBaseline",
               .protocol = kCheckedProtocol,
               .until = Until::Prepared,
               .step = "pre_check",
               .comesBack = {{"baseline_systolic", "128"}, {"baseline_diastolic", "76"}}},
        Killed{.name = "Pause",
               .protocol = "course_05",
               .until = Until::Running,
               .step = "run",
               .comesBack = {{"run_reason", "arm hurts"}},
               .command = Command::PauseInfusion},
        Killed{.name = "Stop",
               .protocol = "course_05",
               .until = Until::Running,
               .step = "run",
               .comesBack = {{"run_reason", "asked to stop"}},
               .command = Command::StopInfusion},
        Killed{.name = "Vitals",
               .protocol = "course_05",
               .until = Until::Running,
               .step = "run",
               .comesBack = {{"vitals_systolic", "128"}, {"vitals_diastolic", "76"}, {"vitals_note", "sits up"}}},
        Killed{.name = "Event",
               .protocol = "course_05",
               .until = Until::Running,
               .step = "after",
               .comesBack = {{"words", "after the second bag"}, {"onset", "1001"}}},
        Killed{.name = "Rescue",
               .protocol = "course_05",
               .until = Until::Running,
               .step = "after",
               .comesBack = {{"rescue_drug", "ondansetron"}, {"rescue_dose", "4"}, {"rescue_witness", "osei"}},
               .askedAgain = {{"rescue_password", kPassword}}},
        Killed{.name = "Emergency",
               .protocol = "scales_05",
               .until = Until::Running,
               .step = "emergency",
               .comesBack = {{"emergency_called", "Dr Okafor"}, {"emergency_done", "oxygen, 6 L"}}},
        Killed{.name = "After",
               .protocol = "asking_05",
               .until = Until::Stopped,
               .step = "after",
               .comesBack = {{"pain_after", "4"}, {"impression", "2"}, {"relief", "45"}}},
        Killed{.name = "Endurance",
               .protocol = "asking_05",
               .until = Until::Stopped,
               .step = "after",
               .comesBack = {{"held_seconds", "62"}, {"load", "2"}}},
        Killed{.name = "Drug",
               .protocol = "course_05",
               .until = Until::Stopped,
               .step = "drug",
               .comesBack = {{"vial_volume", "10"}, {"lot", "KM42"}, {"wasted_vial", "465"}, {"witness", "osei"}},
               .askedAgain = {{"witness_password", kPassword}}},
        Killed{.name = "Discharge",
               .protocol = kDischargeProtocol,
               .until = Until::Stopped,
               .step = "discharge",
               .comesBack = {{"escort_note", "Jo Testpatient"}},
               .opensWith = "check_escort",
               .opening = Qt::Key_Space},
        Killed{.name = "Aldrete",
               .protocol = kDischargeProtocol,
               .until = Until::Stopped,
               .step = "discharge",
               .comesBack = {{"aldrete_activity", "2"}, {"aldrete_respiration", "1"}}}),
    [](const auto& each) { return std::string(each.param.name); });

TEST_F(InfusionBench, AKillBeforeTheSignatureLeavesTheRecordUnsignedAndThePasswordIsAskedAgain) {
    run();
    stop();
    need(clinic.services.infusions.accountDrug(clinic.nurse, aDrugEntry(infusion)));
    reload();
    page->showStep(u"sign"_s);
    focus(u"sign_password"_s);
    keys(QString::fromLatin1(kPassword));
    pass(1s);
    page.reset();
    openPage();
    EXPECT_FALSE(view().record.signature);
    EXPECT_EQ(view().state, domain::InfusionState::Ended);
    page->showStep(u"sign"_s);
    EXPECT_EQ(textOf(*page, u"sign_password"_s), QString());
}

TEST_F(InfusionBench, AKillWhileTenderPointsAreScoredKeepsEachSite) {
    run();
    page->showStep(u"tender"_s);
    findWidget(*page, u"tender_map"_s)->setFocus();
    keys(u"1564/3"_s);
    const QString before = textOf(*page, u"tender_summary"_s);
    const QString site = textOf(*page, u"tender_site"_s);
    pass(1s);
    page.reset();
    openPage();
    page->showStep(u"tender"_s);
    EXPECT_EQ(textOf(*page, u"tender_summary"_s), before);
    EXPECT_TRUE(before.startsWith(u"4 of 18 positive"_s)) << qPrintable(before);
    EXPECT_FALSE(site.isEmpty());
    EXPECT_TRUE(view().record.tenderPoints.empty());
}

} // namespace
} // namespace chairside::test
