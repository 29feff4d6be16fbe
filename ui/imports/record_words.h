// Why a FHIR file, or a part of one, cannot be taken.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/base/result.h"

namespace chairside::ui {

struct RecordProblems {
    Q_DECLARE_TR_FUNCTIONS(RecordProblems)

public:
    // Of the file as a whole.
    [[nodiscard]] static QString ofFile(const base::Problem& problem);
    // Of one entry or value.
    [[nodiscard]] static QString ofPart(const base::Problem& problem);
};

} // namespace chairside::ui
