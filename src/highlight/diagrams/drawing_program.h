// A program that draws: text in on its standard input, a picture out on its standard output.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/limits.h"

namespace ghreveal::highlight {

struct Drawing {
    std::string output;
    std::string failure;  // a sentence; empty when the program ended well
};

// Runs it without a shell, for as long and for as much output as the Limits say; then it is ended,
// with all that it has started.
Drawing run_drawing_program(const std::vector<std::string>& command, std::string_view input,
                            const Limits&);

}  // namespace ghreveal::highlight
