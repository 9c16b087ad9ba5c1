#include "export/pdf/document/page_labels.h"

#include <catch2/catch.hpp>

using namespace ghreveal;
using exporter::page_label_tree;

TEST_CASE("The first range of page labels begins at page 0, whatever it says") {
    CHECK(page_label_tree({"1"}) == "<< /Nums [ 0 << /S /D /St 1 >> ] >>");
    CHECK(page_label_tree({"3"}) == "<< /Nums [ 0 << /S /D /St 3 >> ] >>");
    CHECK(page_label_tree({}) == "<< /Nums [ ] >>");
}

TEST_CASE("A range of page labels begins wherever one is not that before plus one") {
    CHECK(page_label_tree({"1", "2", "2", "3", "5"}) ==
          "<< /Nums [ 0 << /S /D /St 1 >> 2 << /S /D /St 2 >> 4 << /S /D /St 5 >> ] >>");
    CHECK(page_label_tree({"2", "2.2", "2.3", "3"}) ==
          "<< /Nums [ 0 << /S /D /St 2 >> 1 << /P (2.) /S /D /St 2 >>"
          " 3 << /S /D /St 3 >> ] >>");
}

TEST_CASE("A page label that is no number is a prefix alone") {
    CHECK(page_label_tree({"a)", "x007", "\u00e9"}) ==
          "<< /Nums [ 0 << /P (a\\)) >> 1 << /P (x007) >>"
          " 2 << /P <FEFF00E9> >> ] >>");
}
