// The targets of one reader each, which need none of the stages behind it.
#pragma once

#include <string_view>

#include "support/error.h"

namespace ghreveal::fuzz {

struct Target {
    std::string_view name;
    void (*run)(std::string_view bytes);
};

// Null when there is none of that name.
const Target* find_reader(std::string_view name);

// What a person would be told.
template <typename Work>
void with_messages(Work&& work) {
    try {
        work();
    } catch (const Error&) {
    }
}

}  // namespace ghreveal::fuzz
