#include "core/store/repositories/protocol_repository.h"

#include <algorithm>

#include "core/domain/protocol/protocol_changes.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

// A version with what became of it: its days, its second signature and its end stand in rows of their own.
#define CHAIRSIDE_PROTOCOL_ROWS                                                                                        \
    "SELECT v.id, v.protocol_id, v.name, v.version, v.state, v.drug, v.summary, v.signed_by, v.signed_at,"             \
    " v.signed_offset, f.in_force_on, f.second_needed, s.account_id, s.signed_at, s.signed_offset, r.reason,"          \
    " r.retired_at, r.retired_offset FROM protocol_version v"                                                          \
    " LEFT JOIN protocol_in_force f ON f.protocol_version_id = v.id"                                                   \
    " LEFT JOIN signature s ON s.subject_id = v.id AND s.subject_kind = 'protocol_version'"                            \
    " AND s.meaning = 'protocol_second'"                                                                               \
    " LEFT JOIN protocol_retirement r ON r.protocol_version_id = v.id"
constexpr Sql kProtocolList(CHAIRSIDE_PROTOCOL_ROWS " ORDER BY v.name, v.protocol_id, v.version DESC");
constexpr Sql kProtocolGet(CHAIRSIDE_PROTOCOL_ROWS " WHERE v.id = ?");
#undef CHAIRSIDE_PROTOCOL_ROWS
constexpr Sql kLimits("SELECT name, value, why FROM protocol_limit WHERE protocol_version_id = ?");
constexpr Sql kRemarks("SELECT remark FROM protocol_remark WHERE protocol_version_id = ? ORDER BY position");
constexpr Sql kItems("SELECT item, checklist, question, favourable, unfavourable, effect, applies_always, why"
                     " FROM protocol_item WHERE protocol_version_id = ? ORDER BY position");
constexpr Sql kInstructions("SELECT instruction FROM protocol_emergency WHERE protocol_version_id = ?"
                            " ORDER BY position");
constexpr Sql kInsertInstruction("INSERT INTO protocol_emergency (protocol_version_id, position, instruction)"
                                 " VALUES (?, ?, ?)");
constexpr Sql kScreening("SELECT item, question, favourable, unfavourable, effect, applies_always, valid_days, why,"
                         " dated FROM protocol_screening WHERE protocol_version_id = ? ORDER BY position");
constexpr Sql kInsertScreening("INSERT INTO protocol_screening (protocol_version_id, position, item, question,"
                               " favourable, unfavourable, effect, applies_always, valid_days, why, dated)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kInForce("INSERT INTO protocol_in_force (protocol_version_id, in_force_on, second_needed)"
                       " VALUES (?, ?, ?)");
constexpr Sql kRetire("INSERT INTO protocol_retirement (protocol_version_id, reason, retired_by, retired_at,"
                      " retired_offset) VALUES (?, ?, ?, ?, ?)");
constexpr Sql kChangeLimit("UPDATE protocol_limit SET value = ?, why = ? WHERE protocol_version_id = ? AND name = ?");
constexpr Sql kTouchDraft("UPDATE protocol_version SET summary = ? WHERE id = ? AND state = 'draft'");
constexpr Sql kHasProtocol("SELECT count(*) FROM protocol WHERE id = ?");
constexpr Sql kInsertProtocol("INSERT INTO protocol (id, clinic_id) VALUES (?, ?)");
constexpr Sql kProtocolInsert("INSERT INTO protocol_version (id, protocol_id, name, version, state, drug, summary)"
                              " VALUES (?, ?, ?, ?, 'draft', ?, ?)");
constexpr Sql kInsertLimit("INSERT INTO protocol_limit (protocol_version_id, name, value, why) VALUES (?, ?, ?, ?)");
constexpr Sql kInsertRemark("INSERT INTO protocol_remark (protocol_version_id, position, remark) VALUES (?, ?, ?)");
constexpr Sql kInsertItem("INSERT INTO protocol_item (protocol_version_id, position, checklist, item, question,"
                          " favourable, unfavourable, effect, applies_always, why)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kLeaveDraft("UPDATE protocol_version SET state = ?, signed_by = ?, signed_at = ?, signed_offset = ?"
                          " WHERE id = ? AND state = 'draft'");
