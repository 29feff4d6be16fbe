#include "tests/support/gui/scripted_prompter.h"

#include <gtest/gtest.h>

namespace chairside::test {

ScriptedPrompter::~ScriptedPrompter() {
    for (const Expected& each : m_expected)
        ADD_FAILURE() << "never asked: " << qPrintable(each.words);
}

void ScriptedPrompter::expectConfirm(const QString& title, bool yes) {
    m_expected.push_back({Kind::Confirm, title, yes});
}

void ScriptedPrompter::expectSave(const QString& suggestedName, std::optional<QString> path) {
    m_expected.push_back({Kind::Save, suggestedName, false, std::move(path)});
}

void ScriptedPrompter::expectOpen(std::optional<QString> path) {
    m_expected.push_back({Kind::Open, {}, false, std::move(path)});
}

void ScriptedPrompter::expectFolder(std::optional<QString> path) {
    m_expected.push_back({Kind::Folder, {}, false, std::move(path)});
}

std::optional<ScriptedPrompter::Expected> ScriptedPrompter::take(Kind kind, const QString& words) {
    if (m_expected.empty() || m_expected.front().kind != kind || !words.contains(m_expected.front().words)) {
        ADD_FAILURE() << "unexpected question: " << qPrintable(words);
        return std::nullopt;
    }
    const Expected expected = m_expected.front();
    m_expected.pop_front();
    return expected;
}

void ScriptedPrompter::confirm(QWidget*, const ui::Question& question, Answer answer) {
    m_lastText = question.text;
    if (const auto expected = take(Kind::Confirm, question.title)) answer(expected->yes);
}

void ScriptedPrompter::saveFile(QWidget*, const QString&, const QString& suggestedName, const QString&, Chosen chosen) {
    if (const auto expected = take(Kind::Save, suggestedName)) chosen(expected->path);
}

void ScriptedPrompter::openFile(QWidget*, const QString& title, const QString&, Chosen chosen) {
    if (const auto expected = take(Kind::Open, title)) chosen(expected->path);
}

void ScriptedPrompter::openFolder(QWidget*, const QString& title, Chosen chosen) {
    if (const auto expected = take(Kind::Folder, title)) chosen(expected->path);
}

} // namespace chairside::test
