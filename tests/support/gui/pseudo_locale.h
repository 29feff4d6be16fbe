// A language nobody speaks: every text of the program two fifths longer and with marks on its letters, so that a text
// that was forgotten stands out and a layout that is too tight shows.
#pragma once

#include <QTranslator>

namespace chairside::test {

// Places for values (%1, %n), mnemonics (&Save), line breaks, numbers and their units (10 mg per mL) stay as they are.
[[nodiscard]] QString lengthened(const QString& text);

class PseudoLocale : public QTranslator {
    Q_OBJECT

public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation,
                                    int n) const override;
};

} // namespace chairside::test
