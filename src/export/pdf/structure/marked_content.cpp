#include "export/pdf/structure/marked_content.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "export/pdf/file/ligatures.h"
#include "export/pdf/structure/content_tokens.h"
#include "support/ascii.h"

namespace ghreveal::exporter {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kUnknownNumber = std::numeric_limits<std::size_t>::max();
constexpr Px kTolerance = 0.1;  // pt; Cairo writes thousandths of text space and more

bool is_near(Point a, Point b) {
    return std::abs(a.x - b.x) < kTolerance && std::abs(a.y - b.y) < kTolerance;
}

// Of forms, whose boxes Cairo rounds to whole pt.
bool covers(const Rect& area, const Rect& box) {
    constexpr Px kRounding = 1.5;
    const Rect around = area.outset({kRounding, kRounding, kRounding, kRounding});
    return box.x >= around.x && box.y >= around.y && box.right() <= around.right() &&
           box.bottom() <= around.bottom();
}

bool is_corner(Point point, const Rect& area) {
    return is_near(point, area.origin()) || is_near(point, {area.right(), area.y}) ||
           is_near(point, {area.x, area.bottom()}) || is_near(point, {area.right(), area.bottom()});
}

// Of a string's glyphs, one after the other: where each ends. Cairo writes the fonts of Latin text
// with a byte a glyph, as literal strings, and all others with two, in hexadecimal.
class GlyphsOfString {
public:
    GlyphsOfString(std::string_view content, std::size_t begin, std::size_t end)
        : content_(content), at_(begin + 1), end_(end - 1), is_hex_(content[begin] == '<') {}

    bool is_hex() const { return is_hex_; }
    std::size_t at() const { return at_; }

    // False when there are no more.
    bool next() { return is_hex_ ? next_of_hex() : next_of_literal(); }

private:
    bool next_of_hex() {
        int digits = 0;
        while (at_ < end_ && digits < 4) {
            digits += ascii::hex_value(content_[at_++]) >= 0 ? 1 : 0;
        }
        return digits > 0;
    }

    bool next_of_literal() {
        while (at_ < end_) {
            if (content_[at_++] != '\\') {
                return true;
            }
            const char escaped = content_[at_++];
            if (escaped == '\n') {
                continue;  // the string goes on in the next line
            }
            for (int digits = 1; ascii::is_digit(escaped) && digits < 3 && at_ < end_ &&
                                 ascii::is_digit(content_[at_]);
                 ++digits) {
                ++at_;
            }
            return true;
        }
        return false;
    }

    std::string_view content_;
    std::size_t at_;
    std::size_t end_;
    bool is_hex_;
};

class Marker {
public:
    Marker(std::string_view content, const std::vector<ContentPiece>& pieces, const FormBox& boxes)
        : content_(content), pieces_(pieces), form_box_(boxes), tokens_(content) {}

    MarkedContent run();

private:
    using Operands = std::array<ContentToken, 6>;
    enum class Open { kNothing, kDecoration, kContent };

    void apply(std::string_view name, const ContentToken& token);
    bool apply_to_state(std::string_view name);
    bool apply_to_text(std::string_view name, const ContentToken& token);
    void apply_to_path(std::string_view name, const ContentToken& token);

    double number(std::size_t from_end) const;
    std::size_t begin_of_operands(const ContentToken& token) const;

    void insert(std::size_t at, std::string_view text);
    std::string switch_text(int slot, std::string_view type);
    void switch_to(int slot, std::string_view type, std::size_t at);
    void close(std::size_t at);

    void begin_span(const ContentToken& token);
    void end_span(const ContentToken& token);
    void begin_text_content();
    void show(const ContentToken& operand);
    void show_string(std::size_t begin, std::size_t end, bool is_in_array);
    Point text_position() const { return page_.apply({text_matrix_.e, text_matrix_.f}); }
    std::size_t next_text(std::size_t from) const;
    bool is_at_next_text() const;
    void take_next_text();
    void draw_object(const ContentToken& name);
    std::size_t picture_of(std::string_view name) const;

    std::string_view content_;
    const std::vector<ContentPiece>& pieces_;
    const FormBox& form_box_;
    ContentTokens tokens_;
    Operands operands_{};
    std::size_t operand_count_ = 0;

    Transform page_;  // from user space to the page, after the first cm that turns it upright
    bool is_upright_ = false;
    std::vector<Transform> saved_;
    Transform text_matrix_;
    bool is_position_known_ = false;

    std::size_t path_begin_ = kNowhere;
    std::size_t text_begin_ = kNowhere;  // of a text object, until the first glyphs in it
    std::size_t span_begin_ = kNowhere;  // of a span of Cairo's, until the first glyphs in it
    bool is_span_left_out_ = false;
    std::size_t first_glyph_at_ = kNowhere;  // where the first glyphs of an operator may be marked

    std::size_t next_piece_ = 0;
    int slot_ = -1;
    std::string_view type_;
    std::size_t glyphs_left_ = 0;  // of the current piece
    bool is_lost_ = false;         // among glyphs of no piece

