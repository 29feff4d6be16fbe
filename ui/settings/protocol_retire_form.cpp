#include "ui/settings/protocol_retire_form.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "ui/format/to_qt.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_builder.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

ProtocolRetireForm::ProtocolRetireForm(Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_form = new FormBuilder(this, 2);
    m_reason = m_form->row(tr("Wh&y it is retired"), new QLineEdit,
                           {.name = u"reason"_s, .unit = {}, .help = tr("Running courses keep it.")});
    m_password = m_form->row(tr("Your passw&ord"), new QLineEdit, {.name = u"retire_password"_s});
    m_password->setEchoMode(QLineEdit::Password);
    row->addWidget(m_form, 1);
    auto* button = makeButton(tr("Ret&ire this version"), ButtonKind::Danger, u"retire_protocol"_s, this);
    row->addWidget(button, 0, Qt::AlignVCenter);
    connect(button, &QPushButton::clicked, this, &ProtocolRetireForm::retire);
    connect(m_password, &QLineEdit::returnPressed, this, &ProtocolRetireForm::retire);
}

void ProtocolRetireForm::setVersion(const std::optional<domain::ProtocolVersionId>& version) {
    setVisible(version.has_value() && m_bench.may(domain::Permission::SignProtocol));
    if (version == m_version) return;
    m_version = version;
    m_form->clearProblems();
    m_reason->clear();
    m_password->clear();
}

void ProtocolRetireForm::retire() {
    if (!m_version) return;
    m_form->clearProblems();
    if (!m_form->filled({m_reason->objectName(), m_password->objectName()})) return;
    m_bench.askAs(
        this,
        [id = *m_version, reason = toStd(m_reason->text()),
         password = toStd(m_password->text())](services::Services& all, const services::Actor& actor) {
            return all.protocols.retire(actor, id, reason, password);
        },
        [this](const base::Done& done) {
            m_password->clear();
            if (done) {
                Q_EMIT status(tr("The version is retired. Courses that run under it keep it."));
                return;
            }
            auto error = done.error();
            for (auto& problem : error.problems) {
                if (problem.field == "password") problem.field = "retire_password";
            }
            m_form->failure(error);
        });
}

} // namespace chairside::ui
