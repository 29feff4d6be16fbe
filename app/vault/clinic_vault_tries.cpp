// clinic.tries: one line for each wrong try while nothing could be read, "tag moment". Names stand in it as in the
// slots.
#include <fstream>
#include <sstream>
#include <system_error>

#include "app/vault/clinic_vault.h"
#include "core/base/private_file.h"
#include "core/services/try.h"

namespace chairside::app {

namespace {

// More tell nothing new, and nobody fills the disk with them.
constexpr std::size_t kMostTries = 1000;
constexpr std::string_view kNobody = "-";

struct Line {
    std::string tag;
    base::Instant at;
};

std::vector<Line> readLines(const std::filesystem::path& file) {
    std::vector<Line> lines;
    std::ifstream in(file);
    std::string tag;
    std::string moment;
    while (in >> tag >> moment) {
        if (const auto at = base::Instant::fromIso(moment)) lines.push_back({tag, *at});
    }
    return lines;
}

} // namespace

base::Result<services::LockedTries> ClinicVault::triesOf(const std::string& userName) const {
    services::LockedTries found;
    if (!m_file) return found;
    const std::string tag = m_file->knows(userName) ? m_file->nameTag(userName) : std::string(kNobody);
    for (const auto& line : readLines(triesFile())) {
        if (line.tag != tag) continue;
        ++found.failed;
        found.lastFailedAt = line.at;
    }
    return found;
}

base::Done ClinicVault::addTry(const std::string& userName, base::Instant at) {
    if (!m_file) return {};
    auto lines = readLines(triesFile());
    if (lines.size() >= kMostTries) lines.erase(lines.begin());
    lines.push_back({m_file->knows(userName) ? m_file->nameTag(userName) : std::string(kNobody), at});
    std::string content;
    for (const auto& line : lines)
        content += line.tag + ' ' + line.at.iso() + '\n';
    return base::replaceDurably(triesFile(), content);
}

base::Result<std::vector<services::LockedTry>> ClinicVault::tries() const {
    std::vector<services::LockedTry> tries;
    if (!m_file) return tries;
    for (const auto& line : readLines(triesFile())) {
        const auto account = m_file->accountOfTag(line.tag);
        tries.push_back({account ? domain::AccountId::fromText(*account) : std::nullopt, line.at});
    }
    return tries;
}

base::Done ClinicVault::clearTries() {
    std::error_code error;
    std::filesystem::remove(triesFile(), error);
    if (error) return base::fail(base::codeOfErrno(error.value()), {}, "tries: errno " + std::to_string(error.value()));
    return {};
}

} // namespace chairside::app
