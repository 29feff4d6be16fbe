// How the courses of a period turned out: reads it and saves its numbers.
#pragma once

#include <QByteArray>
#include <QObject>
#include <optional>
#include <vector>

#include "core/services/outcome_service.h"

namespace chairside::ui {

class FileSaver;
class Workbench;

// Reading many courses takes the worker a while: it happens when somebody asks, not at every change.
class OutcomesPresenter : public QObject {
    Q_OBJECT

public:
    explicit OutcomesPresenter(Workbench& bench, QObject* parent = nullptr);

    // Answered by listed or refused; a later question makes an earlier one's answer void.
    void read(const services::OutcomeQuery& query);
    // The versions a course may follow; nothing for somebody who may not see protocols.
    void readVersions();
    // part: which numbers or drawing, a code for the trail. Answered by saved, notIssued or notWritten. Nothing before
    // the first answer.
    void save(const QString& path, const QString& part, const QByteArray& bytes);
    [[nodiscard]] bool maySave() const;
    [[nodiscard]] const std::optional<services::Outcomes>& outcomes() const { return m_outcomes; }

Q_SIGNALS:
    void listed(const chairside::services::Outcomes& outcomes);
    void refused(const chairside::base::Error& error);
    void versionsListed(const std::vector<chairside::domain::ProtocolVersion>& versions);
    void saved(const QString& path);
    void notIssued(const chairside::base::Error& error);
    void notWritten(const QString& path);

private:
    Workbench& m_bench;
    FileSaver* m_saver = nullptr;
    std::optional<services::Outcomes> m_outcomes;
    int m_asked = 0;
};

} // namespace chairside::ui
