// What has changed, told to everyone who shows it. Sent after the commit, on the worker thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace chairside::services {

enum class ChangeKind { Clinic, Account, Patient, Protocol, Course, Infusion, DrugBook, Document };

struct Change {
    ChangeKind kind = ChangeKind::Patient;
    std::string id;        // uuid text of the record
    std::string patientId; // uuid text, empty if none
};

class ChangeNotifier {
public:
    using Listener = std::function<void(const Change&)>;
    // Listeners live as long as the notifier. They are called on the thread that ran the service.
    void subscribe(Listener listener) { m_listeners.push_back(std::move(listener)); }
    void notify(const Change& change) const {
        for (const auto& listener : m_listeners)
            listener(change);
    }

private:
    std::vector<Listener> m_listeners;
};

} // namespace chairside::services
