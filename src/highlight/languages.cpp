#include "highlight/languages.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "support/ascii.h"
#include "support/file.h"

namespace ghreveal::highlight {
namespace {

// Where Debian's package puts source-highlight's definitions.
const std::filesystem::path kLibraryFolder = "/usr/share/source-highlight";

using Alias = std::pair<std::string_view, std::string_view>;

// Names that authors write after a fence, and the definition file that has the language.
constexpr std::array kAliases = std::to_array<Alias>({
    {"batch", "bat"},
    {"c", "cpp"},
    {"c#", "csharp"},
    {"c++", "cpp"},
    {"cc", "cpp"},
    {"cjs", "javascript"},
    {"cmd", "bat"},
    {"coffee", "coffeescript"},
    {"conf", "ini"},
    {"console", "bash"},
    {"cs", "csharp"},
    {"cxx", "cpp"},
    {"delphi", "pascal"},
    {"docker", "dockerfile"},
    {"ecmascript", "javascript"},
    {"erl", "erlang"},
    {"f90", "fortran"},
    {"golang", "go"},
    {"gradle", "groovy"},
    {"h", "cpp"},
    {"hpp", "cpp"},
    {"hs", "haskell"},
    {"htm", "xml"},
    {"html", "xml"},
    {"html5", "xml"},
    {"js", "javascript"},
    {"json5", "json"},
    {"jsonc", "json"},
    {"jsx", "javascript"},
    {"ksh", "bash"},
    {"make", "makefile"},
    {"mak", "makefile"},
    {"mjs", "javascript"},
    {"mk", "makefile"},
    {"ml", "caml"},
    {"mysql", "sql"},
    {"objc", "cpp"},
    {"objective-c", "cpp"},
    {"ocaml", "caml"},
    {"patch", "diff"},
    {"pl", "perl"},
    {"plsql", "sql"},
    {"postgresql", "sql"},
    {"protobuf", "proto"},
    {"ps", "postscript"},
    {"psql", "sql"},
    {"py", "python"},
    {"py3", "python"},
    {"python3", "python"},
    {"rb", "ruby"},
    {"rs", "rust"},
    {"rss", "xml"},
    {"sh", "bash"},
    {"shell", "bash"},
    {"shell-session", "bash"},
    {"shellsession", "bash"},
    {"sqlite", "sql"},
    {"svg", "xml"},
    {"terminal", "bash"},
    {"tex", "latex"},
    {"toml", "ini"},
    {"ts", "typescript"},
    {"tsx", "typescript"},
    {"vb", "vbscript"},
    {"xhtml", "xml"},
    {"xsl", "xml"},
    {"yml", "yaml"},
    {"zsh", "bash"},
});

// A name becomes part of a path: anything but a plain word could lead out of the folder.
bool is_plain_word(std::string_view name) {
    return !name.empty() && name.size() <= 32 && std::all_of(name.begin(), name.end(), [](char c) {
        return ascii::is_word_character(c) || c == '-' || c == '+' || c == '#';
    });
}

}  // namespace

std::optional<Definition> find_definition(std::string_view language) {
    if (!is_plain_word(language)) {
        return std::nullopt;
    }
    std::string name = ascii::lower_case(language);
    const auto alias = std::find_if(kAliases.begin(), kAliases.end(),
                                    [&](const Alias& a) { return a.first == name; });
    if (alias != kAliases.end()) {
        name = alias->second;
    }
    const std::string file = name + ".lang";
    const std::filesystem::path own = data_directory() / "themes" / "languages";
    std::error_code ignored;
    if (std::filesystem::exists(own / file, ignored)) {
        return Definition{own, file, true};
    }
    // Those that were installed with the program, else the package's.
    for (const std::filesystem::path& folder :
         {data_directory() / "source-highlight", kLibraryFolder}) {
        if (std::filesystem::exists(folder / file, ignored)) {
            return Definition{folder, file, false};
        }
    }
    return std::nullopt;
}

}  // namespace ghreveal::highlight
