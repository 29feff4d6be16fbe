#include "ui/widgets/entry_edit.h"

namespace chairside::ui {

EntryEdit::EntryEdit(QWidget* parent) : QLineEdit(parent) {
    connect(this, &QLineEdit::textEdited, this, [this] { Q_EMIT accepted(); });
}

QString EntryEdit::faultSentence(const FieldWords& field) const {
    const auto rule = fault();
    if (!rule) return {};
    base::Problem problem;
    problem.rule = *rule;
    return describe(problem, field);
}

} // namespace chairside::ui
