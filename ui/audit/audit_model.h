// Lines of the audit trail, newest first.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/services/audit_service.h"

namespace chairside::ui {

class AuditModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Person, What, Patient, Detail, Computer, ColumnCount };

    explicit AuditModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setLines(std::vector<services::AuditLine> lines);
    void append(const std::vector<services::AuditLine>& lines);
    // Nothing outside the table.
    [[nodiscard]] const services::AuditLine* lineAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<services::AuditLine> m_lines;
};

} // namespace chairside::ui
