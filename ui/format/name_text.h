// Names and numbers of people in the order clinics read them.
#pragma once

#include <QString>
#include <QStringView>

namespace chairside::ui {

// "TESTPATIENT, Anna (Ms)"; parts that are empty are left out together with their punctuation.
[[nodiscard]] QString nameText(QStringView family, QStringView given, QStringView title = {});
// "KC 0412": one space between the letters of the prefix and the number; other forms stay as they are.
[[nodiscard]] QString clinicIdText(QStringView id);

} // namespace chairside::ui
