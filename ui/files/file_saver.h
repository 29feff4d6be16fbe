// Saves what leaves the clinic as a file: first it is certain that the file can be written, then the trail has it, then
// it is written whole.
#pragma once

#include <QByteArray>
#include <QObject>
#include <functional>

#include "core/base/result.h"

namespace chairside::services {
struct Actor;
struct Services;
} // namespace chairside::services

namespace chairside::ui {

class Workbench;

class FileSaver : public QObject {
    Q_OBJECT

public:
    using Issue = std::function<base::Done(services::Services&, const services::Actor&)>;

    explicit FileSaver(Workbench& bench, QObject* parent = nullptr);

    // Answered by saved, notIssued or notWritten. issue runs on the worker and states in the trail what leaves.
    void save(const QString& path, const QByteArray& bytes, Issue issue);

Q_SIGNALS:
    void saved(const QString& path);
    void notIssued(const chairside::base::Error& error);
    void notWritten(const QString& path);

private:
    void write(const QString& path, const QByteArray& bytes);

    Workbench& m_bench;
};

} // namespace chairside::ui
