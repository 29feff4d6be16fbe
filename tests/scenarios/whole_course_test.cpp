// A whole treatment course by keys alone, in the whole program: the physician orders it, the nurse records six
// infusions, and what was typed is found in the database and in the PDF.
#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QProcess>

#include "app/script/infusion_keys.h"
#include "tests/scenarios/demo_program.h"

namespace chairside::test {
namespace {

using namespace std::chrono_literals;

// The demo clinic's patient without a course: VORLAGE, Hannah, born 27-Sep-1995.
class WholeCourse : public DemoProgram {
protected:
    void findPatient() {
        m_script->press(Qt::Key_F, Qt::ControlModifier);
        m_script->waitFor(QStringLiteral("find"));
        m_script->run([this] { qobject_cast<QLineEdit*>(m_script->visibleChild(QStringLiteral("find")))->clear(); });
        m_script->type(QStringLiteral("vorl"));
        m_script->settle();
        m_script->press(Qt::Key_Return);
        m_script->waitForEnabled(QStringLiteral("next_step"));
        m_script->settle();
    }

    void order();
    void infusion(int ordinal);
    void savePdf(const QString& file);
};

void WholeCourse::order() {
    m_script->press(Qt::Key_Return); // the overview offers a physician exactly this
    m_script->waitFor(QStringLiteral("dose_per_kg"));
    m_script->settle();
    m_script->type(QStringLiteral(" "));
    // ECG, pregnancy test and liver tests do not apply.
    for (const QChar answer : QStringLiteral("11311313111"))
        m_script->type(QString(answer));
    m_script->alt(u'c');
    m_script->type(QStringLiteral("-1d"));
    m_script->press(Qt::Key_Tab);
    m_script->type(QStringLiteral("8"));
    m_script->alt(u'd');
    m_script->type(QStringLiteral("0.5"));
    m_script->alt(u'n');
    m_script->type(QStringLiteral("14-jan-2025"));
    m_script->alt(u'l');
    for (const QString& text : {QStringLiteral("Less pain"), QStringLiteral("-1d"), QStringLiteral("Dr Okafor"),
                                QStringLiteral("Folder 7"), QStringLiteral("HV")}) {
        m_script->type(text);
        m_script->press(Qt::Key_Tab);
    }
    m_script->type(QStringLiteral("1995")); // and goes on to the password by itself
    m_script->type(passwordOf("physician"));
    m_script->settle();
    m_script->press(Qt::Key_Return, Qt::ControlModifier);
    m_script->waitFor(QStringLiteral("course_strip"));
    m_script->settle();
    m_script->press(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
}

void WholeCourse::infusion(int ordinal) {
    findPatient();
    m_script->press(Qt::Key_Return);
    app::InfusionKeys keys{
        .initials = QStringLiteral("HV"), .birthYear = QStringLiteral("1995"), .weight = QStringLiteral("60")};
    keys.painBefore = 9 - ordinal;
    keys.painAfter = 6 - ordinal;
    keys.tenderPoints = ordinal == 1 || ordinal == 6;
    keys.event = ordinal == 2;
    keys.secondDose = QStringLiteral("30");
    keys.secondVolume = QStringLiteral("0.6");
    keys.expires = QStringLiteral("7/26");
    keys.wastedVial = QStringLiteral("470");
    keys.witness = QStringLiteral("osei");
    keys.witnessPassword = passwordOf("osei");
    keys.password = passwordOf("nurse");
    app::addInfusionKeys(*m_script, m_clock, keys);
}

void WholeCourse::savePdf(const QString& file) {
    m_script->tabTo(QStringLiteral("sign_export"));
    m_script->press(Qt::Key_Space);
    m_script->waitForEnabled(QStringLiteral("save_pdf"));
    m_script->settle();
    m_script->press(Qt::Key_S, Qt::ControlModifier);
    m_script->waitUntil(QStringLiteral("file dialog"), [] {
        const auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        return edit != nullptr && edit->window()->isModal();
    });
    m_script->run([] { qobject_cast<QLineEdit*>(QApplication::focusWidget())->selectAll(); });
    m_script->type(file);
    m_script->press(Qt::Key_Return);
    m_script->waitUntil(QStringLiteral("the PDF"), [file] { return QFileInfo(file).size() > 0; });
    m_script->settle();
}

TEST_F(WholeCourse, IsOrderedRecordedAndPrintedByKeysAlone) {
    const QString pdf = m_folder.filePath(QStringLiteral("visit.pdf"));
    signIn("physician");
    findPatient();
    order();
    signIn("nurse");
    for (int ordinal = 1; ordinal <= 6; ++ordinal) {
        // The proposed dates are a week apart, and an infusion moves the clock on by 131 minutes.
        if (ordinal > 1) m_script->passTime([this] { m_clock.advance(std::chrono::days(7) - 131min); });
        infusion(ordinal);
    }
    savePdf(pdf);
    const bool played = play();
    if (!played) {
        for (const auto* label : m_desktop->window().findChildren<QAbstractButton*>(QStringLiteral("problemLink")))
            m_failure += u' ' + label->text();
    }
    ASSERT_TRUE(played) << qPrintable(m_failure);
    m_script.reset();
    m_desktop.reset();

    auto clinic = app::Clinic::open({.folder = data()}, m_clock);
    ASSERT_TRUE(clinic) << clinic.error().detail;
    auto& services = (*clinic)->services();
    const auto physician = services.accounts.signIn("physician", passwordOf("physician").toStdString(), "test");
    ASSERT_TRUE(physician);
    const auto hits = services.patients.search(*physician, "vorlage", 5);
    ASSERT_TRUE(hits && hits->rows.size() == 1);
    const auto overview =
        services.patients.overview(*physician, hits->rows.front().patient.id, services::Reading::Refresh);
    ASSERT_TRUE(overview);
    EXPECT_EQ(overview->courses.front().course.state, domain::CourseState::Completed);
    const auto review =
        services.reviews.review(*physician, overview->courses.front().course.id, services::Reading::Refresh);
    ASSERT_TRUE(review);
    ASSERT_EQ(review->points.size(), 6U);
    for (int ordinal = 1; ordinal <= 6; ++ordinal) {
        const auto& point = review->points[static_cast<std::size_t>(ordinal - 1)];
        EXPECT_EQ(point.planned.state, domain::PlanState::Given) << ordinal;
        EXPECT_EQ(point.before, domain::Score::ofWhole(9 - ordinal)) << ordinal;
        EXPECT_EQ(point.after, domain::Score::ofWhole(6 - ordinal)) << ordinal;
        EXPECT_EQ(point.dose, domain::Dose::ofWhole(30)) << ordinal;
    }
    const auto administrator = services.accounts.signIn("admin", passwordOf("admin").toStdString(), "test");
    ASSERT_TRUE(administrator);
    const auto verified = services.audit.verify(*administrator);
    ASSERT_TRUE(verified);
    EXPECT_TRUE(verified->clean()) << verified->findings.front().place;

    QProcess text;
    text.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
    ASSERT_TRUE(text.waitForFinished());
    const QString words = QString::fromUtf8(text.readAllStandardOutput());
    for (const char* expected : {"VORLAGE, Hannah", "27-Sep-1995", "KC 0470", "SIGNED", "128/76", "30 mg",
                                 "Second check", "KM42", "Page 1 of"}) {
        EXPECT_TRUE(words.contains(QString::fromUtf8(expected))) << expected;
    }
}

} // namespace
} // namespace chairside::test
