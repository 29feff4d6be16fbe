#include "ui/reports/document_choice.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "ui/format/date_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/note_edit.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLines = 3; // of a text field

NoteEdit* makeText(QWidget* parent) {
    auto* edit = new NoteEdit(parent);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * kLines + scaled(16));
    return edit;
}

} // namespace

DocumentChoice::DocumentChoice(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_form = new FormBuilder(this);
    m_kinds = m_form->row(tr("&What to print"), new QComboBox, {.name = u"document_kind"_s});
    for (const DocumentKind kind : kDocumentKinds)
        m_kinds->addItem(documentName(kind), static_cast<int>(kind));
    m_visits = m_form->row(tr("&Infusion"), new QComboBox, {.name = u"document_visit"_s});
    m_recipient = m_form->row(
        tr("&To"), makeText(this),
        {.name = u"letter_recipient"_s, .help = tr("Name and address of the doctor, in lines."), .optional = true});
    m_remarks = m_form->row(tr("Remar&ks"), makeText(this), {.name = u"letter_remarks"_s, .optional = true});
    layout->addWidget(m_form);
    m_hint =
        new TextLabel(tr("Documents about one patient are made from their infusion or course: open a patient first."),
                      TextRole::Hint, this);
    m_hint->setWordWrap(true);
    m_find = makeButton(tr("F&ind a patient"), ButtonKind::Secondary, u"find_patient"_s, this);
    layout->addWidget(m_hint);
    layout->addWidget(m_find, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_kinds, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT kindChosen(static_cast<DocumentKind>(m_kinds->currentData().toInt())); });
    connect(m_visits, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0) Q_EMIT visitChosen(index);
    });
    connect(m_recipient, &NoteEdit::textChanged, this, &DocumentChoice::letterChanged);
    connect(m_remarks, &NoteEdit::textChanged, this, &DocumentChoice::letterChanged);
    connect(m_find, &QPushButton::clicked, this, &DocumentChoice::patientWanted);
}

QWidget* DocumentChoice::firstFocus() const {
    return m_kinds;
}

LetterText DocumentChoice::letter() const {
    return {m_recipient->toPlainText(), m_remarks->toPlainText()};
}

void DocumentChoice::show(const ReportsPresenter& presenter) {
    const QSignalBlocker kinds(m_kinds);
    const QSignalBlocker recipient(m_recipient);
    const QSignalBlocker remarks(m_remarks);
    auto* model = qobject_cast<QStandardItemModel*>(m_kinds->model());
    for (int row = 0; row < m_kinds->count(); ++row) {
        const auto kind = static_cast<DocumentKind>(m_kinds->itemData(row).toInt());
        if (model != nullptr) model->item(row)->setEnabled(presenter.offers(kind));
        if (kind == presenter.kind()) m_kinds->setCurrentIndex(row);
    }
    fillVisits(presenter);
    if (letter() != presenter.letter()) {
        m_recipient->setPlainText(presenter.letter().recipient);
        m_remarks->setPlainText(presenter.letter().remarks);
    }
    const bool letterShown = presenter.kind() == DocumentKind::Letter;
    const bool patient = presenter.infusion() || presenter.course();
    m_form->setFieldVisible(u"document_visit"_s,
                            aboutOf(presenter.kind()) == DocumentAbout::Infusion && m_visits->count() > 1);
    m_form->setFieldVisible(u"letter_recipient"_s, letterShown);
    m_form->setFieldVisible(u"letter_remarks"_s, letterShown);
    m_hint->setVisible(!patient);
    m_find->setVisible(!patient);
}

void DocumentChoice::fillVisits(const ReportsPresenter& presenter) {
    const QSignalBlocker blocker(m_visits);
    m_visits->clear();
    const auto& visits = presenter.visits();
    for (std::size_t i = 0; i < visits.size(); ++i) {
        m_visits->addItem(tr("%1, %2", "infusion number, date").arg(visits[i].ordinal).arg(dateText(visits[i].date)));
        if (visits[i].infusion == presenter.infusion()) m_visits->setCurrentIndex(static_cast<int>(i));
    }
}

} // namespace chairside::ui
