// Every page of a demo clinic, one after another, as each of the people who work there: for pictures.
#pragma once

#include <QObject>
#include <vector>

#include "app/desktop.h"
#include "app/script/key_script.h"
#include "ui/theme/palette.h"

namespace chairside::app {

// The desktop must outlive it and show a demo clinic.
class PageWalk : public QObject {
    Q_OBJECT

public:
    PageWalk(Desktop& desktop, std::vector<ui::Theme> themes);
    // To be called once, from Desktop::ready() on.
    void begin();

Q_SIGNALS:
    // The window shows this page and has come to rest: "overview-1-light", "physician-order-dark".
    void shown(const QString& name);
    // failure: what was waited for in vain.
    void finished(bool succeeded, const QString& failure);

private:
    struct Shot {
        QString name;
        ui::Place place;
    };
    struct Found {
        std::vector<Shot> shots;
        std::optional<std::string> running; // an infusion under way
    };

    static void addAllPages(services::Services& all, const services::Actor& actor, Found& found);
    static void addPhysiciansPages(services::Services& all, const services::Actor& actor, Found& found);
    static void addBoard(const services::TodayBoard& board, Found& found);
    static void addCourses(const std::vector<services::RetreatmentRow>& list, Found& found);
    void nextPerson();
    void find();
    void play(const Found& found);
    void addSteps(const std::string& infusion);
    void addSettings();
    void tell(const QString& name);

    Desktop& m_desktop;
    std::vector<ui::Theme> m_themes;
    KeyScript m_script;
    std::size_t m_person = 0; // of kPeople, the one who is signed in next
    QString m_prefix;         // of the names, whose pages they are
    bool m_isDark = false;
};

} // namespace chairside::app
