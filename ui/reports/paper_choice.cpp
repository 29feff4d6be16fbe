#include "ui/reports/paper_choice.h"

#include <QCoreApplication>
#include <QRadioButton>

#include "ui/print/page_frame.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PaperChoice)
};

} // namespace

ChoiceRow* makePaperChoice(QWidget* parent) {
    auto* choice = new ChoiceRow(Qt::Horizontal, parent);
    choice->setObjectName(u"paper"_s);
    choice->setAccessibleName(Words::tr("Paper"));
    choice->add(Words::tr("&A4"), static_cast<int>(PaperSize::A4))->setObjectName(u"paper_a4"_s);
    choice->add(Words::tr("&Letter"), static_cast<int>(PaperSize::Letter))->setObjectName(u"paper_letter"_s);
    choice->setValue(static_cast<int>(PaperSize::A4));
    return choice;
}

} // namespace chairside::ui
