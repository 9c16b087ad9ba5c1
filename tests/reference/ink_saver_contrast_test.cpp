// --ink-saver on rendered pages: what is behind every glyph is rasterised without the glyphs, and
// the glyph's colour is compared with the pixels under it. Antialiased edges cannot mislead this.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "export/pictures/png.h"
#include "export/sheets/ink_saver.h"
#include "pages/session.h"
#include "picture.h"
#include "style/sheets/themes.h"

using namespace ghreveal;
using namespace ghreveal::testing;

namespace {

constexpr const char* kDeck = R"(---
title: Ink
subtitle: with a <a href="https://example.org/">link</a>
---

# Heading

A paragraph with a [link](https://example.org/), *emphasis*, **strong**, `code`,
<mark>a mark</mark>, <span style="color: yellow">yellow</span>,
<span style="color: #888">grey</span>, <small>small print</small> and
<span style="background: #222; color: #eee">light on dark</span>.

> A quotation.

§new

```java
public class Hello { int x = 42; /* a comment */ String s = "text"; }
```

| a | b |
|---|---|
| 1 | 2 |

* one §element:class=fragment highlight-red§;
* two §element:class=fragment highlight-green§;
* three §element:class=fragment highlight-blue§;
* four §element:class=fragment semi-fade-out§;
* five §element:class=fragment strike§;

§new
§slide:data-background=#ffffff§;

## On white

<p style="opacity: 0.3">faint</p>

§new
§slide:data-background=#000000§;

## On black

Text and a [link](https://example.org/)
)";

struct Glyphs {
    Rect box;  // px of the page
    Color color;
    float opacity = 1;
};

Rect mapped(const Rect& box, const Transform& map) {
    const Point a = map.apply({box.x, box.y});
    const Point b = map.apply({box.right(), box.bottom()});
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(b.x - a.x), std::abs(b.y - a.y)};
}

// Walks the list with its groups; gives the glyphs, and the list without them.
std::vector<Glyphs> take_glyphs(paint::DisplayList& list) {
    struct Group {
        Transform map;
        float opacity = 1;
    };
    std::vector<Group> groups{{}};
    std::vector<Glyphs> found;
    paint::DisplayList rest;
    for (paint::DisplayItem& item : list) {
        if (const auto* glyphs = std::get_if<paint::DrawGlyphs>(&item)) {
            const Px size = glyphs->run->font.size;
            const Rect box{glyphs->origin.x, glyphs->origin.y - size * 0.6, glyphs->run->width,
                           size * 0.6};
            found.push_back({mapped(box, groups.back().map), glyphs->color, groups.back().opacity});
            continue;
        }
        if (const auto* transform = std::get_if<paint::PushTransform>(&item)) {
            groups.push_back({groups.back().map * transform->transform, groups.back().opacity});
        } else if (const auto* opacity = std::get_if<paint::PushOpacity>(&item)) {
            groups.push_back({groups.back().map, groups.back().opacity * opacity->opacity});
        } else if (std::holds_alternative<paint::PushClip>(item)) {
            groups.push_back(groups.back());
        } else if (std::holds_alternative<paint::Pop>(item)) {
            groups.pop_back();
        }
        rest.push_back(std::move(item));
    }
    list = std::move(rest);
    return found;
}

Color color_of(std::uint32_t pixel) {
    const auto channel = [pixel](unsigned shift) {
        return static_cast<std::uint8_t>(pixel >> shift & 0xFFU);
    };
    return {channel(16), channel(8), channel(0), 1};
}

Color over(const Glyphs& glyphs, Color below) {
    const float alpha = glyphs.color.alpha * glyphs.opacity;
    const auto blend = [alpha](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(
            std::lround(static_cast<float>(a) * alpha + static_cast<float>(b) * (1 - alpha)));
    };
    return {blend(glyphs.color.red, below.red), blend(glyphs.color.green, below.green),
            blend(glyphs.color.blue, below.blue), 1};
}

// Of a glyph run, on the worst of the pixels behind it.
double least_contrast(const Glyphs& glyphs, const Picture& background) {
    double least = 21;
    for (Px y = glyphs.box.y; y < glyphs.box.bottom(); y += 2) {
        for (Px x = glyphs.box.x; x < glyphs.box.right(); x += 2) {
            const bool is_outside =
                x < 0 || y < 0 || x >= background.width || y >= background.height;
            if (!is_outside) {
                const Color below =
                    color_of(background.at(static_cast<int>(x), static_cast<int>(y)));
                least = std::min(least, contrast_ratio(over(glyphs, below), below));
            }
        }
    }
    return least;
}

}  // namespace

TEST_CASE("with --ink-saver all text stands out 4.5 to 1 on the pages of every theme") {
    const auto deck = std::filesystem::temp_directory_path() / "ghreveal-ink-saver-contrast.md";
    std::ofstream(deck) << kDeck;
    for (const std::string& theme : style::bundled_themes()) {
        Timings timings;
        Diagnostics diagnostics;
        pages::ExportOptions options;
        options.theme = theme;
        pages::Session session(deck.string(), options, diagnostics, timings);
        const Size page_size = session.page_geometry().page;
        std::size_t runs = 0;
        session.for_each_page([&](const pages::Page& page) {
            paint::DisplayList list = exporter::with_less_ink(*page.content, page_size);
            const std::vector<Glyphs> all = take_glyphs(list);
            draw::Canvas canvas(draw::Output::kRaster);
            const Picture background =
                decode_png(exporter::page_as_png(list, page_size, 1, canvas));
            for (const Glyphs& glyphs : all) {
                INFO(theme << " slide " << page.slide << " step " << page.step << " at "
                           << glyphs.box.x << " " << glyphs.box.y);
                CHECK(least_contrast(glyphs, background) >= 4.5);
            }
            runs += all.size();
        });
        CHECK(runs > 100);
    }
    std::filesystem::remove(deck);
}
