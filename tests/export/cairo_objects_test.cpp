#include "export/pdf/file/cairo_objects.h"

#include <cairo-pdf.h>

#include <catch2/catch.hpp>

#include "export/pdf/file/deflate.h"
#include "export/pdf/file/stored_streams.h"

using namespace ghreveal::exporter;

namespace {

cairo_status_t append(void* bytes, const unsigned char* more, unsigned int count) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(more), count);
    return CAIRO_STATUS_SUCCESS;
}

// A page with a rectangle.
std::string page_of_cairo() {
    std::string bytes;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(append, &bytes, 100, 100);
    cairo_t* context = cairo_create(surface);
    cairo_rectangle(context, 11, 22, 33, 44);
    cairo_fill(context);
    cairo_show_page(context);
    cairo_destroy(context);
    cairo_surface_destroy(surface);
    return bytes;
}

}  // namespace

TEST_CASE("what Cairo compresses is only stored while that is asked for") {
    const std::string compressed = page_of_cairo();
    std::string stored;
    {
        const StoredStreams storing;
        stored = page_of_cairo();
    }
    CHECK(compressed.find("11 22 33 44 re") == std::string::npos);
    CHECK(stored.find("11 22 33 44 re") != std::string::npos);
    CHECK(page_of_cairo() == compressed);
    CairoObjects objects;
    objects.add(stored);
    bool is_read = false;
    for (const PdfObject& object : objects.complete()) {
        is_read = is_read ||
                  (object.stream && Inflater().decompress(*object.stream).find("11 22 33 44 re") !=
                                        std::string::npos);
    }
    CHECK(is_read);
}

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

TEST_CASE("resources name what a page shows twice once") {
    CHECK(with_names_once(
              "<<\n   /ExtGState << /a0 << /CA 1 >> >>\n   /XObject << /x40 40 0 R /x4 4 0 R "
              "/x40 40 0 R /x4 4 0 R >>\n>>") ==
          "<<\n   /ExtGState << /a0 << /CA 1 >> >>\n   /XObject << /x40 40 0 R /x4 4 0 R >>\n>>");
    const std::string plain = "<< /XObject << /x1 1 0 R /x11 11 0 R >> /Font << /f-0-0 5 0 R >> >>";
    CHECK(with_names_once(plain) == plain);
    CHECK(with_names_once("<< /Font << /f-0-0 5 0 R >> >>") == "<< /Font << /f-0-0 5 0 R >> >>");
}
