// Timing that compares: what the program takes, and what the machine can do at best, interleaved in the same run.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace chairside::bench {

// Milliseconds of one call.
[[nodiscard]] double timeOf(const std::function<void()>& work);

// Sorted samples.
class Samples {
public:
    void add(double milliseconds);
    // 0..100; the value below which so many per cent of the samples lie.
    [[nodiscard]] double percentile(double percent) const;
    [[nodiscard]] double median() const { return percentile(50); }
    [[nodiscard]] bool empty() const { return m_values.empty(); }

private:
    std::vector<double> m_values;
};

// One line of the table.
struct Figure {
    std::string what;
    double milliseconds = 0;
    std::string limit; // what it is compared with; empty: an absolute aim
    double limitMilliseconds = 0;
    std::string aim;
};

// Runs work and limit alternately, `rounds` times each after one warm-up, and returns the medians.
[[nodiscard]] Figure compare(std::string what, std::string limit, std::string aim, int rounds,
                             const std::function<void()>& work, const std::function<void()>& bare);

// The same for work that says itself how many milliseconds counted.
[[nodiscard]] Figure compareTaken(std::string what, std::string limit, std::string aim, int rounds,
                                  const std::function<double()>& work, const std::function<double()>& bare);

// The table grows row by row, so that one which gives up loses only its own figures.
void printHead();
void printRows(const std::vector<Figure>& figures);

} // namespace chairside::bench
