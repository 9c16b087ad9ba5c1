// Every bound against decks that would exhaust time or memory, in one place, with the attack it
// stops. Each is a field so that an option can widen it.
#pragma once

#include <cstddef>

namespace ghreveal {

struct Limits {
    // A deck, an included file or a style sheet: stops reading a device or a giant file whole.
    std::size_t source_bytes = 32u << 20;
    // An image file: stops reading a giant file whole.
    std::size_t image_bytes = 64u << 20;
    // Width x height of a decoded picture: stops decompression bombs.
    std::size_t image_pixels = 100u << 20;
    // The same of all pictures of a deck that are kept decoded: stops bombs that come in numbers.
    // (JPEGs are not: a PDF takes them as they are.)
    std::size_t deck_image_pixels = 512u << 20;
    // Scans of a progressive JPEG: stops small files that take minutes to decode.
    int jpeg_scans = 500;
    // Pictures from the web. Of one picture, all its redirects together, and of all of a deck: stop
    // servers that never come to an end. (--fetch-timeout)
    long fetch_milliseconds = 20'000;
    long deck_fetch_milliseconds = 120'000;
    // Of what is only nice to have.
    long still_milliseconds = 4'000;
    // Stops servers that send without end, each within image_bytes.
    std::size_t deck_fetch_bytes = 512u << 20;
    // Stops redirects in circles.
    int fetch_redirects = 5;
    // Stops a deck from being a flood of requests to a server.
    int fetch_at_a_time = 8;
    std::size_t remote_pictures = 1000;
    // The cache's folder: stops it from filling the disk over the years.
    std::size_t cache_bytes = 256u << 20;
    // `include_relative` inside `include_relative`: stops include loops.
    int include_depth = 16;
    // Bytes after all includes: stops include trees that double at each level.
    std::size_t expanded_bytes = 64u << 20;
    // Sheets that a deck's and a theme's @imports add up to: stops sheets that import each other.
    int style_sheets = 200;
    // A value after var() is replaced, with what was looked at to replace it: stops custom
    // properties that each use the one before ten times.
    std::size_t variable_bytes = 2u << 20;
    // var() in custom properties that var() names: stops stack overflow.
    int variable_depth = 64;
    // Elements nested in elements: stops stack overflow in the recursive stages.
    int element_depth = 256;
    // Elements in a deck: stops tables of a million cells.
    std::size_t elements = 1u << 20;
    int slides = 10'000;
    // Pages of one export: stops fragments times slides without end.
    int pages = 100'000;
    // Code coloured in a deck, and in a line: stop regular expressions run over megabytes, whose
    // cost grows with the square of a line's length.
    std::size_t highlighted_bytes = 256u << 10;
    std::size_t highlighted_line_bytes = 500;
    // colspan/rowspan (HTML §4.9.12 clamps the same way): stops tables of a billion cells.
    int table_span = 1000;
    // Columns of text: stops column-width: 0.001px.
    int columns = 1000;
    // Tracks of a grid along one axis: stops repeat(1000000, …).
    int grid_tracks = 250;
};

}  // namespace ghreveal
