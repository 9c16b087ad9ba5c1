// The module that runs KaTeX in Duktape. Nothing of a deck's own is ever run in it, and it has no
// file, network or clock.
#include <duktape.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string_view>

#include "math/modules/katex/cesu8.h"
#include "math/modules/katex/memory.h"
#include "math/modules/katex_module.h"
#include "support/file.h"

namespace ghreveal::math {

namespace {

// No sum that is taken or given back comes near its ends.
constexpr std::size_t kUnbounded = std::numeric_limits<std::size_t>::max() / 2;

void* allocate(void* memory, duk_size_t bytes) {
    return static_cast<Memory*>(memory)->allocate(bytes);
}

void* reallocate(void* memory, void* piece, duk_size_t bytes) {
    return static_cast<Memory*>(memory)->reallocate(piece, bytes);
}

void release(void* memory, void* piece) {
    static_cast<Memory*>(memory)->release(piece);
}

// Only what is called outside of any duk_safe_call comes here: an error in this program.
void fail(void*, const char*) {
    std::abort();
}

// Calls of Duktape's functions leave by longjmp when they fail: no objects with destructors may be
// in the functions below that duk_safe_call calls.
struct Load {
    const std::string& bytecode;
};

duk_ret_t run_script(duk_context* context, void* argument) {
    const std::string& bytecode = static_cast<const Load*>(argument)->bytecode;
    void* buffer = duk_push_fixed_buffer(context, bytecode.size());
    std::memcpy(buffer, bytecode.data(), bytecode.size());
    duk_load_function(context);
    duk_call(context, 0);
    return 0;
}

struct Definition {
    const std::string& name;
    const std::string& expansion;
};

duk_ret_t define_macro(duk_context* context, void* argument) {
    const auto& macro = *static_cast<const Definition*>(argument);
    duk_get_global_string(context, "ghreveal_macros");
    duk_push_lstring(context, macro.name.data(), macro.name.size());
    duk_push_lstring(context, macro.expansion.data(), macro.expansion.size());
    duk_put_prop(context, -3);
    return 0;
}

struct Setting {
    const char* function;
    const std::string& tex;  // in CESU-8
    FormulaStyle style;
    int expansions;
};

duk_ret_t set_formula(duk_context* context, void* argument) {
    const auto& setting = *static_cast<const Setting*>(argument);
    duk_get_global_string(context, setting.function);
    duk_push_lstring(context, setting.tex.data(), setting.tex.size());
    duk_push_boolean(context, setting.style == FormulaStyle::kDisplay);
    duk_push_int(context, setting.expansions);
    duk_call(context, 3);
    return 1;
}

// "KaTeX parse error: WHAT at position 3: a^{…" -> "WHAT": where it is is said in another way.
std::string sentence_of(std::string_view message) {
    constexpr std::string_view kBeginning = "KaTeX parse error: ";
    if (message.starts_with(kBeginning)) {
        message.remove_prefix(kBeginning.size());
    }
    for (const std::string_view place : {" at position ", " at end of input: "}) {
        message = message.substr(0, message.rfind(place));
    }
    return std::string(message);
}

// JavaScript counts UTF-16 units.
std::size_t byte_offset(std::string_view text, int units) {
    std::size_t at = 0;
    while (units > 0 && at < text.size()) {
        const auto byte = static_cast<unsigned char>(text[at]);
        units -= byte >= 0xF0 ? 2 : 1;
        at += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    }
    return std::min(at, text.size());
}

std::string_view string_at(duk_context* context, duk_idx_t index) {
    duk_size_t size = 0;
    const char* text = duk_get_lstring(context, index, &size);
    return text == nullptr ? std::string_view{} : std::string_view{text, size};
}

bool needs_chemistry(std::string_view tex) {
    return tex.find("\\ce") != tex.npos || tex.find("\\pu") != tex.npos;
}

class DuktapeEngine final : public Engine {
public:
    // `function`: the script's, which sets a formula.
    DuktapeEngine(const EngineOptions& options, const char* function)
        : function_(function),
          folder_(options.folder),
          macros_(options.macros),
          limits_(options.limits),
          macros_need_chemistry_(std::any_of(macros_.begin(), macros_.end(), [](const auto& macro) {
              return needs_chemistry(macro.second);
          })) {}

