// Options of reveal.js, wherever they stand: in front matter, in a page's script, in a project's
// file.
#pragma once

#include <string>
#include <string_view>

#include "deck/deck.h"
#include "support/error.h"

namespace ghreveal::check {

struct WrittenOption {
    std::string name;
    std::string value;  // "" where it is a list, a map or not known
    SourcePosition where;
    // Pages may have options of plugins: an unknown one is said where it looks like a slip.
    bool may_be_a_plugins = false;
};

// `version`: of reveal.js, whose options have changed.
void check_option(const WrittenOption&, const deck::RevealVersion&, Diagnostics&);

}  // namespace ghreveal::check
