// A file of findings that are known and not told again: their fingerprints, one a line, with what
// they say behind for whoever reads it.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "check/finding.h"
#include "support/limits.h"

namespace ghreveal::check {

using Baseline = std::set<std::string>;  // fingerprints

// Throws Error when it is there and cannot be read; without one nothing is known.
Baseline read_baseline(const std::filesystem::path&, const Limits&);
Findings without_known(Findings, const Baseline&);
std::string baseline_text(const Findings&);

}  // namespace ghreveal::check
