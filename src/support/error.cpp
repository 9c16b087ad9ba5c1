#include "support/error.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "support/ascii.h"

namespace ghreveal {
namespace {

std::string with_position(const SourcePosition& where, const char* kind, const std::string& what,
                          const std::string& hint) {
    std::string line = to_string(where);
    if (!line.empty()) {
        line += ": ";
    }
    line.append(kind).append(": ").append(what);
    if (!hint.empty()) {
        line.append("; ").append(hint);
    }
    return printable(line);
}

// What makes two warnings the same one: the whole line a person would read.
std::string identity(const Diagnostic& d) {
    return to_string(d);
}

// Edit distance in which exchanging two neighbours is one edit (optimal string alignment): the
// commonest typing mistake should not count twice.
std::size_t edit_distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before.swap(last);
        last.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({substituted, last[j] + 1, row[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
    }
    return row[b.size()];
}

}  // namespace

// Messages quote decks, addresses and file names: what a terminal would obey is shown as an escape
// (C0 and C1 controls; in UTF-8 the latter are 0xC2 0x80 … 0xC2 0x9F). Bidirectional controls,
// which reorder a line, are shown too.
std::string printable(const std::string& text) {
    std::string safe;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
        const auto third = static_cast<unsigned char>(i + 2 < text.size() ? text[i + 2] : 0);
        if (byte < 0x20 || byte == 0x7F) {
            constexpr std::string_view kHex = "0123456789abcdef";
            safe += "\\x";
            safe += kHex[byte >> 4];
            safe += kHex[byte & 0xF];
        } else if (byte == 0xC2 && next >= 0x80 && next < 0xA0) {
            safe += next < 0x90 ? "\\u008" : "\\u009";
            safe += "0123456789abcdef"[next & 0xF];
            ++i;
        } else if (byte == 0xE2 && ((next == 0x80 && third >= 0xAA && third <= 0xAE) ||
                                    (next == 0x81 && third >= 0xA6 && third <= 0xA9))) {
            safe += next == 0x80 ? "\\u202" : "\\u206";
            safe += "0123456789abcdef"[third & 0xF];
            i += 2;
        } else {
            safe += text[i];
        }
    }
    return safe;
}

std::string to_string(const SourcePosition& where) {
    if (where.line <= 0) {
        return where.file;
    }
    return where.file + ":" + std::to_string(where.line);
}

Error::Error(SourcePosition where, const std::string& what, std::string hint, Rule rule)
    : std::runtime_error(what), where_(std::move(where)), hint_(std::move(hint)), rule_(rule) {}

std::string Error::message() const {
    return with_position(where_, "error", what(), hint_);
}

std::string to_string(const Diagnostic& d) {
    return with_position(d.where, "warning", d.what, d.hint);
}

void Diagnostics::warn(Rule rule, SourcePosition where, std::string what, std::string hint) {
    report({rule, std::move(where), std::move(what), std::move(hint)});
}

void Diagnostics::report(Diagnostic diagnostic) {
    if (seen_.insert(identity(diagnostic)).second) {
        warnings_.push_back(std::move(diagnostic));
    }
}

std::string nearest_match(const std::string& word, const std::vector<std::string>& candidates) {
    // A third of the letters may be wrong: more, and the suggestion is a guess.
    std::size_t nearest = (word.size() + 2) / 3 + 1;
    std::string match;
    for (const std::string& candidate : candidates) {
        if (ascii::equal_ignoring_case(word, candidate) && word != candidate) {
            return candidate;
        }
        const std::size_t longer = std::max(word.size(), candidate.size());
        if (longer - std::min(word.size(), candidate.size()) >= nearest) {
            continue;  // the distance is at least that
        }
        const std::size_t distance = edit_distance(word, candidate);
        if (distance >= nearest || distance >= candidate.size()) {
            continue;
        }
        nearest = distance;
        match = candidate;
    }
    return match;
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates) {
    const std::string near = nearest_match(word, candidates);
    return near.empty() ? "" : "did you mean '" + near + "'?";
}

}  // namespace ghreveal
