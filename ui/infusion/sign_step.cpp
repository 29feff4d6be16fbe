#include "ui/infusion/sign_step.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/format/to_qt.h"
#include "ui/infusion/columns_box.h"
#include "ui/infusion/record_summary.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/note_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kAddendumHeight = 72;

std::vector<FactLine> warningLines(const services::InfusionView& view) {
    std::vector<FactLine> lines;
    for (const SigningWarning& warning : signingWarnings(view)) {
        const QString symbol = warning.blocks ? u"✖ "_s : u"▲ "_s;
        lines.push_back({{}, symbol + warning.sentence, warning.blocks ? TextRole::Error : TextRole::Warning});
    }
    if (lines.empty() && !view.record.signature)
        lines.push_back({{}, SignStep::tr("✔ Nothing is missing."), TextRole::Success});
    for (const QString& remark : signingRemarks(view))
        lines.push_back({{}, u"▲ "_s + remark, TextRole::Warning});
    return lines;
}

} // namespace

SignStep::SignStep(InfusionPresenter& presenter, QWidget* parent)
    : SessionStep(presenter, u"sign"_s, tr("Sign"), parent) {
    build();
    connectPresenter();
}

void SignStep::build() {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(12));
    buildSigning();
    buildSigned();
    buildAddendum();
    column->addWidget(m_signing);
    column->addWidget(m_signed);
    column->addWidget(m_addenda);
    column->addStretch(1);
    outer->addWidget(new ColumnsBox(buildSummary(), 3, side, 2, this), 1);
}

QWidget* SignStep::buildSummary() {
    auto* card = new Card(tr("What is signed"), this);
    m_warnings = new FactList(tr("Warnings"), card);
    m_warnings->setObjectName(u"sign_warnings"_s);
    m_summary = new FactList(tr("Summary of the record"), card);
    m_summary->setObjectName(u"sign_summary"_s);
    card->body()->addWidget(m_warnings);
    card->body()->addSpacing(scaled(space::kRelated));
    card->body()->addWidget(m_summary);
    card->body()->addStretch(1);
    return card;
}

void SignStep::buildSigning() {
    m_signing = new Card(tr("Signature"), this);
    auto* meaning = new TextLabel(tr("By signing I confirm that I recorded this infusion. Afterwards nothing "
                                     "can be changed; only addenda can be added."),
                                  TextRole::Body, m_signing);
    meaning->setWordWrap(true);
    m_signing->body()->addWidget(meaning);
    m_form = new FormBuilder(m_signing);
    m_password = m_form->row(tr("Your pass&word"), new QLineEdit, {.name = u"sign_password"_s});
    m_password->setEchoMode(QLineEdit::Password);
    m_signing->body()->addWidget(m_form);
    m_blocked =
        new TextLabel(tr("Signing is possible when the points marked ✖ are solved."), TextRole::Hint, m_signing);
    m_signing->body()->addWidget(m_blocked);
    m_sign = makeButton(tr("Si&gn"), ButtonKind::Primary, u"sign_button"_s, m_signing);
    m_signing->body()->addWidget(m_sign, 0, Qt::AlignLeft);
    connect(m_sign, &QPushButton::clicked, this, &SignStep::sign);
}

void SignStep::buildSigned() {
    m_signed = new Card(tr("Signed"), this);
    m_signedBy = new TextLabel({}, TextRole::Strong, m_signed);
    m_signedBy->setObjectName(u"signed_by"_s);
    m_signedBy->setWordWrap(true);
    m_export = makeButton(tr("E&xport PDF"), ButtonKind::Primary, u"sign_export"_s, m_signed);
    m_signed->body()->addWidget(m_signedBy);
    m_signed->body()->addWidget(m_export, 0, Qt::AlignLeft);
    connect(m_export, &QPushButton::clicked, this, &SignStep::exportWanted);
}

void SignStep::buildAddendum() {
    m_addenda = new Card(tr("Addenda"), this);
    m_addendumList = new FactList(tr("Addenda, oldest first"), m_addenda);
    m_addendumList->setObjectName(u"addendum_list"_s);
    m_addenda->body()->addWidget(m_addendumList);
    m_addendumForm = new FormBuilder(m_addenda);
    m_addendum = m_addendumForm->row(tr("New &addendum"), new NoteEdit, {.name = u"addendum_text"_s});
    m_addendum->setFixedHeight(scaled(kAddendumHeight));
    m_addenda->body()->addWidget(m_addendumForm);
    m_add = makeButton(tr("A&dd addendum"), ButtonKind::Secondary, u"addendum_save"_s, m_addenda);
    m_addenda->body()->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &SignStep::addAddendum);
}

