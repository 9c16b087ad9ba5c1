// Notes taken apart and poured into columns; slides shared out over bands.
#include <catch2/catch.hpp>

#include "export/handout/slide_bands.h"
#include "export/notes/note_columns.h"

using namespace ghreveal;
using namespace ghreveal::exporter;
using layout::Fragment;
using layout::FragmentKind;

namespace {

Fragment box(FragmentKind kind, Px top, Px height) {
    Fragment fragment;
    fragment.kind = kind;
    fragment.border_box = {0, top, 300, height};
    return fragment;
}

// A block of so many lines, each as high as the grid's.
Fragment paragraph(Px top, int lines) {
    Fragment block = box(FragmentKind::kBlock, top, lines * kGridLine);
    for (int i = 0; i < lines; ++i) {
        block.children.push_back(box(FragmentKind::kLine, top + i * kGridLine, kGridLine));
    }
    return block;
}

Fragment section_of(std::vector<Fragment> children) {
    Fragment section = box(FragmentKind::kBlock, 0, 0);
    section.children = std::move(children);
    return section;
}

LaidOutNotes note_of(std::vector<Fragment> children) {
    LaidOutNotes notes;
    notes[0].breaks = note_breaks(section_of(std::move(children)));
    return notes;
}

std::vector<Rect> two_columns(Px height) {
    return {{0, 0, 300, height}, {320, 0, 300, height}};
}

// In lines of the grid.
std::vector<int> lines_of(const PouredNotes& poured) {
    std::vector<int> lines;
    for (const PlacedStrip& placed : poured.strips) {
        lines.push_back(static_cast<int>(placed.strip.height() / kGridLine + 0.5));
    }
    return lines;
}

}  // namespace

TEST_CASE("A paragraph is broken with two lines at least on either side") {
    const NoteBreaks breaks = note_breaks(section_of({paragraph(0, 5)}));
    const auto end = [&](int lines) {
        const auto strip = note_strip(breaks, 0, lines * kGridLine, ColumnKind::kPart);
        return strip ? static_cast<int>(strip->bottom / kGridLine + 0.5) : 0;
    };
    CHECK(end(1) == 0);
    CHECK(end(2) == 2);
    CHECK(end(3) == 3);
    CHECK(end(4) == 3);  // the last line would be alone
    CHECK(end(5) == 5);
}

TEST_CASE("A heading is not left alone at a column's foot") {
    dom::Document document;
    Fragment heading = paragraph(4 * kGridLine, 1);
    heading.source.node = &document.create_element("h3");
    const NoteBreaks breaks =
        note_breaks(section_of({paragraph(0, 4), heading, paragraph(5 * kGridLine, 4)}));
    CHECK(note_strip(breaks, 0, 5 * kGridLine, ColumnKind::kPart)->bottom == 4 * kGridLine);
    CHECK(note_strip(breaks, 0, 6 * kGridLine, ColumnKind::kPart)->bottom == 4 * kGridLine);
    CHECK(note_strip(breaks, 0, 7 * kGridLine, ColumnKind::kPart)->bottom == 7 * kGridLine);
}

TEST_CASE("A picture is never cut, and made smaller where no column is high enough") {
    const NoteBreaks breaks = note_breaks(
        section_of({paragraph(0, 2), box(FragmentKind::kReplaced, 2 * kGridLine, 400)}));
    CHECK(note_strip(breaks, 0, 200, ColumnKind::kPart)->bottom == 2 * kGridLine);
    CHECK_FALSE(note_strip(breaks, 2 * kGridLine, 200, ColumnKind::kPart));
    const auto small = note_strip(breaks, 2 * kGridLine, 200, ColumnKind::kWhole);
    REQUIRE(small);
    CHECK(small->top == 2 * kGridLine);
    CHECK(small->bottom == 2 * kGridLine + 400);
    CHECK(small->scale == Approx(0.5));
}

TEST_CASE("A row of a table is not cut, one higher than any column between its lines") {
    dom::Document document;
    Fragment row = section_of({paragraph(0, 8)});
    row.border_box = {0, 0, 300, 8 * kGridLine};
    row.source.node = &document.create_element("tr");
    const NoteBreaks breaks = note_breaks(section_of({row}));
    CHECK_FALSE(note_strip(breaks, 0, 5 * kGridLine, ColumnKind::kPart));
    CHECK(note_strip(breaks, 0, 5 * kGridLine, ColumnKind::kWhole)->bottom == 5 * kGridLine);
}

