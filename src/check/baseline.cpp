#include "check/baseline.h"

#include <fmt/format.h>

#include <algorithm>

#include "check/fingerprint.h"
#include "support/ascii.h"
#include "support/file.h"

namespace ghreveal::check {

Baseline read_baseline(const std::filesystem::path& file, const Limits& limits) {
    Baseline known;
    if (!is_there(file)) {
        return known;
    }
    const std::string text = read_file(file, limits.source_bytes);
    for (const std::string_view line : ascii::split(text, '\n')) {
        if (const std::string_view word = line.substr(0, line.find(' ')); !word.empty()) {
            known.emplace(word);
        }
    }
    return known;
}

Findings without_known(Findings findings, const Baseline& known) {
    findings.erase(std::remove_if(findings.begin(), findings.end(),
                                  [&](const Finding& finding) {
                                      return known.contains(fingerprint_of(finding));
                                  }),
                   findings.end());
    return findings;
}

std::string baseline_text(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings) {
        text += fmt::format("{} {}", fingerprint_of(finding), to_string(finding.where));
        text += printable(fmt::format(" {} [{}]", finding.what, facts_of(finding.rule).name));
        text += "\n";
    }
    return text;
}

}  // namespace ghreveal::check
