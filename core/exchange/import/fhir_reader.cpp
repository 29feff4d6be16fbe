#include "core/exchange/import/fhir_reader.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/exchange/import/fhir_entries.h"
#include "core/services/try.h"

namespace chairside::exchange {
namespace {

using fhir_in::NotTaken;
using services::LeftOutReason;
using services::RecordFile;

constexpr std::size_t kMostRefused = 20; // problems that are told of one file
const JsonValue kNowhere{};

std::string placeOf(std::size_t entry) {
    return "entry " + std::to_string(entry + 1);
}

bool isRead(std::string_view type) {
    constexpr std::string_view kRead[] = {"Condition", "AllergyIntolerance", "MedicationStatement", "MedicationRequest",
                                          "Observation"};
    return std::ranges::find(kRead, type) != std::end(kRead);
}

// The entries of one bundle by the names that references use.
class Bundle {
public:
    Bundle(const JsonValue& root, base::Problems& problems) : m_entries(root.at("entry").items()) {
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            const auto& resource = m_entries[i].at("resource");
            const std::string& type = resource.at("resourceType").text();
            if (type.empty()) {
                refuse(problems, "resource", i);
                continue;
            }
            const std::string& url = m_entries[i].at("fullUrl").text();
            const std::string& id = resource.at("id").text();
            if (!url.empty() && !m_byName.emplace(url, i).second) refuse(problems, "full_url", i);
            if (!id.empty() && !m_byName.emplace(type + '/' + id, i).second) refuse(problems, "full_url", i);
        }
    }

    static void refuse(base::Problems& problems, const char* why, std::size_t entry) {
        if (problems.size() < kMostRefused)
            problems.push_back({"bundle", base::Rule::NotAllowed, placeOf(entry), {}, why});
    }

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] const JsonValue& resource(std::size_t entry) const { return m_entries[entry].at("resource"); }
    [[nodiscard]] std::string nameOf(std::size_t entry) const {
        const std::string& url = m_entries[entry].at("fullUrl").text();
        if (!url.empty()) return url;
        return resource(entry).at("resourceType").text() + '/' + resource(entry).at("id").text();
    }
    [[nodiscard]] std::optional<std::size_t> find(const JsonValue& reference) const {
        const auto found = m_byName.find(reference.at("reference").text());
        return found == m_byName.end() ? std::nullopt : std::optional(found->second);
    }

private:
    const std::vector<JsonValue>& m_entries;
    std::map<std::string, std::size_t, std::less<>> m_byName;
};

class Reader {
public:
    Reader(const Bundle& bundle, const std::vector<domain::OutsideMeasure>& measures)
        : m_bundle(bundle), m_measures(measures) {}

    base::Result<RecordFile> read(base::Problems problems) {
        for (std::size_t i = 0; i < m_bundle.size(); ++i)
            readPatient(i);
        for (std::size_t i = 0; i < m_bundle.size(); ++i)
            readEntry(i, problems);
        if (problems.empty() && m_file.records.empty())
            problems.push_back({"bundle", base::Rule::NotAllowed, {}, {}, "no_patient"});
        if (!problems.empty()) return base::invalid(std::move(problems));
        for (auto& [key, count] : m_leftOut)
            m_file.leftOut.push_back({key.first, key.second, count});
        return std::move(m_file);
    }

private:
    void readPatient(std::size_t entry) {
        const auto& resource = m_bundle.resource(entry);
        if (resource.at("resourceType").text() != "Patient") return;
        m_recordOf[entry] = m_file.records.size();
        m_file.records.push_back({m_bundle.nameOf(entry), fhir_in::patientFrom(resource, placeOf(entry)), {}, {}});
    }

