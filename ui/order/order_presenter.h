// Ordering a course: what the screen is about, whether anything can be ordered, and the order itself.
#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "core/services/course_service.h"
#include "core/services/protocol_service.h"
#include "ui/patients/patient_banner_data.h"

namespace chairside::ui {

class Workbench;

// Why nothing can be ordered now.
enum class OrderBar { None, NotAllowed, NoSignedProtocol, CourseActive };

struct OrderBasis {
    domain::Patient patient;
    std::optional<KnownWeight> weight;
    std::optional<std::string> activeCourse;
    std::vector<domain::ProtocolVersion> versions;  // those in force today
    std::vector<services::ProtocolOnFile> coming;   // signed, and in force later or after a second signature
    std::vector<domain::ScreeningAnswer> screening; // of earlier orders
    domain::ClinicCalendar calendar;                // what the clinic can take from today on
    domain::BodyLimits body;                        // what is possible of an adult
    std::optional<services::EarlierOrder> again;    // the course that is to be followed by this one
    OrderBar bar = OrderBar::None;
};

class OrderPresenter : public QObject {
    Q_OBJECT

public:
    explicit OrderPresenter(Workbench& bench, QObject* parent = nullptr);

    void open(const std::string& patientId);
    // Nothing happens while an order is being signed.
    void order(const services::OrderRequest& request);
    [[nodiscard]] bool isSigning() const { return m_signing; }

Q_SIGNALS:
    void ready(const chairside::ui::OrderBasis& basis);
    void unavailable(const chairside::base::Error& error);
    void signing();
    void ordered(const QString& patientId);
    void refused(const chairside::base::Error& error);

private:
    void read(services::Reading reading);

    Workbench& m_bench;
    std::optional<domain::PatientId> m_patient;
    bool m_signing = false;
};

} // namespace chairside::ui
