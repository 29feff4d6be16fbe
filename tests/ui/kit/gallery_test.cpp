// Pictures of the kit in every theme. Set CHAIRSIDE_GALLERY to a folder to keep them.
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTemporaryDir>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/core/fake_clock.h"
#include "tests/support/gui/crawl.h"
#include "tests/support/gui/gui_fixture.h"
#include "ui/shell/fault_page.h"
#include "ui/shell/main_window.h"
#include "ui/theme/apply_theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/note_edit.h"
#include "ui/widgets/quantity_edit.h"
#include "ui/widgets/score_edit.h"
#include "ui/widgets/stepper.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/time_edit.h"

namespace chairside::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

BannerData galleryPatient() {
    BannerData data;
    data.familyName = u"Testpatient"_s;
    data.given = u"Anna"_s;
    data.title = u"Ms"_s;
    data.preferred = u"Annie"_s;
    data.born = test::date("1979-03-14");
    data.ageYears = 45;
    data.gender = u"Female"_s;
    data.id = u"KC0412"_s;
    data.weightLine = u"68 kg on 14-Jan-2025"_s;
    data.allergyState = AllergyState::Known;
    data.allergies = u"penicillin, latex"_s;
    data.more = {{u"Telephone"_s, u"0000 123"_s}};
    return data;
}

class GalleryPage : public Page {
public:
    GalleryPage(const base::Clock& clock, QWidget* parent) : Page(parent), m_clock(clock) {
        auto* row = new QHBoxLayout(this);
        row->setSpacing(16);
        row->addWidget(steps());
        auto* middle = new QVBoxLayout;
        middle->setSpacing(16);
        middle->addWidget(formCard());
        middle->addWidget(vitalsCard());
        middle->addStretch(1);
        row->addLayout(middle, 3);
        auto* right = new QVBoxLayout;
        right->setSpacing(16);
        right->addWidget(tableCard());
        right->addWidget(partsCard());
        right->addStretch(1);
        row->addLayout(right, 2);
    }
    [[nodiscard]] QString title() const override { return u"Gallery"_s; }
    void open(const Place&) override { Q_EMIT bannerChanged(galleryPatient()); }
    [[nodiscard]] bool showsOnePatient() const override { return true; }
    [[nodiscard]] QWidget* firstFocus() override { return m_form->firstEditor(); }

