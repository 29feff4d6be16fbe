// What somebody has typed into a part of a page, kept while they are somewhere else.
#pragma once

#include <QVariantMap>

class QWidget;

namespace chairside::ui {

using EntryDraft = QVariantMap;

// Entries below root by object name. Passwords, read-only and empty entries are left out.
[[nodiscard]] EntryDraft draftOf(const QWidget& root);
// Puts a draft back; entries it does not name become empty.
void restoreDraft(QWidget& root, const EntryDraft& draft);
void clearEntries(QWidget& root);

} // namespace chairside::ui
