// What a new password must be, said where one is chosen.
#pragma once

#include <QString>

namespace chairside::ui {

class FormBuilder;
class Workbench;

// Asks for the clinic's rule and writes it under the field of the form, which must outlive the answer or die with its
// parents.
void describePasswordRule(Workbench& bench, FormBuilder& form, const QString& field);

} // namespace chairside::ui
