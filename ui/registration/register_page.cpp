#include "ui/registration/register_page.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/format/name_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/entry_draft.h"
#include "ui/patients/following_scroll.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/registration/register_presenter.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/text_label.h"
#include "ui/work/draft_keeper.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRegisterColumns = 4;
// Of one person there is one registration under way.
const std::string kDraftSubject = "new";

std::string typedEntry(const QLineEdit* edit) {
    return toStd(edit->text().trimmed());
}

void addIfBlank(base::Problems& problems, const QLineEdit* edit) {
    if (edit->text().trimmed().isEmpty()) {
        problems.push_back({toStd(edit->objectName()), base::Rule::Required, {}, {}, {}});
    }
}

} // namespace

RegisterPage::RegisterPage(Workbench& bench, QWidget* parent)
    : Page(parent),
      m_bench(bench),
      m_presenter(new RegisterPresenter(bench, this)),
      m_keeper(new DraftKeeper(bench, "register", this)) {
    auto* layout = new QVBoxLayout(this);
    const int margin = scaled(space::kGroup);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(scaled(12));
    layout->addWidget(new TextLabel(title(), TextRole::PageTitle, this));
    auto* card = new Card({}, this);
    card->setAccessibleName(title());
    m_form = new FormBuilder(card, kRegisterColumns);
    buildName(*m_form);
    m_similar = new MessageStrip(this);
    m_similar->setObjectName(u"similar_people"_s);
    buildPerson(*m_form);
    m_form->wide(m_similar);
    buildRecord(*m_form);
    card->body()->addWidget(m_form);
    auto* inner = new QWidget(this);
    auto* innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(0, 0, 0, 0);
    innerLayout->addWidget(card);
    innerLayout->addStretch(1);
    layout->addWidget(new FollowingScroll(inner, this), 1);
    layout->addWidget(makeButtons());
    connect(m_form, &FormBuilder::edited, this, &RegisterPage::noticeEdit);
    connectPresenter();
    connect(m_keeper, &DraftKeeper::failed, this, [this](const base::Error& error) {
        Q_EMIT notice(Tier::Caution, tr("What is typed here is only on the screen. %1").arg(describe(error)));
    });
    showAllergyField();
}

QString RegisterPage::title() const {
    return tr("New patient");
}

void RegisterPage::open(const Place&) {
    if (m_dirty) return;
    m_number->clear();
    m_presenter->proposeNumber();
    m_keeper->find(kDraftSubject, [this](const FoundDraft& found) {
        // Somebody typed already while it was read.
        if (found.content.isEmpty() || m_dirty) return;
        restoreDraft(*m_form, found.content);
        showAllergyField();
        noticeEdit(u"born"_s);
        if (found.fromEarlier) Q_EMIT status(tr("What you had typed and not saved is here again."));
    });
}

void RegisterPage::leave() {
    keepDraft();
}

void RegisterPage::tick(const base::Instant&) {
    keepDraft();
}

void RegisterPage::keepDraft() {
    if (m_dirty && !m_presenter->isSaving()) m_keeper->keep(kDraftSubject, draftOf(*m_form));
}

QWidget* RegisterPage::firstFocus() {
    return m_family;
}

QString RegisterPage::help() const {
    return tr("Write the names as they stand on the person’s identity card. The clinic number is proposed; "
              "another one "
              "may be typed. Dates may be typed as 14-mar-1979 or 14031979. While you type, the program "
              "looks for people "
              "with the same date of birth and name, so that nobody is registered twice. Ctrl+Enter or Alt+R "
              "registers "
              "the patient. What you typed stays until it is saved or discarded.");
}

bool RegisterPage::can(Command command) const {
    return command == Command::Complete;
}

void RegisterPage::perform(Command command) {
    if (command == Command::Complete) save();
}

void RegisterPage::buildName(FormBuilder& form) {
    form.section(tr("Name"));
    m_family = form.row(tr("Famil&y name"), new QLineEdit, {.name = u"family"_s, .unit = {}, .help = {}});
    m_given = form.row(tr("&Given name"), new QLineEdit, {.name = u"given"_s, .unit = {}, .help = {}});
    m_title = form.row(tr("&Title"), new QLineEdit, {.name = u"title"_s, .unit = {}, .help = {}, .optional = true});
    m_preferred = form.row(tr("Preferred na&me"), new QLineEdit,
                           {.name = u"preferred"_s, .unit = {}, .help = {}, .optional = true});
    form.section(tr("Person"));
}

void RegisterPage::buildPerson(FormBuilder& form) {
    m_born = form.row(tr("B&orn"), new DateEdit(m_bench.clock(), DateExpected::Past),
                      {.name = u"born"_s, .unit = {}, .help = tr("For example 14-mar-1979."), .span = 2});
    m_gender = new ChoiceRow;
    m_gender->add(tr("Female"), static_cast<int>(domain::Gender::Female));
    m_gender->add(tr("Male"), static_cast<int>(domain::Gender::Male));
    m_gender->add(tr("Other"), static_cast<int>(domain::Gender::Other));
    m_gender->add(tr("Not known"), static_cast<int>(domain::Gender::NotKnown));
    form.row(tr("Gen&der"), m_gender, {.name = u"gender"_s, .unit = {}, .help = {}, .span = 2});
}

