#include "layout/inline/inline_shaping.h"

#include <algorithm>
#include <optional>

#include "dom/language.h"
#include "layout/layout.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"
#include "support/rules.h"
#include "support/unicode/utf8.h"
#include "text/line_break/break_opportunities.h"

namespace ghreveal::layout {

namespace {

using style::WhiteSpace;

constexpr std::string_view kSoftHyphen = "\u00AD";
constexpr std::string_view kNoBreakSpace = "\u00A0";

bool is_collapsible(WhiteSpace white_space) {
    return white_space == WhiteSpace::kNormal || white_space == WhiteSpace::kNoWrap ||
           white_space == WhiteSpace::kPreLine;
}

PieceKind kind_of(InlineItemKind kind) {
    switch (kind) {
        case InlineItemKind::kOpen:
            return PieceKind::kOpen;
        case InlineItemKind::kClose:
            return PieceKind::kClose;
        case InlineItemKind::kAtomic:
            return PieceKind::kAtomic;
        case InlineItemKind::kLineBreak:
            return PieceKind::kForcedBreak;
        case InlineItemKind::kFloat:
            return PieceKind::kFloat;
        default:
            return PieceKind::kPositioned;
    }
}

// CSS Text 3 §7.3: margins, borders, padding and a shift of the baseline at an inline box's edge
// keep the letters on both sides apart.
bool joins_letters(const InlineItem& edge) {
    const boxes::Box& box = *edge.box;
    const Px any_width = 100;  // percentages are zero or not, whatever they are of
    const Edges edges =
        used_margins(box, any_width) + used_padding(box, any_width) + used_border(box);
    const Px width = edge.kind == InlineItemKind::kOpen ? edges.left : edges.right;
    return width == 0 && box.style->box().vertical_align == style::VerticalAlign::kBaseline;
}

bool shapes_alike(const style::TextStyle& a, const style::TextStyle& b) {
    return a.font == b.font && a.letter_spacing == b.letter_spacing &&
           a.word_spacing == b.word_spacing && a.font_features == b.font_features;
}

// Letters that were shaped as one, from several text items.
struct JoinedWord {
    std::uint32_t begin = 0;  // bytes in InlineContent::text
    std::uint32_t end = 0;
    const ShapedRuns* runs = nullptr;
    RunPlace place;  // of the word that was cut out of it last
};

class PieceMaker {
public:
    PieceMaker(InlineContent& content, LayoutContext& context)
        : content_(content), context_(context), breaks_(content.text) {}

    void make_all() {
        for (std::size_t i = 0; i < content_.items.size(); ++i) {
            item_ = static_cast<std::uint32_t>(i);
            if (content_.items[i].kind == InlineItemKind::kText) {
                make_text_pieces(content_.items[i]);
            } else {
                make_object_piece(content_.items[i]);
            }
        }
    }

private:
    void make_object_piece(const InlineItem&);
    void make_text_pieces(const InlineItem&);
    std::uint32_t make_spaces(std::uint32_t at, const InlineItem&, const style::TextStyle&);
    std::uint32_t make_word(std::uint32_t at, const InlineItem&, const style::TextStyle&);
    std::uint32_t end_of_letters(std::uint32_t at, std::uint32_t limit,
                                 const style::TextStyle&) const;
    void join_following_items(std::uint32_t begin, std::uint32_t end, const style::TextStyle&);
    void cut_word(const Piece& word, const style::TextStyle&);
    std::vector<std::size_t> divisions_of(const Piece& word);
    Piece& add(PieceKind kind, std::uint32_t begin, std::uint32_t end) {
        Piece piece;
        piece.kind = kind;
        piece.item = item_;
        piece.begin = begin;
        piece.end = end;
        content_.pieces.push_back(piece);
        return content_.pieces.back();
    }
    const ShapedRuns& shape(std::uint32_t begin, std::uint32_t end, const InlineItem&,
                            const style::TextStyle&);
    bool same_level(std::uint32_t a, std::uint32_t b) const {
        return !content_.has_levels() || content_.levels[a] == content_.levels[b];
    }
    bool allows_break(std::size_t at, const style::TextStyle& style) const {
        const bool keeps = style.word_break == style::WordBreak::kKeepAll;
        return style.line_break == style::LineBreak::kAnywhere ||
               (breaks_.before(at) && !(keeps && breaks_.is_between_letters(at)));
    }
    bool may_break_inside(std::size_t at, const style::TextStyle&) const;
    std::string_view rest(std::uint32_t at) const {
        return std::string_view(content_.text).substr(at);
    }

