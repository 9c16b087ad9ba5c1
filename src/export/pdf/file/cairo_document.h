// The pages that Cairo writes, put into a file of ours: with other content, further entries, and
// without what the file has of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/pdf/file/cairo_objects.h"
#include "export/pdf/file/deflate.h"
#include "export/pdf/file/font_widths.h"
#include "export/pdf/file/pdf_file.h"
#include "export/pdf/file/predictors.h"
#include "export/pdf/file/pt_geometry.h"

namespace ghreveal::exporter {

// `form_box(name)`: of the form of this name in the page's resources, its box; of a picture
// nothing.
using FormBox = std::function<std::optional<PtRect>(std::string_view name)>;

// Whether pictures ask viewers to be smooth where they are enlarged.
enum class Interpolation : std::uint8_t { kKeep, kLeaveOut };

// A picture as Cairo writes it.
struct CairoPicture {
    SampleLayout layout;
    int bits = 8;  // a sample
    int mask = 0;  // the number of its /SMask
};

class CairoDocument {
public:
    explicit CairoDocument(PdfFile& file, Interpolation interpolation = Interpolation::kKeep)
        : file_(file), interpolation_(interpolation) {}

    void add(std::string_view bytes) { objects_.add(bytes); }

    // Takes the page that is complete: its pictures go into the file, and its content as
    // `rewritten` makes it, over the forms (§8.10).
    using Rewrite = std::function<std::string(std::string_view content, const FormBox&)>;
    void take_page(const Rewrite& rewritten, const std::vector<int>& forms = {});
    // Takes the page that is complete, and makes a form of it that pages and other forms can show.
    // The document has no such page.
    int take_form();
    // The second over the first.
    int form_of_two(int first, int second);
    const std::vector<int>& pages() const { return pages_; }

    // When Cairo has finished: takes what is left. New objects may be numbered from here on.
    void take_rest();
    // All of it goes into the file. `page_entries`: what each page has besides.
    void finish(const std::vector<std::string>& page_entries);
    int page_tree() const { return page_tree_; }

private:
    struct TakenPage {
        int number = 0;
        int content = 0;
    };
    // Takes what is complete, but for the page's content: that is left to `write_content`.
    using WriteContent = std::function<void(const TakenPage&, std::string_view content)>;
    void take(const WriteContent& write_content);
    void name_forms(const std::vector<int>& forms, int page);
    void share_pictures(std::vector<PdfObject>&);
    std::string with_shared(std::string text) const;
    void write_stream(const PdfObject&);
    void write_picture(int number, std::string_view entries, std::string samples);
    void spread_under_mask(int number, const CairoPicture&, std::string& samples);
    void write_character_map(const PdfObject&);
    void write_font(const PdfObject&);
    void keep(const PdfObject&);
    FormBox form_boxes_of(std::string_view page) const;
    void share_resources(std::string& page);

    PdfFile& file_;
    Interpolation interpolation_;
    Inflater inflater_;
    Deflater small_deflater_{Deflater::Effort::kSmall};
    Deflater large_picture_deflater_{Deflater::Effort::kFast};
    CairoObjects objects_;
    std::map<int, std::string> kept_;  // objects that are no streams
    std::map<int, PtRect> form_boxes_;
    std::map<int, GlyphWidths> font_widths_;  // by the number of the font program
    std::map<int, int> font_programs_;        // by the number of their descriptor
    std::map<std::string, int> resources_;    // by their text
    std::map<std::pair<std::string, std::uint64_t>, int> pictures_;  // by dictionary and bytes
    std::map<int, int> shared_;  // numbers of pictures that are there already, under another one
    // The mask written last; that of a picture comes right before it.
    int mask_ = 0;
    std::string opacity_;  // its pixels, a byte each
    std::vector<int> pages_;
    std::vector<int> free_numbers_;  // of pages that became forms
    std::string form_box_;           // of all forms: the page's; empty: there are none
    int page_tree_ = 0;
};

}  // namespace ghreveal::exporter
