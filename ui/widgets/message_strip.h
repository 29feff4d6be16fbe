// The inline message: symbol, word, sentence and at most two buttons. Never covers anything, never takes the
// focus.
#pragma once

#include <QFrame>
#include <QString>
#include <functional>
#include <vector>

class QBoxLayout;
class QLabel;
class QTimer;

namespace chairside::ui {

class TextLabel;

enum class Tier {
    Information, // fades after 8 s if it has no button
    Caution,     // stays; does not stop anybody
    SoftStop,    // going on needs a reason
    HardStop     // cannot go on
};

struct StripAction {
    QString text{}; // a verb; may hold a mnemonic
    std::function<void()> run{};
};

// A line of the strip's list; activating it runs go (usually: focus the field).
struct StripLink {
    QString text{};
    std::function<void()> go{}; // none: a line that is no link
};

// Hidden while it has nothing to say. Showing a message announces it to screen readers.
class MessageStrip : public QFrame {
    Q_OBJECT

public:
    explicit MessageStrip(QWidget* parent = nullptr);

    // Replaces what the strip says. More than two actions are a programming error: only two are shown.
    void say(Tier tier, const QString& sentence, const std::vector<StripAction>& actions = {});
    // A heading and one link for each problem; used by FormBuilder.
    void list(Tier tier, const QString& heading, const std::vector<StripLink>& links);
    void clear();

    [[nodiscard]] bool isShowing() const { return m_showing; }
    [[nodiscard]] Tier tier() const { return m_tier; }
    [[nodiscard]] QString text() const;
    // The first link or button; nothing if there is none.
    [[nodiscard]] QWidget* firstTarget() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void cleared();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void begin(Tier tier, const QString& sentence);
    void restyle();
    void addTarget(QWidget* target);
    void emptyTargets();

    Tier m_tier = Tier::Information;
    bool m_showing = false;
    QLabel* m_symbol = nullptr;
    TextLabel* m_word = nullptr;
    QLabel* m_text = nullptr;
    QBoxLayout* m_links = nullptr;
    QBoxLayout* m_buttons = nullptr;
    QTimer* m_fade = nullptr;
    std::vector<QWidget*> m_targets;
};

// "Information", "Caution", "Reason needed", "Stop".
[[nodiscard]] QString tierWord(Tier tier);

} // namespace chairside::ui
