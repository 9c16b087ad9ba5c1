// A page for the tests of styles.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "deck/deck.h"
#include "style/style_engine.h"
#include "support/file.h"

namespace ghreveal {

// A deck with one slide of HTML below its title, and its styles under a theme that says nothing.
struct Styled {
    Diagnostics diagnostics;
    deck::Deck deck;
    text::FontBook fonts;
    style::StyleEngine engine;
    style::SlideStyles styles;

    explicit Styled(const std::string& html, int step = 0)
        : deck(
              deck::parse_deck("---\ntitle: T\n---\n\n" + html + "\n", "deck.md", {}, diagnostics)),
          engine(deck, data_directory() / "themes" / "night.css", {}, {}, fonts, diagnostics),
          styles(engine.style_slide(deck.slides[1], step)) {}

    const dom::Node& node(const std::string& id) const {
        const dom::Node* found = nullptr;
        dom::for_each(static_cast<const dom::Node&>(*deck.slides[1].section),
                      [&](const dom::Node& candidate) {
                          const std::string* own =
                              candidate.is_element() ? candidate.attribute("id") : nullptr;
                          found = own != nullptr && *own == id ? &candidate : found;
                      });
        REQUIRE(found != nullptr);
        return *found;
    }
    const style::ComputedStyle& operator[](const std::string& id) const {
        return styles.of(node(id));
    }
    std::vector<std::string> warnings() const {
        std::vector<std::string> texts;
        for (const Diagnostic& warning : diagnostics.warnings()) {
            texts.push_back(to_string(warning));
        }
        return texts;
    }
};

}  // namespace ghreveal
