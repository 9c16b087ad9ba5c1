#include "export/pdf/page_labels.h"

#include <catch2/catch.hpp>

#include "support/error.h"

using namespace ghreveal;
using exporter::page_label_tree;
using exporter::with_catalog_entry;

TEST_CASE("The first range of page labels begins at page 0, whatever it says") {
    CHECK(page_label_tree({"1"}) == "<< /Nums [ 0 << /S /D /St 1 >> ] >>");
    CHECK(page_label_tree({"3"}) == "<< /Nums [ 0 << /S /D /St 3 >> ] >>");
    CHECK(page_label_tree({}) == "<< /Nums [ ] >>");
}

TEST_CASE("A range of page labels begins wherever one is not that before plus one") {
    CHECK(page_label_tree({"1", "2", "2", "3", "5"}) ==
          "<< /Nums [ 0 << /S /D /St 1 >> 2 << /S /D /St 2 >> 4 << /S /D /St 5 >> ] >>");
    CHECK(page_label_tree({"2", "2.2", "2.3", "3"}) ==
          "<< /Nums [ 0 << /S /D /St 2 >> 1 << /P <FEFF0032002E> /S /D /St 2 >>"
          " 3 << /S /D /St 3 >> ] >>");
}

TEST_CASE("A page label that is no number is a prefix alone") {
    CHECK(page_label_tree({"a)", "x007", "\u00e9"}) ==
          "<< /Nums [ 0 << /P <FEFF00610029> >> 1 << /P <FEFF0078003000300037> >>"
          " 2 << /P <FEFF00E9> >> ] >>");
}

TEST_CASE("An entry in the catalog moves the reference table by its length") {
    const std::string end =
        "9 0 obj\n<< /Type /Catalog\n   /Pages 1 0 R\n>>\nendobj\nxref\n0 10\ntrailer\n<< /Size "
        "10\n"
        "   /Root 9 0 R\n>>\nstartxref\n995\n%%EOF\n";
    const std::size_t begin = 995 - end.find("xref\n0");
    CHECK(with_catalog_entry(end, begin, "/A 1") ==
          "9 0 obj\n<< /Type /Catalog\n   /A 1\n   /Pages 1 0 R\n>>\nendobj\nxref\n0 10\ntrailer\n"
          "<< /Size 10\n   /Root 9 0 R\n>>\nstartxref\n1003\n%%EOF\n");
    CHECK_THROWS_AS(with_catalog_entry("startxref\n1\n", 0, "/A 1"), Error);
    CHECK_THROWS_AS(with_catalog_entry(end, begin + 1, "/A 1"), Error);
    CHECK_THROWS_AS(with_catalog_entry("", 0, "/A 1"), Error);
}
