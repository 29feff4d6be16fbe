#include "ui/widgets/entry_edit.h"

namespace chairside::ui {

QString EntryEdit::faultSentence(const FieldWords& field) const {
    const auto rule = fault();
    if (!rule) return {};
    base::Problem problem;
    problem.rule = *rule;
    return describe(problem, field);
}

}  // namespace chairside::ui
