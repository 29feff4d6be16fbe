// No way around the identity: whatever keys are pressed, a dose is not saved and no pump started for initials and a
// birth year that are not those of the open record.
#include <QLineEdit>

#include "tests/support/gui/random_keys.h"
#include "tests/ui/infusion/infusion_bench.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using ui::Command;

constexpr int kSequences = 50;
constexpr int kKeysOfOne = 40;

class IdentityKeys : public InfusionBench {
protected:
    // All but the person is right.
    void fillForAnotherPerson() {
        openPage();
        page->showStep(u"dose"_s);
        fillDose();
        for (const auto& [field, text] : {std::pair(u"initials"_s, u"BX"_s), std::pair(u"birth_year"_s, u"1964"_s)}) {
            focus(field);
            key(Qt::Key_A, Qt::ControlModifier);
            keys(text);
        }
    }
    void pressAnything(unsigned seed) {
        // The patient is A.T. of 1979: no sequence of these letters and digits is that by chance.
        RandomKeys random(seed, u"bcxmdgyo24680"_s);
        for (const auto command : {Command::Complete, Command::Complete, Command::StartInfusion, Command::PauseInfusion,
                                   Command::StopInfusion, Command::NextSection, Command::PreviousSection})
            random.add([this, command] {
                if (page->can(command)) page->perform(command);
            });
        random.press(kKeysOfOne);
    }
};

TEST_F(IdentityKeys, FiftyRandomSequencesPrepareNothingAndStartNothing) {
    int refused = 0;
    for (unsigned seed = 1; seed <= kSequences; ++seed) {
        SCOPED_TRACE(seed);
        fillForAnotherPerson();
        perform(Command::Complete);
        settle();
        if (!textOf(*page, u"initialsMessage"_s).isEmpty()) ++refused;
        pressAnything(seed);
        const auto now = view();
        ASSERT_TRUE(now.record.doseChecks.empty());
        ASSERT_TRUE(now.record.steps.empty());
        ASSERT_EQ(now.state, domain::InfusionState::Opened);
    }
    EXPECT_EQ(refused, kSequences) << "only the identity stood in the way";
    openPage();
    page->showStep(u"dose"_s);
    fillDose();
    perform(Command::Complete);
    EXPECT_EQ(view().record.doseChecks.size(), 1U);
}

} // namespace
} // namespace chairside::test
