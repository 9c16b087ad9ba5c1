#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "../build_paths.h"
#include "program.h"

using ghreveal::testing::file_text;
using ghreveal::testing::kSmallDeck;
using ghreveal::testing::RunResult;
using ghreveal::testing::source_dir;
using ghreveal::testing::Workspace;

namespace {

std::set<std::string> files_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

// Big-endian, from a PNG's IHDR.
unsigned number_at(const std::string& bytes, std::size_t at) {
    unsigned number = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        number = number << 8U | static_cast<unsigned char>(bytes.at(i));
    }
    return number;
}

}  // namespace

TEST_CASE("--png writes a picture for every state, named by order, slide and step") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    const RunResult result = folder.run("export --png talk.md");
    CHECK(result.err == "");
    CHECK(files_in(folder.path("talk-png")) ==
          std::set<std::string>{"001-0-s0.png", "002-1.0-s0.png", "003-1.0-s1.png",
                                "004-1.0-s2.png", "005-2.0-s0.png"});
    CHECK_FALSE(folder.has("talk.pdf"));
    const std::string png = file_text(folder.path("talk-png/001-0-s0.png"));
    CHECK(png.substr(1, 3) == "PNG");
    CHECK(number_at(png, 16) == 998);
    CHECK(number_at(png, 20) == 728);
    CHECK(png.find("sRGB") != std::string::npos);
    CHECK(png.find("pHYs") != std::string::npos);
}

TEST_CASE("--width, --height and --scale say how large pictures are") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    const auto size = [&](const std::string& options) {
        folder.run("export --png --slides 1 -o out " + options + " talk.md");
        const std::string png = file_text(folder.path("out/001-0-s0.png"));
        return std::pair(number_at(png, 16), number_at(png, 20));
    };
    CHECK(size("--width 499") == std::pair(499U, 364U));
    CHECK(size("--height 364") == std::pair(499U, 364U));
    CHECK(size("--width 499 --height 100") == std::pair(137U, 100U));
    CHECK(size("--scale 2") == std::pair(1996U, 1456U));
    CHECK(folder.run("export --png --width 0 talk.md").status == 2);
}

TEST_CASE("--thumbnails writes each slide's last state once") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    CHECK(folder.run("export --thumbnails --thumbnail-width 160 talk.md").status == 0);
    CHECK(files_in(folder.path("talk-thumbnails")) ==
          std::set<std::string>{"001-0.png", "002-1.0.png", "003-2.0.png"});
    CHECK(number_at(file_text(folder.path("talk-thumbnails/001-0.png")), 16) == 160);
}

TEST_CASE("--svg keeps links, between slides as links between files") {
    const Workspace folder;
    folder.write("talk.md",
                 "---\ntitle: x\ntheme: night\n---\n\n[out](https://example.org/?a&b) "
                 "[next](#there)\n\n§new\n\n## There\n");
    CHECK(folder.run("export --svg talk.md").status == 0);
    const std::string svg = file_text(folder.path("talk-svg/002-1.0-s0.svg"));
    CHECK(svg.find("<a xlink:href=\"https://example.org/?a&amp;b\">") != std::string::npos);
    CHECK(svg.find("<a xlink:href=\"003-2.0-s0.svg\">") != std::string::npos);
    CHECK(svg.find("<text") == std::string::npos);
}

TEST_CASE("vectors stay vectors in an SVG, however often they are shown") {
    const Workspace folder;
    folder.write("p.svg",
                 "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'>"
                 "<circle cx='10' cy='10' r='9' fill='#ff8000'/></svg>");
    folder.write("talk.md",
                 "---\ntitle: x\n---\n\n![a](p.svg)\n\n![b](p.svg)\n\n"
                 "<div style=\"height: 100px; background: url(p.svg)\"></div>\n");
    CHECK(folder.run("export --svg --slides 2 talk.md").status == 0);
    const auto files = files_in(folder.path("talk-svg"));
    REQUIRE(files.size() == 1);
    CHECK(file_text(folder.path("talk-svg") / *files.begin()).find("<image") == std::string::npos);
}

TEST_CASE("--contact-sheet is a PDF, or a PNG when -o says so") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    CHECK(folder.run("export --contact-sheet talk.md").status == 0);
    CHECK(file_text(folder.path("talk-contact-sheet.pdf")).substr(0, 5) == "%PDF-");
    CHECK(folder.run("export --contact-sheet --columns 3 -o sheet.png talk.md").status == 0);
    const std::string png = file_text(folder.path("sheet.png"));
    CHECK(png.substr(1, 3) == "PNG");
    CHECK(number_at(png, 16) == 2 * 32 + 3 * 320 + 2 * 20);
    CHECK(folder.run("export --contact-sheet --paper napkin talk.md").status == 2);
}

