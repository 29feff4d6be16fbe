// Texts in the chosen language. Numbers, doses and dates of clinical data never follow it.
#pragma once

#include <string>

class QApplication;

namespace chairside::app {

// Installs the catalogue of a language if the program has one; English otherwise.
void installTranslations(QApplication& application, const std::string& locale);

} // namespace chairside::app
