#include <fmt/format.h>

#include <array>

#include "layout/fragment.h"

namespace ghreveal::layout {

namespace {

constexpr std::array<const char*, 8> kKindNames{"block", "cell",     "inline",      "line",
                                                "text",  "replaced", "placeholder", "bullet"};

// Two decimals, without trailing zeros.
std::string number(Px value) {
    std::string text = fmt::format("{:.2f}", value);
    while (text.back() == '0') {
        text.pop_back();
    }
    if (text.back() == '.') {
        text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string source_name(const style::StyleSource& source) {
    std::string name = source.node == nullptr ? "" : source.node->name;
    if (source.pseudo == style::PseudoElement::kBefore) {
        name += "::before";
    } else if (source.pseudo == style::PseudoElement::kAfter) {
        name += "::after";
    } else if (source.pseudo == style::PseudoElement::kFirstLine) {
        name += "::first-line";
    } else if (source.pseudo == style::PseudoElement::kMarker) {
        name += "::marker";
    }
    return source.is_anonymous ? "(" + name + ")" : "<" + name + ">";
}

void dump_fragment(const Fragment& fragment, int depth, std::string& out) {
    const Rect& box = fragment.border_box;
    out += std::string(static_cast<std::size_t>(depth) * 2, ' ');
    out += kKindNames[static_cast<std::size_t>(fragment.kind)];
    if (fragment.kind != FragmentKind::kText && fragment.kind != FragmentKind::kLine) {
        out += " " + source_name(fragment.source);
    }
    out += fmt::format(" {},{} {}x{}", number(box.x), number(box.y), number(box.width),
                       number(box.height));
    if (fragment.kind == FragmentKind::kText) {
        out += " \"";
        for (const PlacedRun& placed : fragment.runs) {
            out += placed.run->text;
        }
        out += "\"";
    }
    if (fragment.kind == FragmentKind::kText || fragment.kind == FragmentKind::kLine) {
        out += " baseline " + number(fragment.baseline);
    }
    if (!fragment.label.empty()) {
        out += " \"" + fragment.label + "\"";
    }
    out += fragment.is_float ? " floating" : "";
    out += fragment.clips ? " clips" : "";
    out += '\n';
    for (const Fragment& child : fragment.children) {
        dump_fragment(child, depth + 1, out);
    }
}

}  // namespace

std::string dump(const Fragment& fragment) {
    std::string out;
    dump_fragment(fragment, 0, out);
    return out;
}

}  // namespace ghreveal::layout
