#include "text/font_choice.h"

#include <algorithm>
#include <optional>

#include "text/emoji.h"

namespace ghreveal::text {

namespace {

// What HarfBuzz keeps together: a grapheme cluster, or several that became one glyph.
struct Cluster {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_whole = true;  // in the font that it was shaped with
    Font font;             // without a face: not chosen yet
};

std::vector<Cluster> clusters_of(const GlyphRun& run) {
    std::vector<Cluster> clusters;
    const auto add = [&](const Glyph& glyph) {
        if (clusters.empty() || clusters.back().begin != glyph.cluster) {
            clusters.push_back({glyph.cluster, 0, true, {}});
        }
        clusters.back().is_whole = clusters.back().is_whole && glyph.id != 0;
    };
    if (run.direction == Direction::kLeftToRight) {
        std::for_each(run.glyphs.begin(), run.glyphs.end(), add);
    } else {
        std::for_each(run.glyphs.rbegin(), run.glyphs.rend(), add);
    }
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        clusters[i].end = i + 1 < clusters.size() ? clusters[i + 1].begin : run.text.size();
    }
    return clusters;
}

class FontChooser {
public:
    FontChooser(const GlyphRun& run, const FontChoice& choice)
        : choice_(choice), text_(run.text), primary_(run.font), clusters_(clusters_of(run)) {}

    std::vector<FontStretch> stretches() {
        offer_to_emoji();
        offer_ours();
        offer([&](std::size_t i) { return of_system(i).font; });
        return joined();
    }

private:
    void offer_to_emoji();
    void offer_ours();
    // Takes the font that `font_of` gives for a cluster, if it has all of it.
    template <typename FontOf>
    void offer(FontOf font_of);
    // The same for clusters [first, last).
    void try_font(const Font&, std::size_t first, std::size_t last);
    // Offers one of ours to those of the clusters that it is there for.
    template <typename Wanted>
    void offer_candidate(std::size_t index, Wanted wanted);
    bool may_be_emoji(const Cluster&) const;
    std::string_view text_of(const Cluster& cluster) const {
        return text_.substr(cluster.begin, cluster.end - cluster.begin);
    }
    const FontBook::SystemChoice& of_system(std::size_t cluster);
    std::vector<FontStretch> joined() const;

    const FontChoice& choice_;
    std::string_view text_;
    Font primary_;
    std::vector<Cluster> clusters_;
    std::vector<FontBook::SystemChoice> system_;  // one a cluster, once it was asked for
};

bool FontChooser::may_be_emoji(const Cluster& cluster) const {
    constexpr std::string_view kTextSelector = "\ufe0e";
    const std::string_view text = text_of(cluster);
    return may_have_emoji(text) && text.find(kTextSelector) == std::string_view::npos;
}

const FontBook::SystemChoice& FontChooser::of_system(std::size_t cluster) {
    if (system_.empty()) {
        std::vector<std::size_t> beginnings;
        for (const Cluster& one : clusters_) {
            beginnings.push_back(one.begin);
        }
        system_ = choice_.fonts.system_fonts(choice_.spec, text_, std::move(beginnings));
    }
    return system_[cluster];
}

void FontChooser::try_font(const Font& font, std::size_t first, std::size_t last) {
    const std::size_t begin = clusters_[first].begin;
    const GlyphRunPtr run = choice_.shaper.shape(
        text_.substr(begin, clusters_[last - 1].end - begin), font, choice_.options);
    const std::vector<Cluster> shaped = clusters_of(*run);
    // Another font may join other clusters.
    auto at = shaped.begin();
    for (std::size_t i = first; i < last; ++i) {
        Cluster& cluster = clusters_[i];
        bool is_whole = true;
        for (; at != shaped.end() && begin + at->begin < cluster.end; ++at) {
            is_whole = is_whole && at->is_whole;
            if (begin + at->end > cluster.end) {
                break;  // it goes on in the next one
            }
        }
        cluster.font = is_whole ? font : Font{};
    }
}

template <typename FontOf>
void FontChooser::offer(FontOf font_of) {
    const auto wanted = [&](std::size_t i) {
        return clusters_[i].font.face == nullptr ? font_of(i) : Font{};
    };
    for (std::size_t first = 0; first < clusters_.size();) {
        const Font font = wanted(first);
        std::size_t last = first + 1;
        while (last < clusters_.size() && wanted(last) == font) {
            ++last;
        }
        if (font.face != nullptr) {
            try_font(font, first, last);
        }
        first = last;
    }
}

template <typename Wanted>
void FontChooser::offer_candidate(std::size_t index, Wanted wanted) {
    const auto may_show = [&](const Cluster& cluster) {
        return wanted(cluster) && choice_.fonts.covers(choice_.spec, index, text_of(cluster));
    };
    if (std::none_of(clusters_.begin(), clusters_.end(), may_show)) {
        return;  // what no text needs is not fetched
    }
    const Font font = choice_.fonts.font(choice_.spec, index);
    offer([&](std::size_t i) { return may_show(clusters_[i]) ? font : Font{}; });
}

void FontChooser::offer_to_emoji() {
    std::vector<bool> is_candidate;
    for (const Cluster& cluster : clusters_) {
        is_candidate.push_back(may_be_emoji(cluster));
    }
    if (std::find(is_candidate.begin(), is_candidate.end(), true) == is_candidate.end()) {
        return;
    }
    for (std::size_t i = 0; i < choice_.fonts.font_count(choice_.spec); ++i) {
        offer_candidate(i, [&](const Cluster& cluster) {
            return may_be_emoji(cluster) && choice_.fonts.font(choice_.spec, i).has_pictures();
        });
    }
    offer([&](std::size_t cluster) {
        const bool is_emoji = is_candidate[cluster] && of_system(cluster).is_emoji;
        return is_emoji ? of_system(cluster).font : Font{};
    });
}

void FontChooser::offer_ours() {
    const bool has_ranges = choice_.fonts.has_ranges(choice_.spec);
    for (Cluster& cluster : clusters_) {
        const bool is_open = cluster.font.face == nullptr && !has_ranges;
        cluster.font = is_open && cluster.is_whole ? primary_ : cluster.font;
    }
    const auto is_open = [](const Cluster& cluster) { return cluster.font.face == nullptr; };
    const std::size_t count = choice_.fonts.font_count(choice_.spec);
    for (std::size_t i = has_ranges ? 0 : 1;
         i < count && std::any_of(clusters_.begin(), clusters_.end(), is_open); ++i) {
        offer_candidate(i, is_open);
    }
}

std::vector<FontStretch> FontChooser::joined() const {
    std::vector<FontStretch> stretches;
    for (const Cluster& cluster : clusters_) {
        const Font& font = cluster.font.face != nullptr ? cluster.font : primary_;
        if (stretches.empty() || !(stretches.back().font == font)) {
            stretches.push_back({font, cluster.begin, cluster.begin});
        }
        stretches.back().end = cluster.end;
    }
    return stretches;
}

}  // namespace

std::vector<FontStretch> choose_fonts(const GlyphRun& in_primary_font, const FontChoice& choice) {
    return FontChooser(in_primary_font, choice).stretches();
}

}  // namespace ghreveal::text