void RegisterPage::buildRecord(FormBuilder& form) {
    form.section(tr("Record"));
    m_number = form.row(
        tr("&Clinic number"), new QLineEdit,
        {.name = u"clinic_number"_s, .unit = {}, .help = tr("Proposed; another one may be typed."), .span = 2});
    m_phone = form.row(tr("Te&lephone"), new QLineEdit,
                       {.name = u"phone"_s, .unit = {}, .help = {}, .optional = true, .span = 2});
    m_allergyStatus = new ChoiceRow;
    m_allergyStatus->add(tr("Known allergies"), static_cast<int>(domain::AllergyStatus::Known));
    m_allergyStatus->add(tr("No known allergies"), static_cast<int>(domain::AllergyStatus::NoneKnown));
    m_allergyStatus->add(tr("Not asked yet"), static_cast<int>(domain::AllergyStatus::NotRecorded));
    form.row(tr("&Allergies"), m_allergyStatus, {.name = u"allergy_status"_s, .unit = {}, .help = {}, .span = 2});
    m_allergies =
        form.row(tr("Allergic to &what"), new QLineEdit, {.name = u"allergies"_s, .unit = {}, .help = {}, .span = 2});
}

QWidget* RegisterPage::makeButtons() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kRelated));
    m_save = makeButton(tr("&Register patient"), ButtonKind::Primary, u"register_save"_s, row);
    m_save->setToolTip(tr("Ctrl+Enter"));
    m_discard = makeButton(tr("Discard e&ntries"), ButtonKind::Secondary, u"register_discard"_s, row);
    m_discard->setEnabled(false);
    connect(m_save, &QPushButton::clicked, this, &RegisterPage::save);
    connect(m_discard, &QPushButton::clicked, this, &RegisterPage::askToDiscard);
    layout->addWidget(m_save);
    layout->addWidget(m_discard);
    layout->addStretch(1);
    return row;
}

void RegisterPage::connectPresenter() {
    connect(m_presenter, &RegisterPresenter::numberProposed, this, [this](const QString& number) {
        if (m_number->text().isEmpty()) m_number->setText(number);
    });
    connect(m_presenter, &RegisterPresenter::similarFound, this, &RegisterPage::showSimilar);
    connect(m_presenter, &RegisterPresenter::saving, this, [this] { setSaving(true); });
    connect(m_presenter, &RegisterPresenter::refused, this, &RegisterPage::refuse);
    connect(m_presenter, &RegisterPresenter::saved, this, &RegisterPage::finish);
}

void RegisterPage::noticeEdit(const QString& field) {
    m_dirty = true;
    m_discard->setEnabled(true);
    tellSaveState(SaveState::Kind::Unsaved);
    if (field == u"allergy_status") showAllergyField();
    if (field == u"family" || field == u"given" || field == u"born") lookForSimilar();
}

void RegisterPage::showAllergyField() {
    const bool known = m_allergyStatus->valueAs<domain::AllergyStatus>() == domain::AllergyStatus::Known;
    m_form->setFieldVisible(u"allergies"_s, known);
}

void RegisterPage::lookForSimilar() {
    const domain::PersonName name{typedEntry(m_family), typedEntry(m_given), {}, {}};
    if (name.family.empty() && name.given.empty()) return m_presenter->forgetSimilar();
    m_presenter->lookForSimilar(name, m_born->date());
}

void RegisterPage::showSimilar(const std::vector<services::SimilarPatient>& people) {
    if (people.empty()) return m_similar->clear();
    listSimilar(people);
}

void RegisterPage::listSimilar(const std::vector<services::SimilarPatient>& people) {
    const auto open = [this](const services::SimilarPatient& person) {
        return [this, id = person.patient.id.text()] {
            openPatient(id);
        };
    };
    const auto same = static_cast<int>(std::ranges::count(people, true, &services::SimilarPatient::sameBirthDate));
    if (people.size() == 1) {
        const auto& person = people.front();
        const QString sentence = person.sameBirthDate
                                     ? tr("1 person with this date of birth and name exists — %1.")
                                     : tr("SIMILAR NAME — %1. Compare the date of birth before you register.");
        m_similar->say(Tier::Caution, sentence.arg(personText(person.patient)),
                       {{tr("Open this pat&ient"), open(person)}});
        return;
    }
    std::vector<StripLink> links;
    for (const auto& person : people)
        links.push_back({tr("Open %1").arg(personText(person.patient)), open(person)});
    m_similar->list(Tier::Caution,
                    same > 0 ? tr("%n people with this date of birth and name exist, or have a similar name.", nullptr,
                                  static_cast<int>(people.size()))
                             : tr("SIMILAR NAME — %n people are easily confused with this one.", nullptr,
                                  static_cast<int>(people.size())),
                    links);
}

