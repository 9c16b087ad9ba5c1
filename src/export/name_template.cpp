#include "export/name_template.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "support/error.h"

namespace ghreveal::exporter {

namespace {

struct KnownField {
    const char* name;
    NameField field;
    bool is_of_page;
};

constexpr KnownField kFields[] = {
    {"name", NameField::kName, false},  {"path", NameField::kPath, false},
    {"slide", NameField::kSlide, true}, {"step", NameField::kStep, true},
    {"p", NameField::kPage, true},      {"0p", NameField::kPaddedPage, true},
    {"t", NameField::kPages, true},
};

NameField field_of(std::string_view name) {
    std::vector<std::string> names;
    for (const KnownField& known : kFields) {
        if (name == known.name) {
            return known.field;
        }
        names.emplace_back(known.name);
    }
    const std::string near = nearest_match(std::string(name), names);
    throw std::invalid_argument(
        near.empty()
            ? fmt::format("there is no field '{{{}}}'; there are: {{{}}}", name,
                          fmt::join(names, "}, {"))
            : fmt::format("there is no field '{{{}}}'; did you mean '{{{}}}'?", name, near));
}

bool is_of_page(NameField field) {
    return std::any_of(std::begin(kFields), std::end(kFields), [&](const KnownField& known) {
        return known.field == field && known.is_of_page;
    });
}

std::string value_of(NameField field, const PageFields& page) {
    switch (field) {
        case NameField::kSlide:
            return page.slide;
        case NameField::kStep:
            return std::to_string(page.step);
        case NameField::kPage:
            return std::to_string(page.page);
        case NameField::kPaddedPage:
            return fmt::format("{:0{}}", page.page, std::to_string(page.pages).size());
        case NameField::kPages:
            return std::to_string(page.pages);
        case NameField::kNone:
        case NameField::kName:
        case NameField::kPath:
            break;
    }
    return {};
}

}  // namespace

NameTemplate NameTemplate::parse(std::string_view text) {
    NameTemplate parsed;
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool is_doubled = at + 1 < text.size() && text[at + 1] == c;
        if ((c == '{' || c == '}') && is_doubled) {
            plain += c;
            ++at;
        } else if (c == '{') {
            const std::size_t end = text.find('}', at);
            if (end == std::string_view::npos) {
                throw std::invalid_argument(fmt::format(
                    "'{}' has a brace that is never closed; {{{{ stands for one", text));
            }
            parsed.pieces_.push_back({std::exchange(plain, {}), NameField::kNone});
            parsed.pieces_.push_back({{}, field_of(text.substr(at + 1, end - at - 1))});
            at = end;
        } else if (c == '}') {
            throw std::invalid_argument(
                fmt::format("'{}' has a brace that was not opened; }}}} stands for one", text));
        } else {
            plain += c;
        }
    }
    parsed.pieces_.push_back({std::move(plain), NameField::kNone});
    return parsed;
}

bool NameTemplate::has_fields() const {
    return pieces_.size() > 1;
}

bool NameTemplate::has_page_fields() const {
    return std::any_of(pieces_.begin(), pieces_.end(),
                       [](const Piece& piece) { return is_of_page(piece.field); });
}

NameTemplate NameTemplate::with(const DeckFields& deck) const {
    NameTemplate filled = *this;
    for (Piece& piece : filled.pieces_) {
        if (piece.field == NameField::kName) {
            piece = {deck.name, NameField::kNone};
        } else if (piece.field == NameField::kPath) {
            // Never nothing: "{path}/x" would begin at the root.
            piece = {deck.path.empty() ? "." : deck.path, NameField::kNone};
        }
    }
    return filled;
}

std::string NameTemplate::name_of(const PageFields& page) const {
    std::string name;
    for (const Piece& piece : pieces_) {
        name += piece.field == NameField::kNone ? piece.text : value_of(piece.field, page);
    }
    return name;
}

}  // namespace ghreveal::exporter
