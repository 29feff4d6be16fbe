#include <QPointer>
#include <QThread>
#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <thread>

#include "tests/support/gui/gui_fixture.h"
#include "ui/work/inline_runner.h"
#include "ui/work/thread_runner.h"

namespace chairside::ui {
namespace {

using test::waitUntil;

TEST(InlineRunner, RunsAtOnceUnlessHeld) {
    InlineRunner runner;
    QObject context;
    int answer = 0;
    run(
        runner, &context, [] { return 41; }, [&answer](int value) { answer = value + 1; });
    EXPECT_EQ(answer, 42);
    runner.hold();
    run(
        runner, &context, [] { return 1; }, [&answer](int value) { answer = value; });
    EXPECT_EQ(answer, 42);
    EXPECT_EQ(runner.waiting(), 1U);
    runner.release();
    EXPECT_EQ(answer, 1);
}

TEST(ThreadRunner, WorksElsewhereAndAnswersHereInOrder) {
    ThreadRunner runner;
    QObject context;
    std::vector<int> order;
    QThread* worked = nullptr;
    QThread* answered = nullptr;
    for (int round = 0; round < 20; ++round) {
        run(
            runner, &context,
            [round, &worked] {
                worked = QThread::currentThread();
                return round;
            },
            [&](int value) {
                order.push_back(value);
                answered = QThread::currentThread();
            });
    }
    EXPECT_TRUE(order.empty());
    ASSERT_TRUE(waitUntil([&] { return order.size() == 20; }));
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
    EXPECT_NE(worked, QThread::currentThread());
    EXPECT_EQ(answered, QThread::currentThread());
}

TEST(ThreadRunner, TellsNobodyWhenTheContextHasDied) {
    ThreadRunner runner;
    auto context = std::make_unique<QObject>();
    std::atomic<bool> worked = false;
    bool told = false;
    run(
        runner, context.get(), [&worked] { worked = true; }, [&told] { told = true; });
    context.reset();
    bool later = false;
    QObject other;
    run(
        runner, &other, [] {}, [&later] { later = true; });
    ASSERT_TRUE(waitUntil([&] { return later; }));
    EXPECT_TRUE(worked);
    EXPECT_FALSE(told);
}

TEST(ThreadRunner, FinishesEverythingBeforeItGoes) {
    std::atomic<int> done = 0;
    bool told = false;
    {
        ThreadRunner runner;
        QObject context;
        for (int round = 0; round < 50; ++round)
            run(
                runner, &context, [&done] { ++done; }, [&told] { told = true; });
    }
    EXPECT_EQ(done, 50);
    EXPECT_FALSE(told);
}

TEST(Run, CarriesWhatCannotBeCopied) {
    InlineRunner runner;
    QObject context;
    auto input = std::make_unique<int>(5);
    int seen = 0;
    run(
        runner, &context, [input = std::move(input)] { return std::make_unique<int>(*input * 2); },
        [&seen](std::unique_ptr<int> value) { seen = *value; });
    EXPECT_EQ(seen, 10);
}

} // namespace
} // namespace chairside::ui
