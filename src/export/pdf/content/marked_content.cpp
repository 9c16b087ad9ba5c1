#include "export/pdf/content/marked_content.h"

#include <limits>
#include <utility>

#include "export/pdf/content/content_state.h"
#include "export/pdf/content/content_tokens.h"
#include "export/pdf/content/string_glyphs.h"
#include "export/pdf/file/ligatures.h"

namespace ghreveal::exporter {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kUnknownNumber = std::numeric_limits<std::size_t>::max();

class Marker {
public:
    Marker(std::string_view content, const std::vector<ContentPiece>& pieces, const FormBox& boxes)
        : content_(content),
          form_box_(boxes),
          tokens_(content),
          state_(tokens_),
          pieces_(pieces),
          marks_(content) {}

    MarkedContent run();

private:
    void apply(std::string_view name, const ContentToken& token);
    bool apply_to_text(std::string_view name, const ContentToken& token);
    void apply_to_path(std::string_view name, const ContentToken& token);

    void begin_span(const ContentToken& token);
    void end_span(const ContentToken& token);
    void begin_text_content();
    void show(const ContentToken& operand);
    void show_string(std::size_t begin, std::size_t end, ContentMarks::StringPlace);
    bool begins_piece() const;
    void take_next_text();
    void draw_object(const ContentToken& name);

    std::string_view content_;
    const FormBox& form_box_;
    ContentTokens tokens_;
    ContentState state_;
    ComingPieces pieces_;
    ContentMarks marks_;
    Operands operands_;

    std::size_t path_begin_ = kNowhere;
    std::size_t text_begin_ = kNowhere;  // of a text object, until the first glyphs in it
    std::size_t span_begin_ = kNowhere;  // of a span of Cairo's, until the first glyphs in it
    bool is_span_left_out_ = false;
    std::size_t first_glyph_at_ = kNowhere;  // where the first glyphs of an operator may be marked

    ContentMark mark_;             // of the current piece
    std::size_t glyphs_left_ = 0;  // of it
    bool is_lost_ = false;         // among glyphs of no piece
};

MarkedContent Marker::run() {
    for (ContentToken token = tokens_.next(); token.kind != ContentToken::Kind::kEnd;
         token = tokens_.next()) {
        if (token.kind == ContentToken::Kind::kOperand) {
            operands_.add(token);
        } else {
            apply(tokens_.text(token), token);
            operands_.clear();
        }
    }
    return marks_.take();
}

void Marker::apply(std::string_view name, const ContentToken& token) {
    if (!state_.apply(name, operands_) && !apply_to_text(name, token)) {
        apply_to_path(name, token);
    }
}

bool Marker::apply_to_text(std::string_view name, const ContentToken& token) {
    if (name == "TJ" || name == "Tj") {
        show(operands_.from_end(0));
    } else if (name == "BT") {
        text_begin_ = token.begin;
    } else if (name == "ET") {
        if (text_begin_ == kNowhere) {
            marks_.close(token.begin);
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
        path_begin_ = path_begin_ == kNowhere ? operands_.begin(token) : path_begin_;
    } else if (name == "n") {
        path_begin_ = kNowhere;
    } else if (name == "Do") {
        draw_object(operands_.from_end(0));
    } else if (name == "sh" || name.starts_with("BI")) {
        marks_.switch_to({}, operands_.begin(token));
    } else if (path_begin_ != kNowhere && name.front() != 'W') {
        marks_.switch_to({}, path_begin_);
        path_begin_ = kNowhere;
    }
}

// Cairo's spans say what text their glyphs stand for, where the font does not.
void Marker::begin_span(const ContentToken& token) {
    span_begin_ = operands_.begin(token);
    if (is_ligature_span(content_.substr(span_begin_, token.begin - span_begin_))) {
        begin_text_content();
        marks_.leave_out(span_begin_, token.end);
        span_begin_ = kNowhere;
        is_span_left_out_ = true;
    }
}

void Marker::end_span(const ContentToken& token) {
    span_begin_ = kNowhere;
    if (std::exchange(is_span_left_out_, false)) {
        marks_.leave_out(token.begin, token.end);
    }
}

// What begins inside a text object has to end there (§14.6.1), and nothing else may go on in it.
void Marker::begin_text_content() {
    if (text_begin_ != kNowhere) {
        marks_.close(text_begin_);
        text_begin_ = kNowhere;
    }
}

void Marker::show(const ContentToken& operand) {
    if (operand.kind == ContentToken::Kind::kEnd) {
        return;
    }
    begin_text_content();
    first_glyph_at_ = span_begin_ != kNowhere ? span_begin_ : operand.begin;
    span_begin_ = kNowhere;
    if (content_[operand.begin] != '[') {
        show_string(operand.begin, operand.end, ContentMarks::StringPlace::kAlone);
        return;
    }
    std::size_t at = operand.begin + 1;
    while (at < operand.end) {
        const bool is_string = content_[at] == '(' || content_[at] == '<';
        const std::size_t end = is_string ? end_of_operand(content_, at) : at + 1;
        if (is_string) {
            show_string(at, end, ContentMarks::StringPlace::kInArray);
        }
        at = end;
    }
}

void Marker::show_string(std::size_t begin, std::size_t end, ContentMarks::StringPlace place) {
    StringGlyphs glyphs(content_, begin, end);
    for (std::size_t at = glyphs.at(); glyphs.next(); at = glyphs.at()) {
        const bool is_new = begins_piece();
        if (is_new) {
            take_next_text();
        }
        if (first_glyph_at_ != kNowhere) {
            marks_.switch_to(mark_, first_glyph_at_);
            first_glyph_at_ = kNowhere;
        } else if (is_new) {
            marks_.switch_in_string(mark_, at, glyphs.is_hex(), place);
        }
        --glyphs_left_;
        state_.glyph_shown();
    }
}

// The text may have come to where its next piece begins for all that the number of glyphs says.
bool Marker::begins_piece() const {
    return glyphs_left_ == 0 || (state_.is_text_position_known() &&
                                 (is_lost_ || pieces_.is_next_text_at(state_.text_position())));
}

void Marker::take_next_text() {
    const ContentPiece* piece = pieces_.take_text(
        state_.is_text_position_known() ? std::optional(state_.text_position()) : std::nullopt);
    is_lost_ = piece == nullptr;
    mark_ = is_lost_ ? ContentMark{} : ContentMark{piece->slot, piece->type};
    glyphs_left_ = is_lost_ ? kUnknownNumber : piece->glyphs;
}

void Marker::draw_object(const ContentToken& name) {
    if (name.kind == ContentToken::Kind::kEnd) {
        return;
    }
    const ContentPiece* piece =
        pieces_.take_picture(state_.origin(), form_box_(tokens_.text(name).substr(1)));
    if (piece == nullptr) {
        marks_.switch_to({}, name.begin);
        return;
    }
    marks_.switch_to({piece->slot, piece->type}, name.begin);
    glyphs_left_ = 0;
}

}  // namespace

MarkedContent mark_content(std::string_view content, const std::vector<ContentPiece>& pieces,
                           const FormBox& form_box) {
    return Marker(content, pieces, form_box).run();
}

}  // namespace ghreveal::exporter
