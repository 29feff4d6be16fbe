#include "tests/bench/measure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <utility>

namespace chairside::bench {

double timeOf(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

void Samples::add(double milliseconds) {
    m_values.insert(std::upper_bound(m_values.begin(), m_values.end(), milliseconds), milliseconds);
}

double Samples::percentile(double percent) const {
    if (m_values.empty()) return 0;
    const auto last = static_cast<double>(m_values.size() - 1);
    return m_values[static_cast<std::size_t>(last * percent / 100.0 + 0.5)];
}

Figure compare(std::string what, std::string limit, std::string aim, int rounds, const std::function<void()>& work,
               const std::function<void()>& bare) {
    return compareTaken(
        std::move(what), std::move(limit), std::move(aim), rounds, [&] { return timeOf(work); },
        [&] { return timeOf(bare); });
}

Figure compareTaken(std::string what, std::string limit, std::string aim, int rounds,
                    const std::function<double()>& work, const std::function<double()>& bare) {
    work();
    bare();
    Samples ours;
    Samples theirs;
    for (int round = 0; round < rounds; ++round) {
        ours.add(work());
        theirs.add(bare());
    }
    return {std::move(what), ours.median(), std::move(limit), theirs.median(), std::move(aim)};
}

void printHead() {
    std::puts("| what | ms | limit in the same run | ms | ratio | aim |");
    std::puts("| --- | --- | --- | --- | --- | --- |");
}

void printRows(const std::vector<Figure>& figures) {
    for (const auto& figure : figures) {
        if (figure.limit.empty()) {
            std::printf("| %s | %.2f | | | | %s |\n", figure.what.c_str(), figure.milliseconds, figure.aim.c_str());
        } else {
            std::printf("| %s | %.2f | %s | %.2f | %.2f | %s |\n", figure.what.c_str(), figure.milliseconds,
                        figure.limit.c_str(), figure.limitMilliseconds, figure.milliseconds / figure.limitMilliseconds,
                        figure.aim.c_str());
        }
    }
    std::fflush(stdout); // a later measurement may give up
}

} // namespace chairside::bench
