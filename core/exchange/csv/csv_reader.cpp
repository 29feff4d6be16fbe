#include "core/exchange/csv/csv_reader.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/exchange/text_encoding.h"

namespace chairside::exchange {

namespace {

constexpr std::size_t kMostProblems = 50;

base::Problem problemAt(std::size_t line, const char* what, std::string low = {}, std::string high = {}) {
    return {"line " + std::to_string(line), base::Rule::NotAllowed, std::move(low), std::move(high), what};
}

char separatorOf(std::string_view text) {
    // Lines that are empty do not count, so the first one that is not tells.
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    std::size_t tabs = 0;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        commas += c == ',' ? 1 : 0;
        semicolons += c == ';' ? 1 : 0;
        tabs += c == '\t' ? 1 : 0;
    }
    if (semicolons > commas && semicolons >= tabs) return ';';
    return tabs > commas ? '\t' : ',';
}

// Takes the text apart, one record a call.
class Splitter {
public:
    Splitter(std::string_view text, char separator, std::size_t columns)
        : m_text(text), m_separator(separator), m_columns(columns) {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] const std::optional<base::Problem>& problem() const { return m_problem; }

    services::CsvRow next() {
        services::CsvRow record{m_line, {}};
        do {
            record.cells.push_back(cell());
        } while (!m_problem && record.cells.size() <= m_columns && take(m_separator));
        if (!m_problem && record.cells.size() > m_columns)
            m_problem = problemAt(record.line, "columns", {}, std::to_string(m_columns));
        endLine();
        return record;
    }

private:
    bool take(char wanted) {
        if (atEnd() || m_text[m_at] != wanted) return false;
        ++m_at;
        return true;
    }

    [[nodiscard]] bool atBreak() const { return m_text[m_at] == '\n' || m_text[m_at] == '\r'; }

    void endLine() {
        if (atEnd()) return;
        if (take('\r'))
            static_cast<void>(take('\n'));
        else
            static_cast<void>(take('\n'));
        ++m_line;
    }

    std::string cell() {
        if (take('"')) return quotedCell();
        const auto from = m_at;
        while (!atEnd() && m_text[m_at] != m_separator && !atBreak())
            ++m_at;
        return std::string(m_text.substr(from, m_at - from));
    }

    std::string quotedCell() {
        const auto opened = m_line;
        std::string cell;
        while (!atEnd()) {
            const char c = m_text[m_at++];
            if (c == '"' && !take('"')) {
                if (!atEnd() && m_text[m_at] != m_separator && !atBreak()) m_problem = problemAt(m_line, "quote");
                return cell;
            }
            const bool lineEnds = c == '\n' || (c == '\r' && (atEnd() || m_text[m_at] != '\n'));
            if (lineEnds) ++m_line;
            cell += c;
        }
        m_problem = problemAt(opened, "quote");
        return cell;
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_columns;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::optional<base::Problem> m_problem;
};

bool isEmpty(const services::CsvRow& record) {
    return record.cells.size() == 1 && record.cells.front().empty();
}

bool isGoodHead(const std::vector<std::string>& head) {
    std::set<std::string> seen;
    return std::ranges::all_of(head, [&seen](const std::string& name) { return seen.insert(name).second; });
}

base::Result<services::CsvTable> split(std::string_view text, const CsvLimits& limits) {
    services::CsvTable table;
    Splitter splitter(text, separatorOf(text), limits.columns);
    base::Problems problems;
    while (!splitter.atEnd() && problems.size() < kMostProblems) {
        auto record = splitter.next();
        if (splitter.problem()) {
            problems.push_back(*splitter.problem());
            break; // where a quote is open nobody can tell what follows
        }
        if (isEmpty(record)) continue;
        if (table.head.empty()) {
            table.head = std::move(record.cells);
            if (!isGoodHead(table.head)) problems.push_back(problemAt(record.line, "head"));
        } else if (record.cells.size() != table.head.size()) {
            problems.push_back(problemAt(record.line, "cells", std::to_string(record.cells.size()),
                                         std::to_string(table.head.size())));
        } else if (table.rows.size() == limits.records) {
            problems.push_back(problemAt(record.line, "records", {}, std::to_string(limits.records)));
            break;
        } else {
            table.rows.push_back(std::move(record));
        }
    }
    if (table.head.empty() && problems.empty()) problems.push_back(problemAt(1, "head"));
    if (!problems.empty()) return base::invalid(std::move(problems));
    return table;
}

} // namespace

base::Result<services::CsvTable> readCsv(std::string_view bytes, const CsvLimits& limits) {
    if (bytes.size() > limits.bytes)
        return base::invalid({problemAt(1, "too_large", {}, std::to_string(limits.bytes))});
    const auto text = toUtf8(bytes);
    if (!text) {
        const auto line = 1 + static_cast<std::size_t>(std::ranges::count(bytes.substr(0, text.error()), '\n'));
        return base::invalid({problemAt(line, "encoding")});
    }
    if (const auto nul = text->find('\0'); nul != std::string::npos) {
        const auto line =
            1 + static_cast<std::size_t>(std::ranges::count(std::string_view(*text).substr(0, nul), '\n'));
        return base::invalid({problemAt(line, "nul")});
    }
    return split(*text, limits);
}

} // namespace chairside::exchange
