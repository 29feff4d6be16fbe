// Impression of change, relief and endurance at the chair, by keys.
#include <QLabel>

#include "tests/ui/infusion/infusion_bench.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

class AfterScoresTest : public InfusionBench {
protected:
    AfterScoresTest() : InfusionBench("asking_05") {}
    void SetUp() override {
        InfusionBench::SetUp();
        run();
        stop();
        page->showStep(u"after"_s);
        settle();
    }
    std::vector<domain::AfterAssessment> kept() { return view().record.after; }
};

TEST_F(AfterScoresTest, ThreeKeysAndEnterAfterThePain) {
    focus(u"pain_after"_s);
    keys(u"3"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(focusName(), u"impression"_s) << "the next thing to ask";
    EXPECT_EQ(textOf(*page, u"impression"_s), QString()) << "nothing is preselected";
    keys(u"2"_s);
    EXPECT_EQ(focusName(), u"relief"_s);
    keys(u"45"_s);
    key(Qt::Key_Return);
    settle();
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept().front().impression, 2);
    EXPECT_EQ(kept().front().relief, 45);
    EXPECT_FALSE(kept().front().endurance);
    const QString said = factsOf(u"after_facts"_s);
    EXPECT_TRUE(said.contains(u"2 (1–7) much improved, compared with before the course"_s)) << qPrintable(said);
    EXPECT_TRUE(said.contains(u"45 %, compared with before this infusion"_s)) << qPrintable(said);
    EXPECT_FALSE(visible(*page, u"impression"_s));
    EXPECT_TRUE(visible(*page, u"held_seconds"_s)) << "endurance is still open";
}

TEST_F(AfterScoresTest, AllSevenAnswersStandOnTheScreen) {
    QString help;
    for (const auto* label : page->findChildren<QLabel*>()) {
        if (label->isVisible()) help += label->text() + u'\n';
    }
    for (const QString& answer : {u"1 very much improved"_s, u"4 no change"_s, u"7 very much worse"_s})
        EXPECT_TRUE(help.contains(answer)) << qPrintable(help);
}

TEST_F(AfterScoresTest, EnduranceIsKeptWithLoadSideAndReason) {
    focus(u"held_seconds"_s);
    keys(u"62\t2.25\t"_s);
    key(Qt::Key_Space);
    key(Qt::Key_Tab);
    key(Qt::Key_Space);
    key(Qt::Key_Return);
    settle();
    ASSERT_EQ(kept().size(), 1U);
    ASSERT_TRUE(kept().front().endurance);
    EXPECT_EQ(kept().front().endurance->seconds, 62);
    EXPECT_EQ(kept().front().endurance->load, kg(2'250));
    EXPECT_EQ(kept().front().endurance->side, domain::BodySide::Right);
    EXPECT_EQ(kept().front().endurance->stop, domain::EnduranceStop::Exhausted);
    EXPECT_TRUE(factsOf(u"after_facts"_s).contains(u"62 s with 2.25 kg, right, stopped: exhausted"_s));
}

TEST_F(AfterScoresTest, AnImpossibleKeyIsRefusedAndAHalfTestIsTold) {
    focus(u"impression"_s);
    keys(u"8"_s);
    EXPECT_EQ(textOf(*page, u"impression"_s), QString());
    focus(u"held_seconds"_s);
    keys(u"62"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_TRUE(kept().empty());
    EXPECT_FALSE(textOf(*page, u"loadMessage"_s).isEmpty());
    EXPECT_EQ(textOf(*page, u"held_seconds"_s), u"62"_s) << "what was typed stays";
}

TEST_F(AfterScoresTest, ACorrectionIsANewEntryWithAReason) {
    focus(u"impression"_s);
    keys(u"2"_s);
    key(Qt::Key_Return);
    settle();
    focus(u"after_correct"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(focusName(), u"after_reason"_s);
    EXPECT_EQ(textOf(*page, u"impression"_s), u"2"_s);
    focus(u"impression"_s);
    key(Qt::Key_A, Qt::ControlModifier);
    keys(u"3"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_FALSE(textOf(*page, u"after_reasonMessage"_s).isEmpty());
    focus(u"after_reason"_s);
    keys(u"asked again"_s);
    key(Qt::Key_Return);
    settle();
    ASSERT_EQ(kept().size(), 2U);
    EXPECT_EQ(domain::standing(kept()).front().impression, 3);
    EXPECT_TRUE(factsOf(u"after_facts"_s).contains(u"Corrected, before: 2 (1–7) much improved"_s));
}

TEST_F(AfterScoresTest, IsReachableByKeyboardAndNamed) {
    EXPECT_THAT(crawl(*page), ::testing::IsEmpty());
    picture(*page, u"after_scores"_s);
}

class AfterScoresNotAsked : public InfusionBench {};

TEST_F(AfterScoresNotAsked, AVersionThatAsksForNoneShowsNone) {
    run();
    stop();
    page->showStep(u"after"_s);
    settle();
    EXPECT_FALSE(findByName<QWidget>(*page, u"impression"_s)->isVisible());
    EXPECT_FALSE(findByName<QWidget>(*page, u"held_seconds"_s)->isVisible());
}

} // namespace
} // namespace chairside::test
