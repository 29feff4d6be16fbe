#include "core/store/repositories/patient_repository.h"

#include <algorithm>

#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"
#include "core/store/search_key.h"

namespace chairside::store {
namespace {

constexpr Sql
    kPatientGet("SELECT id, family_name, given_name, title, preferred_name, born_on, gender, clinic_number, phone,"
                " allergy_status, allergies, row_version FROM patient WHERE id = ?");
constexpr Sql kBornOn("SELECT id, family_name, given_name, title, preferred_name, born_on, gender, clinic_number,"
                      " phone, allergy_status, allergies, row_version FROM patient WHERE born_on = ?"
                      " ORDER BY family_name, given_name, id");
constexpr Sql kContacts("SELECT kind, content, note, phone FROM patient_history h WHERE patient_id = ?"
                        " AND kind IN ('phone', 'email', 'address', 'emergency_contact', 'escort')"
                        " AND act IN ('added', 'corrected')"
                        " AND NOT EXISTS (SELECT 1 FROM patient_history n WHERE n.replaces = h.id) ORDER BY id");
constexpr Sql kHasNumber("SELECT count(*) FROM patient_search WHERE number_reversed = ?");
constexpr Sql
    kPatientInsert("INSERT INTO patient (id, clinic_id, family_name, given_name, title, preferred_name, born_on,"
                   " gender, clinic_number, phone, allergy_status, allergies, row_version)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kInsertKeys("INSERT INTO patient_search (patient_id, family_key, given_key, family_1, family_2,"
                          " number_reversed, number_prefix, number_value, phone_reversed)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kUpdateSummary("UPDATE patient SET phone = ?, allergy_status = ?, allergies = ?,"
                             " row_version = row_version + 1 WHERE id = ? AND row_version = ?");
constexpr Sql kUpdatePhoneKey("UPDATE patient_search SET phone_reversed = ? WHERE patient_id = ?");
constexpr Sql kLastNumber("SELECT clinic_number FROM patient ORDER BY id DESC LIMIT 1");
constexpr Sql kHighest("SELECT number_value FROM patient_search WHERE number_prefix = ?"
                       " ORDER BY number_value DESC LIMIT 1");
constexpr Sql kPatientAll[] = {kPatientGet, kContacts,      kBornOn,         kHasNumber,  kPatientInsert,
                               kInsertKeys, kUpdateSummary, kUpdatePhoneKey, kLastNumber, kHighest};

constexpr std::size_t kMaxDigits = 15;
constexpr std::size_t kFirstWidth = 4;

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
            {}};
}

domain::PatientContact toContact(RowReader& row) {
    const auto kind = row.key<domain::HistoryKind>();
    auto text = row.text();
    auto note = row.text();
    auto phone = row.text();
    return {kind, std::move(text), std::move(note), std::move(phone)};
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

base::Result<domain::Patient> SqlPatientRepository::get(const domain::PatientId& id) {
    auto& connection = m_session.connection();
    auto patient = CHAIRSIDE_TRY(readOne<domain::Patient>(connection, "patient", kPatientGet, values(id), toPatient));
    patient.contacts =
        CHAIRSIDE_TRY(readAll<domain::PatientContact>(connection, "patient_history", kContacts, values(id), toContact));
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
                                values(patient.id, family, foldedKey(details.name.given), firstLetters(family, 1),
                                       firstLetters(family, 2), reversedKey(foldedKey(details.clinicNumber)),
                                       foldedKey(series.prefix), series.value, reversedKey(digitsOf(details.phone))));
}

base::Result<services::PatientHits> SqlPatientRepository::search(std::string_view text, base::CalendarDate today,
                                                                 int limit) {
    const auto found = CHAIRSIDE_TRY(m_search.find(text, today, limit));
    services::PatientHits hits{{}, found.total, found.totalIsExact};
    for (const auto& candidate : found.best) {
        const auto bound = values(std::string_view(candidate.keys.patient));
        auto patient =
            CHAIRSIDE_TRY(readOne<domain::Patient>(m_session.connection(), "patient", kPatientGet, bound, toPatient));
        hits.rows.push_back({std::move(patient), candidate.running, candidate.today, candidate.active, false});
    }
    markSimilarNames(found.best, hits.rows);
    return hits;
}

base::Result<std::vector<domain::Patient>> SqlPatientRepository::similarTo(const domain::PatientDetails& details) {
    auto sameDay = CHAIRSIDE_TRY(
        readAll<domain::Patient>(m_session.connection(), "patient", kBornOn, values(details.born), toPatient));
    const auto family = foldedKey(details.name.family);
    const auto given = foldedKey(details.name.given);
    std::erase_if(sameDay, [&](const domain::Patient& other) {
        return foldedKey(other.details.name.family) != family && foldedKey(other.details.name.given) != given;
    });
    return sameDay;
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
