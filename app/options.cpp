#include "app/options.h"

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "core/base/system_clock.h"

namespace chairside::app {

namespace {

std::string checkMoment(const std::string& text) {
    return momentFromText(text) ? std::string{} : "needs a moment such as 2025-01-14T10:42";
}

void describe(CLI::App& cli, Options& options, std::string& moment) {
    cli.add_option("--data", options.data, "Folder of the clinic; it is made if it is not there")->type_name("DIR");
    cli.add_flag("--demo", options.demo,
                 "A clinic of invented patients; nothing in it is kept unless --data names a folder");
    cli.add_option("--fixed-clock", moment, "Start the program's clock at this moment")
        ->type_name("ISO")
        ->check(checkMoment);
    cli.add_option("--locale", options.locale, "Language of the texts, such as de")->type_name("xx");
    cli.add_option("--theme", options.theme, "Colours")->check(CLI::IsMember({"light", "dark", "contrast"}));
    cli.add_option("--trace-ui", options.traceUi, "Write the time from each key to the next painted frame")
        ->type_name("FILE");
    cli.add_option("--screenshots", options.screenshots, "Save a picture of every page and quit")->type_name("DIR");
    cli.add_option("--tour", options.tour, "Carry one infusion through by keys, save pictures and the PDF, and quit")
        ->type_name("DIR");
    cli.add_flag("--self-check", options.selfCheck, "Check that this installation can work, and quit");
}

} // namespace

ParsedOptions parseOptions(int argc, const char* const* argv) {
    ParsedOptions parsed;
    CLI::App cli{"Chairside keeps ketamine infusion courses for fibromyalgia clinics.", "chairside"};
    cli.set_version_flag("--version", "chairside " CHAIRSIDE_VERSION);
    std::string moment;
    describe(cli, parsed.options, moment);
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        parsed.exitCode = cli.exit(error) == 0 ? 0 : 2;
    }
    if (!moment.empty()) parsed.options.fixedClock = momentFromText(moment);
    if (!parsed.options.tour.empty() || !parsed.options.screenshots.empty()) parsed.options.demo = true;
    return parsed;
}

std::optional<base::Instant> momentFromText(const std::string& text) {
    if (const auto exact = base::Instant::fromIso(text)) return exact;
    const auto asUtc = base::Instant::fromIso(text + "Z");
    if (!asUtc) return std::nullopt;
    // The text is local time: the offset is that of the moment itself, found by trying it once.
    const base::SystemTimeZone zone;
    const int near = zone.offsetMinutesAt(asUtc->utcMs());
    const int offset = zone.offsetMinutesAt(asUtc->utcMs() - near * 60'000LL);
    return base::Instant::of(asUtc->utcMs() - offset * 60'000LL, offset);
}

std::filesystem::path defaultDataFolder() {
    if (const char* home = std::getenv("XDG_DATA_HOME"); home != nullptr && *home != '\0') {
        return std::filesystem::path(home) / "chairside";
    }
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home != nullptr ? home : ".") / ".local" / "share" / "chairside";
}

} // namespace chairside::app
