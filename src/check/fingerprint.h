// What stays the same of a finding while lines move: its rule, its file and what it says.
#pragma once

#include <string>

#include "check/finding.h"

namespace ghreveal::check {

// Sixteen hexadecimal digits.
std::string fingerprint_of(const Finding&);

}  // namespace ghreveal::check
