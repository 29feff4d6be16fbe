// The key of an encrypted data file while a connection holds it; wiped when it goes.
#pragma once

#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chairside::store {

// The bytes of a key, wiped when they go.
class KeyBytes {
public:
    explicit KeyBytes(std::vector<unsigned char> bytes) : m_bytes(std::move(bytes)) {}
    ~KeyBytes() {
        if (!m_bytes.empty()) ::explicit_bzero(m_bytes.data(), m_bytes.size());
    }
    KeyBytes(const KeyBytes&) = delete;
    KeyBytes& operator=(const KeyBytes&) = delete;
    [[nodiscard]] std::span<const unsigned char> span() const { return m_bytes; }

private:
    std::vector<unsigned char> m_bytes;
};

class CipherKey {
public:
    // No key: the file is not encrypted.
    CipherKey() = default;
    // As SQLCipher takes a key that needs no derivation: x'0011…'.
    explicit CipherKey(std::span<const unsigned char> bytes) {
        if (bytes.empty()) return;
        constexpr std::string_view digits = "0123456789abcdef";
        m_text.reserve(2 * bytes.size() + 3); // so that no copy of a part stays behind
        m_text += "x'";
        for (const unsigned char byte : bytes) {
            m_text += digits[byte >> 4U];
            m_text += digits[byte & 15U];
        }
        m_text += '\'';
    }
    ~CipherKey() { ::explicit_bzero(m_text.data(), m_text.size()); }
    CipherKey(const CipherKey&) = default;
    CipherKey& operator=(const CipherKey& other) {
        if (this == &other) return *this;
        ::explicit_bzero(m_text.data(), m_text.size());
        m_text = other.m_text;
        return *this;
    }
    [[nodiscard]] bool none() const { return m_text.empty(); }
    [[nodiscard]] const char* text() const { return m_text.data(); }
    // What it was made of; empty for none.
    [[nodiscard]] KeyBytes bytes() const {
        std::vector<unsigned char> bytes(none() ? 0 : (m_text.size() - 3) / 2);
        const auto value = [](char hex) {
            return static_cast<unsigned>(hex <= '9' ? hex - '0' : hex - 'a' + 10);
        };
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            bytes[i] = static_cast<unsigned char>(value(m_text[2 * i + 2]) * 16U + value(m_text[2 * i + 3]));
        }
        return KeyBytes(std::move(bytes));
    }
    [[nodiscard]] int size() const { return static_cast<int>(m_text.size()); }

private:
    std::string m_text;
};

} // namespace chairside::store
