#include "core/exchange/instrument_source.h"

#include "core/exchange/instrument_file.h"

namespace chairside::exchange {

base::Result<std::vector<domain::Instrument>> ShippedInstruments::instruments() const {
    if (!m_read) m_read = shippedInstruments();
    return *m_read;
}

} // namespace chairside::exchange
