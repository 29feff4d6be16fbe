#include "ui/settings/protocol_sign_form.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/date_text.h"
#include "ui/format/protocol_text.h"
#include "ui/format/to_qt.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

ProtocolSignForm::ProtocolSignForm(Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kRelated));
    m_limits = new TextLabel({}, TextRole::Warning, this);
    m_limits->setObjectName(u"second_signature_line"_s);
    m_limits->setWordWrap(true);
    layout->addWidget(m_limits);
    m_entry = new QWidget(this);
    auto* row = new QHBoxLayout(m_entry);
    row->setContentsMargins(0, 0, 0, 0);
    m_form = new FormBuilder(m_entry, 2);
    m_from = m_form->row(
        tr("In &force from"), new DateEdit(m_bench.clock(), DateExpected::Future),
        {.name = u"in_force_from"_s, .unit = {}, .help = tr("Today or later. Courses keep their version.")});
    m_password = m_form->row(tr("Your pass&word signs all of the above"), new QLineEdit, {.name = u"password"_s});
    m_password->setEchoMode(QLineEdit::Password);
    row->addWidget(m_form, 1);
    m_sign = makeButton(tr("&Sign this version"), ButtonKind::Primary, u"sign_protocol"_s, m_entry);
    m_second = makeButton(tr("Co&untersign this version"), ButtonKind::Primary, u"countersign_protocol"_s, m_entry);
    for (auto* button : {m_sign, m_second}) {
        row->addWidget(button, 0, Qt::AlignVCenter);
        connect(button, &QPushButton::clicked, this, &ProtocolSignForm::act);
    }
    connect(m_password, &QLineEdit::returnPressed, this, &ProtocolSignForm::act);
    layout->addWidget(m_entry);
    setVersion(std::nullopt);
}

bool ProtocolSignForm::isDraft() const {
    return m_version && m_version->standing == domain::ProtocolStanding::Draft;
}

bool ProtocolSignForm::signedByMe() const {
    const auto actor = m_bench.actor();
    return actor && m_version && m_version->version.signedBy == actor->account;
}

bool ProtocolSignForm::mayAct() const {
    return m_version && m_bench.may(domain::Permission::SignProtocol) && (isDraft() || !signedByMe());
}

void ProtocolSignForm::setVersion(const std::optional<services::ProtocolOnFile>& version) {
    const bool another = !version || !m_version || version->version.id != m_version->version.id ||
                         version->standing != m_version->standing;
    const bool waits = version && (version->standing == domain::ProtocolStanding::Draft ||
                                   version->standing == domain::ProtocolStanding::AwaitsSecond);
    m_version = waits ? version : std::nullopt;
    if (another) {
        m_form->clearProblems();
        m_password->clear();
        m_from->setDate(m_bench.now().localDate());
    }
    setVisible(m_version.has_value());
    if (!m_version) return;
    const QString line = secondSignatureText(*m_version, signedByMe());
    m_limits->setText(line);
    m_limits->setVisible(!line.isEmpty());
    m_entry->setVisible(mayAct());
    m_form->setFieldVisible(u"in_force_from"_s, isDraft());
    m_sign->setVisible(isDraft());
    m_second->setVisible(!isDraft());
}

void ProtocolSignForm::act() {
    if (!mayAct()) return;
    m_form->clearProblems();
    auto problems = m_form->unreadable();
    if (isDraft() && problems.empty() && !m_from->date())
        problems.push_back({"in_force_from", base::Rule::Required, {}, {}, {}});
    for (auto& each : m_form->missing({m_password->objectName()}))
        problems.push_back(std::move(each));
    if (!problems.empty()) return m_form->problems(problems);
    if (isDraft())
        sign();
    else
        countersign();
}

QString ProtocolSignForm::signedSentence(bool secondNeeded) const {
    if (secondNeeded) return tr("The protocol is signed. It waits for a second signature: its hard limits are new.");
    const auto from = *m_from->date();
    if (from > m_bench.now().localDate())
        return tr("The protocol is signed. It is in force from %1.").arg(dateText(from));
    return tr("The protocol is signed. Courses can be ordered under it.");
}

void ProtocolSignForm::sign() {
    const QString sentence = signedSentence(m_version->limits.secondNeeded);
    m_bench.askAs(
        this,
        [id = m_version->version.id, from = m_from->date(),
         password = toStd(m_password->text())](services::Services& all, const services::Actor& actor) {
            return all.protocols.sign(actor, id, password, from);
        },
        [this, sentence](const base::Done& done) {
            m_password->clear();
            if (!done) return m_form->failure(done.error());
            Q_EMIT status(sentence);
        });
}

void ProtocolSignForm::countersign() {
    m_bench.askAs(
        this,
        [id = m_version->version.id, password = toStd(m_password->text())](services::Services& all,
                                                                           const services::Actor& actor) {
            return all.protocols.countersign(actor, id, password);
        },
        [this](const base::Done& done) {
            m_password->clear();
            if (!done) return m_form->failure(done.error());
            Q_EMIT status(tr("The protocol has its second signature."));
        });
}

} // namespace chairside::ui
