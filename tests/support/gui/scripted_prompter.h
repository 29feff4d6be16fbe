// A prompter that answers as the test says, and fails the test on a question it did not expect or never got.
#pragma once

#include <QString>
#include <deque>
#include <optional>

#include "ui/prompt/prompter.h"

namespace chairside::test {

class ScriptedPrompter final : public ui::Prompter {
public:
    ScriptedPrompter() = default;
    // Fails the test if an expected question was not asked.
    ~ScriptedPrompter() override;
    ScriptedPrompter(const ScriptedPrompter&) = delete;
    ScriptedPrompter& operator=(const ScriptedPrompter&) = delete;

    // title must be a part of the question's title.
    void expectConfirm(const QString& title, bool yes);
    void expectSave(const QString& suggestedName, std::optional<QString> path);
    void expectOpen(std::optional<QString> path);
    void expectFolder(std::optional<QString> path);
    [[nodiscard]] const QString& lastText() const { return m_lastText; }

    void confirm(QWidget* parent, const ui::Question& question, Answer answer) override;
    void saveFile(QWidget* parent, const QString& title, const QString& suggestedName, const QString& filter,
                  Chosen chosen) override;
    void openFile(QWidget* parent, const QString& title, const QString& filter, Chosen chosen) override;
    void openFolder(QWidget* parent, const QString& title, Chosen chosen) override;

private:
    enum class Kind { Confirm, Save, Open, Folder };
    struct Expected {
        Kind kind;
        QString words;
        bool yes = false;
        std::optional<QString> path{};
    };
    std::optional<Expected> take(Kind kind, const QString& words);

    std::deque<Expected> m_expected;
    QString m_lastText;
};

} // namespace chairside::test