    FormBuilder* m_form = nullptr;

private:
    QWidget* steps() {
        auto* stepper = new Stepper(this);
        stepper->setSteps(
            {{.id = u"a"_s, .title = u"Identity"_s, .state = StepState::Done},
             {.id = u"b"_s, .title = u"Pre-check"_s, .note = u"2 entries missing"_s, .state = StepState::Problem},
             {.id = u"c"_s, .title = u"Dose"_s},
             {.id = u"d"_s, .title = u"Infusion"_s, .enabled = false},
             {.id = u"e"_s, .title = u"Discharge"_s, .enabled = false}});
        stepper->setCurrent(u"c"_s);
        return stepper;
    }
    QWidget* formCard() {
        auto* card = new Card(u"Order"_s, this);
        card->addToHeading(new Badge(u"DRAFT"_s, Tone::Neutral));
        m_form = new FormBuilder(card, 2);
        m_form->row(u"&Family name"_s, new QLineEdit, {.name = u"family"_s});
        auto* weight = m_form->row(u"&Weight"_s, new QuantityEdit({.unit = u"kg"_s}),
                                   {.name = u"weight"_s, .unit = u"kg"_s, .help = u"Measured today, without shoes."_s});
        weight->setThousandths(7'500);
        auto* born = m_form->row(u"&Born"_s, new DateEdit(m_clock, DateExpected::Past), {.name = u"born"_s});
        born->setDate(test::date("1979-03-14"));
        auto* route = m_form->row(u"&Route"_s, new QComboBox, {.name = u"route"_s});
        route->addItem(u"intravenous infusion"_s);
        auto* consent = m_form->row(u"&Consent given"_s, new ChoiceRow, {.name = u"consent"_s});
        consent->add(u"Yes"_s, 1);
        consent->add(u"No"_s, 0);
        consent->setValue(1);
        m_form->row(u"S&tart"_s, new TimeEdit(m_clock), {.name = u"start"_s, .help = u"24-hour clock, or -5m."_s});
        auto* note = m_form->row(u"&Note"_s, new NoteEdit, {.name = u"note"_s, .optional = true, .span = 2});
        note->setFixedHeight(56);
        card->body()->addWidget(m_form);
        auto* buttons = new QHBoxLayout;
        buttons->addWidget(makeButton(u"&Sign the order"_s, ButtonKind::Primary, u"sign"_s));
        buttons->addWidget(makeButton(u"Save for &later"_s, ButtonKind::Secondary, u"later"_s));
        buttons->addStretch(1);
        buttons->addWidget(makeButton(u"&Delete the draft"_s, ButtonKind::Danger, u"delete"_s));
        card->body()->addLayout(buttons);
        return card;
    }
    QWidget* vitalsCard() {
        auto* card = new Card(u"Vitals due 10:45"_s, this);
        card->addToHeading(new Badge(u"DUE"_s, Tone::Caution));
        auto* row = new QHBoxLayout;
        const std::vector<std::pair<QString, DigitRange>> cells{{u"Systolic"_s, {50, 260}},
                                                                {u"Diastolic"_s, {20, 160}},
                                                                {u"Heart rate"_s, {30, 220}},
                                                                {u"SpO2"_s, {50, 100}}};
        for (const auto& [name, range] : cells) {
            auto* column = new QVBoxLayout;
            column->setSpacing(4);
            auto* label = new TextLabel(name, TextRole::Label);
            auto* cell = new DigitCell(name, range);
            label->setBuddy(cell);
            if (row->count() == 0) cell->setValue(128);
            if (row->count() == 3) cell->setNotDone(true);
            column->addWidget(label);
            column->addWidget(cell);
            row->addLayout(column);
        }
        row->addStretch(1);
        card->body()->addLayout(row);
        return card;
    }
    QWidget* tableCard() {
        auto* card = new Card(u"Today"_s, this);
        auto* model = new QStandardItemModel(3, 3, card);
        model->setHorizontalHeaderLabels({u"Time"_s, u"Patient"_s, u"Status"_s});
        const QString names[] = {u"SAMPLE, Robin (Mr)\n02-Feb-1966 · KC 0388"_s,
                                 u"TESTPATIENT, Anna (Ms)\n14-Mar-1979 · KC 0412"_s,
                                 u"TESTPATIENT, Anne (Ms)\n19-Sep-1971 · KC 0455"_s};
        const QString states[] = {u"▲ vitals 4min overdue"_s, u"running 42min"_s, u"arrived"_s};
        for (int at = 0; at < 3; ++at) {
            model->setItem(at, 0, new QStandardItem(u"%1:00"_s.arg(9 + at, 2, 10, QLatin1Char('0'))));
            model->setItem(at, 1, new QStandardItem(names[at]));
            model->setItem(at, 2, new QStandardItem(states[at]));
        }
        auto* table = new TableView(u"Sessions today"_s, card);
        table->setModel(model);
        table->setWrappingColumn(1);
        table->selectFirstRow();
        table->setMinimumHeight(200);
        card->body()->addWidget(table);
        return card;
    }
    QWidget* partsCard() {
        auto* card = new Card(u"Dose"_s, this);
        card->body()->addWidget(new TextLabel(u"34 mg"_s, TextRole::CardNumber));
        card->body()->addWidget(new TextLabel(u"0.5 mg per kg, 68 kg on 14-Jan-2025"_s, TextRole::Label));
        auto* badges = new QHBoxLayout;
        badges->addWidget(new Badge(u"RUNNING"_s, Tone::Active));
        badges->addWidget(new Badge(u"SIGNED"_s, Tone::Good));
        badges->addWidget(new Badge(u"OVERDUE 4min"_s, Tone::Bad));
        badges->addStretch(1);
        card->body()->addLayout(badges);
        auto* tabs = new QTabBar;
        tabs->setAccessibleName(u"Views"_s);
        tabs->setDrawBase(false);
        tabs->addTab(u"Chart"_s);
        tabs->addTab(u"Table"_s);
        card->body()->addWidget(tabs);
        auto* check = new QCheckBox(u"Escort present"_s);
        check->setAccessibleName(check->text());
        check->setChecked(true);
        card->body()->addWidget(check);
        auto* other = new QCheckBox(u"Written information given"_s);
        other->setAccessibleName(other->text());
        card->body()->addWidget(other);
        auto* off = makeButton(u"Start the infusion"_s, ButtonKind::Primary, u"start-off"_s);
        off->setEnabled(false);
        card->body()->addWidget(off);
        return card;
    }
    const base::Clock& m_clock;
};

class Gallery : public testing::TestWithParam<int> {
protected:
    ~Gallery() override { applyTheme(*qApp, Look{}); }
    void keep(QWidget& widget, const QString& name) {
        const QString folder = qEnvironmentVariable("CHAIRSIDE_GALLERY", m_folder.path());
        const QPixmap picture = widget.grab();
        EXPECT_FALSE(picture.isNull());
        EXPECT_TRUE(picture.save(QDir(folder).filePath(name + u".png"_s)));
    }
    QTemporaryDir m_folder;
};

TEST_P(Gallery, ShowsEveryPart) {
    const Theme theme = static_cast<Theme>(GetParam());
    applyTheme(*qApp, theme);
    const test::FakeClock clock;
    MainWindow window(clock);
    GalleryPage* page = nullptr;
    for (const PageKind kind : {PageKind::Today, PageKind::Patients, PageKind::Review, PageKind::Retreatment,
                                PageKind::Outcomes, PageKind::Reports, PageKind::Settings}) {
        window.addPage(kind, [&](QWidget* parent) { return page = new GalleryPage(clock, parent); });
    }
    window.setDemo(true);
    window.setBackupText(u"Backup 02:10 today"_s);
    test::present(window);
    window.signIn({.name = u"R. Khan"_s, .role = u"nurse"_s, .computer = u"Chair 3 PC"_s});
    window.messages().say(Tier::Caution, u"Course 1 ended without a discharge letter."_s, {{u"&Open it"_s, [] {
                                                                                            }}});
    Q_EMIT page->saveStateChanged({SaveState::Kind::Saved, clock.now()});
    test::settle();
    keep(window, u"window-%1"_s.arg(GetParam()));
    page->m_form->problems(
        {{"weight", base::Rule::OutOfRange, "30", "250", {}}, {"family", base::Rule::Required, {}, {}, {}}});
    test::settle();
    keep(window, u"problems-%1"_s.arg(GetParam()));
    EXPECT_THAT(test::crawl(*page), testing::IsEmpty());
    window.showGate(new FaultPage({.title = u"Chairside cannot open its data"_s,
                                   .happened = u"The data are open in another program."_s,
                                   .toDo = u"Close the other program, then try again."_s,
                                   .detail = u"StorageHeld: chairside.db"_s}));
    test::settle();
    keep(window, u"fault-%1"_s.arg(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Themes, Gallery, testing::Values(0, 1, 2));

} // namespace
} // namespace chairside::ui
