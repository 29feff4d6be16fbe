// Questions that need the whole screen: rare confirmations and the choice of a file or folder.
#pragma once

#include <QString>
#include <functional>
#include <optional>

class QWidget;

namespace chairside::ui {

// A yes/no question. yesText and noText are verbs ("Delete the draft", "Keep it"), never "OK".
struct Question {
    QString title{};
    QString text{};
    QString yesText{};
    QString noText{};
    bool destructive = false; // yes is not the default button and is drawn in red
};

// Owned by the composition root; pages hold a reference. No call blocks: the answer arrives later on the GUI
// thread, and never if parent is destroyed first.
class Prompter {
public:
    using Answer = std::function<void(bool yes)>;
    using Chosen = std::function<void(std::optional<QString> path)>; // nothing = the person changed their mind

    virtual ~Prompter() = default;
    virtual void confirm(QWidget* parent, const Question& question, Answer answer) = 0;
    // suggestedName has no folder; filter is in Qt's form, "PDF documents (*.pdf)". Overwriting is confirmed
    // here.
    virtual void saveFile(QWidget* parent, const QString& title, const QString& suggestedName, const QString& filter,
                          Chosen chosen) = 0;
    virtual void openFile(QWidget* parent, const QString& title, const QString& filter, Chosen chosen) = 0;
    virtual void openFolder(QWidget* parent, const QString& title, Chosen chosen) = 0;
};

} // namespace chairside::ui