void SignStep::connectPresenter() {
    const auto busy = [this](SessionFact fact, bool isBusy) {
        if (fact == SessionFact::Signature) m_sign->setEnabled(!isBusy);
        if (fact == SessionFact::Addendum) m_add->setEnabled(!isBusy);
    };
    connect(&presenter(), &InfusionPresenter::saving, this, [busy](SessionFact fact) { busy(fact, true); });
    connect(&presenter(), &InfusionPresenter::saved, this, [this, busy](SessionFact fact) {
        busy(fact, false);
        if (fact == SessionFact::Signature) {
            m_password->clear();
            m_form->clearProblems();
            Q_EMIT said(tr("Record signed"));
        }
        if (fact != SessionFact::Addendum) return;
        m_addendum->clear();
        m_addendumForm->clearProblems();
        Q_EMIT said(tr("Addendum saved"));
    });
    connect(&presenter(), &InfusionPresenter::failed, this, [this, busy](SessionFact fact, const base::Error& error) {
        busy(fact, false);
        base::Error shown = error;
        for (auto& problem : shown.problems) {
            if (problem.field == "password") problem.field = "sign_password";
            if (problem.field == "text") problem.field = "addendum_text";
        }
        if (fact == SessionFact::Addendum) return m_addendumForm->failure(shown);
        if (fact != SessionFact::Signature) return;
        m_password->clear();
        m_form->failure(shown);
        if (error.code == base::Code::SignInFailed) {
            m_form->clearProblems();
            m_form->problem(u"sign_password"_s, tr("This is not your password. Nothing was signed."));
            m_password->setFocus();
        }
    });
}

bool SignStep::maySign() const {
    return presenter().view() && !presenter().isSigned() && presenter().bench().may(domain::Permission::SignInfusion);
}

bool SignStep::isBlocked() const {
    const auto& view = presenter().view();
    return !view || std::ranges::any_of(view->gaps, domain::blocksSigning);
}

void SignStep::showRecord(const services::InfusionView& view) {
    const bool isSigned = presenter().isSigned();
    m_warnings->setLines(warningLines(view));
    m_warnings->setVisible(!isSigned);
    m_summary->setLines(recordSummary(view));
    m_signing->setVisible(maySign());
    m_password->setEnabled(!isBlocked());
    m_sign->setEnabled(!isBlocked() && !presenter().isSaving(SessionFact::Signature));
    m_blocked->setVisible(isBlocked());
    m_signed->setVisible(isSigned);
    m_signedBy->setText(u"✔ "_s + signedLine(view));
    m_addenda->setVisible(isSigned);
    m_addendumList->setLines(addendumLines(view));
    const bool mayAdd = isSigned && presenter().bench().may(domain::Permission::RecordInfusion);
    m_addendumForm->setVisible(mayAdd);
    m_add->setVisible(mayAdd);
}

StepProgress SignStep::progressOf(const services::InfusionView& view) const {
    if (view.record.signature) return {StepState::Done, {}};
    return {};
}

QWidget* SignStep::firstFocus() {
    if (presenter().isSigned()) return m_export;
    return maySign() && !isBlocked() ? m_password : nullptr;
}

void SignStep::complete() {
    if (presenter().isSigned()) {
        if (!m_addendum->toPlainText().trimmed().isEmpty()) addAddendum();
        return;
    }
    if (QWidget* password = firstFocus()) password->setFocus();
}

void SignStep::sign() {
    if (!maySign() || isBlocked() || presenter().isSaving(SessionFact::Signature)) return;
    m_form->clearProblems();
    presenter().sign(toStd(m_password->text()));
}

void SignStep::addAddendum() {
    if (presenter().isSaving(SessionFact::Addendum)) return;
    m_addendumForm->clearProblems();
    presenter().addAddendum(toStd(m_addendum->toPlainText().trimmed()));
}

void SignStep::restore(const EntryDraft& draft) {
    m_password->clear();
    m_form->clearProblems();
    m_addendumForm->clearProblems();
    SessionStep::restore(draft);
}

void SignStep::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_password->hasFocus() && !event->modifiers().testFlag(Qt::ControlModifier)) return sign();
    SessionStep::keyPressEvent(event);
}

} // namespace chairside::ui
