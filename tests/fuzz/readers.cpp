#include "fuzz/readers.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>

#include "css/style_sheet.h"
#include "deck/deck.h"
#include "markdown/kramdown/kramdown.h"
#include "media/formats/decode.h"
#include "media/formats/encoded_image.h"
#include "support/unicode/utf8.h"

namespace ghreveal::fuzz {

namespace {

void run_kramdown(std::string_view bytes) {
    const std::string text = utf8::sanitized(bytes);
    markdown::kramdown::markdown_to_html(markdown::split_lines(text, {1, 0}));
}

void run_css(std::string_view bytes) {
    const std::string text = utf8::sanitized(bytes);
    const auto sheet = css::parse_style_sheet({text, "fuzz.css", 1}, {{960, 700}});
    for (const css::Rule& rule : sheet->rules) {
        css::parse_declarations(rule.block);
    }
}

// Front matter, Liquid, keywords and slides.
void run_liquid(std::string_view bytes) {
    with_messages([&] {
        Diagnostics diagnostics;
        deck::parse_deck(bytes, "fuzz.md", {}, diagnostics);
    });
}

// As pages show them: looked through, then decoded whole and to fewer pixels.
void run_pictures(std::string_view bytes) {
    with_messages([&] {
        if (media::sniff_format(bytes).value_or(media::Format::kSvg) == media::Format::kSvg) {
            return;
        }
        Limits limits;
        limits.image_pixels = 1u << 20;  // that inputs take little time
        const auto image = std::make_shared<media::EncodedImage>(
            std::string(bytes), limits, std::make_shared<media::PixelCache>(limits.decoded_pixels));
        image->pixels({});
        image->pixels({3, 2});
        image->jpeg();
    });
}

void run_svg_size(std::string_view bytes) {
    with_messages([&] { media::svg_size(bytes); });
}

constexpr Target kReaders[] = {{"kramdown", run_kramdown},
                               {"css", run_css},
                               {"liquid", run_liquid},
                               {"pictures", run_pictures},
                               {"svg-size", run_svg_size}};

}  // namespace

const Target* find_reader(std::string_view name) {
    const auto* found = std::find_if(std::begin(kReaders), std::end(kReaders),
                                     [&](const Target& target) { return target.name == name; });
    return found == std::end(kReaders) ? nullptr : found;
}

}  // namespace ghreveal::fuzz
