// A language's modes, as describe_language.js gives them -> the text that ghreveal reads
// (docs/languages.md says what it looks like).
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace ghreveal::grammars {

// Throws std::runtime_error, naming language and mode, for an expression that cannot be translated.
std::string grammar_text(const nlohmann::json& language);
// Its line in the list of all languages: "+python py gyp"; "-" for one that is never guessed.
std::string index_line(const nlohmann::json& language);

}  // namespace ghreveal::grammars
