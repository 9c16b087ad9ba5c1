#include "paint/painted_states.h"

#include <algorithm>

namespace ghreveal::paint {

namespace {

bool is_same(const style::ElementStyles& a, const style::ElementStyles& b) {
    return a.element == b.element && a.before == b.before && a.after == b.after &&
           a.marker == b.marker && a.first_letter == b.first_letter &&
           a.first_line == b.first_line && a.is_closed == b.is_closed;
}

bool has_changed(std::size_t at, const style::SlideStyles& before, const style::SlideStyles& now) {
    const bool was = at < before.by_node.size();
    const bool is = at < now.by_node.size();
    return was != is || (is && !is_same(before.by_node[at], now.by_node[at]));
}

}  // namespace

bool is_remembered(const layout::Fragment& fragment) {
    return fragment.kind != layout::FragmentKind::kText &&
           fragment.kind != layout::FragmentKind::kBullet &&
           fragment.kind != layout::FragmentKind::kLine && !fragment.source.is_anonymous;
}

void PaintedStates::begin_state(const dom::Node& section, const style::SlideStyles& before,
                                const style::SlideStyles& now) {
    ++state_;
    first_node_ = now.first_node;
    is_affected_.assign(std::max(before.by_node.size(), now.by_node.size()), true);
    mark_changed(section, before, now, false);
}

bool PaintedStates::mark_changed(const dom::Node& node, const style::SlideStyles& before,
                                 const style::SlideStyles& now, bool is_around_changed) {
    const std::size_t at = node.index - first_node_;
    const bool changed = is_around_changed || has_changed(at, before, now);
    bool is_affected = changed;
    for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
        if (child->is_element()) {
            is_affected = mark_changed(*child, before, now, changed) || is_affected;
        }
    }
    if (at < is_affected_.size()) {
        is_affected_[at] = is_affected;
    }
    return is_affected;
}

void PaintedStates::end_state(std::shared_ptr<const DisplayList> painted) {
    list_ = std::move(painted);
}

void PaintedStates::forget() {
    ++state_;
    painted_.clear();
    is_affected_.clear();
}

const PaintedStates::Painted* PaintedStates::find(const layout::Fragment& fragment,
                                                  Phase phase) const {
    const dom::Node* node = fragment.source.node;
    const std::size_t at = node == nullptr ? is_affected_.size() : node->index - first_node_;
    if (at >= is_affected_.size() || is_affected_[at]) {
        return nullptr;
    }
    const auto found = painted_.find(&fragment);
    if (found == painted_.end()) {
        return nullptr;
    }
    const Painted& painted = found->second[static_cast<std::size_t>(phase)];
    return painted.state == state_ - 1 ? &painted : nullptr;
}

void PaintedStates::take_over(const layout::Fragment& fragment, Phase phase, DisplayList& out) {
    Painted& painted = painted_[&fragment][static_cast<std::size_t>(phase)];
    const auto begin = list_->begin() + static_cast<std::ptrdiff_t>(painted.begin);
    const auto end = list_->begin() + static_cast<std::ptrdiff_t>(painted.end);
    painted.begin = out.size();
    out.insert(out.end(), begin, end);
    painted.end = out.size();
    painted.state = state_;
}

void PaintedStates::remember(const layout::Fragment& fragment, Phase phase, Painted painted) {
    painted.state = state_;
    painted_[&fragment][static_cast<std::size_t>(phase)] = painted;
}

}  // namespace ghreveal::paint
