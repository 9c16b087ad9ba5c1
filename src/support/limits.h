// Every bound against decks that would exhaust time or memory, in one place, with the attack it
// stops. Each is a field so that `--limit NAME=VALUE` can widen it (limit_names.h).
#pragma once

#include <cstddef>

namespace ghreveal {

struct Limits {
    // A deck, an included file or a style sheet: stops reading a device or a giant file whole.
    std::size_t source_bytes = 32u << 20;
    // An image file: stops reading a giant file whole.
    std::size_t image_bytes = 64u << 20;
    // Width x height of a picture: stops decompression bombs. (--image-megapixels)
    std::size_t image_pixels = 100u << 20;
    // Of the pictures that are decoded at a time; those used longest ago are forgotten, and one
    // with more is made smaller while it is decoded: keeps memory bounded however many there are.
    std::size_t decoded_pixels = 32u << 20;
    // Scans of a progressive JPEG, each of which costs a look at all pixels: stops small files that
    // take minutes to decode.
    int jpeg_scans = 100;
    // An SVG's elements, and elements in elements: stop files that take minutes or the stack.
    std::size_t svg_elements = 250'000;
    int svg_nesting = 200;
    // Of all pictures inside an SVG: stops small files whose pictures take gigabytes.
    std::size_t svg_image_pixels = 32u << 20;
    // An SVG whose filters or references could take any time is tried out in a process of its own:
    // stops what would run away or bring the renderer down. (--svg-timeout)
    long svg_milliseconds = 1'000;
    std::size_t svg_memory_bytes = 512u << 20;
    // Pictures from the web. Of one picture, all its redirects together, and of all of a deck: stop
    // servers that never come to an end. (--fetch-timeout)
    long fetch_milliseconds = 20'000;
    long deck_fetch_milliseconds = 120'000;
    // Of what is only nice to have.
    long still_milliseconds = 4'000;
    // Stops servers that send without end, each within image_bytes.
    std::size_t deck_fetch_bytes = 512u << 20;
    // Of an answer's head: stops servers that never come to its end.
    std::size_t fetch_header_bytes = 256u << 10;
    // Stops redirects in circles.
    int fetch_redirects = 5;
    // Stops a deck from being a flood of requests to a server.
    int fetch_at_a_time = 8;
    std::size_t remote_pictures = 1000;
    // The cache's folder: stops it from filling the disk over the years.
    std::size_t cache_bytes = 256u << 20;
    // `include_relative` inside `include_relative`: stops include loops.
    int include_depth = 16;
    // Bytes of all included files together, and of the deck with what they leave in it: stop
    // include trees that double at each level.
    std::size_t expanded_bytes = 64u << 20;
    // How often files are included: stops such trees that leave nothing.
    std::size_t included_files = 20'000;
    // What Liquid's tags and filters do, and blocks in blocks: stop loops in loops, and stack
    // overflow.
    std::size_t liquid_steps = 1'000'000;
    int liquid_nesting = 100;
    // Values in a YAML file or front matter, those of an alias each time it stands there, and maps
    // in one another: stop aliases of aliases, and one that holds itself.
    std::size_t yaml_values = 100'000;
    int yaml_nesting = 64;
    // Sheets that a deck's and a theme's @imports add up to: stops sheets that import each other.
    int style_sheets = 200;
    // A value after var() is replaced, with what was looked at to replace it: stops custom
    // properties that each use the one before ten times.
    std::size_t variable_bytes = 2u << 20;
    // var() in custom properties that var() names: stops stack overflow.
    int variable_depth = 64;
    // @media and @supports inside one another, and :not() and calc() inside themselves: stop stack
    // overflow, and looking for the ends of brackets at every level.
    int style_nesting = 32;
    // Tokens of a declaration's value: stops a million stops of a gradient, and as many shadows.
    std::size_t value_tokens = 20'000;
    // @font-face rules that decks' sheets add up to: stops opening files without end.
    std::size_t font_faces = 1000;
    // Compounds of a selector: stops stack overflow by `a a a …`.
    std::size_t selector_compounds = 256;
    // Elements that `:has()` and `:nth-child(… of …)` look at, in all of an export: each may ask
    // for all siblings of all siblings.
    std::size_t selector_looks = 50'000'000;
    // Elements nested in elements: stops stack overflow in the recursive stages.
    int element_depth = 256;
    // Elements in a deck: stops tables of a million cells.
    std::size_t elements = 1u << 20;
    // Elements that are open at once in a slide, as its tags tell: stops HTML whose parsing costs
    // the square of its depth.
    int open_elements = 4096;
    // Text of one paragraph, in which every line is looked for anew: stops texts that take a
    // hundred times their size in memory.
    std::size_t paragraph_bytes = 2u << 20;
    // Blocks or spans of Markdown inside one another; deeper ones are text: stops stack overflow.
    int markdown_nesting = 100;
    // How often a byte of Markdown may be looked at in search of an end, with some looks for free:
    // stops markup that is opened over and over and never closed, whose reading costs the square of
    // its length. What comes then is text.
    std::size_t markdown_looks_per_byte = 4;
    std::size_t markdown_free_looks = 1u << 20;
    // Of a keyword's arguments: stops a search to the end from every `§`.
    std::size_t keyword_bytes = 4096;
    // Beside the title slide.
    int slides = 10'000;
    // Pages of one export: stops fragments times slides without end.
    int pages = 100'000;
    // Code coloured in a deck, and in a line: stop regular expressions run over megabytes, whose
    // cost grows with the square of a line's length.
    std::size_t highlighted_bytes = 256u << 10;
    std::size_t highlighted_line_bytes = 500;
    // What a grammar's expression may try at one place: stops those that try every way.
    std::size_t highlight_steps = 100'000;
    // Code of a deck whose language is guessed, which is coloured in each of 180 languages.
    std::size_t guessed_code_bytes = 64u << 10;
    // A program that draws a diagram: stops one that never ends, or writes without end.
    long diagram_milliseconds = 10'000;
    std::size_t diagram_bytes = 16u << 20;
    // A formula's TeX, the macros that it expands, and what setting one takes of memory (beside
    // what KaTeX itself takes, some 4 MB) and of steps, which are pieces of memory asked for; and
    // the steps of a deck: stop macros that double at each level and never end.
    std::size_t formula_bytes = 20'000;
    int formula_expansions = 10'000;
    std::size_t formula_memory_bytes = 128u << 20;
    std::size_t formula_steps = 5'000'000;
    std::size_t deck_formula_steps = 100'000'000;
    // colspan/rowspan (HTML §4.9.12 clamps the same way): stops tables of a billion cells.
    int table_span = 1000;
    // Columns of text: stops column-width: 0.001px and column-count: 1000000.
    int columns = 100;
    // Tracks of a grid along one axis: stops repeat(1000000, …).
    int grid_tracks = 250;
};

// Bounds that no option widens: nothing is refused past them, it is read or drawn in another way.
struct FixedLimits {
    // A regular expression that a deck gives as separator, and its matching: stop those that try
    // every way to cut a text.
    static constexpr std::size_t regex_bytes = 4096;
    static constexpr unsigned regex_steps = 10'000'000;
    static constexpr unsigned regex_depth = 10'000;
    // Coloured pieces of code in one another, and languages in one another (a script in a page in a
    // template): stop code that is nothing but beginnings.
    static constexpr std::size_t nested_code_tokens = 32;
    static constexpr int nested_code_languages = 6;
    // How far an expression of a grammar looks ahead: stops `\s*\n` among a thousand lines of
    // blanks.
    static constexpr std::size_t code_window_bytes = 4096;
    // Changes of mode at one place: stops a grammar whose modes begin and end with nothing.
    static constexpr std::size_t unmoved_code_modes = 100;
    // A side of a slide or page, px; PDF viewers stop at 14,400 pt. And of paper: at 200 in.
    static constexpr double page_side = 20'000;
    static constexpr double paper_side = 19'200;
    // A side of a picture that is written, in its pixels: Cairo's bound.
    static constexpr int picture_side = 32'767;
    // kramdown's `{: … }`: stops a search to the end from every `{:`.
    static constexpr std::size_t attribute_list_bytes = 1024;
    // Of a tag: stops elements of a million attributes, which would cost the square of that.
    static constexpr std::size_t tag_attributes = 1000;
    // Cells that a table's short rows are filled up to: stops a row of a million above a million.
    static constexpr std::size_t filled_table_columns = 1000;
    // Longer names are no abbreviations: stops looking for names of a thousand lengths at each
    // word.
    static constexpr std::size_t abbreviation_bytes = 128;
    // Where `<svg` has to stand in a file without a name that tells: comments and a doctype may
    // come before it.
    static constexpr std::size_t svg_prologue_bytes = 4096;
    // Where a matrix makes areas smaller by this, nothing can be seen, and Cairo may not be able to
    // turn it around.
    static constexpr double drawn_area_scale = 1e-10;
    // A table's width that percentages of columns ask for, px: stops `width: 99.9999%`.
    static constexpr double table_width = 1'000'000;
    // Layouts of one box, each of another size: stops percentages of heights in one another, which
    // make twice as many at each level. From here on a box keeps its first and is only stretched.
    static constexpr std::size_t layouts_of_box = 32;
    // What a repeating gradient repeats, px: finer ones are their mean colour. Stops a million
    // stripes in a line.
    static constexpr double gradient_period = 1.0 / 16;
    // Names that are not there whose nearest one is looked for: stops a search through all ids for
    // each of ten thousand links.
    static constexpr int compared_names = 20;
    // Bytes of an address that a message quotes: stops messages of a deck's own size.
    static constexpr std::size_t shown_address = 2000;
    // Symbolic links from the name of an output to its file: as many as Linux follows.
    static constexpr int output_links = 40;
    // What is kept of an export for the next one, and of how many: stop a cache that grows.
    static constexpr std::size_t record_bytes = 16u << 20;
    static constexpr std::size_t export_records = 20'000;
    // Items of a group that are compared one by one, to fade each instead of the group.
    static constexpr std::size_t faded_items = 64;
    // Copies of a picture drawn one by one; more are a pattern, whose cell some viewers round to
    // their pixels.
    static constexpr double picture_copies = 512;
    // The same of a gradient; more would be too fine to see.
    static constexpr double gradient_tiles = 4096;
    // Corners of the polygon that stands for a `path()`: stop one of a million curves.
    static constexpr std::size_t path_points = 20'000;
    // Pixels of what a filter or a mask makes of a part of a page: past them it is coarser.
    static constexpr double filtered_pixels = 4u << 20;
    // Samples of a blurred shadow: stops shadows as large as the page in every pixel.
    static constexpr double shadow_samples = 4e6;
    // A side of one in samples, and the deviation: stop shadows of boxes that are very long, and
    // blurs that take samples times samples.
    static constexpr double shadow_side = 16'384;
    static constexpr double shadow_deviation = 32;
};

}  // namespace ghreveal
