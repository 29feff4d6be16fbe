// The fixed patient banner: whose record this is.
#pragma once

#include <QFrame>
#include <QString>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/calendar_date.h"

namespace chairside::ui {

enum class AllergyState { NotRecorded, NoneKnown, Known, Unavailable };
enum class RecordState { Active, Withdrawn, Deceased };

struct BannerData {
    QString familyName{};
    QString given{};
    QString title{};
    QString preferred{}; // shown only if it differs from given
    std::optional<base::CalendarDate> born{};
    std::optional<int> ageYears{};
    QString gender{};          // empty = "Not known"
    QString id{};              // the clinic's number
    QString weightLine{};      // "68 kg on 14-Jan-2025"; empty = "Weight not recorded"
    bool weightTooOld = false; // adds "too old for dosing" and the caution mark
    AllergyState allergyState = AllergyState::NotRecorded;
    QString allergies{}; // Known: the list in words
    QString medicines{}; // marked ones: "tramadol (opioid)"; empty if none
    RecordState recordState = RecordState::Active;
    std::vector<std::pair<QString, QString>> more{}; // label and value: address, phones, escort, next of kin

    bool operator==(const BannerData&) const = default;
};

// 64 px high at the standard text size; grows rather than cut a name or an allergy. Order: name, Born,
// Gender, ID No.; below: preferred name, marked medicines, weight, allergies, More (Alt+B).
class PatientBanner : public QFrame {
    Q_OBJECT

public:
    explicit PatientBanner(QWidget* parent = nullptr);
    ~PatientBanner() override;

    // Hides the banner if nothing. The same data again change nothing, so the expanded part stays open.
    void showPatient(const std::optional<BannerData>& patient);
    // Keeps the banner's room, empty, while a record is being read.
    void reserve();
    [[nodiscard]] const std::optional<BannerData>& patient() const { return m_patient; }
    // Everything zone 1 says, in its order, as one spoken sentence.
    [[nodiscard]] QString spokenText() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Parts;
    void fill(const BannerData& patient);
    void placeLongItems();
    void fillMore(const BannerData& patient);

    std::optional<BannerData> m_patient;
    std::unique_ptr<Parts> m_parts;
};

} // namespace chairside::ui
