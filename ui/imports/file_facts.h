// What a bundle says about itself, how much of what it holds, and what becomes of it.
#pragma once

#include <QWidget>

#include "core/services/record_file.h"

namespace chairside::ui {

class FactList;

class FileFacts : public QWidget {
    Q_OBJECT

public:
    explicit FileFacts(QWidget* parent = nullptr);

    // name: of the file, without its folder.
    void show(const QString& name, const services::RecordFile& file);

private:
    FactList* m_file;
    FactList* m_parts;
};

} // namespace chairside::ui
