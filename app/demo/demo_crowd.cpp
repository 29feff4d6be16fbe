#include "app/demo/demo_crowd.h"

#include <array>
#include <cstdio>
#include <random>
#include <string>

#include "app/demo/demo_script.h"

namespace chairside::app {

namespace {

constexpr std::array kSyllables{"an",  "bel", "ca", "dor", "el",  "fa",  "gri", "ha", "is",  "jo",  "ka", "lun", "mö",
                                "nor", "o",   "pe", "qui", "ros", "sza", "té",  "ul", "ver", "wen", "xi", "ya",  "zé"};

std::string inventedName(std::mt19937& random, int syllables) {
    std::string name;
    for (int at = 0; at < syllables; ++at)
        name += kSyllables[random() % kSyllables.size()];
    if (const auto first = static_cast<unsigned char>(name.front()); first < 0x80) {
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    }
    return name;
}

} // namespace

domain::PatientDetails crowdMember(unsigned seed, int index) {
    std::mt19937 random(seed * 1'000'003U + static_cast<unsigned>(index));
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), "CR %06d", index + 1);
    const auto born = base::CalendarDate::ofDays(
        std::chrono::sys_days(std::chrono::days(-14'600 + static_cast<int>(random() % 21'900))));
    return {.name = {inventedName(random, 2 + static_cast<int>(random() % 3)), inventedName(random, 2), "", ""},
            .born = born,
            .gender = random() % 5 == 0 ? domain::Gender::Male : domain::Gender::Female,
            .clinicNumber = number.data(),
            .phone = "0555 01" + std::to_string(10'000 + random() % 90'000),
            .allergyStatus = domain::AllergyStatus::NoneKnown,
            .allergies = {}};
}

base::Done registerCrowd(Clinic& clinic, int count, unsigned seed) {
    if (count == 0) return {};
    const auto& account = demoAccounts().front();
    auto nurse = clinic.services().accounts.signIn(account.userName, account.password, workstationName());
    if (!nurse) return std::unexpected(nurse.error());
    for (int index = 0; index < count; ++index) {
        auto registered = clinic.services().patients.registerPatient(*nurse, crowdMember(seed, index));
        if (!registered) return std::unexpected(registered.error());
    }
    return clinic.services().accounts.signOut(*nurse);
}

} // namespace chairside::app
