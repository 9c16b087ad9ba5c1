// make_grammars HIGHLIGHT.JS DESCRIBE_LANGUAGE.JS FOLDER: runs highlight.js once, in Duktape, and
// writes its grammars into FOLDER: NAME.grammar for each language, and `index` with all names.
// Part of the build; the program itself runs no JavaScript for code.
#include <duktape.h>
#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "grammar_text.h"
#include "support/file.h"

namespace {

using ghreveal::grammars::grammar_text;
using ghreveal::grammars::index_line;

constexpr std::size_t kLargestScript = 16u << 20;

class Engine {
public:
    void run(const std::string& script, const std::string& name) {
        duk_context* context = context_.get();
        duk_push_lstring(context, name.data(), name.size());
        if (duk_pcompile_lstring_filename(context, 0, script.data(), script.size()) != 0 ||
            duk_pcall(context, 0) != 0) {
            throw std::runtime_error(fmt::format("{}: {}", name, duk_safe_to_string(context, -1)));
        }
        duk_pop(context);
    }
    std::string value_of(const std::string& expression) {
        duk_context* context = context_.get();
        if (duk_peval_lstring(context, expression.data(), expression.size()) != 0) {
            throw std::runtime_error(duk_safe_to_string(context, -1));
        }
        const std::string value = duk_safe_to_string(context, -1);
        duk_pop(context);
        return value;
    }

private:
    std::unique_ptr<duk_context, decltype(&duk_destroy_heap)> context_{duk_create_heap_default(),
                                                                       &duk_destroy_heap};
};

nlohmann::json described_languages(const std::filesystem::path& highlight_js,
                                   const std::filesystem::path& describe_js) {
    Engine engine;
    // What a browser has, and highlight.js looks for.
    engine.run(
        "var window = {}; window.window = window; var silent = function() {};"
        "var console = {log: silent, warn: silent, error: silent};",
        "browser");
    for (const std::filesystem::path& script : {highlight_js, describe_js}) {
        engine.run(ghreveal::read_file(script, kLargestScript), script.string());
    }
    return nlohmann::json::parse(engine.value_of("JSON.stringify(describe_all())"));
}

void write(const std::filesystem::path& path, const std::string& text) {
    ghreveal::AtomicFile file(path);
    file.write(text);
    file.commit();
}

void make_grammars(const nlohmann::json& languages, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    std::string index;
    for (const nlohmann::json& language : languages) {
        write(folder / (language.at("name").get<std::string>() + ".grammar"),
              grammar_text(language));
        index += index_line(language);
    }
    // The last: the build takes it for the whole.
    write(folder / "index", index);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        fmt::print(stderr, "usage: make_grammars HIGHLIGHT.JS DESCRIBE_LANGUAGE.JS FOLDER\n");
        return 2;
    }
    try {
        make_grammars(described_languages(arguments[1], arguments[2]), arguments[3]);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "make_grammars: {}\n", failure.what());
        return 1;
    }
    return 0;
}
