#pragma once

#include <span>
#include <string_view>

namespace chairside::exchange {

// One protocol template of resources/protocols/, compiled in. The views live as long as the program.
struct EmbeddedTemplate {
    std::string_view name; // the file name without ".json"
    std::string_view json; // the whole file, unchanged
};

// All templates, ascending by name. Empty only in a tree without templates.
[[nodiscard]] std::span<const EmbeddedTemplate> embeddedTemplates();

} // namespace chairside::exchange
