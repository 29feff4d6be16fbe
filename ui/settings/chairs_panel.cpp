#include "ui/settings/chairs_panel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

#include "ui/format/counted_text.h"
#include "ui/format/to_qt.h"
#include "ui/settings/clinic_days_form.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString joined(const std::vector<std::string>& names) {
    QStringList list;
    for (const auto& name : names)
        list << toQt(name);
    return list.join(u", "_s);
}

std::vector<std::string> split(const QString& text) {
    std::vector<std::string> names;
    for (const QString& part : text.split(u',')) {
        if (!part.trimmed().isEmpty()) names.push_back(toStd(part.trimmed()));
    }
    return names;
}

} // namespace

ChairsPanel::ChairsPanel(Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(space::kGroup), 0, 0);
    auto* card = new Card(tr("Chairs"), this);
    m_about = new TextLabel(tr("The board and the locked screen name chairs, so that nobody has to read a patient's "
                               "name from afar. An infusion keeps the name its chair had."),
                            TextRole::Hint, card);
    card->body()->addWidget(m_about);
    m_none =
        new TextLabel(tr("▲ No chairs are set up yet, so the board cannot say where an infusion runs. Type the names "
                         "of the chairs and save them."),
                      TextRole::Warning, card);
    m_none->setObjectName(u"chairs_none"_s);
    m_none->hide();
    card->body()->addWidget(m_none);
    m_form = new FormBuilder(card);
    m_names = m_form->row(tr("&Names of the chairs"), new QLineEdit,
                          {.name = u"chairs"_s, .help = tr("In their order, with commas between: 1, 2, 3, Window.")});
    card->body()->addWidget(m_form);
    m_save = makeButton(tr("&Save the chairs"), ButtonKind::Primary, u"save_chairs"_s, card);
    card->body()->addWidget(m_save, 0, Qt::AlignLeft);
    layout->addWidget(card);
    m_days = new ClinicDaysForm(m_bench, this);
    layout->addWidget(m_days);
    connect(m_days, &ClinicDaysForm::status, this, &ChairsPanel::status);
    layout->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &ChairsPanel::save);
    connect(m_names, &QLineEdit::returnPressed, this, &ChairsPanel::save);
}

QWidget* ChairsPanel::firstFocus() const {
    return m_names;
}

void ChairsPanel::refresh() {
    m_days->refresh();
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.chairs.chairs(actor); },
        [this](const base::Result<std::vector<std::string>>& chairs) {
            if (!chairs || m_names->text() != m_saved) return;
            showSaved(*chairs);
        });
}

void ChairsPanel::showSaved(const std::vector<std::string>& names) {
    m_saved = joined(names);
    m_names->setText(m_saved);
    m_none->setVisible(names.empty());
    m_about->setVisible(!names.empty());
}

void ChairsPanel::save() {
    m_form->clearProblems();
    m_save->setEnabled(false);
    m_bench.askAs(
        this,
        [names = split(m_names->text())](services::Services& all, const services::Actor& actor) {
            return all.chairs.setChairs(actor, names);
        },
        [this, names = split(m_names->text())](const base::Done& done) {
            m_save->setEnabled(true);
            if (!done) return showRefusal(done.error());
            showSaved(names);
            Q_EMIT status(names.empty()
                              ? tr("The clinic has no chairs now.")
                              : tr("The clinic has %1 now.").arg(countedText(std::ssize(names), Counted::Chair)));
        });
}

void ChairsPanel::showRefusal(const base::Error& error) {
    if (error.problems.empty()) return m_form->failure(error);
    const auto& problem = error.problems.front();
    const QString name = toQt(problem.value);
    switch (problem.rule) {
    case base::Rule::Duplicate:
        return m_form->problem(u"chairs"_s, tr("Two chairs are called %1. Give each its own name.").arg(name));
    case base::Rule::TooLong:
        return m_form->problem(u"chairs"_s,
                               tr("%1 is too long: a name takes at most %2.")
                                   .arg(name, countedText(toQt(problem.high).toInt(), Counted::Character)));
    case base::Rule::TooMany:
        return m_form->problem(u"chairs"_s, tr("At most %1 chairs are possible.").arg(toQt(problem.high)));
    default:
        return m_form->problem(u"chairs"_s, tr("%1 has no letter or digit to type.").arg(name));
    }
}

} // namespace chairside::ui
