// A form that cannot forget its labels: one call per field sets everything a person, a screen reader and a
// test need.
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

#include "core/base/result.h"

class QGridLayout;

namespace chairside::ui {

class FormField;
class FormUndo;
class MessageStrip;

struct FieldOptions {
    QString name{};        // object name of the editor and the field id that problems carry ("weight")
    QString unit{};        // shown behind the editor, and in limits
    QString help{};        // one line under the editor
    bool optional = false; // adds "optional" to the label line; fields are required unless they say otherwise
    int span = 1;          // columns of the form the field takes
};

// Labels stand above their editors, in one or more equal columns. The form takes ownership of the editors.
// What a person typed is never changed or cleared by a problem; Ctrl+Z takes it back, field by field, until it is
// saved.
class FormBuilder : public QWidget {
    Q_OBJECT

public:
    explicit FormBuilder(QWidget* parent = nullptr, int columns = 1);
    ~FormBuilder() override;

    // Adds a field in the next free place: visible label with its mnemonic ("&Weight"), buddy, object name,
    // accessible name (the label as read), unit, help, an empty message line below, and the place in the tab
    // order. Asserts that the name is not empty and not used. Returns editor.
    template <class Editor>
    Editor* row(const QString& label, Editor* editor, const FieldOptions& options) {
        addField(label, editor, options);
        return editor;
    }
    // A heading over the following fields; starts a new line.
    void section(const QString& title, const QString& help = {});
    // Any widget over the whole width (a table, a row of buttons); not a field.
    void wide(QWidget* widget);
    // Leaves the rest of the current line empty.
    void endLine();

    // Shows each problem under its field and lists all of them, as links, in the strip on top, which takes
    // the focus. Problems of fields that are not in this form are listed without a link. None: same as
    // clearProblems.
    void problems(const base::Problems& problems);
    // The same for a failure: its problems, or its one sentence if it has none.
    void failure(const base::Error& error);
    // The same for one sentence of the page's own, after those shown already. Unknown field: only listed.
    void problem(const QString& field, const QString& sentence);
    void clearProblems();
    [[nodiscard]] bool hasProblems() const;
    // What the message line of a field says now; empty if nothing.
    [[nodiscard]] QString messageOf(const QString& field) const;

    // Every EntryEdit of the form whose text is no value, as problems; what a page checks before it asks a
    // service.
    [[nodiscard]] base::Problems unreadable() const;
    // Of these fields, those that are shown and whose line is empty, as problems.
    [[nodiscard]] base::Problems missing(const QStringList& fields) const;
    // Whether none of these is missing; those that are, are shown as problems.
    [[nodiscard]] bool filled(const QStringList& fields);

    // Shows or hides a field with its label, unit and messages; a hidden field keeps its entry.
    void setFieldVisible(const QString& field, bool visible);
    void setFieldHelp(const QString& field, const QString& help);
    void setReadOnly(bool readOnly);
    [[nodiscard]] QWidget* editor(const QString& field) const;
    [[nodiscard]] QWidget* firstEditor() const;
    [[nodiscard]] MessageStrip& strip() const { return *m_strip; }

Q_SIGNALS:
    // A person changed an entry of this form; not raised by setters of the editors.
    void edited(const QString& field);

private:
    void addField(const QString& label, QWidget* editor, const FieldOptions& options);
    void place(QWidget* widget, int span);
    void watch(QWidget* editor, const QString& name);
    [[nodiscard]] FormField* field(const QString& name) const;
    void showSummary();

    int m_columns;
    int m_row = 0;
    int m_column = 0;
    QGridLayout* m_grid = nullptr;
    MessageStrip* m_strip = nullptr;
    std::vector<FormField*> m_fields;
    FormUndo* m_undo = nullptr;
    std::vector<QString> m_loose; // sentences that belong to no field of this form
};

} // namespace chairside::ui
