// @font-face rules -> faces of the FontBook: files beside the sheet, `data:` addresses, bundled
// fonts by name (`local()`), and files on the web, which are fetched when text first needs them.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "css/style_sheet.h"
#include "media/loader_options.h"
#include "media/site.h"
#include "support/error.h"
#include "text/font_book.h"

namespace ghreveal::style {

// Of the sheet that a face is in.
struct FacePlace {
    media::Site site;
    std::string sheet_address;  // of a sheet on the web
    SourcePosition where;
};

class FaceLoader {
public:
    // `web`: null when nothing is fetched. The book and the diagnostics are used as long as there
    // is a face to fetch.
    FaceLoader(text::FontBook&, Diagnostics&, const Limits&,
               const std::shared_ptr<const media::LoaderOptions>& web);

    // The first file of a face that can be used.
    void add(const css::FontFace&, const FacePlace&);
    // A face of the program's own: taken to be right.
    void add_bundled(const css::FontFace&, const std::filesystem::path& folder);
    // The text of a font service's sheet; nothing when all its families are there already, or when
    // it cannot be had.
    std::optional<std::string> fetch_sheet(const std::string& address, const SourcePosition& where);

    // Warns, once a family, of fonts that sheets wanted and none of them brought.
    void report_missing() const;

private:
    struct WebFonts;
    struct WantedFont {
        std::string family;
        SourcePosition where;
        std::string reason;
    };

    // The face with the file that `source` names; nothing when it cannot be used.
    std::optional<text::FaceDescriptor> usable(const css::FontFace&, const css::FontSource& source,
                                               const FacePlace&);
    text::FaceDescriptor from_web(const css::FontFace&, std::vector<std::string> addresses,
                                  const FacePlace&);

    text::FontBook& fonts_;
    Diagnostics& diagnostics_;
    const Limits& limits_;
    std::shared_ptr<WebFonts> web_;  // null: nothing is fetched
    std::vector<WantedFont> wanted_;
};

}  // namespace ghreveal::style
