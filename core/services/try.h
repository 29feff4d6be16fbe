// For the .cpp files of core/services and the layers above it in core: takes the value out of a Result, or
// returns its error from the enclosing function.
//     const auto course = CHAIRSIDE_TRY(unit.tx().courses().get(id));
#pragma once

#include <expected>
#include <utility>

// The local is numbered so that one use may stand inside the expression of another.
#define CHAIRSIDE_TRY(expression) CHAIRSIDE_TRY_AS(expression, CHAIRSIDE_JOIN(tried, __COUNTER__))
#define CHAIRSIDE_JOIN(a, b) CHAIRSIDE_PASTE(a, b)
#define CHAIRSIDE_PASTE(a, b) a##b
#define CHAIRSIDE_TRY_AS(expression, tried)                                                                            \
    __extension__({                                                                                                    \
        auto&& tried = (expression);                                                                                   \
        if (!tried) return std::unexpected(std::move(tried).error());                                                  \
        *std::move(tried);                                                                                             \
    })
