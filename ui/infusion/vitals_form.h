// A row of vital signs being typed, with what is wrong about it said below: what the grid and the pre-check share.
#pragma once

#include <QWidget>
#include <string>

#include "ui/infusion/infusion_presenter.h"

class QVBoxLayout;

namespace chairside::ui {

class TextLabel;
class VitalsEntryRow;

// The row is made for the protocol version that is shown. Object names begin with the given name: vitals_systolic ...
class VitalsForm : public QWidget {
    Q_OBJECT

public:
    VitalsForm(InfusionPresenter& presenter, const QString& name, QWidget* parent = nullptr);

    // Makes the row anew for another version; rowMade() says so.
    void showRules(const domain::ProtocolVersion& protocol);
    // Nothing before the first rules.
    [[nodiscard]] VitalsEntryRow* row() const { return m_row; }
    [[nodiscard]] bool hasEntry() const;
    // Stands behind "Save row" of every row; the form takes it as its child.
    void addButton(QWidget* button);

    // Everything the page itself can see before it asks: each shortfall is said once, next to the row.
    [[nodiscard]] bool isReady();
    // What is typed, for the open infusion; without the due row it belongs to.
    [[nodiscard]] services::VitalsEntry entry() const;
    void say(const QString& sentence);
    void showFailure(const base::Error& error);
    // Empties the row and what was said about it.
    void clear();

Q_SIGNALS:
    void rowMade();

private:
    void connectRow();

    InfusionPresenter& m_presenter;
    QString m_name;
    bool m_askedMissing = false; // an empty required cell is asked about once
    std::string m_rulesOf;       // protocol version the row was made for
    QVBoxLayout* m_layout = nullptr;
    VitalsEntryRow* m_row = nullptr;
    QWidget* m_button = nullptr;
    TextLabel* m_message = nullptr;
};

} // namespace chairside::ui