void RegisterPage::openPatient(const std::string& patientId) {
    Q_EMIT goTo(Place{PageKind::Overview, patientId, {}, {}});
}

base::Problems RegisterPage::missing() const {
    base::Problems problems = m_form->unreadable();
    addIfBlank(problems, m_family);
    addIfBlank(problems, m_given);
    addIfBlank(problems, m_born);
    if (!m_gender->value()) problems.push_back({"gender", base::Rule::Required, {}, {}, {}});
    addIfBlank(problems, m_number);
    if (!m_allergyStatus->value()) problems.push_back({"allergy_status", base::Rule::Required, {}, {}, {}});
    if (m_allergyStatus->valueAs<domain::AllergyStatus>() == domain::AllergyStatus::Known)
        addIfBlank(problems, m_allergies);
    return problems;
}

std::optional<domain::PatientDetails> RegisterPage::read() const {
    const auto born = m_born->date();
    if (!born) return std::nullopt;
    domain::PatientDetails details{
        .name = {typedEntry(m_family), typedEntry(m_given), typedEntry(m_title), typedEntry(m_preferred)},
        .born = *born,
        .clinicNumber = typedEntry(m_number),
        .phone = typedEntry(m_phone),
        .allergies = {}};
    details.gender = m_gender->valueAs<domain::Gender>().value_or(domain::Gender::NotKnown);
    details.allergyStatus =
        m_allergyStatus->valueAs<domain::AllergyStatus>().value_or(domain::AllergyStatus::NotRecorded);
    if (details.allergyStatus == domain::AllergyStatus::Known) details.allergies = typedEntry(m_allergies);
    return details;
}

void RegisterPage::save() {
    if (m_presenter->isSaving()) return;
    if (const auto problems = missing(); !problems.empty()) return m_form->problems(problems);
    if (const auto details = read()) m_presenter->save(*details);
}

void RegisterPage::refuse(const base::Error& error) {
    setSaving(false);
    tellSaveState(SaveState::Kind::Failed);
    if (error.code != base::Code::AlreadyExists && error.problems.empty()) return m_form->failure(error);
    m_form->clearProblems();
    if (error.code == base::Code::AlreadyExists) {
        m_form->problem(u"clinic_number"_s,
                        tr("Another patient already has this clinic number. Type a different one."));
    }
    for (const auto& problem : error.problems)
        showProblem(problem);
}

void RegisterPage::showProblem(const base::Problem& problem) {
    const QString field = toQt(problem.field);
    const QWidget* editor = m_form->editor(field);
    const QString label = editor != nullptr ? editor->accessibleName() : field;
    const bool tooLongAgo = problem.field == "born" && problem.rule == base::Rule::InPast;
    m_form->problem(field, tooLongAgo ? tr("%1 must be at most %2 years ago.").arg(label, toQt(problem.high))
                                      : describe(problem, {label, {}}));
}

void RegisterPage::finish(const QString& patientId) {
    setSaving(false);
    const QString number = clinicIdText(m_number->text());
    clear();
    tellSaveState(SaveState::Kind::Saved);
    Q_EMIT status(tr("Patient %1 is registered.").arg(number));
    openPatient(toStd(patientId));
}

void RegisterPage::askToDiscard() {
    m_bench.prompter().confirm(this,
                               {.title = tr("Discard what you typed?"),
                                .text = tr("Nothing of this registration has been saved yet."),
                                .yesText = tr("Discard the entries"),
                                .noText = tr("Keep them"),
                                .destructive = true},
                               [this](bool yes) {
                                   if (!yes) return;
                                   clear();
                                   tellSaveState(SaveState::Kind::Nothing);
                                   m_presenter->proposeNumber();
                                   m_family->setFocus(Qt::OtherFocusReason);
                               });
}

void RegisterPage::clear() {
    m_form->clearProblems();
    for (QLineEdit* edit :
         {m_family, m_given, m_title, m_preferred, static_cast<QLineEdit*>(m_born), m_number, m_phone, m_allergies}) {
        edit->clear();
    }
    m_gender->setValue(std::nullopt);
    m_allergyStatus->setValue(std::nullopt);
    showAllergyField();
    m_presenter->forgetSimilar();
    m_keeper->keep(kDraftSubject, {});
    m_dirty = false;
    m_discard->setEnabled(false);
}

void RegisterPage::setSaving(bool saving) {
    m_save->setEnabled(!saving);
    m_save->setText(saving ? tr("Saving…") : tr("&Register patient"));
    m_form->setReadOnly(saving);
    if (saving) tellSaveState(SaveState::Kind::Saving);
}

void RegisterPage::tellSaveState(SaveState::Kind kind) {
    SaveState state{.kind = kind, .at = {}};
    if (kind == SaveState::Kind::Saved) state.at = m_bench.now();
    Q_EMIT saveStateChanged(state);
}

} // namespace chairside::ui
