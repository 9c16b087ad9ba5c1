#include "export/pictures/svg_ids.h"

#include <algorithm>
#include <array>
#include <map>

#include "support/ascii.h"

namespace ghreveal::exporter {

namespace {

// What a name follows, and what ends it.
struct Mention {
    std::string_view before;
    char after;
};
constexpr std::array kMentions{Mention{" id=\"", '"'}, Mention{"url(#", ')'},
                               Mention{"href=\"#", '"'}};

class Names {
public:
    const std::string& new_name(std::string_view old) {
        const auto known = names_.find(old);
        if (known != names_.end()) {
            return known->second;
        }
        const std::string kind(old.substr(
            0, static_cast<std::size_t>(std::find_if_not(old.begin(), old.end(), ascii::is_letter) -
                                        old.begin())));
        return names_.emplace(old, kind + std::to_string(counts_[kind]++)).first->second;
    }

private:
    std::map<std::string, std::string, std::less<>> names_;
    std::map<std::string, int> counts_;
};

// The mention that begins at `at`, if one does.
const Mention* mention_at(std::string_view svg, std::size_t at) {
    for (const Mention& mention : kMentions) {
        if (svg.substr(at, mention.before.size()) == mention.before) {
            return &mention;
        }
    }
    return nullptr;
}

}  // namespace

std::string with_ids_in_order(std::string_view svg) {
    Names names;
    std::string result;
    result.reserve(svg.size());
    std::size_t copied = 0;
    for (std::size_t at = svg.find_first_of(" uh"); at != std::string_view::npos;
         at = svg.find_first_of(" uh", at)) {
        const Mention* mention = mention_at(svg, at);
        if (mention == nullptr) {
            ++at;
            continue;
        }
        const std::size_t start = at + mention->before.size();
        const std::size_t end = std::min(svg.find(mention->after, start), svg.size());
        result += svg.substr(copied, start - copied);
        result += names.new_name(svg.substr(start, end - start));
        copied = end;
        at = end;
    }
    result += svg.substr(copied);
    return result;
}

}  // namespace ghreveal::exporter