    ~DuktapeEngine() override { close(); }

    TypesetFormula set(const Formula& formula) override {
        open_for(formula);
        memory_.allowance = {bytes_left_, limits_.formula_steps};
        const std::string tex = to_cesu8(formula.tex);
        Setting setting{function_, tex, formula.style, limits_.formula_expansions};
        const bool failed =
            duk_safe_call(context_, set_formula, &setting, 0, 1) != DUK_EXEC_SUCCESS;
        if (failed) {
            close();
            return {.problem = "it is nested too deep, or takes too much memory or too many steps",
                    .out_of_bounds = true};
        }
        bytes_left_ = memory_.allowance.bytes_left;
        TypesetFormula result;
        if (duk_is_string(context_, -1)) {
            result.html = from_cesu8(string_at(context_, -1));
        } else {
            result = problem_at_top(formula.tex);
        }
        duk_pop(context_);
        return result;
    }

private:
    // What the script tells in place of HTML: a sentence and a position.
    TypesetFormula problem_at_top(std::string_view tex) {
        TypesetFormula result;
        duk_get_prop_index(context_, -1, 0);
        result.problem = sentence_of(from_cesu8(string_at(context_, -1)));
        duk_get_prop_index(context_, -2, 1);
        if (const int position = duk_get_int(context_, -1); position >= 0) {
            result.offset = byte_offset(tex, position);
        }
        duk_pop_2(context_);
        return result;
    }

    // What KaTeX itself takes is not bounded: it does not come from a deck.
    void open_for(const Formula& formula) {
        const bool is_open = context_ != nullptr;
        const bool lacks_chemistry =
            !has_chemistry_ && (macros_need_chemistry_ || needs_chemistry(formula.tex));
        if (is_open && !lacks_chemistry) {
            return;
        }
        memory_.allowance = {kUnbounded, kUnbounded};
        if (!is_open) {
            open();
        }
        if (lacks_chemistry) {
            load("mhchem.bytecode");
            has_chemistry_ = true;
        }
        bytes_left_ = limits_.formula_memory_bytes;
    }

    void open() {
        context_ = duk_create_heap(allocate, reallocate, release, &memory_, fail);
        if (context_ == nullptr) {
            throw Error({}, "there is no memory for formulas");
        }
        load("katex.bytecode");
        for (const auto& [name, expansion] : macros_) {
            Definition macro{name, expansion};
            duk_safe_call(context_, define_macro, &macro, 0, 1);
            duk_pop(context_);
        }
    }

    void close() {
        if (context_ != nullptr) {
            duk_destroy_heap(context_);
            memory_.clear();
        }
        context_ = nullptr;
        has_chemistry_ = false;
    }

    void load(const char* name) {
        const std::string bytecode = read_file(folder_ / name, limits_.source_bytes);
        Load script{bytecode};
        const bool failed = duk_safe_call(context_, run_script, &script, 0, 1) != DUK_EXEC_SUCCESS;
        if (failed) {
            const std::string reason = duk_safe_to_string(context_, -1);
            close();
            throw Error({(folder_ / name).string(), 0},
                        fmt::format("the script cannot be run: {}", reason),
                        "is ghreveal installed completely?");
        }
        duk_pop(context_);
    }

    const char* function_;
    std::filesystem::path folder_;
    Macros macros_;
    const Limits& limits_;
    bool macros_need_chemistry_ = false;
    Memory memory_;
    std::size_t bytes_left_ = 0;  // of the memory bound, after the formula before
    duk_context* context_ = nullptr;
    bool has_chemistry_ = false;
};

}  // namespace

}  // namespace ghreveal::math

ghreveal::math::Engine* ghreveal_new_formula_engine(const ghreveal::math::EngineOptions& options) {
    return new ghreveal::math::DuktapeEngine(options, "ghreveal_set");
}

ghreveal::math::Engine* ghreveal_new_mathml_engine(const ghreveal::math::EngineOptions& options) {
    return new ghreveal::math::DuktapeEngine(options, "ghreveal_mathml");
}
