// CSV from outside: RFC 4180 in UTF-8 or, with its mark, UTF-16; comma, semicolon or tab.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/result.h"
#include "core/services/ports/csv_table.h"

namespace chairside::exchange {

struct CsvLimits {
    std::size_t bytes = 64U * 1024 * 1024;
    std::size_t columns = 500;
    std::size_t records = 100'000;
};

// The separator is the one of , ; and tab that stands most often in the first line, outside quotes. Lines that are
// empty are left out. Invalid with every problem by its line (field "line N"), at most 50 of them: value
// "cells" (low: how many there are, high: how many the head has), "quote" (text behind a closing quote, or one that
// never closes), "nul", "encoding" (no UTF-8), "head" (empty, or a column twice), "columns", "records", "too_large".
[[nodiscard]] base::Result<services::CsvTable> readCsv(std::string_view bytes, const CsvLimits& limits = {});

} // namespace chairside::exchange