constexpr Sql kProtocolAll[] = {kProtocolList,    kProtocolGet,    kLimits,         kRemarks,           kItems,
                                kHasProtocol,     kInsertProtocol, kProtocolInsert, kInsertLimit,       kInsertRemark,
                                kInsertItem,      kLeaveDraft,     kInstructions,   kInsertInstruction, kScreening,
                                kInsertScreening, kInForce,        kRetire,         kChangeLimit,       kTouchDraft};

struct Limit {
    std::string name;
    std::int64_t value = 0;
    std::string why;
};

// Without numbers and remarks, which are rows of their own.
domain::ProtocolVersion toVersion(RowReader& row) {
    const auto id = row.id<domain::ProtocolVersionId>();
    const auto protocol = row.id<domain::ProtocolId>();
    auto name = row.text();
    const int version = row.whole();
    const auto state = row.key<domain::ProtocolState>();
    auto drug = row.text();
    auto summary = row.text();
    domain::ProtocolVersion read{id, protocol, std::move(name), version, state, std::move(drug), std::move(summary)};
    read.signedBy = row.optionalId<domain::AccountId>();
    read.signedAt = row.optionalInstant();
    read.inForceFrom = row.optionalDate();
    read.secondNeeded = row.optionalWhole().value_or(0) != 0;
    read.secondBy = row.optionalId<domain::AccountId>();
    read.secondAt = row.optionalInstant();
    if (auto reason = row.optionalText()) {
        read.state = domain::ProtocolState::Retired;
        read.retiredReason = *std::move(reason);
    }
    read.retiredAt = row.optionalInstant();
    return read;
}

Limit toLimit(RowReader& row) {
    auto name = row.text();
    const auto value = row.wide();
    return {std::move(name), value, row.text()};
}

domain::ChecklistItem toItem(RowReader& row) {
    domain::ChecklistItem item;
    item.key = row.text();
    item.list = row.key<domain::ChecklistKind>();
    item.text = row.text();
    item.favourable = row.text();
    item.unfavourable = row.text();
    item.effect = row.key<domain::AnswerEffect>();
    item.always = row.flag();
    item.why = row.text();
    return item;
}

domain::ScreeningItem toScreeningItem(RowReader& row) {
    domain::ScreeningItem item;
    item.key = row.text();
    item.text = row.text();
    item.favourable = row.text();
    item.unfavourable = row.text();
    item.effect = row.key<domain::AnswerEffect>();
    item.always = row.flag();
    item.validDays = row.whole();
    item.why = row.text();
    item.dated = row.flag();
    return item;
}

std::unexpected<base::Error> damagedLimit(std::string_view key) {
    return base::fail(base::Code::StorageDamaged, "protocol_limit", "missing or unknown: " + std::string(key));
}

std::string_view sectionOf(std::string_view key) {
    return key.substr(0, key.find('.'));
}

// A version from before a section existed says nothing of it and is read as the section's neutral values: what was
// signed stays as it is. A section of which only a part is there is damage.
std::optional<std::int64_t> unsaidValue(const std::vector<Limit>& limits, const domain::ProtocolField& field) {
    const auto section = sectionOf(field.key);
    const auto isOfSection = [section](const Limit& limit) {
        return sectionOf(limit.name) == section;
    };
    return std::ranges::any_of(limits, isOfSection) ? std::nullopt : field.unsaid;
}

// Numbers and reasons in the order in which the program shows them, whatever order they come in.
base::Done applyLimits(const std::vector<Limit>& limits, domain::ProtocolVersion& version) {
    for (const auto& field : domain::protocolFields()) {
        const auto found = std::ranges::find(limits, field.key, &Limit::name);
        if (found == limits.end()) {
            const auto unsaid = unsaidValue(limits, field);
            if (!unsaid) return damagedLimit(field.key);
            field.set(version.rules, *unsaid);
            continue;
        }
        field.set(version.rules, found->value);
        if (!found->why.empty()) version.whys.push_back({found->name, found->why});
    }
    for (const auto& limit : limits) {
        if (domain::protocolField(limit.name) == nullptr) return damagedLimit(limit.name);
    }
    return {};
}

} // namespace

