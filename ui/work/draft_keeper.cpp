#include "ui/work/draft_keeper.h"

#include <QJsonDocument>
#include <QJsonObject>

#include "ui/work/workbench.h"

namespace chairside::ui {

namespace {

QByteArray written(const QVariantMap& content) {
    if (content.isEmpty()) return {};
    return QJsonDocument(QJsonObject::fromVariantMap(content)).toJson(QJsonDocument::Compact);
}

} // namespace

DraftKeeper::DraftKeeper(Workbench& bench, std::string kind, QObject* parent)
    : QObject(parent), m_bench(bench), m_kind(std::move(kind)) {}

void DraftKeeper::forgetOthers() {
    const auto& actor = m_bench.actor();
    std::optional<std::string> now;
    if (actor) now = actor->account.text();
    if (m_author == now) return;
    m_author = now;
    m_kept.clear();
}

FoundDraft DraftKeeper::read(const std::string& content) const {
    const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(content));
    return {.content = json.object().toVariantMap(), .typedAt = {}, .fromEarlier = false};
}

void DraftKeeper::find(const std::string& subject, std::function<void(const FoundDraft&)> then) {
    forgetOthers();
    m_bench.askAs(
        this,
        [about = services::DraftSubject{m_kind, subject}](services::Services& all, const services::Actor& actor) {
            return all.drafts.find(actor, about);
        },
        [this, subject, then = std::move(then)](const base::Result<std::optional<services::Draft>>& found) {
            if (!found || !*found) return then({});
            FoundDraft draft = read((*found)->content);
            draft.typedAt = (*found)->savedAt;
            draft.fromEarlier = !m_kept.contains(subject);
            m_kept[subject] = written(draft.content);
            then(draft);
        });
}

void DraftKeeper::keep(const std::string& subject, const QVariantMap& content) {
    forgetOthers();
    const QByteArray text = written(content);
    const auto kept = m_kept.find(subject);
    if (kept == m_kept.end() ? text.isEmpty() : kept->second == text) return;
    m_kept[subject] = text;
    m_bench.askAs(
        this,
        [about = services::DraftSubject{m_kind, subject}, content = text.toStdString()](
            services::Services& all, const services::Actor& actor) { return all.drafts.keep(actor, about, content); },
        [this, subject](const base::Done& done) {
            if (done) return;
            m_kept.erase(subject);
            Q_EMIT failed(done.error());
        });
}

void DraftKeeper::change(const std::string& subject, const std::function<void(QVariantMap&)>& edit) {
    find(subject, [this, subject, edit](const FoundDraft& found) {
        QVariantMap content = found.content;
        edit(content);
        keep(subject, content);
    });
}

} // namespace chairside::ui