TEST_CASE("One item of a list is not left alone on either side of a break") {
    dom::Document document;
    Fragment list =
        section_of({paragraph(0, 1), paragraph(kGridLine, 1), paragraph(2 * kGridLine, 1),
                    paragraph(3 * kGridLine, 1), paragraph(4 * kGridLine, 1)});
    list.source.node = &document.create_element("ul");
    const NoteBreaks breaks = note_breaks(section_of({list}));
    CHECK_FALSE(note_strip(breaks, 0, kGridLine, ColumnKind::kPart));
    CHECK(note_strip(breaks, 0, 3 * kGridLine, ColumnKind::kPart)->bottom == 3 * kGridLine);
    CHECK(note_strip(breaks, 0, 4 * kGridLine, ColumnKind::kPart)->bottom == 3 * kGridLine);
}

TEST_CASE("A line without height, as code ends with, counts for none") {
    Fragment code = paragraph(0, 5);
    code.children.push_back(box(FragmentKind::kLine, 5 * kGridLine, 0));
    const NoteBreaks breaks = note_breaks(section_of({code}));
    CHECK(note_strip(breaks, 0, 4 * kGridLine, ColumnKind::kPart)->bottom == 3 * kGridLine);
    CHECK(note_strip(breaks, 0, 5 * kGridLine, ColumnKind::kPart)->bottom == 5 * kGridLine);
}

TEST_CASE("A table is broken with its head and two rows at least before it, and two after it") {
    dom::Document document;
    dom::Node& head = document.create_element("thead");
    dom::Node& body = document.create_element("tbody");
    std::vector<Fragment> rows;
    for (int i = 0; i < 6; ++i) {
        Fragment row = section_of({paragraph(i * kGridLine, 1)});
        row.border_box = {0, i * kGridLine, 300, kGridLine};
        dom::Node& element = document.create_element("tr");
        document.append_child(i == 0 ? head : body, element);
        row.source.node = &element;
        rows.push_back(std::move(row));
    }
    Fragment table = section_of(std::move(rows));
    table.source.node = &document.create_element("table");
    const NoteBreaks breaks = note_breaks(section_of({table}));
    CHECK_FALSE(note_strip(breaks, 0, 2 * kGridLine, ColumnKind::kPart));
    CHECK(note_strip(breaks, 0, 3 * kGridLine, ColumnKind::kPart)->bottom == 3 * kGridLine);
    CHECK(note_strip(breaks, 0, 5 * kGridLine, ColumnKind::kPart)->bottom == 4 * kGridLine);
}

TEST_CASE("A rule between paragraphs is in one of the columns") {
    const NoteBreaks breaks = note_breaks(
        section_of({paragraph(0, 2), box(FragmentKind::kBlock, 40, 1), paragraph(54, 2)}));
    const auto first = note_strip(breaks, 0, 3 * kGridLine, ColumnKind::kPart);
    CHECK(first->bottom == 41);
    CHECK(note_strip(breaks, first->bottom, 100, ColumnKind::kPart)->top == 54);
}

TEST_CASE("Balanced columns are as low as they can be, and no line is lost or moved") {
    const LaidOutNotes notes = note_of({paragraph(0, 12)});
    const std::vector<WaitingNote> waiting{{0, 0, ""}};
    CHECK(lines_of(pour(waiting, two_columns(180), 1000, notes)) == std::vector<int>{10, 2});
    CHECK(lines_of(pour_balanced(waiting, two_columns(180), 1000, notes)) ==
          std::vector<int>{6, 6});
    const PouredNotes part = pour(waiting, two_columns(72), 1000, notes);
    CHECK(lines_of(part) == std::vector<int>{4, 4});
    REQUIRE(part.rest.size() == 1);
    CHECK(part.rest.front().from == 8 * kGridLine);
}

TEST_CASE("Slides stand side by side unless a long note takes less room beside its slide") {
    const BandRules rules{.columns = 2, .gap = 18, .highest_row = 600};
    const auto counts = [&](const std::vector<SlideHeights>& slides) {
        std::vector<std::size_t> result;
        for (const Band& band : slide_bands(slides, rules)) {
            result.push_back(band.count);
        }
        return result;
    };
    const SlideHeights plain{270, 270};
    CHECK(counts({plain, plain, plain, plain}) == std::vector<std::size_t>{2, 2});
    CHECK(counts({plain, plain, plain}) == std::vector<std::size_t>{2, 1});
    // A short note goes below: 306 is less than another 270.
    CHECK(counts({plain, {306, 270}, plain, plain}) == std::vector<std::size_t>{2, 2});
    // A long one beside.
    CHECK(counts({plain, plain, {1200, 700}, plain, plain}) == std::vector<std::size_t>{2, 1, 2});
}
