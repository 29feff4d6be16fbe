#include "app/trace_ui.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace chairside::app {

TraceUi::TraceUi(QApplication& application, const std::filesystem::path& file) {
    if (file.empty()) return;
    m_file.setFileName(QString::fromStdString(file.string()));
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Text | QIODevice::Unbuffered))
        application.installEventFilter(this);
}

bool TraceUi::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && watched->isWidgetType() && !m_sinceKey.isValid()) {
        m_sinceKey.start();
        m_where = watched->metaObject()->className();
    } else if (event->type() == QEvent::UpdateRequest && m_sinceKey.isValid()) {
        // The update request paints the window before it returns to the loop; the frame is done when the next event
        // comes.
        const QByteArray where = m_where;
        QMetaObject::invokeMethod(
            this,
            [this, where] {
                if (!m_sinceKey.isValid()) return;
                m_file.write(QByteArray::number(static_cast<double>(m_sinceKey.nsecsElapsed()) / 1e6, 'f', 2) + '\t' +
                             where + '\n');
                m_sinceKey.invalidate();
            },
            Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace chairside::app
