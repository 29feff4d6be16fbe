// Clinics to measure on.
#pragma once

#include <filesystem>
#include <memory>

#include "app/clinic.h"
#include "app/demo/demo_clock.h"

namespace chairside::bench {

// A demo clinic in a folder of its own, removed with it. Ends the program with a message if it cannot be made: a
// measurement without its clinic means nothing.
class BenchClinic {
public:
    // encrypt: as the program does where it can.
    explicit BenchClinic(bool encrypt = true);
    ~BenchClinic();
    BenchClinic(const BenchClinic&) = delete;
    BenchClinic& operator=(const BenchClinic&) = delete;

    [[nodiscard]] app::Clinic& clinic() { return *m_clinic; }
    [[nodiscard]] services::Services& services() { return m_clinic->services(); }
    [[nodiscard]] const services::Actor& nurse() const { return *m_nurse; }
    [[nodiscard]] const services::Actor& physician() const { return *m_physician; }
    [[nodiscard]] const services::Actor& administrator() const { return *m_administrator; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    [[nodiscard]] app::DemoClock& clock() { return m_clock; }
    // Lets another process open the folder.
    void close() { m_clinic.reset(); }

    // The running infusion of the demo day, and the newest signed one.
    [[nodiscard]] std::vector<domain::InfusionId> runningInfusions();
    [[nodiscard]] domain::InfusionId signedInfusion();
    // The first completed course of the re-treatment list.
    [[nodiscard]] domain::CourseId finishedCourse();

private:
    std::filesystem::path m_folder;
    app::DemoClock m_clock;
    std::unique_ptr<app::Clinic> m_clinic;
    std::optional<services::Actor> m_nurse;
    std::optional<services::Actor> m_physician;
    std::optional<services::Actor> m_administrator;
};

// Registers so many invented people, thousands in one commit.
void fillWithPatients(BenchClinic& bench, int patients);

// The value, or the end of the program with the name of what failed.
template <class Value>
Value need(base::Result<Value> result, const char* what);
[[noreturn]] void giveUp(const char* what, const base::Error& error);

template <class Value>
Value need(base::Result<Value> result, const char* what) {
    if (!result) giveUp(what, result.error());
    if constexpr (!std::is_void_v<Value>) return std::move(*result);
}

} // namespace chairside::bench
