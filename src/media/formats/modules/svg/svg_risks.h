// What in an SVG may cost its renderer any time or memory, or its life.
#pragma once

#include <libxml/tree.h>

#include <cstddef>
#include <string_view>

namespace ghreveal::media {

// Not a bound: past it the picture is tried out in a process of its own.
class SvgRisks {
public:
    void look_at(const xmlNode* element);
    bool are_high() const;
    // Of all pixels, how many the filters look at for one.
    double looks_per_pixel() const { return looks_; }

private:
    void look_at_viewport(const xmlNode* element);
    void look_at_morphology(const xmlNode* element);
    void look_at_fonts(const xmlNode* element);
    void look_at_font_sizes(std::string_view value);

    double user_width_ = 0;  // of the outermost viewport
    double user_height_ = 0;
    double looks_ = 0;
    std::size_t costly_ = 0;      // filters whose cost grows with what they are told
    std::size_t cheap_ = 0;       // other steps of filters
    std::size_t references_ = 0;  // what draws other elements once more
    std::size_t dashed_ = 0;
    double font_size_ = 16;   // the largest, px
    double font_growth_ = 1;  // by sizes that are relative to one another
};

}  // namespace ghreveal::media
