// Takes back what was typed into a form, field by field.
#pragma once

#include <QObject>
#include <QPointer>
#include <QVariant>
#include <QWidget>
#include <map>
#include <vector>

namespace chairside::ui {

// Ctrl+Z in a watched editor takes back the last field that a person changed, as a whole, and goes to it; Ctrl+Y brings
// it back. What the program itself writes is no change. A field that the program has emptied was saved or belongs to
// another record: then nothing is taken back any more. Passwords are not remembered.
class FormUndo : public QObject {
    Q_OBJECT

public:
    explicit FormUndo(QObject* parent) : QObject(parent) {}

    void watch(QWidget* editor);
    // A person changed this editor.
    void noteEdit(QWidget* editor);

Q_SIGNALS:
    // An entry was taken back or brought back.
    void changed(QWidget* editor);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Change {
        QPointer<QWidget> editor;
        QVariant before, after;
    };
    void move(std::vector<Change>& from, std::vector<Change>& to, bool back);
    void forget();
    void startFrom(QWidget* editor);
    [[nodiscard]] QWidget* editorAround(QObject* watched) const;

    std::map<QWidget*, QVariant> m_known;
    std::vector<Change> m_done;
    std::vector<Change> m_undone;
    bool m_isMoving = false;
};

} // namespace chairside::ui
