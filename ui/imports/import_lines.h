// What would become of each part of a file, in words.
#pragma once

#include <QString>
#include <vector>

#include "core/services/record_file.h"

namespace chairside::ui {

struct ImportLine {
    QString place;
    QString verdict;
    QString what; // a name, an entry or a value
    QString when; // born, from when till when, or measured
    QString number;
    QString detail;
    int rank = 0; // higher ones need a look first
};

// Those that need a look come first, then in the order of the file.
[[nodiscard]] std::vector<ImportLine> importLines(const services::ImportPreview& preview);
// Parts that are not taken over stand at the end.
[[nodiscard]] std::vector<ImportLine> importLines(const services::RecordPreview& preview,
                                                  const std::vector<domain::OutsideMeasure>& measures);

} // namespace chairside::ui
