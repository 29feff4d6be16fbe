#include "core/store/repositories/patient_repository.h"

#include <algorithm>

#include "core/store/repositories/patient_rows.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"
#include "core/store/search_key.h"

namespace chairside::store {
namespace {

constexpr Sql
    kPatientGet("SELECT id, family_name, given_name, title, preferred_name, born_on, gender, clinic_number, phone,"
                " allergy_status, allergies, row_version, state, state_on, merged_into FROM patient"
                " WHERE id = (SELECT COALESCE(merged_into, id) FROM patient WHERE id = ?)");
// One page to read instead of two. The row is the one `patient_search` was written with.
constexpr Sql kAtRow("SELECT id, family_name, given_name, title, preferred_name, born_on, gender, clinic_number, phone,"
                     " allergy_status, allergies, row_version, state, state_on, merged_into FROM patient"
                     " WHERE rowid = ?");
constexpr Sql kIdAtRow("SELECT patient_id FROM patient_search WHERE patient_row = ?");
constexpr Sql kBornOn("SELECT id, family_name, given_name, title, preferred_name, born_on, gender, clinic_number,"
                      " phone, allergy_status, allergies, row_version, state, state_on, merged_into FROM patient"
                      " WHERE born_on = ? AND merged_into IS NULL"
                      " ORDER BY family_name, given_name, id");
constexpr Sql kContacts("SELECT kind, content, note, phone FROM patient_history h WHERE (patient_id = ?"
                        " OR patient_id IN (SELECT p.id FROM patient p WHERE p.merged_into = ?))"
                        " AND kind IN ('phone', 'email', 'address', 'emergency_contact', 'escort')"
                        " AND act IN ('added', 'corrected')"
                        " AND NOT EXISTS (SELECT 1 FROM patient_history n WHERE n.replaces = h.id) ORDER BY id");
constexpr Sql kSameFamily("SELECT patient_row, family_key, given_key FROM patient_search WHERE family_key = ?"
                          " ORDER BY given_key, patient_row LIMIT 1000");
constexpr Sql kHasNumber("SELECT count(*) FROM patient_search WHERE number_reversed = ?");
constexpr Sql
    kPatientInsert("INSERT INTO patient (id, clinic_id, family_name, given_name, title, preferred_name, born_on,"
                   " gender, clinic_number, phone, allergy_status, allergies, row_version)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql
    kInsertKeys("INSERT INTO patient_search (patient_row, patient_id, family_key, given_key, family_1, family_2,"
                " number_reversed, number_prefix, number_value, phone_reversed, birthday)"
                " VALUES ((SELECT rowid FROM patient WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kOwner("SELECT p.id, p.family_name, p.given_name, p.title, p.preferred_name, p.born_on, p.gender,"
                     " p.clinic_number, p.phone, p.allergy_status, p.allergies, p.row_version, p.state, p.state_on,"
                     " p.merged_into FROM patient p WHERE p.id = (SELECT COALESCE(q.merged_into, q.id)"
                     " FROM patient_search s JOIN patient q ON q.id = s.patient_id WHERE s.number_reversed = ?)");
constexpr Sql kUpdateSummary("UPDATE patient SET phone = ?, allergy_status = ?, allergies = ?,"
                             " row_version = row_version + 1 WHERE id = ? AND row_version = ?");
constexpr Sql kUpdatePhoneKey("UPDATE patient_search SET phone_reversed = ? WHERE patient_id = ?");
constexpr Sql kLastNumber("SELECT clinic_number FROM patient ORDER BY id DESC LIMIT 1");
constexpr Sql kHighest("SELECT number_value FROM patient_search WHERE number_prefix = ?"
                       " ORDER BY number_value DESC LIMIT 1");
constexpr Sql kPatientAll[] = {kPatientGet,     kAtRow,      kIdAtRow,       kContacts,   kSameFamily,
                               kBornOn,         kHasNumber,  kPatientInsert, kInsertKeys, kUpdateSummary,
                               kUpdatePhoneKey, kLastNumber, kHighest,       kOwner};

constexpr std::size_t kMaxDigits = 15;
constexpr std::size_t kMostSimilar = 10;
constexpr std::size_t kLeastLetters = 3;
constexpr std::size_t kFirstWidth = 4;

domain::PatientContact toContact(RowReader& row) {
    const auto kind = row.key<domain::HistoryKind>();
    auto text = row.text();
    auto note = row.text();
    auto phone = row.text();
    return {kind, std::move(text), std::move(note), std::move(phone)};
}

// Short names differ by two letters without being alike.
bool isClose(const std::string& typed, const std::string& stored) {
    if (typed.empty()) return false;
    return typed == stored || (letterCount(typed) >= kLeastLetters && withinTwoEdits(typed, stored));
}

// "KC 0412" is number 412 of the series "KC ", written with four digits.
struct SeriesNumber {
    std::string prefix;
    std::int64_t value = 0;
    std::size_t width = 0;
};

SeriesNumber seriesNumber(const std::string& text) {
    std::size_t start = text.size();
    while (start > 0 && text.size() - start < kMaxDigits && text[start - 1] >= '0' && text[start - 1] <= '9')
        --start;
    SeriesNumber number{text.substr(0, start), 0, text.size() - start};
    for (std::size_t i = start; i < text.size(); ++i)
        number.value = number.value * 10 + (text[i] - '0');
    return number;
}

std::string padded(std::int64_t value, std::size_t width) {
    std::string digits = std::to_string(value);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return digits;
}

std::string digitsOf(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

} // namespace

domain::Patient toPatient(RowReader& row) {
    const auto id = row.id<domain::PatientId>();
    auto family = row.text();
    auto given = row.text();
    auto title = row.text();
    auto preferred = row.text();
    const auto born = row.date();
    const auto gender = row.key<domain::Gender>();
    auto number = row.text();
    auto phone = row.text();
    const auto status = row.key<domain::AllergyStatus>();
    auto allergies = row.text();
    return {id,
            {{std::move(family), std::move(given), std::move(title), std::move(preferred)},
             born,
             gender,
             std::move(number),
             std::move(phone),
             status,
             std::move(allergies)},
            row.whole(),
            {},
            {},
            row.optionalKey<domain::PatientState>().value_or(domain::PatientState::Active),
            row.optionalDate(),
            row.optionalId<domain::PatientId>()};
}

base::Result<domain::Patient> SqlPatientRepository::get(const domain::PatientId& id) {
    auto& connection = m_session.connection();
    auto patient = CHAIRSIDE_TRY(readOne<domain::Patient>(connection, "patient", kPatientGet, values(id), toPatient));
    patient.contacts = CHAIRSIDE_TRY(readAll<domain::PatientContact>(connection, "patient_history", kContacts,
                                                                     values(patient.id, patient.id), toContact));
    std::ranges::stable_sort(patient.contacts, {}, &domain::PatientContact::kind);
    return patient;
}

base::Done SqlPatientRepository::add(const domain::Patient& patient) {
    const auto& details = patient.details;
    const auto number = reversedKey(foldedKey(details.clinicNumber));
    const auto taken = CHAIRSIDE_TRY(readNumber(m_session.connection(), kHasNumber, values(number)));
    if (taken > 0) return base::fail(base::Code::AlreadyExists, "clinic_number");
    const auto clinic = CHAIRSIDE_TRY(m_session.clinicId());
    CHAIRSIDE_TRY(
        m_session.insert(Table::Patient, patient.id.text(), kPatientInsert,
                         values(patient.id, clinic, details.name.family, details.name.given, details.name.title,
                                details.name.preferred, details.born, details.gender, details.clinicNumber,
                                details.phone, details.allergyStatus, details.allergies, patient.rowVersion)));
    return addSearchKeys(patient);
}

base::Done SqlPatientRepository::updateSummary(const domain::Patient& patient) {
    const auto& details = patient.details;
    const bool changed = CHAIRSIDE_TRY(m_session.update(
        Table::Patient, patient.id.text(), kUpdateSummary,
        values(details.phone, details.allergyStatus, details.allergies, patient.id, patient.rowVersion)));
    if (changed) return m_session.insertPart(kUpdatePhoneKey, values(reversedKey(digitsOf(details.phone)), patient.id));
    CHAIRSIDE_TRY(get(patient.id));
    return base::fail(base::Code::Conflict, "patient");
}

base::Done SqlPatientRepository::addSearchKeys(const domain::Patient& patient) {
    const auto& details = patient.details;
    const auto family = foldedKey(details.name.family);
    const auto series = seriesNumber(details.clinicNumber);
    return m_session.insertPart(kInsertKeys,
                                values(patient.id, patient.id, family, foldedKey(details.name.given),
                                       firstLetters(family, 1), firstLetters(family, 2),
                                       reversedKey(foldedKey(details.clinicNumber)), foldedKey(series.prefix),
                                       series.value, reversedKey(digitsOf(details.phone)), birthdayKey(details.born)));
}

// Who bears the name an index gave for the row, or whom she was merged into. The row is taken at its word only if the
// names agree; otherwise the identity decides.
base::Result<domain::Patient> SqlPatientRepository::named(const SearchName& name) {
    auto& connection = m_session.connection();
    auto there = CHAIRSIDE_TRY(readAll<domain::Patient>(connection, "patient", kAtRow, values(name.row), toPatient));
    const auto agrees = [&name](const domain::Patient& patient) {
        return foldedKey(patient.details.name.family) == name.family &&
               foldedKey(patient.details.name.given) == name.given;
    };
    if (!there.empty() && !there.front().mergedInto && agrees(there.front())) return std::move(there.front());
    const auto id = CHAIRSIDE_TRY(readOne<std::string>(connection, "patient_search", kIdAtRow, values(name.row),
                                                       [](RowReader& row) { return row.text(); }));
    return readOne<domain::Patient>(connection, "patient", kPatientGet, values(id), toPatient);
}

base::Result<services::PatientHits> SqlPatientRepository::search(std::string_view text, base::CalendarDate today,
                                                                 int limit) {
    const auto found = CHAIRSIDE_TRY(m_search.find(text, today, limit));
    services::PatientHits hits{{}, found.total, found.totalIsExact};
    std::vector<SearchCandidate> shown;
    for (const auto& candidate : found.best) {
        auto patient = CHAIRSIDE_TRY(named({candidate.keys.row, candidate.keys.family, candidate.keys.given}));
        // A duplicate stands for its survivor, who may be in the list already.
        const auto known =
            std::ranges::find(hits.rows, patient.id, [](const services::PatientHit& hit) { return hit.patient.id; });
        if (known != hits.rows.end()) {
            known->infusionRunning |= candidate.running;
            known->infusionToday |= candidate.today;
            known->activeCourse |= candidate.active;
            --hits.total;
            continue;
        }
        hits.rows.push_back({std::move(patient), candidate.running, candidate.today, candidate.active, candidate.chair,
                             candidate.lastInfusion, false});
        shown.push_back(candidate);
    }
    markSimilarNames(shown, hits.rows);
    return hits;
}

base::Result<std::vector<services::SimilarPatient>>
SqlPatientRepository::similarTo(const domain::PersonName& name, std::optional<base::CalendarDate> born) {
    auto& connection = m_session.connection();
    const auto family = foldedKey(name.family);
    const auto given = foldedKey(name.given);
    std::vector<services::SimilarPatient> similar;
    const auto add = [&](domain::Patient patient, bool sameBirthDate) {
        const auto known = std::ranges::find(similar, patient.id, [](const auto& one) { return one.patient.id; });
        if (known == similar.end() && similar.size() < kMostSimilar)
            similar.push_back({std::move(patient), sameBirthDate});
    };
    if (born) {
        for (auto& other :
             CHAIRSIDE_TRY(readAll<domain::Patient>(connection, "patient", kBornOn, values(*born), toPatient))) {
            const auto& theirs = other.details.name;
            const auto theirFamily = foldedKey(theirs.family);
            const auto theirGiven = foldedKey(theirs.given);
            const bool close =
                isClose(family, theirFamily) || isClose(given, theirGiven) || isClose(family, theirGiven);
            if (close) add(std::move(other), true);
        }
    }
    if (family.empty() || given.empty()) return similar;
    // Both ways round: the names may have been typed into each other's field.
    for (const auto& [first, second] : {std::pair(family, given), std::pair(given, family)}) {
        for (const auto& alike : CHAIRSIDE_TRY(
                 readAll<SearchName>(connection, "patient_search", kSameFamily, values(first), toSearchName))) {
            if (!isClose(second, alike.given)) continue;
            auto patient = CHAIRSIDE_TRY(named(alike));
            const bool sameBirthDate = born && patient.details.born == *born;
            add(std::move(patient), sameBirthDate);
        }
    }
    return similar;
}

base::Result<std::optional<domain::Patient>> SqlPatientRepository::byClinicNumber(std::string_view number) {
    const auto key = reversedKey(foldedKey(number));
    auto owners =
        CHAIRSIDE_TRY(readAll<domain::Patient>(m_session.connection(), "patient", kOwner, values(key), toPatient));
    return owners.empty() ? std::nullopt : std::optional(std::move(owners.front()));
}

base::Result<std::string> SqlPatientRepository::nextClinicNumber() {
    const auto last = CHAIRSIDE_TRY(readAll<std::string>(m_session.connection(), "patient", kLastNumber, {},
                                                         [](RowReader& row) { return row.text(); }));
    if (last.empty()) return padded(1, kFirstWidth);
    const auto series = seriesNumber(last.front());
    const auto highest = CHAIRSIDE_TRY(readNumber(m_session.connection(), kHighest, values(foldedKey(series.prefix))));
    return series.prefix + padded(highest + 1, series.width);
}

std::span<const Sql> patientStatements() {
    return kPatientAll;
}

} // namespace chairside::store