    InlineContent& content_;
    LayoutContext& context_;
    text::BreakOpportunities breaks_;
    std::uint32_t item_ = 0;
    JoinedWord joined_;
    // Up to here, letters are not joined: a ligature would reach over an edge before it.
    std::uint32_t apart_until_ = 0;
};

void PieceMaker::make_object_piece(const InlineItem& item) {
    Piece& piece = add(kind_of(item.kind), item.begin, item.end);
    if (item.kind == InlineItemKind::kAtomic) {
        const bool before_space = item.end < content_.text.size() && content_.text[item.end] == ' ';
        piece.break_after = wraps_lines(item.parent_style->text().white_space) && !before_space &&
                            breaks_.before(item.end);
    }
}

const ShapedRuns& PieceMaker::shape(std::uint32_t begin, std::uint32_t end, const InlineItem& item,
                                    const style::TextStyle& style) {
    const dom::Node* node = item.box->source.node;
    return context_.shaper.shape(std::string_view(content_.text).substr(begin, end - begin),
                                 style.font, shape_options(style, content_.direction_at(begin)),
                                 node == nullptr ? SourcePosition{context_.file, 0}
                                                 : dom::position_of(*node, context_.file));
}

// One collapsible space, or all preserved ones that follow each other.
std::uint32_t PieceMaker::make_spaces(std::uint32_t at, const InlineItem& item,
                                      const style::TextStyle& style) {
    const bool collapsible = is_collapsible(style.white_space);
    std::uint32_t end = at + 1;
    while (end < item.end && content_.text[end] == ' ' && !collapsible && same_level(at, end) &&
           style.white_space != WhiteSpace::kBreakSpaces) {
        ++end;
    }
    const auto& runs = shape(at, end, item, style);
    Piece& piece = add(PieceKind::kSpace, at, end);
    piece.runs = &runs;
    piece.runs_begin = at;
    piece.width = width_of(piece.shaped(), context_.work) + style.word_spacing * (end - at);
    piece.is_collapsible = collapsible;
    piece.hangs = collapsible || style.white_space == WhiteSpace::kPreWrap;
    piece.break_after = wraps_lines(style.white_space);
    return end;
}

bool PieceMaker::may_break_inside(std::size_t at, const style::TextStyle& style) const {
    if (utf8::is_continuation(content_.text[at])) {
        return false;
    }
    return style.word_break == style::WordBreak::kBreakAll || allows_break(at, style);
}

// Where hyphens may be, in bytes from the word's beginning (CSS Text 3 §6.1). A language without
// patterns is said once.
std::vector<std::size_t> PieceMaker::divisions_of(const Piece& word) {
    const dom::Node* node = content_.items[item_].box->source.node;
    const std::string_view language = node == nullptr ? "" : dom::language_of(*node);
    const std::string_view text =
        std::string_view(content_.text).substr(word.begin, word.end - word.begin);
    if (node == nullptr || language.empty() || context_.hyphenator.knows(language)) {
        return context_.hyphenator.divisions(text, language);
    }
    if (context_.unknown_languages.insert(std::string(language)).second) {
        context_.diagnostics.warn(
            Rule::kCssUnsupported, dom::position_of(*node, context_.file),
            "hyphens: auto has no effect: there are no patterns for '" + std::string(language) +
                "'",
            "they come with a package like " + text::hyphenation_package(language));
    }
    return {};
}

// The word in pieces, where lines may break in it.
void PieceMaker::cut_word(const Piece& word, const style::TextStyle& style) {
    const bool wraps = wraps_lines(style.white_space);
    Piece part = word;
    const auto add_part = [&](std::uint32_t end, bool break_after) {
        part.end = end;
        if (part.runs->size() > 1) {
            part.place = place_of(*part.runs, part.place, part.begin - part.runs_begin);
        }
        part.width = width_of(part.shaped(), context_.work);
        part.break_after = break_after;
        content_.pieces.push_back(part);
        part.begin = end;
    };
    const std::vector<std::size_t> divisions = wraps && style.hyphens == style::Hyphens::kAuto
                                                   ? divisions_of(word)
                                                   : std::vector<std::size_t>();
    auto division = divisions.begin();
    for (std::uint32_t at = word.begin + 1; wraps && at < word.end; ++at) {
        const bool divides = division != divisions.end() && word.begin + *division == at;
        if (may_break_inside(at, style)) {
            add_part(at, true);
        } else if (divides) {
            add_part(at, false);
            add(PieceKind::kSoftHyphen, at, at).break_after = true;
        }
        division += divides ? 1 : 0;
    }
    const bool followed_by_space =
        word.end < content_.text.size() &&
        (content_.text[word.end] == ' ' || content_.text[word.end] == '\n' ||
         content_.text[word.end] == '\t');
    add_part(word.end, wraps && !followed_by_space && word.end < content_.text.size() &&
                           allows_break(word.end, style));
}

// Where the letters from `at` on end: at `limit` at the latest.
std::uint32_t PieceMaker::end_of_letters(std::uint32_t at, std::uint32_t limit,
                                         const style::TextStyle& style) const {
    const bool spaced = style.word_spacing != 0;
    std::uint32_t end = at;
    while (end < limit) {
        const char c = content_.text[end];
        if (c == ' ' || c == '\t' || c == '\n' || !same_level(at, end)) {
            break;
        }
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 &&
            (rest(end).starts_with(kZeroWidthSpace) || rest(end).starts_with(kSoftHyphen) ||
             (spaced && rest(end).starts_with(kNoBreakSpace)))) {
            break;
        }
        ++end;
    }
    return end;
}

// CSS Text 3 §7.3: letters kern across the edges of inline boxes. The word of the current item that
// ends with the item at `end` is shaped together with what follows it in the next ones, unless a
// ligature would reach over an edge.
void PieceMaker::join_following_items(std::uint32_t begin, std::uint32_t end,
                                      const style::TextStyle& style) {
    std::vector<std::uint32_t> edges;
    for (std::size_t i = item_ + 1; i < content_.items.size(); ++i) {
        ++context_.work;
        const InlineItem& next = content_.items[i];
        const bool is_edge =
            next.kind == InlineItemKind::kOpen || next.kind == InlineItemKind::kClose;
        if (is_edge && joins_letters(next)) {
            continue;
        }
        if (next.kind != InlineItemKind::kText || !shapes_alike(style, next.box->style->text())) {
            break;
        }
        const std::uint32_t letters_end = end_of_letters(next.begin, next.end, style);
        if (!same_level(begin, next.begin)) {
            break;
        }
        if (letters_end > next.begin) {
            edges.push_back(next.begin);
            end = letters_end;
        }
        if (letters_end < next.end) {
            break;
        }
    }
    if (edges.empty()) {
        return;
    }
    const auto& runs = shape(begin, end, content_.items[item_], style);
    const std::vector<std::size_t> ends = cluster_ends(runs);
    const auto last_cut = std::find_if(edges.rbegin(), edges.rend(), [&](std::uint32_t edge) {
        return !std::binary_search(ends.begin(), ends.end(), edge - begin);
    });
    if (last_cut == edges.rend()) {
        joined_ = {begin, end, &runs, {}};
    } else {
        apart_until_ = *last_cut;
    }
}

std::uint32_t PieceMaker::make_word(std::uint32_t at, const InlineItem& item,
                                    const style::TextStyle& style) {
    const std::uint32_t end = end_of_letters(at, item.end, style);
    if (end == at) {
        return end;
    }
    const bool is_joined = at > joined_.begin && at < joined_.end;
    if (!is_joined && end == item.end && at >= apart_until_) {
        join_following_items(at, end, style);
    }
    Piece word;
    word.item = item_;
    word.begin = at;
    word.end = end;
    if (at >= joined_.begin && at < joined_.end) {
        joined_.place = place_of(*joined_.runs, joined_.place, at - joined_.begin);
        word.runs = joined_.runs;
        word.runs_begin = joined_.begin;
        word.place = joined_.place;
    } else {
        word.runs = &shape(at, end, item, style);
        word.runs_begin = at;
    }
    cut_word(word, style);
    return end;
}

void PieceMaker::make_text_pieces(const InlineItem& item) {
    const style::TextStyle& style = item.box->style->text();
    const bool wraps = wraps_lines(style.white_space);
    for (std::uint32_t at = item.begin; at < item.end;) {
        const char c = content_.text[at];
        if (c == ' ') {
            at = make_spaces(at, item, style);
        } else if (c == '\n') {
            add(PieceKind::kForcedBreak, at, at + 1);
            ++at;
        } else if (c == '\t') {
            add(PieceKind::kTab, at, at + 1).break_after = wraps;
            ++at;
        } else if (rest(at).starts_with(kZeroWidthSpace)) {
            at += static_cast<std::uint32_t>(kZeroWidthSpace.size());
            if (!content_.pieces.empty()) {
                content_.pieces.back().break_after |= wraps;
            }
        } else if (rest(at).starts_with(kSoftHyphen)) {
            const auto end = at + static_cast<std::uint32_t>(kSoftHyphen.size());
            add(PieceKind::kSoftHyphen, at, end).break_after =
                wraps && style.hyphens != style::Hyphens::kNone;
            at = end;
        } else if (rest(at).starts_with(kNoBreakSpace) && style.word_spacing != 0) {
            // CSS Text 3 §8.1: word-spacing applies to no-break spaces too.
            const auto end = at + static_cast<std::uint32_t>(kNoBreakSpace.size());
            const auto& runs = shape(at, end, item, style);
            Piece& piece = add(PieceKind::kWord, at, end);
            piece.runs = &runs;
            piece.runs_begin = at;
            piece.width = width_of(piece.shaped(), context_.work) + style.word_spacing;
            at = end;
        } else {
            at = make_word(at, item, style);
        }
    }
}

}  // namespace

std::string_view hyphen_of(const style::TextStyle& style) {
    return style.hyphenate_character.empty() ? std::string_view("-") : style.hyphenate_character;
}

text::ShapeOptions shape_options(const style::TextStyle& style, text::Direction direction) {
    text::ShapeOptions options;
    options.letter_spacing = style.letter_spacing;
    options.ligatures = style.letter_spacing == 0;
    options.direction = direction;
    options.features = style.font_features.value;
    return options;
}

bool wraps_lines(WhiteSpace white_space) {
    return white_space != WhiteSpace::kNoWrap && white_space != WhiteSpace::kPre;
}

void shape_pieces(InlineContent& content, LayoutContext& context) {
    content.pieces.reserve(content.items.size() * 2 + content.text.size() / 4);
    PieceMaker(content, context).make_all();
}

}  // namespace ghreveal::layout
