// Keeps what somebody types into a page safe until it is saved: over another page, a lock and the end of the program.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QVariantMap>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "core/base/instant.h"
#include "core/base/result.h"

namespace chairside::ui {

class Workbench;

struct FoundDraft {
    QVariantMap content; // empty: none
    std::optional<base::Instant> typedAt;
    bool fromEarlier = false; // not typed since this program and this person began
};

// One for each kind of page; the subject is what is being filled in, and a draft belongs to the person signed in. All
// calls on the GUI thread; what is asked for first is done first. Values are texts, numbers, flags and maps of them.
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    // kind: "infusion", "order"; stays the same for ever, it is stored.
    DraftKeeper(Workbench& bench, std::string kind, QObject* parent);

    // then is called once, also when nothing is found or nothing can be read.
    void find(const std::string& subject, std::function<void(const FoundDraft&)> then);
    // Writes content if it is not what was kept last; empty content ends the draft.
    void keep(const std::string& subject, const QVariantMap& content);
    // Changes a draft that is not on the screen.
    void change(const std::string& subject, const std::function<void(QVariantMap&)>& edit);

Q_SIGNALS:
    // What was typed is only on the screen; it is tried again with the next change.
    void failed(const chairside::base::Error& error);

private:
    void forgetOthers();
    [[nodiscard]] FoundDraft read(const std::string& content) const;

    Workbench& m_bench;
    std::string m_kind;
    std::optional<std::string> m_author; // whose m_kept is
    std::map<std::string, QByteArray> m_kept;
};

} // namespace chairside::ui
