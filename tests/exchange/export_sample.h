// One invented course with one infusion of every kind of entry, as the export service hands it over.
#pragma once

#include <string>

#include "core/services/export_service.h"

namespace chairside::test {

struct ExportSample {
    services::ExportHead head;
    services::ExportedRecord record;
    services::ExportedCourse course;
    services::ExportedInfusion infusion;
};

// 70 kg, 0.5 mg per kg over 90 minutes, paused once and stopped early after 30 mg; signed and with an addendum.
[[nodiscard]] ExportSample exportSample();

// Every record has an identity of its own: 00000000-0000-7000-8000-0000000000NN.
template <class Id>
[[nodiscard]] Id sampleId(unsigned number) {
    std::string digits = std::to_string(number);
    digits.insert(0, 12 - digits.size(), '0');
    return *Id::fromText("00000000-0000-7000-8000-" + digits);
}

// Everything a sink writes for the sample.
template <class Sink, class... Rest>
[[nodiscard]] std::string exported(const ExportSample& sample, Rest... rest) {
    std::string text;
    Sink sink(
        [&text](std::string_view piece) -> base::Done {
            text += piece;
            return {};
        },
        rest...);
    const bool whole = sink.begin(sample.head) && sink.patient(sample.course.patient) && sink.record(sample.record) &&
                       sink.course(sample.course) && sink.infusion(sample.course, sample.infusion) && sink.end();
    return whole ? text : std::string{};
}

} // namespace chairside::test
