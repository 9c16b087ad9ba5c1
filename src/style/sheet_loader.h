// Style sheet files -> sheets in cascade order: imports first, addresses made the site's, faces
// registered with the book.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "css/style_sheet.h"
#include "media/loader.h"
#include "support/error.h"
#include "text/font_book.h"

namespace ghreveal::style {

enum class Origin : std::uint8_t { kUserAgent, kAuthor };

struct LoadedSheet {
    std::unique_ptr<css::StyleSheet> sheet;
    Origin origin = Origin::kAuthor;
    // Written by people: what is wrong with it is reported.
    bool is_checked = false;
};

class SheetLoader {
public:
    SheetLoader(const media::Site& site, Size page, text::FontBook& fonts, Diagnostics& diagnostics,
                std::vector<LoadedSheet>& sheets)
        : site_(site), page_(page), fonts_(fonts), diagnostics_(diagnostics), sheets_(sheets) {}

    // A sheet of the program's own, trusted to be right. Throws Error when it cannot be read.
    void load_bundled(const std::filesystem::path&, Origin);
    // A person's sheet file. Throws Error when it cannot be read.
    void load_file(const std::filesystem::path&, const SourcePosition& where);
    // The text of a <style> element.
    void load_text(std::string text, const std::string& file, int first_line);

private:
    void add(css::SheetSource, const std::filesystem::path& folder, Origin, bool checked,
             int depth);
    void import(const css::Import&, const css::StyleSheet&, const std::filesystem::path& folder,
                bool checked, int depth);
    void register_face(const css::FontFace&, const css::StyleSheet&,
                       const std::filesystem::path& folder, bool checked);

    const media::Site& site_;
    Size page_;
    text::FontBook& fonts_;
    Diagnostics& diagnostics_;
    std::vector<LoadedSheet>& sheets_;
};

}  // namespace ghreveal::style
