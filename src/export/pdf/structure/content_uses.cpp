#include "export/pdf/structure/content_uses.h"

namespace ghreveal::exporter {

namespace {

ContentUse& use_of(const paint::Content& content, std::size_t page, ContentUses& uses) {
    ContentUse& use = uses.of.try_emplace(content, ContentUse{page, page, "", {}}).first->second;
    use.last_page = page;
    return use;
}

}  // namespace

void add_uses(const paint::DisplayList& list, std::size_t page, ContentUses& uses) {
    for (const paint::DisplayItem& item : list) {
        if (const auto* glyphs = std::get_if<paint::DrawGlyphs>(&item)) {
            if (glyphs->content.node != nullptr) {
                ContentUse& use = use_of(glyphs->content, page, uses);
                if (use.first_page == page) {
                    use.text += glyphs->run->text;
                    if (use.baselines.empty() || use.baselines.back() != glyphs->origin.y) {
                        use.baselines.push_back(glyphs->origin.y);
                    }
                }
            }
        } else if (const auto* image = std::get_if<paint::DrawImage>(&item)) {
            if (image->content.node != nullptr) {
                use_of(image->content, page, uses);
            }
        } else if (const auto* link = std::get_if<paint::BeginLink>(&item)) {
            uses.linked.insert(link->node);
        }
    }
}

}  // namespace ghreveal::exporter
