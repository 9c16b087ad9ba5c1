#include "export/pdf/file/cairo_objects.h"

#include <catch2/catch.hpp>

using namespace ghreveal::exporter;

// As Cairo 1.16 writes them.
TEST_CASE("streams end where their length says, in an object of its own or in the dictionary") {
    CairoObjects objects;
    objects.add(
        "4 0 obj\n<< /Length 5 0 R\n   /Filter /FlateDecode\n>>\nstream\nab\nendstream\n"
        "endobj\n5 0 obj\n   2\nendobj\n"
        "50 0 obj\n<< /Type /XObject\n   /Length 4\n   /Subtype /Form\n>>\nstream\n"
        "xyz\nendstream\nendobj\n"
        "53 0 obj\n<< /Type /Mask\n   /G 50 0 R\n>>\nendobj\n");
    const std::vector<PdfObject> found = objects.complete();
    REQUIRE(found.size() == 3);
    CHECK(found[0].stream == "ab");
    CHECK(found[1].number == 50);
    CHECK(found[1].stream == "xyz");
    CHECK(value_of(found[1].text, "/Length").empty());
    CHECK(value_of(found[1].text, "/Subtype") == "/Form");
    CHECK(value_of(found[2].text, "/G") == "50 0 R");
}

TEST_CASE("an object that is not complete is waited for") {
    CairoObjects objects;
    objects.add("1 0 obj\n<< /Length 5 >>\nstream\nab");
    CHECK(objects.complete().empty());
    objects.add("cd\nendstream\nendobj\n");
    REQUIRE(objects.complete().size() == 1);
}