TEST_CASE("several outputs come from one call, and the manifest names them all") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    const RunResult result = folder.run(
        "export -v --pdf --png --svg --thumbnails --contact-sheet --json -o out talk.md");
    CHECK(result.status == 0);
    const auto manifest = nlohmann::json::parse(file_text(folder.path("out/talk.json")));
    CHECK(manifest["slides"].size() == 3);
    CHECK(manifest["slides"][1]["steps"] == 2);
    CHECK(manifest["slides"][1]["index"] == "1/0");
    CHECK(manifest["files"].size() == 1 + 5 + 5 + 3 + 1);
    for (const auto& file : manifest["files"]) {
        const std::filesystem::path path = folder.path("out/" + file["path"].get<std::string>());
        CAPTURE(path);
        REQUIRE(std::filesystem::exists(path));
        CHECK(std::filesystem::file_size(path) == file["bytes"].get<std::size_t>());
    }
}

TEST_CASE("the manifest has what its schema in docs/ says, and nothing else") {
    const auto schema =
        nlohmann::json::parse(file_text(source_dir() / "docs/manifest.schema.json"));
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    folder.run("export --pdf --png --json -o out talk.md");
    const auto manifest = nlohmann::json::parse(file_text(folder.path("out/talk.json")));
    const auto check_object = [](const nlohmann::json& object, const nlohmann::json& described) {
        for (const auto& key : described["required"]) {
            CHECK(object.contains(key.get<std::string>()));
        }
        for (const auto& [key, value] : object.items()) {
            CAPTURE(key);
            REQUIRE(described["properties"].contains(key));
            const auto& type = described["properties"][key]["type"];
            const std::string name = value.is_string()           ? "string"
                                     : value.is_number_integer() ? "integer"
                                     : value.is_number()         ? "number"
                                     : value.is_array()          ? "array"
                                     : value.is_object()         ? "object"
                                                                 : "null";
            const bool fits = type.is_array()
                                  ? std::find(type.begin(), type.end(), name) != type.end()
                                  : type == name || (type == "number" && name == "integer");
            CHECK(fits);
        }
    };
    check_object(manifest, schema);
    for (const auto& slide : manifest["slides"]) {
        check_object(slide, schema["properties"]["slides"]["items"]);
    }
    for (const auto& file : manifest["files"]) {
        check_object(file, schema["properties"]["files"]["items"]);
    }
}

TEST_CASE("pictures are the same bytes for any number of threads") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    folder.run("export --png -j 1 -o one talk.md");
    folder.run("export --png -j 3 -o three talk.md");
    for (const std::string& name : files_in(folder.path("one"))) {
        CHECK(file_text(folder.path("one/" + name)) == file_text(folder.path("three/" + name)));
    }
}

TEST_CASE("a folder that cannot be made is a clear error and leaves nothing") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    folder.write("file", "in the way");
    const RunResult result = folder.run("export --png -o file/png talk.md");
    CHECK(result.status == 1);
    CHECK(result.err.find("error: ") != std::string::npos);
    CHECK(folder.file_count() == 2);
}

TEST_CASE("a full disk leaves whole pictures only, and says so") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    const RunResult result = folder.run_on_full_disk("export --png --scale 3 talk.md");
    INFO(result.err);
    CHECK(result.status == 1);
    CHECK(result.err.find("error: cannot write") != std::string::npos);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path("."))) {
        if (entry.is_regular_file() && entry.path().filename() != "talk.md") {
            const std::string picture = file_text(entry.path());
            CHECK(picture.substr(std::max<std::size_t>(picture.size(), 8) - 8, 4) == "IEND");
        }
    }
}

TEST_CASE("an inline SVG shows pictures of the site, and says which are not there") {
    const Workspace folder;
    folder.write("_config.yml", "");
    folder.write("logo.png", file_text(source_dir() / "golden/data/logo.png"));
    const auto exported = [&](const std::string& image) {
        folder.write("talk.md",
                     "---\ntitle: x\n---\n\n<svg width=\"99\" height=\"99\">" + image + "</svg>\n");
        return folder.run("export --offline --force talk.md");
    };
    const std::string attributes = "width=\"50\" height=\"50\"/>";
    const std::size_t without = [&] {
        CHECK(exported("<rect " + attributes).err == "");
        return file_text(folder.path("talk.pdf")).size();
    }();
    for (const char* name : {"href", "xlink:href"}) {
        CHECK(exported("<image " + std::string(name) + "=\"logo.png\" " + attributes).err == "");
        CHECK(file_text(folder.path("talk.pdf")).size() > without + 200);
    }
    CHECK(
        exported("<image href=\"none.png\" " + attributes)
            .err.find(
                "talk.md:5: warning: cannot show the picture 'none.png': there is no such file") !=
        std::string::npos);
    CHECK(exported("<image href=\"../../etc/passwd\" " + attributes)
              .err.find("it is outside the site's folder") != std::string::npos);
}
