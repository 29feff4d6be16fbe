#include <QApplication>
#include <algorithm>

#include "app/demo/demo_script.h"
#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"
#include "tests/bench/frame.h"
#include "ui/today/today_model.h"
#include "ui/widgets/table_view.h"

namespace chairside::bench {

namespace {

constexpr int kChairs = 40;
constexpr int kBoardRounds = 20;
constexpr int kWidth = 1270;
constexpr int kHeight = 618;

void showActive(QWidget& widget) {
    widget.resize(kWidth, kHeight);
    widget.show();
    widget.activateWindow();
    for (int turn = 0; turn < 100 && !widget.isActiveWindow(); ++turn)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
}

domain::CourseId orderCourse(BenchClinic& clinic, const domain::PatientId& patient,
                             const domain::ProtocolVersion& protocol, int at) {
    services::OrderRequest request{.patient = patient,
                                   .protocolVersion = protocol.id,
                                   .perKg = domain::DosePerKg::ofRaw(500),
                                   .minutes = protocol.rules.regimen.minutes,
                                   .goal = "goal",
                                   .initials = "BC",
                                   .birthYear = std::to_string(1940 + at),
                                   .password = app::demoAccountOf(domain::Role::Physician).password,
                                   .stopRule = "no benefit",
                                   .consentOn = clinic.clock().now().localDate(),
                                   .consentTakenBy = "Dr Bench",
                                   .consentReference = "folder"};
    for (const auto& item : protocol.screening) {
        domain::ScreeningReply reply{.item = item.key, .answer = domain::AnswerKind::Favourable};
        if (item.dated) reply.on = clinic.clock().now().localDate();
        request.screening.push_back(std::move(reply));
    }
    for (const int day : {0, 3, 7, 10, 14, 17})
        request.dates.push_back(clinic.clock().now().localDate().plusDays(day));
    return need(clinic.services().courses.order(clinic.physician(), request), "an order");
}

// Everybody is in a chair, and the bag is ready.
void fillChairs(BenchClinic& clinic) {
    auto& services = clinic.services();
    need(services.chairs.setDays(clinic.administrator(), {}), "days that take everybody");
    const auto versions = need(services.protocols.versions(clinic.physician()), "protocols");
    const auto protocol = std::ranges::find_if(versions, [](const domain::ProtocolVersion& version) {
        return version.state == domain::ProtocolState::Signed && version.rules.regimen.infusions == 6;
    });
    if (protocol == versions.end()) giveUp("a protocol", {.code = base::Code::NotFound});
    for (int at = 0; at < kChairs; ++at) {
        const domain::PatientDetails details{.name = {"Chair" + std::to_string(at), "Board", "Ms", {}},
                                             .born = *base::CalendarDate::of(1940 + at, 3, 14),
                                             .clinicNumber = "B " + std::to_string(at),
                                             .allergyStatus = domain::AllergyStatus::NoneKnown};
        const auto patient = need(services.patients.registerPatient(clinic.nurse(), details), "a patient");
        const auto course = orderCourse(clinic, patient, *protocol, at);
        const auto overview =
            need(services.patients.overview(clinic.nurse(), patient, services::Reading::Refresh), "an overview");
        const auto infusion =
            need(services.infusions.open(clinic.nurse(), overview.courses.front().planned.front().id), "an infusion");
        need(services.infusions.recordDose(clinic.nurse(), {.infusion = infusion,
                                                            .initials = "BC",
                                                            .birthYear = std::to_string(1940 + at),
                                                            .weight = domain::Weight::ofWhole(70),
                                                            .strength = domain::Concentration::ofWhole(50),
                                                            .bag = domain::Volume::ofWhole(100)}),
             "a dose");
        static_cast<void>(course);
    }
}

} // namespace

// Reading is the worker's; the window waits for showing only.
std::vector<Figure> measureBoard() {
    BenchClinic clinic;
    fillChairs(clinic);
    ui::TodayModel model;
    ui::TableView table(QStringLiteral("board"));
    table.setModel(&model);
    table.setWrappingColumn(static_cast<int>(ui::TodayModel::Column::Patient));
    showActive(table);
    const auto board = [&] {
        return need(clinic.services().infusions.today(clinic.nurse()), "the board");
    };
    Samples reading;
    Samples showing;
    for (int round = 0; round < kBoardRounds; ++round) {
        reading.add(timeOf([&] { static_cast<void>(board()); }));
        const auto read = board();
        showing.add(timeOf([&] {
            Frame frame(table);
            model.setBoard(read, clinic.clock().now(), true);
            table.viewport()->update(); // every row that is seen, whatever changed
            frame.wait();
        }));
    }
    return {{"board of 40 chairs, read from the store (worker)", reading.median(), {}, 0, "50 ms at most"},
            {"board of 40 chairs, to its painted frame (window)", showing.median(), {}, 0, "16 ms at most"}};
}

} // namespace chairside::bench
