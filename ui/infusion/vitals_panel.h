// The vitals grid: entry row on top, saved rows newest first below it, corrections with a reason.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "ui/infusion/entry_draft.h"
#include "ui/infusion/infusion_presenter.h"
#include "ui/infusion/vitals_heading.h"

class QPushButton;

namespace chairside::ui {

class ReasonLine;
class TableView;
class TextLabel;
class VitalsEntryRow;
class VitalsForm;
class VitalsModel;
struct VitalsLine;

// Enter on a saved row, or F2, loads it into the entry row; the old values stay visible, struck through.
class VitalsPanel : public QWidget {
    Q_OBJECT

public:
    explicit VitalsPanel(InfusionPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(const services::InfusionView& view);
    void tick(const base::Instant& now);
    void save();
    [[nodiscard]] bool hasEntry() const;
    [[nodiscard]] QWidget* firstFocus() const;
    [[nodiscard]] VitalsRowKind rowKind() const { return m_kind; }

    [[nodiscard]] EntryDraft draft() const;
    void restore(const EntryDraft& draft);

Q_SIGNALS:
    void said(const QString& sentence);
    void eventsWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    [[nodiscard]] static QString emptyText(const services::InfusionView& view);
    void showScales(const domain::MonitoringRules& rules);
    void connectPresenter();
    void connectRow();
    void toggleDue();
    void showHeading(const base::Instant& now);
    [[nodiscard]] bool mayRecord() const;
    [[nodiscard]] bool isReady();
    [[nodiscard]] services::VitalsEntry entry() const;
    [[nodiscard]] VitalsEntryRow* entryRow() const;
    void showFailure(const base::Error& error);
    [[nodiscard]] bool followCorrection(const base::Error& error);
    void beginCorrection(int line);
    void endCorrection();
    void openCorrection(const domain::VitalSigns& row);
    [[nodiscard]] const domain::VitalSigns* rowOf(const domain::EntryId& id) const;

    InfusionPresenter& m_presenter;
    VitalsRowKind m_kind = VitalsRowKind::Baseline;
    std::optional<domain::EntryId> m_correcting;
    QString m_savedTime; // what the row being saved is called
    VitalsForm* m_form = nullptr;
    TextLabel* m_scales = nullptr;
    ReasonLine* m_reason = nullptr;
    TableView* m_table = nullptr;
    VitalsModel* m_model = nullptr;
    QPushButton* m_correct = nullptr;
};

} // namespace chairside::ui