base::Result<std::vector<domain::ProtocolVersion>> SqlProtocolRepository::list() {
    auto versions = CHAIRSIDE_TRY(
        readAll<domain::ProtocolVersion>(m_session.connection(), "protocol_version", kProtocolList, {}, toVersion));
    for (auto& version : versions)
        CHAIRSIDE_TRY(readParts(version));
    return versions;
}

base::Result<domain::ProtocolVersion> SqlProtocolRepository::get(const domain::ProtocolVersionId& id) {
    auto version = CHAIRSIDE_TRY(readOne<domain::ProtocolVersion>(m_session.connection(), "protocol_version",
                                                                  kProtocolGet, values(id), toVersion));
    CHAIRSIDE_TRY(readParts(version));
    return version;
}

bool SqlProtocolRepository::takeFixed(domain::ProtocolVersion& version) const {
    const auto known = m_fixed.find(version.id.text());
    if (version.state == domain::ProtocolState::Draft || known == m_fixed.end()) return false;
    version.rules = known->second.rules;
    version.whys = known->second.whys;
    version.remarks = known->second.remarks;
    version.items = known->second.items;
    version.emergency = known->second.emergency;
    version.screening = known->second.screening;
    return true;
}

void SqlProtocolRepository::keepFixed(const domain::ProtocolVersion& version) {
    if (version.state == domain::ProtocolState::Draft || m_session.generation() == m_writtenIn) return;
    m_fixed.insert_or_assign(version.id.text(), Parts{version.rules, version.whys, version.remarks, version.items,
                                                      version.emergency, version.screening});
}

base::Done SqlProtocolRepository::readParts(domain::ProtocolVersion& version) {
    if (takeFixed(version)) return {};
    const auto limits =
        CHAIRSIDE_TRY(readAll<Limit>(m_session.connection(), "protocol_limit", kLimits, values(version.id), toLimit));
    version.remarks =
        CHAIRSIDE_TRY(readAll<std::string>(m_session.connection(), "protocol_remark", kRemarks, values(version.id),
                                           [](RowReader& row) { return row.text(); }));
    version.items = CHAIRSIDE_TRY(
        readAll<domain::ChecklistItem>(m_session.connection(), "protocol_item", kItems, values(version.id), toItem));
    version.emergency =
        CHAIRSIDE_TRY(readAll<std::string>(m_session.connection(), "protocol_emergency", kInstructions,
                                           values(version.id), [](RowReader& row) { return row.text(); }));
    version.screening = CHAIRSIDE_TRY(readAll<domain::ScreeningItem>(m_session.connection(), "protocol_screening",
                                                                     kScreening, values(version.id), toScreeningItem));
    CHAIRSIDE_TRY(applyLimits(limits, version));
    keepFixed(version);
    return {};
}

base::Done SqlProtocolRepository::add(const domain::ProtocolVersion& version) {
    m_writtenIn = m_session.generation();
    CHAIRSIDE_TRY(addProtocol(version.protocol));
    CHAIRSIDE_TRY(m_session.insert(
        Table::ProtocolVersion, version.id.text(), kProtocolInsert,
        values(version.id, version.protocol, version.name, version.version, version.drug, version.summary)));
    CHAIRSIDE_TRY(addLimits(version));
    int position = 0;
    for (const auto& remark : version.remarks) {
        CHAIRSIDE_TRY(m_session.insertPart(kInsertRemark, values(version.id, ++position, remark)));
    }
    CHAIRSIDE_TRY(addItems(version));
    position = 0;
    for (const auto& instruction : version.emergency) {
        CHAIRSIDE_TRY(m_session.insertPart(kInsertInstruction, values(version.id, ++position, instruction)));
    }
    if (version.state == domain::ProtocolState::Draft && !version.signedBy && !version.signedAt) return {};
    // The numbers can only be written while the version is a draft.
    CHAIRSIDE_TRY(m_session.update(Table::ProtocolVersion, version.id.text(), kLeaveDraft,
                                   values(version.state, version.signedBy, version.signedAt, version.id)));
    if (!version.inForceFrom) return {};
    return addForce(version.id, *version.inForceFrom, version.secondNeeded);
}

