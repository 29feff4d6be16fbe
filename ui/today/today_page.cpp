#include "ui/today/today_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/date_text.h"
#include "ui/theme/metrics.h"
#include "ui/today/today_model.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

namespace {

constexpr std::chrono::seconds kQuiet{5};
constexpr int kRefreshSeconds = 15;

} // namespace

TodayPage::TodayPage(Workbench& bench, QWidget* parent) : Page(parent), m_bench(bench) {
    m_model = new TodayModel(this);
    m_heading = new TextLabel({}, TextRole::PageTitle, this);
    m_summary = new TextLabel({}, TextRole::Body, this);
    m_summary->setObjectName(QStringLiteral("today_summary"));
    m_table = new TableView(tr("Infusions of today"), this);
    m_table->setObjectName(QStringLiteral("today_table"));
    m_table->setModel(m_model);
    m_table->setWrappingColumns(
        {static_cast<int>(TodayModel::Column::Patient), static_cast<int>(TodayModel::Column::Next)});
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    m_table->setMouseTracking(true);
    m_empty = new EmptyState(tr("No infusion is planned for today."), tr("&Find a patient"),
                             QStringLiteral("today_find"), this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(space::kGroup), scaled(space::kGroup), scaled(space::kGroup),
                               scaled(space::kGroup));
    layout->setSpacing(scaled(space::kRelated));
    layout->addWidget(m_heading);
    layout->addWidget(m_summary);
    layout->addWidget(makeNoChairs());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    m_empty->hide();
    connect(m_table, &TableView::rowOpened, this, &TodayPage::openRow);
    connect(m_empty, &EmptyState::actionChosen, this, [this] { Q_EMIT goTo({.kind = PageKind::Patients}); });
    connect(&m_bench, &Workbench::changed, this, [this] {
        if (isVisible()) refresh();
    });
}

// Without chairs the locked screen has nothing to call an infusion by.
QWidget* TodayPage::makeNoChairs() {
    m_noChairs = new QWidget(this);
    auto* row = new QHBoxLayout(m_noChairs);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(space::kGroup));
    const bool mayAdd = m_bench.may(domain::Permission::ManageClinic);
    auto* sentence = new TextLabel(
        mayAdd ? tr("▲ No chairs are set up: the board and the locked screen cannot say where an infusion "
                    "runs.")
               : tr("▲ No chairs are set up: the board and the locked screen cannot say where an infusion "
                    "runs. An administrator adds them in Settings."),
        TextRole::Warning, m_noChairs);
    sentence->setObjectName(QStringLiteral("no_chairs"));
    row->addWidget(sentence, 1);
    if (mayAdd) {
        auto* add =
            makeButton(tr("Add &chairs in Settings"), ButtonKind::Secondary, QStringLiteral("add_chairs"), m_noChairs);
        connect(add, &QPushButton::clicked, this, [this] { Q_EMIT goTo({.kind = PageKind::Settings}); });
        row->addWidget(add);
    }
    m_noChairs->hide();
    return m_noChairs;
}

QString TodayPage::title() const {
    return tr("Today");
}

QString TodayPage::help() const {
    return tr("This board shows the infusions planned for today and those of earlier days that are not signed yet. "
              "What needs somebody stands first, and a vial of "
              "the drug book that is not at zero last. Move with Up and Down or with the first letter or digit of a "
              "chair, open "
              "what stands there with Enter. Nothing moves while somebody types or points at the board.");
}

QWidget* TodayPage::firstFocus() {
    return m_empty->isHidden() ? static_cast<QWidget*>(m_table) : m_empty;
}

void TodayPage::open(const Place& place) {
    Q_UNUSED(place)
    m_arriving = true;
    refresh();
}

void TodayPage::refresh() {
    if (m_asking) return;
    m_asking = true;
    m_bench.askAs(
        this, [](services::Services& all, const services::Actor& actor) { return all.infusions.today(actor); },
        [this](const base::Result<services::TodayBoard>& board) {
            m_asking = false;
            if (board) return show(*board);
            const bool denied = board.error().code == base::Code::Denied;
            m_empty->setSentence(denied ? tr("This account sees no clinical data.")
                                        : tr("The board could not be read."));
            m_table->hide();
            m_empty->show();
        });
}

