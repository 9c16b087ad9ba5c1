// What a version of a deck that is shown keeps of the version before it: the pages of the slides
// that have not changed.
//
// A page depends on its slide's text and elements, on what all slides have in common (settings,
// style sheets, what surrounds them, how many there are and which attributes they have) and on the
// files that the deck reads. Both are written down in keys; where they are equal, so are the pages.
// What was said of such a slide is said again, in its new lines. Where one slide's messages may
// stand for another's, as of what is said once a deck, all is laid out again.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "batch/export_record.h"
#include "pages/session.h"
#include "support/error.h"
#include "support/timings.h"

namespace ghreveal::preview {

// What pages are laid out with: their lists look into its fonts, pictures and trees.
struct Work {
    Diagnostics diagnostics;
    Timings timings;
    std::unique_ptr<pages::Session> session;
};

struct LaidOutSlide {
    std::shared_ptr<const Work> work;
    std::vector<decltype(pages::Page::content)> states;
    std::vector<Diagnostic> said;  // while it was laid out and looked at
    bool is_kept = false;          // of a version before
};

// By the slide's index in the deck.
using LaidOutSlides = std::map<std::size_t, LaidOutSlide>;

// What pages depend on.
struct DeckKeys {
    std::string common;  // empty: it cannot be told apart
    std::map<std::size_t, std::string> slides;
    std::map<std::size_t, int> first_lines;
};

struct ReadSource {
    const std::string& text;           // of the deck's file
    batch::Clock::time_point started;  // when reading began
    const Limits& limits;
};

DeckKeys keys_of(const pages::Session&, const ReadSource&);

// Those of the version before that are the same now, with their messages where they belong now.
LaidOutSlides unchanged(const LaidOutSlides& before, const DeckKeys& keys_before,
                        const DeckKeys& now, const deck::Deck&);

}  // namespace ghreveal::preview