    Open open_ = Open::kNothing;
    int open_slot_ = -1;
    std::size_t copied_ = 0;
    MarkedContent result_;
};

MarkedContent Marker::run() {
    result_.bytes.reserve(content_.size() + content_.size() / 4);
    for (ContentToken token = tokens_.next(); token.kind != ContentToken::Kind::kEnd;
         token = tokens_.next()) {
        if (token.kind == ContentToken::Kind::kOperand) {
            operands_[operand_count_ % operands_.size()] = token;
            ++operand_count_;
        } else {
            apply(tokens_.text(token), token);
            operand_count_ = 0;
        }
    }
    close(content_.size());
    insert(content_.size(), "");
    return std::move(result_);
}

void Marker::apply(std::string_view name, const ContentToken& token) {
    if (!apply_to_state(name) && !apply_to_text(name, token)) {
        apply_to_path(name, token);
    }
}

double Marker::number(std::size_t from_end) const {
    return operand_count_ <= from_end
               ? 0
               : number_of(
                     tokens_.text(operands_[(operand_count_ - 1 - from_end) % operands_.size()]));
}

std::size_t Marker::begin_of_operands(const ContentToken& token) const {
    return operand_count_ == 0 || operand_count_ > operands_.size() ? token.begin
                                                                    : operands_[0].begin;
}

bool Marker::apply_to_state(std::string_view name) {
    if (name == "q") {
        saved_.push_back(page_);
    } else if (name == "Q") {
        if (!saved_.empty()) {
            page_ = saved_.back();
            saved_.pop_back();
        }
    } else if (name == "cm") {
        if (std::exchange(is_upright_, true)) {
            page_ =
                page_ * Transform{number(5), number(4), number(3), number(2), number(1), number(0)};
        }
    } else {
        return false;
    }
    return true;
}

bool Marker::apply_to_text(std::string_view name, const ContentToken& token) {
    if (name == "TJ" || name == "Tj") {
        show(operands_[(operand_count_ - 1) % operands_.size()]);
    } else if (name == "Td") {
        text_matrix_ = text_matrix_ * Transform::translation({number(1), number(0)});
        is_position_known_ = true;
    } else if (name == "Tm") {
        text_matrix_ = {number(5), number(4), number(3), number(2), number(1), number(0)};
        is_position_known_ = true;
    } else if (name == "BT") {
        text_begin_ = token.begin;
    } else if (name == "ET") {
        if (text_begin_ == kNowhere) {
            close(token.begin);
        }
        text_begin_ = kNowhere;
    } else if (name == "BDC") {
        begin_span(token);
    } else if (name == "EMC") {
        end_span(token);
    } else {
        return false;
    }
    return true;
}

// All that draws and is neither text nor a picture is decoration.
void Marker::apply_to_path(std::string_view name, const ContentToken& token) {
    const bool constructs = name == "m" || name == "re" || name == "l" || name == "c" ||
                            name == "v" || name == "y" || name == "h";
    if (constructs) {
        path_begin_ = path_begin_ == kNowhere ? begin_of_operands(token) : path_begin_;
    } else if (name == "n") {
        path_begin_ = kNowhere;
    } else if (name == "Do") {
        draw_object(operands_[0]);
    } else if (name == "sh") {
        switch_to(-1, "", begin_of_operands(token));
    } else if (path_begin_ != kNowhere && name.front() != 'W') {
        switch_to(-1, "", path_begin_);
        path_begin_ = kNowhere;
    }
}

void Marker::insert(std::size_t at, std::string_view text) {
    result_.bytes.append(content_.substr(copied_, at - copied_)).append(text);
    copied_ = at;
}

// What ends the marked content that is open, and begins another; empty when it goes on.
std::string Marker::switch_text(int slot, std::string_view type) {
    const Open wanted = slot < 0 ? Open::kDecoration : Open::kContent;
    if (open_ == wanted && (slot < 0 || open_slot_ == slot)) {
        return "";
    }
    std::string text = open_ == Open::kNothing ? "" : "EMC ";
    open_ = wanted;
    open_slot_ = slot;
    if (slot < 0) {
        return text + "/Artifact BMC\n";
    }
    text.append("/").append(type).append("<</MCID ");
    text.append(std::to_string(result_.slots.size())).append(">>BDC\n");
    result_.slots.push_back(slot);
    return text;
}

void Marker::switch_to(int slot, std::string_view type, std::size_t at) {
    if (const std::string text = switch_text(slot, type); !text.empty()) {
        insert(at, text);
    }
}

void Marker::close(std::size_t at) {
    if (open_ != Open::kNothing) {
        insert(at, "EMC\n");
        open_ = Open::kNothing;
    }
}

// Cairo's spans say what text their glyphs stand for, where the font does not.
void Marker::begin_span(const ContentToken& token) {
    span_begin_ = begin_of_operands(token);
    if (is_ligature_span(content_.substr(span_begin_, token.begin - span_begin_))) {
        begin_text_content();
        insert(span_begin_, "");
        copied_ = token.end;
        span_begin_ = kNowhere;
        is_span_left_out_ = true;
    }
}

void Marker::end_span(const ContentToken& token) {
    span_begin_ = kNowhere;
    if (std::exchange(is_span_left_out_, false)) {
        insert(token.begin, "");
        copied_ = token.end;
    }
}

// What begins inside a text object has to end there (§14.6.1), and nothing else may go on in it.
void Marker::begin_text_content() {
    if (text_begin_ != kNowhere) {
        close(text_begin_);
        text_begin_ = kNowhere;
    }
}

void Marker::show(const ContentToken& operand) {
    begin_text_content();
    first_glyph_at_ = span_begin_ != kNowhere ? span_begin_ : operand.begin;
    span_begin_ = kNowhere;
    const bool is_array = content_[operand.begin] == '[';
    if (!is_array) {
        show_string(operand.begin, operand.end, is_array);
        return;
    }
    std::size_t at = operand.begin + 1;
    while (at < operand.end) {
        const bool is_string = content_[at] == '(' || content_[at] == '<';
        const std::size_t end = is_string ? end_of_operand(content_, at) : at + 1;
        if (is_string) {
            show_string(at, end, is_array);
        }
        at = end;
    }
}

void Marker::show_string(std::size_t begin, std::size_t end, bool is_in_array) {
    GlyphsOfString glyphs(content_, begin, end);
    for (std::size_t at = glyphs.at(); glyphs.next(); at = glyphs.at()) {
        const bool begins_piece =
            glyphs_left_ == 0 || (is_position_known_ && (is_lost_ || is_at_next_text()));
        if (begins_piece) {
            take_next_text();
        }
        if (first_glyph_at_ != kNowhere) {
            switch_to(slot_, type_, first_glyph_at_);
            first_glyph_at_ = kNowhere;
        } else if (begins_piece) {
            // The string ends here, and goes on in one of its own.
            const std::string_view open = glyphs.is_hex() ? "<" : "(";
            const std::string_view close = glyphs.is_hex() ? ">" : ")";
            if (const std::string text = switch_text(slot_, type_); !text.empty()) {
                insert(at, fmt::format("{}{}\n{}{}{}", close, is_in_array ? "]TJ" : "Tj", text,
                                       is_in_array ? "[" : "", open));
            }
        }
        --glyphs_left_;
        is_position_known_ = false;
    }
}

std::size_t Marker::next_text(std::size_t from) const {
    while (from < pieces_.size() && pieces_[from].kind != draw::DrawnKind::kText) {
        ++from;
    }
    return from;
}

// Whether the text has come to where its next piece begins, for all that the number of glyphs says.
bool Marker::is_at_next_text() const {
    const std::size_t next = next_text(next_piece_);
    return next < pieces_.size() && is_near(text_position(), pieces_[next].origin);
}

// The next piece that begins here; where that is not known, the next one.
void Marker::take_next_text() {
    std::size_t found = next_text(next_piece_);
    while (is_position_known_ && found < pieces_.size() &&
           !is_near(text_position(), pieces_[found].origin)) {
        found = next_text(found + 1);
    }
    is_lost_ = found == pieces_.size();
    if (is_lost_) {
        slot_ = -1;
        glyphs_left_ = kUnknownNumber;
        return;
    }
    slot_ = pieces_[found].slot;
    type_ = pieces_[found].type;
    glyphs_left_ = pieces_[found].glyphs;
    next_piece_ = found + 1;
}

// A picture is drawn from one of its corners; what is faded as a whole is a form without a place of
// its own.
std::size_t Marker::picture_of(std::string_view name) const {
    const std::optional<Rect> box = form_box_(name);
    const Point corner = page_.apply({0, 0});
    for (std::size_t i = next_piece_; i < pieces_.size(); ++i) {
        const ContentPiece& piece = pieces_[i];
        const bool is_here = (piece.kind == draw::DrawnKind::kGroup && box) ||
                             (piece.kind == draw::DrawnKind::kPicture &&
                              (is_corner(corner, piece.area) || (box && covers(piece.area, *box))));
        if (is_here) {
            return i;
        }
    }
    return pieces_.size();
}

void Marker::draw_object(const ContentToken& name) {
    const std::size_t found = picture_of(tokens_.text(name).substr(1));
    if (found == pieces_.size()) {
        switch_to(-1, "", name.begin);
        return;
    }
    switch_to(pieces_[found].slot, pieces_[found].type, name.begin);
    next_piece_ = found + 1;
    glyphs_left_ = 0;
}

}  // namespace

MarkedContent mark_content(std::string_view content, const std::vector<ContentPiece>& pieces,
                           const FormBox& form_box) {
    return Marker(content, pieces, form_box).run();
}

}  // namespace ghreveal::exporter