void TodayPage::show(const services::TodayBoard& board) {
    m_heading->setText(tr("Today, %1").arg(weekdayDateText(board.date)));
    const int before = m_table->currentRow();
    const auto chosen = before >= 0 ? std::optional(m_model->line(before).key()) : std::nullopt;
    if (m_arriving || isInUse())
        m_model->setBoard(board, m_bench.now(), !m_arriving);
    else
        m_model->sortBoard(board, m_bench.now(), {before, pointedAt()});
    m_summary->setText(m_model->summary());
    m_noChairs->setVisible(!board.hasChairs);
    const bool empty = m_model->rowCount() == 0;
    m_table->setVisible(!empty);
    m_empty->setVisible(empty);
    const int row = m_arriving ? m_model->firstInNeed() : chosen ? m_model->find(*chosen) : -1;
    if (row >= 0) m_table->setCurrentIndex(m_model->index(row, static_cast<int>(TodayModel::Column::Patient)));
    m_arriving = false;
}

bool TodayPage::isInUse() const {
    return m_bench.clock().monotonic() - m_lastInput < kQuiet;
}

int TodayPage::pointedAt() const {
    return m_pointer ? m_table->rowAt(*m_pointer) : -1;
}

void TodayPage::openRow(int row) {
    const auto& line = m_model->line(row);
    if (line.vial) return Q_EMIT goTo({.kind = PageKind::Ledger, .lot = line.vial->vial.lot});
    const auto& chosen = *line.infusion;
    if (chosen.infusion) {
        Q_EMIT goTo(
            {.kind = PageKind::Infusion, .patientId = chosen.patient.id.text(), .infusionId = chosen.infusion->text()});
        return;
    }
    const bool startable = chosen.planned.state == domain::PlanState::Planned && !line.isGone;
    if (!startable || !m_bench.may(domain::Permission::RecordInfusion)) {
        Q_EMIT goTo({.kind = PageKind::Overview, .patientId = chosen.patient.id.text()});
        return;
    }
    m_bench.askAs(
        this,
        [planned = chosen.planned.id](services::Services& all, const services::Actor& actor) {
            return all.infusions.open(actor, planned);
        },
        [this, patient = chosen.patient.id.text()](const base::Result<domain::InfusionId>& infusion) {
            if (!infusion) {
                Q_EMIT notice(Tier::Caution,
                              tr("This infusion could not be opened. Its course may have been changed."));
                return refresh();
            }
            Q_EMIT goTo({.kind = PageKind::Infusion, .patientId = patient, .infusionId = infusion->text()});
        });
}

void TodayPage::tick(const base::Instant& now) {
    m_model->setNow(now);
    if (now.utcMs() / 1000 % kRefreshSeconds == 0) refresh();
}

// The table leaves letters and digits to the page.
void TodayPage::keyPressEvent(QKeyEvent* event) {
    const QString typed = event->text();
    const bool isName = typed.size() == 1 && typed.front().isLetterOrNumber() && !typed.front().isSpace();
    const int row = isName ? m_model->nextOnChair(typed, m_table->currentRow()) : -1;
    if (row < 0) return Page::keyPressEvent(event);
    m_table->setCurrentIndex(m_model->index(row, static_cast<int>(TodayModel::Column::Patient)));
}

bool TodayPage::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        m_lastInput = m_bench.clock().monotonic();
        break;
    case QEvent::MouseMove:
        if (watched == m_table->viewport()) m_pointer = static_cast<QMouseEvent*>(event)->position().toPoint().y();
        break;
    case QEvent::Leave:
        if (watched == m_table->viewport()) m_pointer.reset();
        break;
    default:
        break;
    }
    return Page::eventFilter(watched, event);
}

} // namespace chairside::ui
