// Keys as somebody who tries everything would press them; the same seed presses the same keys.
#pragma once

#include <QString>
#include <functional>
#include <random>
#include <vector>

namespace chairside::test {

class RandomKeys {
public:
    // letters: what is typed between the keys that move, choose and save.
    RandomKeys(unsigned seed, QString letters) : m_random(seed), m_letters(std::move(letters)) {}

    // What a key chord of the main window does.
    void add(std::function<void()> command) { m_commands.push_back(std::move(command)); }
    void press(int count);

private:
    void pressOne();
    [[nodiscard]] int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(m_random); }

    std::mt19937 m_random;
    QString m_letters;
    std::vector<std::function<void()>> m_commands;
};

} // namespace chairside::test
