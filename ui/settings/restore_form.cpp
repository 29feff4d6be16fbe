#include "ui/settings/restore_form.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <iterator>

#include "ui/format/backup_text.h"
#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

RestoreForm::RestoreForm(const base::Clock& clock, QWidget* parent) : InlineForm(u"restore"_s, 1, parent) {
    setTitle(tr("Work with a backup instead"));
    m_backup = form().row(tr("Bac&kup"), new QComboBox, {.name = u"restore_backup"_s});
    m_backup->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_day = form().row(tr("Its &day"), new DateEdit(clock, DateExpected::Past),
                       {.name = u"restore_day"_s, .help = tr("Type it, so that it is the one you mean.")});
    m_password = form().row(tr("Your pass&word"), new QLineEdit,
                            {.name = u"restore_password"_s, .help = tr("The one you had when it was made.")});
    m_password->setEchoMode(QLineEdit::Password);
    m_code = form().row(tr("&Code of your authenticator"), new QLineEdit, {.name = u"restore_code"_s});
    form().setFieldVisible(u"restore_code"_s, false);
    addButtons(tr("R&estore this backup"), ButtonKind::Danger, tr("Cancel"));
}

void RestoreForm::setBackups(const std::vector<services::BackupInfo>& backups) {
    const auto chosen = m_backup->currentData();
    m_backups = backups;
    m_backup->clear();
    for (const auto& one : backups)
        m_backup->addItem(tr("%1, %2").arg(dateTimeText(one.made), sizeText(one.bytes)), toQt(one.name));
    m_backup->setCurrentIndex(std::max(0, m_backup->findData(chosen)));
}

void RestoreForm::askForCode(bool code) {
    form().setFieldVisible(u"restore_code"_s, code);
}

std::string RestoreForm::backup() const {
    return toStd(m_backup->currentData().toString());
}

std::string RestoreForm::password() const {
    return toStd(m_password->text());
}

std::string RestoreForm::code() const {
    return toStd(m_code->text().trimmed());
}

bool RestoreForm::isReady() {
    const int at = m_backup->currentIndex();
    if (at < 0 || at >= std::ssize(m_backups)) {
        form().problem(u"restore_backup"_s, tr("There is no backup to restore."));
        return false;
    }
    if (!form().filled({m_day->objectName(), m_password->objectName()})) return false;
    if (m_day->date() == m_backups[static_cast<std::size_t>(at)].made.localDate()) return true;
    form().problem(u"restore_day"_s, tr("This is not the day of the chosen backup."));
    return false;
}

void RestoreForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return event->ignore();
    InlineForm::keyPressEvent(event);
}

void RestoreForm::reset() {
    form().clearProblems();
    m_day->setDate(std::nullopt);
    m_password->clear();
    m_code->clear();
}

} // namespace chairside::ui