    void readEntry(std::size_t entry, base::Problems& problems) {
        const auto& resource = m_bundle.resource(entry);
        const std::string& type = resource.at("resourceType").text();
        if (type == "Patient" || type.empty()) return;
        if (!isRead(type)) return leaveOut({LeftOutReason::Kind}, type);
        const auto& subject = resource.at(type == "AllergyIntolerance" ? "patient" : "subject");
        const auto person = m_bundle.find(subject);
        const auto record = person ? m_recordOf.find(*person) : m_recordOf.end();
        if (record == m_recordOf.end()) return Bundle::refuse(problems, "subject", entry);
        readInto(m_file.records[record->second], resource, entry);
    }

    void readInto(services::RecordCandidate& record, const JsonValue& resource, std::size_t entry) {
        const std::string& type = resource.at("resourceType").text();
        const std::string place = placeOf(entry);
        if (type == "Observation") {
            const auto all = fhir_in::observationsFrom(resource, place, m_bundle.nameOf(entry), m_measures);
            for (const auto& one : all)
                keep(record.observations, one, type);
            return;
        }
        const auto resolve = [this, &resource](const JsonValue& reference) -> const JsonValue& {
            return resolved(reference, resource);
        };
        keep(record.history,
             type == "Condition"            ? fhir_in::conditionFrom(resource, place)
             : type == "AllergyIntolerance" ? fhir_in::allergyFrom(resource, place)
                                            : fhir_in::medicineFrom(resource, place, resolve),
             type);
    }

    const JsonValue& resolved(const JsonValue& reference, const JsonValue& holder) const {
        const std::string& name = reference.at("reference").text();
        for (const auto& inner : holder.at("contained").items()) {
            if (name.starts_with('#') && inner.at("id").text() == std::string_view(name).substr(1)) return inner;
        }
        const auto entry = m_bundle.find(reference);
        return entry ? m_bundle.resource(*entry) : kNowhere;
    }

    template <class Candidate>
    void keep(std::vector<Candidate>& kept, const fhir_in::Taken<Candidate>& taken, const std::string& type) {
        if (const auto* not_taken = std::get_if<NotTaken>(&taken)) return leaveOut(*not_taken, type);
        kept.push_back(std::get<Candidate>(taken));
    }

    void leaveOut(const NotTaken& not_taken, const std::string& type) {
        ++m_leftOut[{not_taken.what.empty() ? type : not_taken.what, not_taken.reason}];
    }

    const Bundle& m_bundle;
    const std::vector<domain::OutsideMeasure>& m_measures;
    RecordFile m_file;
    std::map<std::size_t, std::size_t> m_recordOf; // of a patient's entry
    std::map<std::pair<std::string, LeftOutReason>, int> m_leftOut;
};

// An address or a name of a system as it can be shown: short, and without characters that could hide something.
std::string plainName(const std::string& text) {
    constexpr std::size_t kMost = 120;
    const bool plain = std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
    return plain && text.size() <= kMost ? text : std::string();
}

// Bundles that carry whole resources.
bool holdsRecords(const JsonValue& root) {
    constexpr std::string_view kTypes[] = {"collection", "transaction", "batch", "document", "searchset", "message"};
    return root.at("resourceType").text() == "Bundle" &&
           std::ranges::find(kTypes, root.at("type").text()) != std::end(kTypes) && root.at("entry").isArray();
}

} // namespace

base::Result<RecordFile> readBundle(std::string_view text, const std::vector<domain::OutsideMeasure>& measures,
                                    const JsonLimits& limits) {
    const auto root = CHAIRSIDE_TRY(readJson(text, limits));
    if (!holdsRecords(root)) return base::invalid({{"bundle", base::Rule::NotAllowed, {}, {}, "not_a_bundle"}});
    base::Problems problems;
    const Bundle bundle(root, problems);
    auto file = CHAIRSIDE_TRY(Reader(bundle, measures).read(std::move(problems)));
    file.madeAt = base::Instant::fromIso(root.at("timestamp").text());
    file.madeBy = plainName(root.at("meta").at("source").text());
    return file;
}

} // namespace chairside::exchange
