#include "ui/prompt/qt_prompter.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <memory>
#include <utility>

#include "ui/widgets/buttons.h"

namespace chairside::ui {

namespace {

QString documentsFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

// Exactly one answer, whether the dialog is accepted, cancelled or closed.
void openOnce(QFileDialog* dialog, Prompter::Chosen chosen) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::finished, dialog, [dialog, chosen = std::move(chosen)](int result) {
        const QStringList files = dialog->selectedFiles();
        if (result == QDialog::Accepted && !files.isEmpty())
            chosen(files.front());
        else
            chosen(std::nullopt);
    });
    dialog->open();
}

// "csv" of "Numbers (*.csv)".
QString endingOf(const QString& filter) {
    const qsizetype dot = filter.indexOf(QLatin1String("*."));
    const qsizetype end = filter.indexOf(QLatin1Char(')'), dot);
    return dot < 0 || end < 0 ? QString() : filter.mid(dot + 2, end - dot - 2);
}

// The kind of file that is chosen below the name is the one that the name gets.
void followFilter(QFileDialog* dialog) {
    const auto follow = [dialog](const QString& filter) {
        const QString ending = endingOf(filter);
        dialog->setDefaultSuffix(ending);
        const QStringList files = dialog->selectedFiles();
        if (files.isEmpty() || ending.isEmpty()) return;
        const QFileInfo file(files.front());
        if (!file.fileName().isEmpty() && !file.isDir()) {
            dialog->selectFile(file.completeBaseName() + QLatin1Char('.') + ending);
        }
    };
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, follow);
}

} // namespace

void QtPrompter::confirm(QWidget* parent, const Question& question, Answer answer) {
    auto* box = new QMessageBox(QMessageBox::NoIcon, question.title, question.text, QMessageBox::NoButton, parent);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* yes = makeButton(question.yesText, question.destructive ? ButtonKind::Danger : ButtonKind::Primary,
                           QStringLiteral("promptYes"));
    auto* no = makeButton(question.noText, ButtonKind::Secondary, QStringLiteral("promptNo"));
    box->addButton(yes, QMessageBox::YesRole);
    box->addButton(no, QMessageBox::NoRole);
    box->setDefaultButton(question.destructive ? no : yes);
    box->setEscapeButton(no);
    QObject::connect(box, &QMessageBox::finished, box,
                     [box, yes, answer = std::move(answer)] { answer(box->clickedButton() == yes); });
    box->open();
}

void QtPrompter::saveFile(QWidget* parent, const QString& title, const QString& suggestedName, const QString& filter,
                          Chosen chosen) {
    auto* dialog = new QFileDialog(parent, title, QDir(documentsFolder()).filePath(suggestedName), filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(suggestedName);
    const QString suggested = QFileInfo(suggestedName).suffix();
    for (const QString& each : dialog->nameFilters()) {
        if (endingOf(each) == suggested) dialog->selectNameFilter(each);
    }
    followFilter(dialog);
    openOnce(dialog, std::move(chosen));
}

void QtPrompter::openFile(QWidget* parent, const QString& title, const QString& filter, Chosen chosen) {
    auto* dialog = new QFileDialog(parent, title, documentsFolder(), filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    openOnce(dialog, std::move(chosen));
}

void QtPrompter::openFolder(QWidget* parent, const QString& title, Chosen chosen) {
    auto* dialog = new QFileDialog(parent, title, documentsFolder());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    openOnce(dialog, std::move(chosen));
}

} // namespace chairside::ui
