// `unicode-range`, and what @font-face changes of a font's measures.
#include <catch2/catch.hpp>

#include "shaping.h"
#include "support/file.h"

using namespace ghreveal;

namespace {

struct Fixture : testing::Shaping {
    static text::FaceDescriptor face(const char* file, std::vector<text::CodePointRange> range) {
        text::FaceDescriptor face{"Both", 400, text::Slant::kUpright,
                                  data_directory() / "fonts" / file, 0};
        face.unicode_range = std::move(range);
        return face;
    }
    static text::FontSpec spec() { return spec_of("Both", 40); }
    std::string runs(std::string_view text) { return runs_of(text, spec()); }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a face shows only the characters of its unicode-range") {
    fonts.add_face(face("lato/Lato-Regular.ttf", {{0, 0xFF}}));
    fonts.add_face(face("dejavu-serif/DejaVuSerif.ttf", {{'x', 'z'}}));
    CHECK(runs("axb") == "[a]Lato-Regular[x]DejaVuSerif[b]Lato-Regular");
    CHECK(runs("\u03b1") == "[\u03b1]DejaVuSans");
}

TEST_CASE_METHOD(Fixture, "of faces whose ranges overlap the later one counts") {
    fonts.add_face(face("dejavu-serif/DejaVuSerif.ttf", {{'a', 'z'}}));
    fonts.add_face(face("lato/Lato-Regular.ttf", {{' ', 'm'}}));
    CHECK(runs("mn") == "[m]Lato-Regular[n]DejaVuSerif");
}

TEST_CASE_METHOD(Fixture, "lines are as high as the first face that has spaces") {
    fonts.add_face(face("dejavu-serif/DejaVuSerif.ttf", {{'a', 'z'}}));
    CHECK(fonts.primary_font(spec()).face->path().stem() == "DejaVuSans");
    fonts.add_face(face("lato/Lato-Regular.ttf", {{' ', ' '}}));
    CHECK(fonts.primary_font(spec()).face->path().stem() == "Lato-Regular");
}

TEST_CASE_METHOD(Fixture,
                 "a face that no text needs is not fetched, one that fails is passed over") {
    int fetched = 0;
    text::FaceDescriptor cyrillic = face("none", {{0x400, 0x4FF}});
    cyrillic.fetch = [&]() -> text::FontBytes {
        ++fetched;
        return nullptr;
    };
    fonts.add_face(face("lato/Lato-Regular.ttf", {}));
    fonts.add_face(cyrillic);
    CHECK(runs("abc") == "[abc]Lato-Regular");
    CHECK(fetched == 0);
    CHECK(runs("\u0431") == "[\u0431]DejaVuSans");
    CHECK(fetched > 0);
}

TEST_CASE_METHOD(Fixture, "a family that a sheet declares has that sheet's faces alone") {
    const auto bold_face = [&] {
        text::FontSpec bold = spec();
        bold.weight = 700;
        return fonts.primary_font(bold).face->path().stem();
    };
    text::FaceDescriptor bundled = face("lato/Lato-Bold.ttf", {});
    bundled.weight = 700;
    fonts.add_face(bundled);
    text::FaceDescriptor declared = face("lato/Lato-Italic.ttf", {});
    declared.is_declared = true;
    fonts.add_face(declared);
    CHECK(bold_face() == "Lato-Italic");
    // One that is not there is stood in for.
    declared.weight = 700;
    declared.path = "none";
    declared.fetch = [] { return nullptr; };
    fonts.add_face(declared);
    CHECK(bold_face() == "Lato-Bold");
}

TEST_CASE_METHOD(Fixture, "a font in memory shapes and measures as its file does") {
    const auto file = data_directory() / "fonts/lato/Lato-Regular.ttf";
    text::FaceDescriptor in_memory = face("lato/Lato-Regular.ttf", {});
    in_memory.path = "data:lato";
    in_memory.bytes = std::make_shared<const std::string>(read_file(file, 1u << 22));
    fonts.add_face(in_memory);
    text::FaceDescriptor on_disk = face("lato/Lato-Regular.ttf", {});
    on_disk.family = "Disk";
    fonts.add_face(on_disk);
    text::FontSpec disk = spec();
    disk.families = std::make_shared<const std::vector<std::string>>(1, "Disk");
    CHECK(fonts.metrics(spec()).ascent == fonts.metrics(disk).ascent);
    CHECK(shaper.shape("AVA", spec(), {})[0]->width == shaper.shape("AVA", disk, {})[0]->width);
}

TEST_CASE_METHOD(Fixture,
                 "size-adjust scales letters and lines, overrides replace the lines' measures") {
    text::FaceDescriptor adjusted = face("lato/Lato-Regular.ttf", {});
    adjusted.adjustments = {1.5, 0.8, 0.25, 0.1};
    fonts.add_face(face("lato/Lato-Regular.ttf", {}));
    const Px width = shaper.shape("abc", spec(), {})[0]->width;
    fonts.add_face(adjusted);
    CHECK(shaper.shape("abc", spec(), {})[0]->width == Approx(width * 1.5).margin(0.05));
    // CSS Fonts 5 §6: percentages of the size after size-adjust, which is 60 px.
    CHECK(fonts.metrics(spec()).ascent == 48);
    CHECK(fonts.metrics(spec()).descent == 15);
    CHECK(fonts.metrics(spec()).line_gap == 6);
}

TEST_CASE_METHOD(Fixture, "local() names the bundled faces by their full and PostScript names") {
    text::FaceDescriptor bold{"Lato", 700, text::Slant::kUpright,
                              data_directory() / "fonts/lato/Lato-Bold.ttf", 0};
    fonts.add_face(bold);
    CHECK(fonts.local_face("lato bold")->path == bold.path);
    CHECK(fonts.local_face("Lato-Bold")->path == bold.path);
    CHECK_FALSE(fonts.local_face("Lato"));
    fonts.add_face({"Deck's", 400, text::Slant::kUpright, "/tmp/deck.ttf", 0});
    CHECK_FALSE(fonts.local_face("Deck's"));
}
