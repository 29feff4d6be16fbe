// What one whole infusion costs the nurse in keys, from the key that opens it to the signature: dose, second check,
// pre-check, nine rows of vital signs, a pause, an event, scores, tender points, drug book, discharge and three
// passwords.
#include <QApplication>
#include <QEvent>
#include <QWidget>
#include <algorithm>

#include "app/script/infusion_keys.h"
#include "tests/scenarios/demo_program.h"
#include "tests/scenarios/interruptions.h"

namespace chairside::test {
namespace {

constexpr int kMostKeys = 270;
constexpr int kMostKeysOfARow = 12;
// Keystroke-Level Model: seconds of a key, of a thought, and of laying the hands on the keyboard.
constexpr double kKeySeconds = 0.28;
constexpr double kThoughtSeconds = 1.35;
constexpr double kHomingSeconds = 0.4;
constexpr double kMostSeconds = 180;
// 21 sites are typed as one text, but pressed and asked about a pair at a time.
constexpr int kThoughtsOfMorePairs = 10;

// The demo clinic's TESTE, Milan, born 1988: due today, and nothing of the infusion is recorded.
class InfusionByKeys : public DemoProgram {
protected:
    void findThePatient() {
        signIn("nurse");
        m_script->press(Qt::Key_F, Qt::ControlModifier);
        m_script->waitFor(QStringLiteral("find"));
        m_script->type(QStringLiteral("teste mi"));
        m_script->settle();
        m_script->press(Qt::Key_Return);
        m_script->waitForEnabled(QStringLiteral("next_step"));
        m_script->settle();
    }

    // Also notes the keys up to each picture of the script.
    void infusion() {
        m_script->run([this] {
            m_before = m_script->keysPressed();
            m_thoughtsBefore = m_script->thoughts();
        });
        m_script->press(Qt::Key_Return);
        app::InfusionKeys keys{
            .initials = QStringLiteral("MT"), .birthYear = QStringLiteral("1988"), .weight = QStringLiteral("60")};
        keys.secondDose = QStringLiteral("36");
        keys.secondVolume = QStringLiteral(".72");
        keys.expires = QStringLiteral("7/26");
        keys.wastedVial = QStringLiteral("464");
        keys.witness = QStringLiteral("osei");
        keys.witnessPassword = passwordOf("osei");
        keys.password = passwordOf("nurse");
        keys.picture = [this](const QString& name) {
            m_upTo += name.toStdString() + ' ' + std::to_string(keysSoFar()) + '\n';
        };
        keys.rowTyped = [this](int pressed) {
            m_mostKeysOfARow = std::max(m_mostKeysOfARow, pressed);
        };
        app::addInfusionKeys(*m_script, m_clock, keys);
    }

    [[nodiscard]] int keysSoFar() const { return m_script->keysPressed() - m_before; }

    [[nodiscard]] double secondsByKeystrokeModel() const {
        const int thoughts = m_script->thoughts() - m_thoughtsBefore + kThoughtsOfMorePairs;
        return kHomingSeconds + kKeySeconds * keysSoFar() + kThoughtSeconds * thoughts;
    }

    int m_before = 0;
    int m_thoughtsBefore = 0;
    int m_mostKeysOfARow = 0;
    std::string m_upTo;
};

TEST_F(InfusionByKeys, TakesAtMost270KeysFromOpeningToSignatureAndIsNeverInterrupted) {
    Interruptions interruptions;
    qApp->installEventFilter(&interruptions);
    findThePatient();
    infusion();
    ASSERT_TRUE(play()) << qPrintable(m_failure);
    EXPECT_LE(keysSoFar(), kMostKeys) << m_upTo;
    EXPECT_GT(m_mostKeysOfARow, 0);
    EXPECT_LE(m_mostKeysOfARow, kMostKeysOfARow);
    EXPECT_LE(secondsByKeystrokeModel(), kMostSeconds);
    EXPECT_EQ(interruptions.m_count, 0) << "nothing stands in the way of an infusion without a fault";
    RecordProperty("keys", keysSoFar());
    RecordProperty("seconds", static_cast<int>(secondsByKeystrokeModel()));
}

} // namespace
} // namespace chairside::test
