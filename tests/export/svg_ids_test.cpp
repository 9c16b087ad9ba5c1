#include "export/pictures/svg_ids.h"

#include <catch2/catch.hpp>

using ghreveal::exporter::with_ids_in_order;

TEST_CASE("names in a drawing are numbered in order of appearance, each kind from 0") {
    CHECK(
        with_ids_in_order("<clipPath id=\"clip41\"/><g id=\"surface7\" clip-path=\"url(#clip41)\"/>"
                          "<clipPath id=\"clip39\"/><use xlink:href=\"#surface7\"/>") ==
        "<clipPath id=\"clip0\"/><g id=\"surface0\" clip-path=\"url(#clip0)\"/>"
        "<clipPath id=\"clip1\"/><use xlink:href=\"#surface0\"/>");
}

TEST_CASE("what is mentioned before it is defined keeps its name") {
    CHECK(with_ids_in_order(
              "<use xlink:href=\"#glyph3-9\"/><g id=\"glyph3-9\"/><g id=\"glyph3-1\"/>") ==
          "<use xlink:href=\"#glyph0\"/><g id=\"glyph0\"/><g id=\"glyph1\"/>");
}

TEST_CASE("a drawing without names stays as it is") {
    CHECK(with_ids_in_order("<svg width=\"3\"><path d=\"u\"/></svg>") ==
          "<svg width=\"3\"><path d=\"u\"/></svg>");
}
