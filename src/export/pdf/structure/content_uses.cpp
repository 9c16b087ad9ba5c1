#include "export/pdf/structure/content_uses.h"

namespace ghreveal::exporter {

namespace {

ContentUse& use_of(const paint::Content& content, std::size_t page, ContentUses& uses) {
    ContentUse& use =
        uses.of.try_emplace(content, ContentUse{page, page, "", 0, 0, 0}).first->second;
    use.last_page = page;
    return use;
}

void add_line(Px baseline, ContentUse& use) {
    if (use.lines == 0) {
        use.first_baseline = baseline;
    }
    use.lines += use.lines == 0 || baseline != use.last_baseline ? 1 : 0;
    use.last_baseline = baseline;
}

}  // namespace

void add_uses(const paint::DisplayList& list, std::size_t page, ContentUses& uses) {
    for (const paint::DisplayItem& item : list) {
        if (const auto* glyphs = std::get_if<paint::DrawGlyphs>(&item)) {
            if (glyphs->content.node != nullptr) {
                ContentUse& use = use_of(glyphs->content, page, uses);
                if (use.first_page == page) {
                    use.text += glyphs->run->text;
                    add_line(glyphs->origin.y, use);
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
