// `outputs:` of ghreveal.yml: a list of exports, each with options of `ghreveal export`.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/options.h"
#include "support/error.h"

namespace ghreveal::cli {

struct FileOutput {
    SourcePosition where;
    // Options without their dashes -> values; those that the command line has are left out.
    std::vector<std::pair<std::string, std::string>> options;
};

// Nothing when the command line itself asks for an output, or there is no such list. Throws Error
// with file and line for what is no option.
std::vector<FileOutput> outputs_of_file(const Options&);

// What `words`, the whole command line, asks for with these options added: the command line counts
// over the deck, the deck over the file.
Options with_output(std::vector<std::string> words, const FileOutput&);

}  // namespace ghreveal::cli
