// Which chair the patient sits in; a move is typed over it.
#pragma once

#include <QWidget>

#include "ui/infusion/infusion_presenter.h"

class QLineEdit;

namespace chairside::ui {

class FormBuilder;

// Shown where the clinic has named its chairs. Enter saves; what is no chair stays in the field with the chairs there
// are.
class ChairLine : public QWidget {
    Q_OBJECT

public:
    explicit ChairLine(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view);

private:
    void save();
    void showRefusal(const base::Error& error);

    InfusionPresenter& m_presenter;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_chair = nullptr;
    QString m_saved;
};

} // namespace chairside::ui
