// The words of an import: columns, verdicts, and why something cannot be taken.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/services/ports/import_reader.h"

namespace chairside::ui {

struct ImportWords {
    Q_DECLARE_TR_FUNCTIONS(ImportWords)

public:
    [[nodiscard]] static QString column(services::PatientColumn column);
    // "New", "Known", "Differs", "Cannot be taken".
    [[nodiscard]] static QString verdict(services::ImportVerdict verdict);
    // "line 3" as people read it; other places stay as they are.
    [[nodiscard]] static QString place(const std::string& place);
    // What there is to say about one row: who it is, what differs, or what is wrong.
    [[nodiscard]] static QString detail(const services::ImportRow& row);
    [[nodiscard]] static QString detail(const services::HistoryRow& row);
    [[nodiscard]] static QString detail(const services::ObservationRow& row);
    [[nodiscard]] static QString leftOut(services::LeftOutReason reason);
    // "12 new, 3 known, 1 differs and stays as it is, 0 cannot be taken."
    template <class Preview>
    [[nodiscard]] static QString summary(const Preview& preview) {
        using services::ImportVerdict;
        return counts(preview.count(ImportVerdict::New), preview.count(ImportVerdict::Matched),
                      preview.count(ImportVerdict::Conflicting), preview.count(ImportVerdict::Refused));
    }
    // One sentence for a file that cannot be read, with the line it is about.
    [[nodiscard]] static QString fileProblem(const base::Problem& problem);

private:
    [[nodiscard]] static QString counts(int isNew, int known, int different, int refused);
};

} // namespace chairside::ui
