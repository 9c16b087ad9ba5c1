#include "draw/font_file.h"

#include <cairo-ft.h>

#include "support/error.h"
#include "text/faces/variable_font.h"

namespace ghreveal::draw {

FontFile::~FontFile() {
    if (face != nullptr) {
        FT_Done_Face(face);
    }
}

std::unique_ptr<FontFile> open_font_file(const std::filesystem::path& path, int index,
                                         const text::FontBytes& bytes) {
    auto opened = std::make_unique<FontFile>();
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) {
        throw Error({}, "cannot set up FreeType");
    }
    opened->library.reset(library);
    opened->bytes = bytes;
    const FT_Error failure =
        bytes ? FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes->data()),
                                   static_cast<FT_Long>(bytes->size()), index, &opened->face)
              : FT_New_Face(library, path.c_str(), index, &opened->face);
    if (failure != 0) {
        throw Error({path, 0}, "cannot open this font");
    }
    return opened;
}

std::unique_ptr<FontFile> open_font_file(const text::Face& face) {
    std::unique_ptr<FontFile> file = open_font_file(face.path(), face.index(), face.bytes());
    if (!face.variations().empty()) {
        text::set_variations(file->face, face.variations());
    }
    return file;
}

cairo_font_face_t* create_cairo_font(std::unique_ptr<FontFile> file) {
    static const cairo_user_data_key_t key{};
    cairo_font_face_t* font_face = cairo_ft_font_face_create_for_ft_face(file->face, 0);
    const auto release = [](void* owned) { delete static_cast<FontFile*>(owned); };
    if (cairo_font_face_set_user_data(font_face, &key, file.get(), release) ==
        CAIRO_STATUS_SUCCESS) {
        static_cast<void>(file.release());
    }
    return font_face;
}

}  // namespace ghreveal::draw
