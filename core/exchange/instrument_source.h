// The instruments a clinic works with: those that ship with the program, and its own files.
#pragma once

#include <optional>
#include <string>

#include "core/services/ports/instrument_source.h"

namespace chairside::exchange {

// Read once. Internal if one that was compiled in cannot be read; detail names it. Used on one thread.
class ShippedInstruments final : public services::InstrumentSource {
public:
    [[nodiscard]] base::Result<std::vector<domain::Instrument>> instruments() const override;

private:
    mutable std::optional<base::Result<std::vector<domain::Instrument>>> m_read;
};

struct InstrumentText {
    std::string name; // of the file
    std::string json;
};
struct RefusedInstrument {
    std::string name;
    base::Error error; // as parseInstrument() and ownInstruments() have it
};

// A file that is refused leaves the others as they are.
class ClinicInstruments final : public services::InstrumentSource {
public:
    // Takes of the clinic's own files those that are valid, in their order.
    explicit ClinicInstruments(std::vector<InstrumentText> own);
    [[nodiscard]] base::Result<std::vector<domain::Instrument>> instruments() const override;
    [[nodiscard]] const std::vector<RefusedInstrument>& refused() const { return m_refused; }

private:
    ShippedInstruments m_shipped; // read when somebody first asks, not when the program starts
    std::vector<domain::Instrument> m_own;
    std::vector<RefusedInstrument> m_refused;
};

} // namespace chairside::exchange
