// Markdown and the HTML that kramdown 2.4 with its GFM parser makes of it (written by
// tools/compare-kramdown --accept): the same elements, attributes and texts, white space between
// blocks aside.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "../build_paths.h"
#include "deck/deck.h"
#include "dom/parse.h"
#include "support/file.h"

using namespace ghreveal;

namespace {

bool is_preformatted(const dom::Node& node) {
    for (const dom::Node* above = &node; above != nullptr; above = above->parent) {
        if (above->is_element("pre") || above->is_element("script") || above->is_element("style")) {
            return true;
        }
    }
    return false;
}

void collapse_white_space(dom::Document& document, dom::Node& root) {
    std::vector<dom::Node*> empty;
    dom::for_each(root, [&](dom::Node& node) {
        std::sort(node.attributes.begin(), node.attributes.end(),
                  [](const auto& a, const auto& b) { return a.name < b.name; });
        if (!node.is_text() || is_preformatted(node)) {
            return;
        }
        std::string text;
        for (const char c : node.text) {
            const bool space = c == ' ' || c == '\n' || c == '\t';
            if (!space || (!text.empty() && text.back() != ' ')) {
                text += space ? ' ' : c;
            }
        }
        text.resize(text.find_last_not_of(' ') + 1);
        node.text = text;
        if (text.empty()) {
            empty.push_back(&node);
        }
    });
    for (dom::Node* node : empty) {
        document.remove(*node);
    }
}

std::string tree(const std::string& html) {
    dom::Document document;
    dom::Node& root = document.create_element("section");
    dom::parse_fragment(document, root, html, "section");
    collapse_white_space(document, root);
    return dom::dump(root);
}

std::vector<std::filesystem::path> cases() {
    std::vector<std::filesystem::path> files;
    const auto folder = testing::source_dir() / "tests/markdown/kramdown";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".md") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

TEST_CASE("Markdown becomes the HTML that kramdown makes of it") {
    const auto files = cases();
    REQUIRE(files.size() > 10);
    for (std::filesystem::path file : files) {
        CAPTURE(file.filename());
        Diagnostics diagnostics;
        const std::string html =
            deck::deck_html(read_file(file, 1u << 20), file.string(), {}, diagnostics);
        CHECK(tree(html) == tree(read_file(file.replace_extension(".html"), 1u << 20)));
        CHECK(diagnostics.empty());
    }
}
