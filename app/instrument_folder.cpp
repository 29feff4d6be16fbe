#include "app/instrument_folder.h"

#include "core/store/backup/instrument_pack.h"

namespace chairside::app {

std::vector<exchange::InstrumentText> instrumentFilesBeside(const std::filesystem::path& data) {
    std::vector<exchange::InstrumentText> texts;
    for (auto& file : store::ownInstruments(data))
        texts.push_back({std::move(file.name), std::move(file.content)});
    return texts;
}

} // namespace chairside::app
