#include "ui/settings/backup_panel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/backup_text.h"
#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"
#include "ui/settings/restore_form.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/quantity_edit.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::int64_t kThousandths = 1000;

TextLabel* addLine(Card* card, const QString& name, TextRole role) {
    auto* line = new TextLabel({}, role, card);
    line->setObjectName(name);
    line->setWordWrap(true);
    card->body()->addWidget(line);
    return line;
}

} // namespace

BackupPanel::BackupPanel(Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, scaled(space::kGroup), 0, 0);
    layout->setSpacing(scaled(space::kGroup));
    auto* left = new QVBoxLayout;
    left->setSpacing(scaled(space::kGroup));
    left->addWidget(buildState());
    left->addWidget(buildPlan());
    left->addStretch(1);
    layout->addLayout(left, 3);
    m_restore = new RestoreForm(m_bench.clock(), this);
    layout->addWidget(m_restore, 2, Qt::AlignTop);
    connect(m_restore, &InlineForm::submitted, this, &BackupPanel::askRestore);
    connect(m_restore, &InlineForm::left, m_restore, &RestoreForm::reset);
    connect(m_save, &QPushButton::clicked, this, &BackupPanel::save);
    connect(m_now, &QPushButton::clicked, this, &BackupPanel::backUpNow);
    connect(m_try, &QPushButton::clicked, this, &BackupPanel::tryOut);
    connect(&m_bench, &Workbench::changed, this, [this](const services::Change& change) {
        if (change.id == services::BackupService::kChangeId) refresh();
    });
}

QWidget* BackupPanel::buildState() {
    auto* card = new Card(tr("Backups"), this);
    m_last = addLine(card, u"backup_last"_s, TextRole::Body);
    m_kept = addLine(card, u"backup_kept"_s, TextRole::Hint);
    m_tried = addLine(card, u"backup_tried"_s, TextRole::Hint);
    m_problem = addLine(card, u"backup_problem"_s, TextRole::Error);
    auto* buttons = new QHBoxLayout;
    m_now = makeButton(tr("Back up &now"), ButtonKind::Primary, u"backup_now"_s, card);
    m_try = makeButton(tr("&Try out the newest backup"), ButtonKind::Secondary, u"backup_try"_s, card);
    buttons->addWidget(m_now);
    buttons->addWidget(m_try);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    return card;
}

QWidget* BackupPanel::buildPlan() {
    auto* plan = new Card(tr("Where and how often"), this);
    m_form = new FormBuilder(plan, 2);
    m_folder = m_form->row(
        tr("&Folder"), new QLineEdit,
        {.name = u"backup_folder"_s, .help = tr("On another disk; empty: beside the data."), .optional = true});
    m_hours = m_form->row(tr("H&ours between two backups"),
                          new QuantityEdit({.wholeDigits = 2, .decimals = 0, .unit = u"hours"_s}),
                          {.name = u"backup_hours"_s});
    plan->body()->addWidget(m_form);
    m_save = makeButton(tr("&Save the plan"), ButtonKind::Secondary, u"save_backup_plan"_s, plan);
    plan->body()->addWidget(m_save, 0, Qt::AlignLeft);
    return plan;
}

// Everything else happens where the data can be let go; this page goes with them.
void BackupPanel::askRestore() {
    m_bench.prompter().confirm(
        this,
        {.title = tr("Restore this backup?"),
         .text =
             tr("Everybody is signed out. What was saved after the backup is kept in a folder of its own, but is no "
                "longer part of the record you work with."),
         .yesText = tr("Restore"),
         .noText = tr("Keep the present data"),
         .destructive = true},
        [this](bool yes) {
            if (!yes) return;
            Q_EMIT m_bench.restoreWanted(m_savedFolder, toQt(m_restore->backup()), m_restore->password(),
                                         m_restore->code());
            m_restore->reset();
        });
}

QWidget* BackupPanel::firstFocus() const {
    return m_now;
}

void BackupPanel::refresh() {
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.accounts.ownSignIn(actor); },
        [this](const base::Result<services::OwnSignIn>& own) {
            if (own) m_restore->askForCode(own->hasSecondFactor);
        });
    m_bench.ask(
        this, [](services::Services& all) { return all.backups.state(); },
        [this](const base::Result<services::BackupState>& state) {
            if (state) show(*state);
        });
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.backups.list(actor); },
        [this](const base::Result<std::vector<services::BackupInfo>>& kept) { showKept(kept); });
}

