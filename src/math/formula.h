// A formula in TeX and what it is set as: HTML made for KaTeX's style sheet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "support/limits.h"

namespace ghreveal::math {

enum class FormulaStyle : std::uint8_t { kInline, kDisplay };

struct Formula {
    std::string tex;
    FormulaStyle style = FormulaStyle::kInline;
    auto operator<=>(const Formula&) const = default;
};

struct TypesetFormula {
    static constexpr std::size_t kUnknownOffset = static_cast<std::size_t>(-1);

    std::string html{};                   // empty with a problem
    std::string problem{};                // "Expected 'EOF', got '}'"
    std::size_t offset = kUnknownOffset;  // of the problem, in bytes of the TeX
    bool out_of_bounds = false;           // memory or steps were used up
};

// Macro names with their backslash -> what they stand for, with #1, #2 … for arguments.
using Macros = std::map<std::string, std::string>;

// What sets formulas, one after another: macros that one defines globally (\gdef) are there for the
// next.
class Engine {
public:
    Engine() = default;
    virtual ~Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    virtual TypesetFormula set(const Formula&) = 0;
};

struct EngineOptions {
    std::filesystem::path folder;  // of the scripts as the build compiled them
    const Macros& macros;
    const Limits& limits;
};

}  // namespace ghreveal::math
