#include "ui/order/screening_rows.h"

#include <QLineEdit>
#include <QRadioButton>
#include <algorithm>

#include "ui/format/counted_text.h"
#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::AnswerKind;

namespace {

constexpr int kAnswerColumns = 3;
// A finding has a line of its own below its question.
constexpr int kFindingColumns = 6;
constexpr int kDayColumns = 2;

struct Part {
    std::string_view service; // as the service ends the field
    std::string_view form;    // as the form does
};
constexpr Part kParts[] = {{".note", "_note"}, {".on", "_on"}};

QString noteLabel(const domain::ScreeningItem& item) {
    const bool reason = item.effect == domain::AnswerEffect::SoftStop;
    if (item.dated) return reason ? ScreeningRows::tr("Result, or reason to go on") : ScreeningRows::tr("Result");
    return reason ? ScreeningRows::tr("Reason to go on") : ScreeningRows::tr("Remark");
}

// A question may hold what a label would read as a mnemonic.
QString plain(const std::string& text) {
    return toQt(text).replace(u'&', u"&&"_s);
}

} // namespace

ScreeningRows::ScreeningRows(const base::Clock& clock, const std::vector<domain::ProtocolVersion>& versions,
                             FormBuilder& form)
    : QObject(&form), m_clock(clock), m_form(form) {
    for (const auto& version : versions) {
        for (const auto& item : version.screening) {
            if (std::ranges::find(m_rows, item, &Row::item) == m_rows.end()) add(item);
        }
    }
}

QString ScreeningRows::nameOf(std::size_t at) {
    return u"screening_%1"_s.arg(at + 1);
}

void ScreeningRows::add(const domain::ScreeningItem& item) {
    const std::size_t at = m_rows.size();
    auto* answer = new ChoiceRow;
    answer->setDigitKeys(true);
    answer->add(plain(item.favourable), static_cast<int>(AnswerKind::Favourable));
    answer->add(plain(item.unfavourable), static_cast<int>(AnswerKind::Unfavourable));
    if (!item.always) answer->add(tr("does not apply"), static_cast<int>(AnswerKind::NotApplicable));
    m_form.endLine();
    m_form.row(plain(item.text), answer,
               {.name = nameOf(at), .unit = {}, .help = {}, .span = item.dated ? kFindingColumns : kAnswerColumns});
    DateEdit* on = nullptr;
    if (item.dated) {
        on = m_form.row(tr("Day of the finding"), new DateEdit(m_clock, DateExpected::Past),
                        {.name = nameOf(at) + u"_on"_s, .unit = {}, .help = {}, .span = kDayColumns});
    }
    auto* note = m_form.row(noteLabel(item), new QLineEdit,
                            {.name = nameOf(at) + u"_note"_s,
                             .unit = {},
                             .help = {},
                             .optional = item.effect != domain::AnswerEffect::SoftStop,
                             .span = item.dated ? kFindingColumns - kDayColumns : kAnswerColumns});
    m_rows.push_back({item, answer, note, on, false});
    connect(answer, &ChoiceRow::chosen, this, [this, at] { describe(at); });
    connect(answer, &ChoiceRow::decided, this, [this, at] { goOn(at); });
}

void ScreeningRows::setEarlier(std::vector<domain::ScreeningAnswer> answers) {
    m_earlier = std::move(answers);
    for (std::size_t at = 0; at < m_rows.size(); ++at)
        describe(at);
}

void ScreeningRows::show(const domain::ProtocolVersion* version) {
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        auto& row = m_rows[at];
        row.shown = version != nullptr && std::ranges::find(version->screening, row.item) != version->screening.end();
        describe(at);
    }
}

void ScreeningRows::describe(std::size_t at) {
    const auto& row = m_rows[at];
    const bool unfavourable = row.answer->valueAs<AnswerKind>() == AnswerKind::Unfavourable;
    const bool asksNote = unfavourable && row.item.effect != domain::AnswerEffect::HardStop;
    m_form.setFieldVisible(nameOf(at), row.shown);
    m_form.setFieldVisible(nameOf(at) + u"_note"_s, row.shown && (asksNote || asksDay(row)));
    if (row.on != nullptr) m_form.setFieldVisible(nameOf(at) + u"_on"_s, row.shown && asksDay(row));
    m_form.setFieldHelp(nameOf(at), helpOf(row));
}

QString ScreeningRows::helpOf(const Row& row) const {
    const auto chosen = row.answer->valueAs<AnswerKind>();
    if (chosen == AnswerKind::Unfavourable && row.item.effect == domain::AnswerEffect::HardStop) {
        return tr("▲ “%1” stops the order. %2").arg(toQt(row.item.unfavourable), toQt(row.item.why));
    }
    if (chosen) return toQt(row.item.why);
    const auto before = domain::latestAnswer(m_earlier, row.item);
    if (!before) return toQt(row.item.why);
    const QString words = before->answer == AnswerKind::Favourable      ? toQt(row.item.favourable)
                          : before->answer == AnswerKind::NotApplicable ? tr("does not apply")
                                                                        : toQt(row.item.unfavourable);
    if (domain::stillCounts(*before, row.item, m_clock.now().localDate())) {
        return tr("✔ Answered “%1” on %2; counts until %3.")
            .arg(words, dateText(before->answeredOn), dateText(domain::countsUntil(*before, row.item)));
    }
    return tr("Answered “%1” on %2; it is asked again.").arg(words, dateText(before->answeredOn));
}

bool ScreeningRows::asksDay(const Row& row) const {
    return row.on != nullptr && row.answer->valueAs<AnswerKind>() == AnswerKind::Favourable;
}

