// Style sheet files -> sheets in cascade order: imports first, addresses made the page's, faces
// registered with the book.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "css/style_sheet.h"
#include "media/site.h"
#include "style/sheets/face_loader.h"
#include "support/error.h"
#include "support/limits.h"

namespace ghreveal::style {

enum class Origin : std::uint8_t { kUserAgent, kAuthor };

// Who wrote a sheet decides what it may read and whether its errors are told.
enum class Trust : std::uint8_t {
    kBundled,  // the program's own: taken to be right
    kNamed,    // a person named its file on the command line: it may read any file
    kDeck      // comes with the deck: reads files of its site only
};

struct LoadedSheet {
    std::unique_ptr<css::StyleSheet> sheet;
    Origin origin = Origin::kAuthor;
    Trust trust = Trust::kDeck;
    // A copy of a sheet that everyone has, as reveal.js's: what is not understood in it is not the
    // author's to mend, and not reported.
    bool is_library = false;
};

class SheetLoader {
public:
    SheetLoader(const media::Site& site, const css::SheetOptions& options, FaceLoader& faces,
                Diagnostics& diagnostics, std::vector<LoadedSheet>& sheets)
        : site_(site),
          options_(options),
          limits_(options_.limits),
          faces_(faces),
          diagnostics_(diagnostics),
          sheets_(sheets) {}

    // A sheet of the program's own. Throws Error when it cannot be read.
    void load_bundled(const std::filesystem::path&, Origin);
    // A person's sheet file. Throws Error when it cannot be read.
    void load_file(const std::filesystem::path&, Trust, const SourcePosition& where);
    // The text of a <style> element.
    void load_text(std::string text, const SourcePosition& start);
    // The sheet of a <link>. One that is not there, or is on the web, is only reported.
    void load_link(const std::string& address, const SourcePosition& where);

    // What is loaded for a sheet that is on the web or not there; nothing: that is reported.
    using StandIn = std::function<std::optional<std::filesystem::path>(std::string_view address)>;
    void set_stand_ins(StandIn stand_in) { stand_in_ = std::move(stand_in); }

    // The bundled sheet whose faces serve for those that a font service is asked for, weight by
    // weight; without one, all of them are there from the beginning.
    void set_font_stand_ins(std::filesystem::path sheet) { font_stand_ins_ = std::move(sheet); }

    // The pictures that sheets of Trust::kNamed name: files outside the site, too.
    const std::vector<std::filesystem::path>& trusted_pictures() const { return pictures_; }

private:
    struct Place;  // of a sheet: its folder, its origin and trust, the files that import it

    void add(css::SheetSource, const Place&);
    void add_file(const std::filesystem::path&, const Place& importer, const SourcePosition& where);
    void import(const std::string& address, const Place&, const SourcePosition& where);
    // Of a sheet on the web, only the faces.
    void import_fonts(const std::string& address, const Place&, const SourcePosition& where);
    struct FontStandIns {
        std::vector<css::FontFace> faces;
        bool are_complete = false;  // all that is asked for is bundled
    };
    FontStandIns stand_ins_for(const std::string& address) const;
    void register_faces(const css::StyleSheet&, const Place&);
    void rebase_pictures(css::StyleSheet&, const Place&);
    media::Site site_of(const Place&) const;

    const media::Site& site_;
    css::SheetOptions options_;
    const Limits& limits_;
    FaceLoader& faces_;
    Diagnostics& diagnostics_;
    std::vector<LoadedSheet>& sheets_;
    StandIn stand_in_;
    std::filesystem::path font_stand_ins_;  // empty: none
    std::size_t face_count_ = 0;            // of decks' own sheets
    std::vector<std::filesystem::path> pictures_;
};

}  // namespace ghreveal::style
