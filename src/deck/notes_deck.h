// Speaker notes as slides of their own, so that the stages that lay slides out lay out notes.
#pragma once

#include <functional>

#include "deck/article_content.h"
#include "deck/deck.h"

namespace ghreveal::deck {

// A deck with a slide for each of the given slides that has notes with anything in them, as wide
// as `width` px and as high as it takes; Slide::number is that of the slide the note belongs to.
// Its page has the classes `reveal notes`.
//
// Line ends: a paragraph that was typed as a list of remarks, a line each, keeps its lines (class
// `lines`); one that was filled as prose (each line but the last at least 50 characters long, and
// not all of them ending a sentence) flows.
//
// Pictures get no higher than `picture_height` px (the property --picture-height). With a
// `slide_view` it has every slide, with what it says before its notes, as an article does (class
// `article`).
struct NotesDeckOptions {
    Px width = 0;
    Px picture_height = 320;
    std::function<SlideView(std::size_t)> slide_view{};  // null: only notes
    const Limits& limits;
};
Deck notes_deck(const Deck&, const std::vector<std::size_t>& slides, const NotesDeckOptions&);

}  // namespace ghreveal::deck