bool ScreeningRows::isSettled(const Row& row) const {
    if (!row.shown || row.answer->value()) return true;
    const auto before = domain::latestAnswer(m_earlier, row.item);
    return before && domain::stillCounts(*before, row.item, m_clock.now().localDate());
}

void ScreeningRows::goOn(std::size_t from) {
    const auto& row = m_rows[from];
    if (asksDay(row)) {
        row.on->setFocus(Qt::TabFocusReason);
        return;
    }
    if (!row.note->isHidden() && row.note->isVisibleTo(&m_form)) {
        row.note->setFocus(Qt::TabFocusReason);
        return;
    }
    for (std::size_t at = from + 1; at < m_rows.size(); ++at) {
        if (isSettled(m_rows[at])) continue;
        m_rows[at].answer->focusProxy()->setFocus(Qt::TabFocusReason);
        return;
    }
    if (firstOpen() == nullptr) Q_EMIT allAnswered();
}

QWidget* ScreeningRows::firstOpen() const {
    for (const auto& row : m_rows) {
        if (!isSettled(row)) return row.answer->focusProxy();
    }
    return nullptr;
}

std::map<QString, ScreeningText> ScreeningRows::draft() const {
    std::map<QString, ScreeningText> draft;
    for (const auto& row : m_rows) {
        const QString on = row.on != nullptr ? row.on->text() : QString();
        if (!row.answer->value() && row.note->text().isEmpty() && on.isEmpty()) continue;
        auto& text = draft[toQt(row.item.key)];
        if (row.shown || !text.answer) text = {row.answer->value(), row.note->text(), on};
    }
    return draft;
}

void ScreeningRows::restore(const std::map<QString, ScreeningText>& draft) {
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        auto& row = m_rows[at];
        const auto found = draft.find(toQt(row.item.key));
        row.answer->setValue(found == draft.end() ? std::nullopt : found->second.answer);
        row.note->setText(found == draft.end() ? QString() : found->second.note);
        if (row.on != nullptr) row.on->setText(found == draft.end() ? QString() : found->second.on);
        describe(at);
    }
}

std::vector<domain::ScreeningReply> ScreeningRows::replies() const {
    std::vector<domain::ScreeningReply> replies;
    for (const auto& row : m_rows) {
        const auto answer = row.answer->valueAs<AnswerKind>();
        if (!row.shown || !answer) continue;
        const bool noted = *answer == AnswerKind::Unfavourable || asksDay(row);
        replies.push_back({row.item.key, *answer, noted ? toStd(row.note->text().trimmed()) : std::string(),
                           asksDay(row) ? row.on->date() : std::nullopt});
    }
    return replies;
}

base::Problems ScreeningRows::problems() const {
    std::vector<domain::ScreeningItem> items;
    for (const auto& row : m_rows) {
        if (row.shown) items.push_back(row.item);
    }
    base::Problems problems;
    for (const auto& gap : domain::screeningGaps(items, replies(), m_earlier, m_clock.now().localDate())) {
        auto problem = domain::problemOf(gap);
        problem.field = formField(problem.field);
        // What is typed but is no day was said by the field itself.
        const Row* row = rowOf(problem.field);
        const bool unreadable = row != nullptr && row->on != nullptr && row->on->fault().has_value();
        if (!(unreadable && problem.field.ends_with("_on"))) problems.push_back(std::move(problem));
    }
    return problems;
}

std::string ScreeningRows::formField(const std::string& field) const {
    constexpr std::string_view kStem = "screening.";
    if (!field.starts_with(kStem)) return field;
    std::string key = field.substr(kStem.size());
    std::string_view ending;
    for (const auto& part : kParts) {
        if (!key.ends_with(part.service)) continue;
        ending = part.form;
        key.resize(key.size() - part.service.size());
        break;
    }
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        if (m_rows[at].shown && m_rows[at].item.key == key) return toStd(nameOf(at)) + std::string(ending);
    }
    return field;
}

const ScreeningRows::Row* ScreeningRows::rowOf(const std::string& field) const {
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        const std::string name = toStd(nameOf(at));
        if (field == name || field == name + "_note" || field == name + "_on") return &m_rows[at];
    }
    return nullptr;
}

QString ScreeningRows::dayMessage(const Row& row, base::Rule rule) {
    const QString question = toQt(row.item.text);
    if (rule == base::Rule::InFuture) return tr("“%1”: the day of the finding is in the future.").arg(question);
    if (rule == base::Rule::InPast) {
        return tr("“%1”: this finding no longer counts; it counts for %2.")
            .arg(question, countedText(row.item.validDays, Counted::Day));
    }
    return rule == base::Rule::Required ? tr("“%1” needs the day of the finding.").arg(question) : QString();
}

QString ScreeningRows::sentence(const base::Problem& problem) const {
    const std::string field = formField(problem.field);
    const Row* row = rowOf(field);
    if (row == nullptr) return {};
    if (field.ends_with("_on")) return dayMessage(*row, problem.rule);
    const QString question = toQt(row->item.text);
    if (problem.rule == base::Rule::NotAllowed) {
        return tr("“%1”: “%2” stops the order. Nothing can be ordered under this version.")
            .arg(question, toQt(row->item.unfavourable));
    }
    if (problem.rule != base::Rule::Required) return {};
    if (field.ends_with("_note")) return tr("“%1” needs the reason to go on in spite of it.").arg(question);
    if (problem.value == "expired")
        return tr("“%1” is asked again: the earlier answer no longer counts.").arg(question);
    return tr("“%1” needs an answer.").arg(question);
}

} // namespace chairside::ui
