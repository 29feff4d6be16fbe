// Entry of one non-negative decimal quantity in thousandths of its unit (see core/base/scaled.h).
#pragma once

#include <cstdint>

#include "ui/widgets/entry_edit.h"

namespace chairside::ui {

struct QuantityFormat {
    int wholeDigits = 3; // most digits before the point
    int decimals = 1;    // most digits behind it, 0..3
    QString unit{};      // taken off a pasted text such as "0.50 mg"
};

// Refuses every key that cannot lead to a legal number, accepts ',' or '.' and shows '.'. On leaving, the
// text takes its canonical form: ".5" -> "0.5", "05" -> "5", "5.0" -> "5". Limits are not checked here: the
// rule belongs to core.
class QuantityEdit : public EntryEdit {
    Q_OBJECT

public:
    explicit QuantityEdit(QuantityFormat format = {}, QWidget* parent = nullptr);

    // Thousandths of the unit; nothing if the field is blank or not yet a number.
    [[nodiscard]] std::optional<std::int64_t> thousandths() const;
    // Nothing empties the field. A value with more decimals than the format holds is shown in full all the
    // same.
    void setThousandths(std::optional<std::int64_t> value);

    template <class Quantity>
    [[nodiscard]] std::optional<Quantity> value() const {
        if (const auto raw = thousandths()) return Quantity::ofRaw(*raw);
        return std::nullopt;
    }
    template <class Quantity>
    void setValue(const std::optional<Quantity>& value) {
        setThousandths(value ? std::optional(value->raw()) : std::nullopt);
    }

    [[nodiscard]] std::optional<base::Rule> fault() const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    // The number changed by hand or by setThousandths; not emitted while the text stays the same number.
    void valueChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void take(const QString& insertion);
    void pasteText(const QString& text);
    void noticeChange();
    void makeCanonical();

    QuantityFormat m_format;
    std::optional<std::int64_t> m_last;
};

// Why a text can never become a number of this format by typing on; an empty string if it can. Exposed for
// tests.
[[nodiscard]] QString refusalFor(const QString& text, const QuantityFormat& format);

} // namespace chairside::ui