base::Done SqlProtocolRepository::addForce(const domain::ProtocolVersionId& id, base::CalendarDate from,
                                           bool secondNeeded) {
    return m_session.insert(Table::ProtocolInForce, id.text(), kInForce, values(id, from, secondNeeded ? 1 : 0));
}

base::Done SqlProtocolRepository::addProtocol(const domain::ProtocolId& id) {
    const auto known = CHAIRSIDE_TRY(readNumber(m_session.connection(), kHasProtocol, values(id)));
    if (known > 0) return {};
    const auto clinic = CHAIRSIDE_TRY(m_session.clinicId());
    return m_session.insert(Table::Protocol, id.text(), kInsertProtocol, values(id, clinic));
}

base::Done SqlProtocolRepository::addLimits(const domain::ProtocolVersion& version) {
    for (const auto& why : version.whys) {
        if (domain::protocolField(why.key) == nullptr ||
            std::ranges::count(version.whys, why.key, &domain::ProtocolWhy::key) > 1) {
            return base::fail(base::Code::Internal, "protocol_limit",
                              "a reason without a number of its own: " + why.key);
        }
    }
    for (const auto& field : domain::protocolFields()) {
        const auto why = std::ranges::find(version.whys, field.key, &domain::ProtocolWhy::key);
        const std::string_view text = why == version.whys.end() ? std::string_view{} : std::string_view(why->text);
        CHAIRSIDE_TRY(
            m_session.insertPart(kInsertLimit, values(version.id, field.key, field.get(version.rules), text)));
    }
    return {};
}

base::Done SqlProtocolRepository::changeNumbers(const domain::ProtocolVersion& version) {
    for (const auto& field : domain::protocolFields()) {
        CHAIRSIDE_TRY(m_session.insertPart(
            kChangeLimit, values(field.get(version.rules), domain::whyOf(version, field.key), version.id, field.key)));
    }
    // The numbers are part of the record of the version: it is noted with them.
    const bool changed = CHAIRSIDE_TRY(
        m_session.update(Table::ProtocolVersion, version.id.text(), kTouchDraft, values(version.summary, version.id)));
    if (changed) return {};
    return base::fail(base::Code::WrongState, "protocol_version");
}

base::Done SqlProtocolRepository::addItems(const domain::ProtocolVersion& version) {
    int position = 0;
    for (const auto& item : version.items) {
        CHAIRSIDE_TRY(m_session.insertPart(kInsertItem, values(version.id, ++position, item.list, item.key, item.text,
                                                               item.favourable, item.unfavourable, item.effect,
                                                               item.always ? 1 : 0, item.why)));
    }
    position = 0;
    for (const auto& item : version.screening) {
        CHAIRSIDE_TRY(m_session.insertPart(
            kInsertScreening, values(version.id, ++position, item.key, item.text, item.favourable, item.unfavourable,
                                     item.effect, item.always ? 1 : 0, item.validDays, item.why, item.dated ? 1 : 0)));
    }
    return {};
}

base::Done SqlProtocolRepository::markSigned(const services::ProtocolSigning& signing) {
    m_writtenIn = m_session.generation();
    const bool changed =
        CHAIRSIDE_TRY(m_session.update(Table::ProtocolVersion, signing.version.text(), kLeaveDraft,
                                       values(domain::ProtocolState::Signed, signing.by, signing.at, signing.version)));
    if (changed) return addForce(signing.version, signing.inForceFrom, signing.secondNeeded);
    CHAIRSIDE_TRY(get(signing.version));
    return base::fail(base::Code::WrongState, "protocol_version");
}

base::Done SqlProtocolRepository::retire(const services::ProtocolRetirement& retirement) {
    const auto version = CHAIRSIDE_TRY(get(retirement.version));
    if (version.state == domain::ProtocolState::Retired) {
        return base::fail(base::Code::AlreadyExists, "protocol_retirement");
    }
    if (version.state != domain::ProtocolState::Signed) return base::fail(base::Code::WrongState, "protocol_version");
    return m_session.insert(Table::ProtocolRetirement, retirement.version.text(), kRetire,
                            values(retirement.version, retirement.reason, retirement.by, retirement.at));
}

std::span<const Sql> protocolStatements() {
    return kProtocolAll;
}

} // namespace chairside::store
