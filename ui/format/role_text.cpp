#include "ui/format/role_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace chairside::ui {

QString roleWords(domain::Role role) {
    switch (role) {
    case domain::Role::Nurse:
        return QCoreApplication::translate("RoleText", "nurse");
    case domain::Role::Physician:
        return QCoreApplication::translate("RoleText", "physician");
    case domain::Role::Administrator:
        return QCoreApplication::translate("RoleText", "administrator");
    case domain::Role::Auditor:
        return QCoreApplication::translate("RoleText", "auditor");
    }
    return {};
}

QString roleWords(domain::RoleSet roles) {
    QStringList words;
    for (const auto role : domain::kAllRoles) {
        if (roles.has(role)) words << roleWords(role);
    }
    return words.join(QLatin1String(", "));
}

} // namespace chairside::ui
