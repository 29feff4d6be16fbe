// Measures what a person feels: the time from a key to the next painted frame.
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QObject>
#include <filesystem>

class QApplication;

namespace chairside::app {

// Writes one line a key to a file while it lives: milliseconds, tab, class of the focused widget. Keys themselves are
// never written. An empty path switches it off.
class TraceUi : public QObject {
    Q_OBJECT

public:
    TraceUi(QApplication& application, const std::filesystem::path& file);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QFile m_file;
    QElapsedTimer m_sinceKey;
    QByteArray m_where;
};

} // namespace chairside::app
