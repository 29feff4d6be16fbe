// Internal to core/access: numbers and bytes in a file, lowest byte first.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace chairside::access {

class ByteWriter {
public:
    void number(std::uint64_t value, int size) {
        for (int i = 0; i < size; ++i)
            m_text += static_cast<char>((value >> (8 * i)) & 0xffU);
    }
    void bytes(std::string_view text) { m_text += text; }
    template <std::size_t N>
    void bytes(const std::array<unsigned char, N>& from) {
        m_text.append(reinterpret_cast<const char*>(from.data()), N);
    }
    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

// Reading past the end gives zeros and is remembered.
class ByteReader {
public:
    explicit ByteReader(std::string_view text) : m_rest(text) {}
    [[nodiscard]] std::uint64_t number(int size) {
        std::uint64_t value = 0;
        const auto part = take(static_cast<std::size_t>(size));
        for (std::size_t i = 0; i < part.size(); ++i)
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(part[i])) << (8 * i);
        return value;
    }
    [[nodiscard]] std::string_view take(std::size_t size) {
        if (size > m_rest.size()) {
            m_good = false;
            m_rest = {};
            return {};
        }
        const auto part = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return part;
    }
    template <std::size_t N>
    void into(std::array<unsigned char, N>& target) {
        std::ranges::copy(take(N), target.begin());
    }
    [[nodiscard]] bool good() const { return m_good; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_good = true;
};

} // namespace chairside::access
