// The lists beside the form: the instruments with their last score, and what was filled in before.
#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <vector>

#include "core/services/assessment_service.h"

namespace chairside::ui {

// Rows of texts under fixed headings.
class TextRowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit TextRowsModel(QStringList headings, QObject* parent = nullptr);

    void setRows(std::vector<QStringList> rows);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    QStringList m_headings;
    std::vector<QStringList> m_rows;
};

// One row an instrument: its name, and the last score with its day.
[[nodiscard]] std::vector<QStringList> instrumentRows(const services::PatientAssessments& assessments);
// One row a response, newest first: day, instrument, score and how it came in, who entered it.
[[nodiscard]] std::vector<QStringList> responseRows(const services::PatientAssessments& assessments);

} // namespace chairside::ui
