// One field of a form: label line, editor with unit, help and message. Made and owned by FormBuilder.
#pragma once

#include <QPointer>
#include <QString>
#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace chairside::ui {

class TextLabel;
struct FieldOptions;

class FormField : public QWidget {
    Q_OBJECT

public:
    FormField(const QString& label, QWidget* editor, const FieldOptions& options, QWidget* parent);

    [[nodiscard]] const QString& name() const { return m_name; }
    // The label as read, without mnemonic.
    [[nodiscard]] const QString& labelText() const { return m_label; }
    [[nodiscard]] const QString& unit() const { return m_unit; }
    [[nodiscard]] QWidget* editor() const { return m_editor; }

    // A problem stays until the next one or an empty sentence; the outline of the editor shows it too.
    void setProblem(const QString& sentence);
    [[nodiscard]] QString message() const;
    [[nodiscard]] bool hasProblem() const { return !m_problem.isEmpty(); }
    void setHelp(const QString& help);
    void focusEditor();

private:
    void buildLabelLine(const QString& label, bool optional, QBoxLayout& layout);
    void watchEntry();
    void watchLength();
    void setHint(const QString& sentence);
    void showMessage();
    void showSuggestions();
    void describeEditor();

    QString m_name;
    QString m_label;
    QString m_unit;
    QString m_problem;
    QString m_hint; // why the last key was refused
    QPointer<QWidget> m_editor;
    TextLabel* m_help = nullptr;
    TextLabel* m_message = nullptr;
    QWidget* m_suggestions = nullptr;
    QPushButton* m_choices[2] = {nullptr, nullptr};
};

} // namespace chairside::ui
