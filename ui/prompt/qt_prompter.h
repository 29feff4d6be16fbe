// The prompter of the real program: window-modal dialogs that do not block.
#pragma once

#include "ui/prompt/prompter.h"

namespace chairside::ui {

class QtPrompter final : public Prompter {
public:
    void confirm(QWidget* parent, const Question& question, Answer answer) override;
    void saveFile(QWidget* parent, const QString& title, const QString& suggestedName, const QString& filter,
                  Chosen chosen) override;
    void openFile(QWidget* parent, const QString& title, const QString& filter, Chosen chosen) override;
    void openFolder(QWidget* parent, const QString& title, Chosen chosen) override;
};

} // namespace chairside::ui
