#include "core/exchange/instrument_source.h"

#include <utility>

#include "core/exchange/instrument_file.h"

namespace chairside::exchange {

base::Result<std::vector<domain::Instrument>> ShippedInstruments::instruments() const {
    if (!m_read) m_read = shippedInstruments();
    return *m_read;
}

ClinicInstruments::ClinicInstruments(std::vector<InstrumentText> own) {
    std::vector<std::string> taken;
    for (auto& file : own) {
        taken.push_back(std::move(file.json));
        auto read = ownInstruments(taken);
        if (read) {
            m_own.push_back(std::move(read->back()));
        } else {
            taken.pop_back();
            m_refused.push_back({std::move(file.name), std::move(read).error()});
        }
    }
}

base::Result<std::vector<domain::Instrument>> ClinicInstruments::instruments() const {
    auto all = m_shipped.instruments();
    if (all) all->insert(all->end(), m_own.begin(), m_own.end());
    return all;
}

} // namespace chairside::exchange
