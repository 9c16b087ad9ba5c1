// The module that reads and draws SVG with libxml2 and librsvg. It is loaded without a base
// address, so librsvg refuses every file and address that the picture refers to.
#include <cairo.h>
#include <librsvg/rsvg.h>

#include <mutex>
#include <optional>

#include "media/formats/modules/svg/svg_fonts.h"
#include "media/formats/modules/svg/svg_tree.h"
#include "media/formats/modules/svg_module.h"
#include "support/error.h"
#include "support/handle.h"

namespace ghreveal::media {

namespace {

using RsvgPtr = Handle<RsvgHandle, g_object_unref>;
using Failure = Handle<GError, g_error_free>;

// librsvg may end the process while it reads, so this comes after the trial (svg_trial.h).
RsvgPtr open_svg(const std::string& text) {
    GError* error = nullptr;
    RsvgPtr svg{rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(text.data()), text.size(),
                                          &error)};
    const Failure failure{error};
    if (!svg) {
        throw Error({}, std::string("the SVG picture cannot be read: ") +
                            (failure ? failure->message : "there is no reason"));
    }
    rsvg_handle_set_dpi(svg.get(), 96);
    return svg;
}

// Where the links' shapes are, in shares of the picture.
std::vector<ImageLink> areas_of(const std::vector<LinkedElement>& links, RsvgHandle* svg) {
    constexpr double kSide = 1000;
    const RsvgRectangle viewport{0, 0, kSide, kSide};
    std::vector<ImageLink> found;
    double width = 0;
    double height = 0;
    const bool has_size = rsvg_handle_get_intrinsic_size_in_pixels(svg, &width, &height) != FALSE &&
                          width > 0 && height > 0;
    const RsvgRectangle whole =
        has_size ? RsvgRectangle{0, 0, width, height} : RsvgRectangle{0, 0, kSide, kSide};
    for (const LinkedElement& link : links) {
        RsvgRectangle ink{};
        const std::string id = "#" + link.id;
        if (rsvg_handle_get_geometry_for_layer(svg, id.c_str(), has_size ? &whole : &viewport, &ink,
                                               nullptr, nullptr) != FALSE &&
            ink.width > 0 && ink.height > 0) {
            found.push_back({link.address,
                             {ink.x / whole.width, ink.y / whole.height, ink.width / whole.width,
                              ink.height / whole.height}});
        }
    }
    return found;
}

class RsvgDocument final : public SvgDocument {
public:
    RsvgDocument(SvgTree tree, SvgFonts fonts)
        : text_(std::move(tree.text)),
          filling_text_(std::move(tree.filling_text)),
          linked_(std::move(tree.links)),
          fonts_(std::move(fonts)) {
        if (fonts_.are_of_system) {
            remarks_.emplace_back("has text in fonts of this machine, for what the bundled lack");
        }
    }

    void draw(cairo_t* context, const Rect& target) const override {
        const std::lock_guard lock(drawing_);
        RsvgHandle* svg = opened();
        cairo_save(context);
        cairo_rectangle(context, target.x, target.y, target.width, target.height);
        cairo_clip(context);
        const RsvgRectangle viewport{target.x, target.y, target.width, target.height};
        GError* error = nullptr;
        rsvg_handle_render_document(svg, context, &viewport, &error);
        cairo_restore(context);
        const Failure failure{error};
        if (failure) {
            throw Error({}, std::string("the SVG picture cannot be drawn: ") + failure->message);
        }
    }
    const std::string& text() const override { return text_; }
    const std::vector<ImageLink>& links() const override {
        const std::lock_guard lock(drawing_);
        if (!links_) {
            links_ = linked_.empty() ? std::vector<ImageLink>{} : areas_of(linked_, opened());
        }
        return *links_;
    }
    const std::vector<std::string>& remarks() const override { return remarks_; }

private:
    RsvgHandle* opened() const {
        use_fonts(fonts_);
        if (!svg_) {
            svg_ = open_svg(filling_text_.empty() ? text_ : filling_text_);
        }
        return svg_.get();
    }

    std::string text_;
    std::string filling_text_;
    std::vector<LinkedElement> linked_;
    SvgFonts fonts_;
    mutable RsvgPtr svg_;
    mutable std::optional<std::vector<ImageLink>> links_;
    std::vector<std::string> remarks_;
    mutable std::mutex drawing_;  // librsvg's handles are one thread's at a time
};

}  // namespace

}  // namespace ghreveal::media

ghreveal::media::SvgDocument* ghreveal_read_svg(const std::string& text,
                                                const ghreveal::media::SvgReading& reading,
                                                ghreveal::media::SvgFindings& findings) {
    using namespace ghreveal::media;
    SvgTree tree = prepare_svg(text, reading, findings);
    if (!findings.problem.empty()) {
        return nullptr;
    }
    SvgFonts fonts = choose_fonts(tree.set_text, reading.font_sheets);
    return new RsvgDocument(std::move(tree), std::move(fonts));
}
