#include "export/pdf/file/cairo_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "export/pdf/content/content_tokens.h"
#include "export/pdf/file/font_program.h"
#include "export/pdf/file/ligatures.h"
#include "export/pdf/file/pdf_syntax.h"
#include "export/pdf/file/transparent_pixels.h"
#include "support/fnv_hash.h"

namespace ghreveal::exporter {

namespace {

bool is_of_type(std::string_view dictionary, std::string_view type) {
    const std::string_view value = value_of(dictionary, "/Type");
    return value.substr(0, value.find(' ')) == type;
}

// Whether a stream's dictionary has nothing but its filter.
bool is_unnamed(std::string_view dictionary) {
    return std::count(dictionary.begin(), dictionary.end(), '/') == 2 &&
           value_of(dictionary, "/Filter") == "/FlateDecode";
}

// Photographs of this many bytes are not made much smaller by the effort, which takes seconds.
constexpr std::size_t kLargePicture = 2U << 20U;

// "[ 0 0 10 20 ]"
std::optional<PtRect> rectangle_of(std::string_view array) {
    std::array<double, 4> edges{};
    ContentTokens tokens(array.substr(std::min<std::size_t>(array.size(), 1)));
    for (double& edge : edges) {
        const ContentToken token = tokens.next();
        if (token.kind != ContentToken::Kind::kOperand) {
            return std::nullopt;
        }
        edge = number_of(tokens.text(token));
    }
    return PtRect{Pt(edges[0]), Pt(edges[1]), Pt(edges[2] - edges[0]), Pt(edges[3] - edges[1])};
}

// Past a page's edges, where viewers would have half a pixel of its clip.
std::string form_box_of(std::string_view media_box) {
    const PtRect box = rectangle_of(media_box).value_or(PtRect{}).outset(Pt{1});
    return fmt::format("[{} {} {} {}]", number(box.x), number(box.y), number(box.right()),
                       number(box.bottom()));
}

std::string named_forms(const std::vector<int>& forms) {
    std::string entries;
    for (const int form : forms) {
        fmt::format_to(std::back_inserter(entries), "/r{0} {0} 0 R ", form);
    }
    return entries;
}

std::string page_tree_of(const std::vector<int>& pages) {
    std::string kids;
    for (const int page : pages) {
        fmt::format_to(std::back_inserter(kids), "{} 0 R ", page);
    }
    return fmt::format("<</Type/Pages/Kids[{}]/Count {}>>", kids, pages.size());
}

// Of an image's dictionary; nothing for those that are not Cairo's usual ones.
std::optional<CairoPicture> picture_of(const std::string& dictionary) {
    const std::string_view space = value_of(dictionary, "/ColorSpace");
    const std::string_view bits = value_of(dictionary, "/BitsPerComponent");
    const bool is_gray = space == "/DeviceGray";
    if (value_of(dictionary, "/Subtype") != "/Image" ||
        value_of(dictionary, "/Filter") != "/FlateDecode" ||
        !(bits == "8" || (bits == "1" && is_gray)) || !(is_gray || space == "/DeviceRGB")) {
        return std::nullopt;
    }
    return CairoPicture{
        {static_cast<std::size_t>(number_of(value_of(dictionary, "/Width"))), is_gray ? 1U : 3U},
        bits == "1" ? 1 : 8,
        referred_object(value_of(dictionary, "/SMask"))};
}

// A tiling pattern's cell with the eight around it, which its box cuts off: poppler's Splash draws
// the cell once, and where its size comes out a little short, a line of what is behind it showed
// between all tiles.
std::string with_cells_around(std::string_view cell, std::string_view pattern) {
    constexpr std::size_t kPicture = 100;  // bytes, of a cell that is no more than "/x5 Do"
    const double x_step = number_of(value_of(pattern, "/XStep"));
    const double y_step = number_of(value_of(pattern, "/YStep"));
    std::string content;
    for (const int row : {-1, 0, 1}) {
        for (const int column : {-1, 0, 1}) {
            if ((row != 0 || column != 0) && cell.size() <= kPicture) {
                content +=
                    fmt::format("q 1 0 0 1 {} {} cm {} Q\n", column * x_step, row * y_step, cell);
            }
        }
    }
    return content.append(cell);
}

std::string shown_forms(const std::vector<int>& forms) {
    std::string operators;
    for (const int form : forms) {
        fmt::format_to(std::back_inserter(operators), "/r{} Do\n", form);
    }
    return operators;
}

}  // namespace

// What shows where a picture's mask is transparent has the colours beside it. A mask is written
// right before its picture.
void CairoDocument::spread_under_mask(int number, const CairoPicture& picture,
                                      std::string& samples) {
    if (picture.layout.samples == 1) {
        mask_ = number;
        opacity_ = picture.bits == 1 ? bytes_of_bits(samples, picture.layout.columns) : samples;
    } else if (picture.mask != 0 && picture.mask == mask_) {
        spread_colours(samples, opacity_, picture.layout);
    }
}

// A picture, with its rows' differences instead of its samples where that takes less room.
void CairoDocument::write_picture(int number, std::string_view entries, std::string samples) {
    const std::optional<CairoPicture> picture = picture_of(fmt::format("<<{}>>", entries));
    if (picture) {
        spread_under_mask(number, *picture, samples);
    }
    Deflater& deflater = samples.size() > kLargePicture ? large_picture_deflater_ : small_deflater_;
    const std::string plain = deflater.compress(samples);
    if (picture && picture->bits == 8) {
        const SampleLayout& layout = picture->layout;
        const std::string differences = deflater.compress(with_predictors(samples, layout));
        const std::string parameters = fmt::format(
            "/DecodeParms<</Predictor 15/Colors {}/Columns {}>>", layout.samples, layout.columns);
        if (differences.size() + parameters.size() < plain.size()) {
            file_.write_stream(number, fmt::format("{}{}", entries, parameters), differences);
            return;
        }
    }
    file_.write_stream(number, entries, plain);
}

void CairoDocument::write_stream(const PdfObject& object) {
    const std::size_t begin = object.text.find("<<") + 2;
    std::string entries = with_shared(object.text.substr(begin, object.text.rfind(">>") - begin));
    constexpr std::string_view kInterpolate = "/Interpolate true";
    if (interpolation_ == Interpolation::kLeaveOut) {
        if (const std::size_t at = entries.find(kInterpolate); at != std::string::npos) {
            entries.erase(at, kInterpolate.size());
        }
    }
    const bool is_packed = value_of(object.text, "/Filter") == "/FlateDecode";
    if (value_of(object.text, "/PatternType") == "1" && !is_packed) {
        file_.write_compressed(object.number, entries,
                               with_cells_around(*object.stream, object.text));
        return;
    }
    if (!is_packed) {  // a JPEG, for example
        file_.write_stream(object.number, entries, *object.stream);
        return;
    }
    std::string bytes = inflater_.decompress(*object.stream);
    if (value_of(object.text, "/Subtype") == "/Image") {
        write_picture(object.number, entries, std::move(bytes));
    } else {
        file_.write_stream(object.number, entries, small_deflater_.compress(bytes));
    }
}

// A page's resources name its forms: "/x5 5 0 R".
FormBox CairoDocument::form_boxes_of(std::string_view page) const {
    const auto resources = kept_.find(referred_object(value_of(page, "/Resources")));
    const std::string_view forms =
        resources == kept_.end() ? "" : value_of(resources->second, "/XObject");
    return [this, forms = std::string(forms)](std::string_view name) -> std::optional<PtRect> {
        const auto box =
            form_boxes_.find(referred_object(value_of(forms, "/" + std::string(name))));
        return box == form_boxes_.end() ? std::nullopt : std::optional(box->second);
    };
}

// "12 0 R" of a picture that is there already becomes the number of that.
std::string CairoDocument::with_shared(std::string text) const {
    constexpr std::string_view kReference = " 0 R";
    if (shared_.empty()) {
        return text;
    }
    for (std::size_t at = text.find(kReference); at != std::string::npos;
         at = text.find(kReference, at + kReference.size())) {
        const std::size_t begin = text.find_last_not_of("0123456789", at - 1) + 1;
        const auto same = shared_.find(
            referred_object(std::string_view(text).substr(begin, at + kReference.size() - begin)));
        if (same != shared_.end()) {
            const std::string number = std::to_string(same->second);
            text.replace(begin, at - begin, number);
            at = begin + number.size();
        }
    }
    return text;
}

// Shadows of one size, for example: Cairo cannot use a picture twice on a page. Masks first, which
// pictures refer to; what is the same as an earlier one goes.
void CairoDocument::share_pictures(std::vector<PdfObject>& objects) {
    for (const bool has_mask : {false, true}) {
        std::erase_if(objects, [&](PdfObject& object) {
            if (!object.stream || object.text.find("/Subtype /Image") == std::string::npos ||
                (object.text.find("/SMask") != std::string::npos) != has_mask) {
                return false;
            }
            object.text = with_shared(std::move(object.text));
            const auto [same, is_first] =
                pictures_.try_emplace({object.text, fnv1a(*object.stream)}, object.number);
            if (!is_first) {
                shared_[object.number] = same->second;
            }
            return !is_first;
        });
    }
}

void CairoDocument::take(const WriteContent& write_content) {
    TakenPage page;
    std::vector<PdfObject> objects = objects_.complete();
    share_pictures(objects);
    for (const PdfObject& object : objects) {
        if (!object.stream) {
            kept_[object.number] = with_names_once(object.text);
            if (is_of_type(object.text, "/Page")) {
                page.number = object.number;
                page.content = referred_object(value_of(object.text, "/Contents"));
            }
        } else if (const auto box = rectangle_of(value_of(object.text, "/BBox"))) {
            form_boxes_[object.number] = *box;
        }
    }
    for (const PdfObject& object : objects) {
        if (object.stream && object.number == page.content) {
            write_content(page, inflater_.decompress(*object.stream));
        } else if (object.stream) {
            write_stream(object);
        }
    }
    objects_.drop_complete();
}

void CairoDocument::take_page(const Rewrite& rewritten, const std::vector<int>& forms) {
    take([&](const TakenPage& page, std::string_view content) {
        pages_.push_back(page.number);
        std::string bytes = rewritten(content, form_boxes_of(kept_[page.number]));
        if (!forms.empty()) {
            bytes.insert(0, "/Artifact BMC\n" + shown_forms(forms) + "EMC\n");
            name_forms(forms, page.number);
        }
        file_.write_compressed(page.content, "", bytes);
    });
}

// In the page's resources.
void CairoDocument::name_forms(const std::vector<int>& forms, int page) {
    const int number = referred_object(value_of(kept_[page], "/Resources"));
    std::string& resources = kept_[number];
    const std::string_view own = value_of(resources, "/XObject");
    if (own.empty()) {
        resources = with_entries(resources, "/XObject<<" + named_forms(forms) + ">>");
    } else {
        resources.insert(static_cast<std::size_t>(own.data() - resources.data()) + 2,
                         named_forms(forms));
    }
}

int CairoDocument::take_form() {
    int form = 0;
    take([&](const TakenPage& page, std::string_view content) {
        form = page.content;
        const std::string dictionary = std::move(kept_[page.number]);
        kept_.erase(page.number);
        free_numbers_.push_back(page.number);
        form_box_ = form_box_of(value_of(dictionary, "/MediaBox"));
        file_.write_compressed(form,
                               fmt::format("/Type/XObject/Subtype/Form/BBox{}/Resources {}",
                                           form_box_, value_of(dictionary, "/Resources")),
                               content);
    });
    return form;
}

// Numbers are Cairo's as long as it writes; a form of two is of at least two pages.
int CairoDocument::form_of_two(int first, int second) {
    const int number = free_numbers_.back();
    free_numbers_.pop_back();
    file_.write_compressed(
        number,
        fmt::format("/Type/XObject/Subtype/Form/BBox{}/Resources<</XObject<<{}>>>>", form_box_,
                    named_forms({first, second})),
        shown_forms({first, second}));
    return number;
}

// Fonts' maps to characters are the streams that do not say what they are.
void CairoDocument::write_character_map(const PdfObject& object) {
    const std::string map = inflater_.decompress(*object.stream);
    file_.write_compressed(object.number, "", with_letters_of_ligatures(map));
}

void CairoDocument::write_font(const PdfObject& object) {
    const std::string program = inflater_.decompress(*object.stream);
    if (auto widths = glyph_widths(program)) {
        font_widths_[object.number] = std::move(*widths);
    }
    if (const auto font = without_hints(program)) {
        file_.write_compressed(object.number, "/Length1 " + std::to_string(font->size()), *font);
    } else {
        write_stream(object);
    }
}

// PDF/UA-1 §7.21.3.2: characters' identifiers are those of the glyphs, and that is said.
void CairoDocument::keep(const PdfObject& object) {
    std::string& kept = kept_[object.number];
    const bool says_nothing = value_of(object.text, "/Subtype") == "/CIDFontType2" &&
                              value_of(object.text, "/CIDToGIDMap").empty();
    kept = says_nothing ? with_entries(object.text, "/CIDToGIDMap/Identity") : object.text;
    if (const int program = referred_object(value_of(object.text, "/FontFile2"))) {
        font_programs_[object.number] = program;
        return;
    }
    const auto program =
        font_programs_.find(referred_object(value_of(object.text, "/FontDescriptor")));
    const auto widths =
        program == font_programs_.end() ? font_widths_.end() : font_widths_.find(program->second);
    if (widths != font_widths_.end()) {
        kept = with_exact_widths(kept, widths->second);
    }
}

void CairoDocument::take_rest() {
    std::vector<PdfObject> objects = objects_.complete();
    share_pictures(objects);
    for (const PdfObject& object : objects) {
        if (object.stream && is_unnamed(object.text)) {
            write_character_map(object);
        } else if (object.stream && !value_of(object.text, "/Length1").empty()) {
            write_font(object);
        } else if (object.stream) {
            write_stream(object);
        } else if (is_of_type(object.text, "/Pages")) {
            page_tree_ = object.number;
            kept_[object.number] = object.text;
        } else if (!is_of_type(object.text, "/Catalog") &&
                   value_of(object.text, "/Producer").empty()) {
            keep(object);
        }
        file_.reserve(object.number);
    }
    objects_.drop_complete();
}

// Most pages have the same resources.
void CairoDocument::share_resources(std::string& page) {
    const std::string_view value = value_of(page, "/Resources");
    const int number = referred_object(value);
    const auto own = kept_.find(number);
    if (own == kept_.end()) {
        return;
    }
    const auto [same, is_first] = resources_.try_emplace(own->second, number);
    if (!is_first && same->second != number) {
        const auto at = static_cast<std::size_t>(value.data() - page.data());
        page.replace(at, value.size(), std::to_string(same->second) + " 0 R");
        kept_.erase(own);
    }
}

void CairoDocument::finish(const std::vector<std::string>& page_entries) {
    for (auto& [number, text] : kept_) {
        text = with_shared(std::move(text));
    }
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        std::string& page = kept_[pages_[i]];
        page = with_entries(page, page_entries.at(i));
        share_resources(page);
    }
    if (!form_box_.empty()) {
        kept_[page_tree_] = page_tree_of(pages_);
    }
    for (const auto& [number, text] : kept_) {
        file_.add(number, text);
    }
}

}  // namespace ghreveal::exporter
