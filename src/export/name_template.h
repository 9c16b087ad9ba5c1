// Names of outputs with fields in them, as `-o` takes them: "_site/{path}/{name}-{0p}.png".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::exporter {

enum class NameField : std::uint8_t {
    kNone,
    kName,        // {name}: the deck's, without its ending
    kPath,        // {path}: the deck's folder below the one that was named
    kSlide,       // {slide}: reveal.js's number of it, 2.1 for 2/1
    kStep,        // {step}: from 0
    kPage,        // {p}: from 1
    kPaddedPage,  // {0p}: with zeros before it, as wide as the last page's
    kPages,       // {t}: how many there are
};

struct DeckFields {
    std::string name;
    std::string path;  // empty: there is no folder between
};

struct PageFields {
    std::string slide;
    int step = 0;
    int page = 1;
    int pages = 1;
};

class NameTemplate {
public:
    // `{{` and `}}` stand for braces. Throws std::invalid_argument with the sentence for a field
    // that there is not, or a brace without its other.
    static NameTemplate parse(std::string_view);

    bool has_fields() const;
    // Of pages: every page has a name of its own.
    bool has_page_fields() const;
    // The deck's fields are text then.
    NameTemplate with(const DeckFields&) const;
    // A field that is not of a page stands for nothing.
    std::string name_of(const PageFields&) const;
    // Of a template without fields of pages.
    std::string text() const { return name_of({}); }

private:
    struct Piece {
        std::string text;
        NameField field = NameField::kNone;
    };
    std::vector<Piece> pieces_;
};

}  // namespace ghreveal::exporter
