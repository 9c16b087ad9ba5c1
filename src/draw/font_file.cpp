#include "draw/font_file.h"

#include <cairo-ft.h>

#include "support/error.h"

namespace ghreveal::draw {

FontFile::~FontFile() {
    if (face != nullptr) {
        FT_Done_Face(face);
    }
}

std::unique_ptr<FontFile> open_font_file(const std::filesystem::path& path, int index) {
    auto opened = std::make_unique<FontFile>();
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) {
        throw Error({}, "cannot set up FreeType");
    }
    opened->library.reset(library);
    if (FT_New_Face(library, path.c_str(), index, &opened->face) != 0) {
        throw Error({path, 0}, "cannot open this font");
    }
    return opened;
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
