// One line that asks why: for a pause, a stop, a correction.
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace chairside::ui {

class TextLabel;

// Hidden until ask(). Enter in the line gives the answer, Esc or Cancel takes the question back. Object
// names: <name>, <name>_confirm (only with a confirm text), <name>_cancel.
class ReasonLine : public QWidget {
    Q_OBJECT

public:
    explicit ReasonLine(const QString& name, QWidget* parent = nullptr);

    // label may hold a mnemonic. An empty confirmText leaves the confirming button out: then another control
    // saves. What was typed before is emptied.
    void ask(const QString& label, const QString& confirmText);
    // Common answers, at most nine: a digit typed into the empty line writes out the answer of that number, which is
    // seen and can be changed before Enter. They go with the next ask().
    void offer(const QStringList& answers);
    void close();
    [[nodiscard]] bool isOpen() const { return !isHidden(); }
    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    // A further editor before the reason; hidden until it is asked for.
    void addEditor(const QString& label, QWidget* editor);
    void setEditorVisible(bool visible);
    // Under the line; empty takes it away.
    void setProblem(const QString& sentence);
    void focusLine();

Q_SIGNALS:
    void answered();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void writeOut(const QString& typed);

    TextLabel* m_label = nullptr;
    QLineEdit* m_edit = nullptr;
    QHBoxLayout* m_line = nullptr;
    QStringList m_answers;
    TextLabel* m_offer = nullptr;
    QPushButton* m_confirm = nullptr;
    QPushButton* m_cancel = nullptr;
    TextLabel* m_problem = nullptr;
    TextLabel* m_extraLabel = nullptr;
    QWidget* m_extra = nullptr;
};

} // namespace chairside::ui
