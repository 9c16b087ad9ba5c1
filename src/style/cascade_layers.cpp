#include "style/cascade_layers.h"

#include <algorithm>

namespace ghreveal::style {

namespace {

// Calls visit with `a`, `a.b`, `a.b.c`.
template <typename Visit>
void for_each_prefix(std::string_view name, Visit&& visit) {
    for (std::size_t dot = name.find('.'); dot != std::string_view::npos;
         dot = name.find('.', dot + 1)) {
        visit(name.substr(0, dot));
    }
    visit(name);
}

}  // namespace

void CascadeLayers::mention(std::string_view name) {
    for_each_prefix(name, [this](std::string_view prefix) {
        place_of_.emplace(prefix, static_cast<int>(place_of_.size()));
    });
}

void CascadeLayers::settle() {
    std::vector<std::pair<std::vector<int>, std::string>> paths;
    for (const auto& [name, place] : place_of_) {
        std::vector<int> path;
        for_each_prefix(
            name, [&](std::string_view prefix) { path.push_back(place_of_.find(prefix)->second); });
        path.push_back(kUnlayered);
        paths.emplace_back(std::move(path), name);
    }
    std::sort(paths.begin(), paths.end());
    for (std::size_t i = 0; i < paths.size(); ++i) {
        ranks_[paths[i].second] = static_cast<int>(i);
    }
}

int CascadeLayers::rank(std::string_view name) const {
    const auto found = ranks_.find(name);
    return found == ranks_.end() ? kUnlayered : found->second;
}

}  // namespace ghreveal::style
