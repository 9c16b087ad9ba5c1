#include "export/handout/slide_bands.h"

#include <algorithm>

namespace ghreveal::exporter {

std::vector<Band> slide_bands(const std::vector<SlideHeights>& slides, const BandRules& rules) {
    // From the last slide back: the best band to begin with, and what all from there on take.
    std::vector<Band> best(slides.size());
    std::vector<Px> taken(slides.size() + 1, 0);
    for (std::size_t first = slides.size(); first-- > 0;) {
        best[first] = {first, 1, slides[first].beside};
        taken[first] = slides[first].beside + rules.gap + taken[first + 1];
        Px height = 0;
        const std::size_t most = std::min(rules.columns, slides.size() - first);
        for (std::size_t count = 1; count <= most; ++count) {
            height = std::max(height, slides[first + count - 1].below);
            const Px all = height + rules.gap + taken[first + count];
            // Of equals the one with more side by side, so that gaps come last.
            if (height <= rules.highest_row && all <= taken[first] && count > 1) {
                best[first] = {first, count, height};
                taken[first] = all;
            }
        }
    }
    std::vector<Band> bands;
    for (std::size_t next = 0; next < slides.size(); next += bands.back().count) {
        bands.push_back(best[next]);
    }
    return bands;
}

}  // namespace ghreveal::exporter
