// The walk over a deck's pages: its limits, and what stays as large as a slide is.
#include "pages/session.h"

#include <catch2/catch.hpp>
#include <set>

#include "../support/temporary_folder.h"
#include "css/grid_values.h"
#include "style/properties/box_style.h"

using namespace ghreveal;

namespace {

constexpr const char* kHead = "---\ntitle: T\n---\n\n";

struct Opened {
    TemporaryFolder folder;
    Diagnostics diagnostics;
    Timings timings;
    std::unique_ptr<pages::Session> session;

    explicit Opened(const std::string& markdown, pages::ExportOptions options = {},
                    const std::string& head = kHead) {
        folder.put("_config.yml", "");
        options.offline = true;
        const std::string deck = folder.put("deck.md", head + markdown).string();
        session = std::make_unique<pages::Session>(deck, options, diagnostics, timings);
    }
    std::size_t count_pages() {
        std::size_t pages = 0;
        session->for_each_page([&pages](const pages::Page&) { ++pages; });
        return pages;
    }
};

}  // namespace

TEST_CASE("more pages than the limit are an error that says how to have fewer") {
    const std::string markdown = "- a §fragment\n- b §fragment\n- c §fragment\n";
    pages::ExportOptions options;
    options.limits.pages = 5;
    CHECK(Opened(markdown, options).count_pages() == 5);
    options.limits.pages = 4;
    Opened deck(markdown, options);
    try {
        deck.count_pages();
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(std::string(error.what()) == "more than 4 pages");
        CHECK(error.hint() ==
              "--fragments final makes one of a slide, --slides chooses some; "
              "the limit is 4; --limit pages=NUMBER sets another");
        CHECK(error.where().line > 0);
    }
    options.fragments = pages::FragmentMode::kFinal;
    CHECK(Opened(markdown, options).count_pages() == 2);
}

TEST_CASE("a deck's pdfSeparateFragments counts unless the export asks for all states") {
    const std::string markdown = "- a §fragment\n- b §fragment\n";
    const std::string head =
        "---\ntitle: T\ninitialization:\n  pdfSeparateFragments: false\n---\n\n";
    pages::ExportOptions options;
    CHECK(Opened(markdown, options).count_pages() == 4);  // the title slide and three states
    CHECK(Opened(markdown, options, head).count_pages() == 2);
    options.fragments = pages::FragmentMode::kAll;
    CHECK(Opened(markdown, options, head).count_pages() == 4);
    options.fragments = pages::FragmentMode::kFinal;
    CHECK(Opened(markdown, options, head).count_pages() == 2);
}

TEST_CASE("an export's own limits hold in styles, boxes and layout") {
    pages::ExportOptions options;
    options.limits.grid_tracks = 4;
    options.limits.table_span = 3;
    options.limits.columns = 2;
    options.limits.variable_bytes = 300;
    Opened deck(
        "<div style=\"display: grid; grid-template-columns: repeat(9, 10px)\">x</div>"
        "<table><tr><td colspan=\"9\">x</td></tr></table>"
        "<div style=\"column-width: 1px\">a<br>b<br>c<br>d</div>"
        "<p style=\"--a: 1px 2px 3px 4px; margin: var(--a)\">x</p>",
        options);
    const boxes::Box section = deck.session->slide_boxes(1, 0);
    const auto styles = deck.session->slide_styles(1, 0);
    REQUIRE(section.children.size() == 4);
    CHECK(section.children[0].style->box().grid.value->columns.tracks.size() == 4);
    CHECK(section.children[1].children[0].children[0].children[0].children[0].column_span == 3);
    const layout::Fragment laid_out = deck.session->laid_out(1, 0).section.fragment;
    std::set<Px> columns;
    for (const layout::Fragment& line : laid_out.children[2].children) {
        columns.insert(line.border_box.x);
    }
    CHECK(columns.size() == 2);
    CHECK(section.children[3].style->box().margin.top.length->px == 0);
    CHECK(deck.diagnostics.warnings().size() == 1);
}

TEST_CASE("a slide's styles are as many as its own nodes, coloured code among them") {
    std::string markdown;
    for (int i = 0; i < 50; ++i) {
        markdown += "```bash\nfor i in 1 2; do echo $i; done\n```\n\n§break\n\n";
    }
    Opened deck(markdown + "The end");
    std::size_t styled = 0;
    for (std::size_t slide = 1; slide <= 50; ++slide) {
        styled += deck.session->slide_styles(slide, 0).by_node.size();
    }
    CHECK(styled <= deck.session->deck().document.size());
}

TEST_CASE("a thousand boxes on a slide that do not fit are found by one walk a try") {
    std::string markdown;
    for (int i = 0; i < 5000; ++i) {
        markdown +=
            "<pre style=\"width: 20px; height: 9px; overflow: auto\">too long a text</pre>\n";
    }
    Opened deck(markdown);
    CHECK(deck.count_pages() == 2);
    CHECK(deck.diagnostics.warnings().size() >= 5000);
}

TEST_CASE("what is not understood in a page's copy of reveal.js's sheets is not reported") {
    const TemporaryFolder folder;
    folder.put("css/reveal.css", ".reveal .roll { transform: none some }");
    folder.put("own.css", ".reveal .roll { transform: none some }");
    folder.put("deck.html",
               "<!doctype html><link rel=stylesheet href='css/reveal.css'>"
               "<link rel=stylesheet href='own.css'>"
               "<div class=reveal><div class=slides><section>A</section></div></div>");
    pages::ExportOptions options;
    Diagnostics diagnostics;
    Timings timings;
    const pages::Session session((folder.path() / "deck.html").string(), options, diagnostics,
                                 timings);
    REQUIRE(diagnostics.warnings().size() == 1);
    CHECK_THAT(to_string(diagnostics.warnings()[0]), Catch::Contains("own.css:1"));
}
