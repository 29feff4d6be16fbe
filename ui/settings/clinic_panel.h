// What stands on top of every document: the clinic's name, address, telephone and logo.
#pragma once

#include <QWidget>

#include "ui/work/workbench.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace chairside::ui {

class FormBuilder;
class NoteEdit;
class TextLabel;

class ClinicPanel : public QWidget {
    Q_OBJECT

public:
    explicit ClinicPanel(Workbench& bench, QWidget* parent = nullptr);
    // Reads the details again, unless somebody is changing them.
    void refresh();
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    void status(const QString& sentence);

private:
    QWidget* makeLogoRow();
    [[nodiscard]] services::ClinicDetails typed() const;
    void fill(const services::ClinicDetails& details);
    void showLogo();
    void chooseLogo();
    void takeLogo(const QString& path);
    void save();

    Workbench& m_bench;
    services::ClinicDetails m_saved;
    QString m_logo; // base64
    FormBuilder* m_form = nullptr;
    QLineEdit* m_name = nullptr;
    NoteEdit* m_address = nullptr;
    QLineEdit* m_phone = nullptr;
    QLabel* m_picture = nullptr;
    TextLabel* m_noPicture = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace chairside::ui