void BackupPanel::show(const services::BackupState& state) {
    m_isUnderWay = state.underWay;
    m_now->setEnabled(!state.underWay);
    m_try->setEnabled(!state.underWay && !m_newest.empty());
    if (state.underWay) {
        m_last->setText(tr("At work. You can go on meanwhile."));
    } else if (state.last) {
        m_last->setText(
            tr("Last good backup: %1, %2 in %3.")
                .arg(dateTimeText(state.last->at), sizeText(state.last->bytes), tookText(state.last->took)));
    } else {
        m_last->setText(tr("There is no backup yet."));
    }
    m_tried->setText(
        state.rehearsed
            ? tr("Last tried out: the backup %1 could be restored; that took %2 on %3.")
                  .arg(toQt(state.rehearsed->name), tookText(state.rehearsed->took), dateTimeText(state.rehearsed->at))
            : tr("None was tried out yet. That opens a copy of the newest one and checks it all."));
    m_problem->setText(backupAlarmText(state));
    m_problem->setVisible(!m_problem->text().isEmpty());
    if (m_folder->text() == m_savedFolder) m_folder->setText(toQt(state.plan.folder));
    m_savedFolder = toQt(state.plan.folder);
    if (m_hours->text() == m_savedHours) m_hours->setThousandths(state.plan.every.count() * kThousandths);
    m_savedHours = QString::number(state.plan.every.count());
}

void BackupPanel::showKept(const base::Result<std::vector<services::BackupInfo>>& kept) {
    m_newest = kept && !kept->empty() ? kept->front().name : std::string();
    m_try->setEnabled(!m_isUnderWay && !m_newest.empty());
    m_restore->setBackups(kept.value_or(std::vector<services::BackupInfo>{}));
    if (!kept) {
        const bool isGone = kept.error().code == base::Code::NotFound;
        return m_kept->setText(isGone ? tr("The folder is not there. Connect the disk, or choose another folder.")
                                      : tr("The folder cannot be read."));
    }
    if (kept->empty()) return m_kept->setText(tr("The folder holds no backup of this clinic."));
    m_kept->setText((kept->size() == 1 ? tr("The folder holds 1 backup of this clinic, of %1.")
                                       : tr("The folder holds %n backups of this clinic, the oldest of %1.", nullptr,
                                            static_cast<int>(kept->size())))
                        .arg(dateTimeText(kept->back().made)));
}

void BackupPanel::failed(const base::Error& error) {
    m_problem->setText(error.code == base::Code::WrongState ? tr("A backup is under way already.")
                                                            : backupFailureText(error.code));
    m_problem->setVisible(true);
}

void BackupPanel::refused(const base::Error& error) {
    for (const auto& problem : error.problems) {
        if (problem.field != "backup_folder") continue;
        return m_form->problem(u"backup_folder"_s, problem.rule == base::Rule::NotAllowed
                                                       ? tr("Write the whole path of the folder, beginning with /.")
                                                       : tr("There is no such folder. Connect its disk, or make it "
                                                            "first."));
    }
    m_form->failure(error);
}

void BackupPanel::backUpNow() {
    m_now->setEnabled(false);
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.backups.begin(actor); },
        [this](const base::Done& done) {
            m_now->setEnabled(!done.has_value());
            if (!done) return failed(done.error());
            Q_EMIT status(tr("The backup is at work."));
        });
}

void BackupPanel::tryOut() {
    m_try->setEnabled(false);
    m_bench.askAs(
        this,
        [name = m_newest](services::Services& all, const services::Actor& actor) {
            return all.backups.beginRehearsal(actor, name);
        },
        [this](const base::Done& done) {
            if (!done) return failed(done.error());
            Q_EMIT status(tr("The newest backup is tried out."));
        });
}

void BackupPanel::save() {
    m_form->clearProblems();
    const auto typed = m_hours->thousandths();
    if (!typed) return m_form->problem(u"backup_hours"_s, tr("Type a number of hours."));
    const std::chrono::hours every(*typed / kThousandths);
    m_save->setEnabled(false);
    m_bench.askAs(
        this,
        [folder = toStd(m_folder->text().trimmed()), every](services::Services& all, const services::Actor& actor) {
            return all.backups.setPlan(actor, folder, every);
        },
        [this](const base::Done& done) {
            m_save->setEnabled(true);
            if (!done) return refused(done.error());
            m_savedFolder = m_folder->text();
            m_savedHours = m_hours->text();
            Q_EMIT status(tr("The plan for backups is saved."));
        });
}

} // namespace chairside::ui
