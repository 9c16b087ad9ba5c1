#include "layout/inline/shaped_text.h"

#include <algorithm>

namespace ghreveal::layout {

namespace {

// The n-th glyph of a run in logical order.
const text::Glyph& glyph_at(const text::GlyphRun& run, std::size_t n) {
    return run.direction == text::Direction::kRightToLeft ? run.glyphs[run.glyphs.size() - 1 - n]
                                                          : run.glyphs[n];
}

// Bytes [begin, end) of a run.
struct PartOfRun {
    const text::GlyphRunPtr& run;
    std::size_t begin = 0;
    std::size_t end = 0;

    bool is_whole() const { return begin == 0 && end == run->text.size(); }
    std::span<const text::Glyph> glyphs() const { return text::glyphs_between(*run, begin, end); }
};

template <typename Visit>
void for_each_run(const ShapedPart& part, Visit&& visit) {
    std::size_t run_begin = part.place.begin;
    for (std::size_t i = part.place.run; i < part.runs.size() && run_begin < part.end; ++i) {
        const text::GlyphRunPtr& run = part.runs[i];
        const std::size_t run_end = run_begin + run->text.size();
        const std::size_t from = std::max(part.begin, run_begin);
        const std::size_t to = std::min(part.end, run_end);
        if (from < to) {
            visit(PartOfRun{run, from - run_begin, to - run_begin});
        }
        run_begin = run_end;
    }
}

}  // namespace

RunPlace place_of(const ShapedRuns& runs, RunPlace from, std::size_t byte) {
    while (from.run + 1 < runs.size() && byte >= from.begin + runs[from.run]->text.size()) {
        from.begin += static_cast<std::uint32_t>(runs[from.run]->text.size());
        ++from.run;
    }
    return from;
}

Px width_of(const ShapedPart& part, std::uint64_t& work) {
    if (const text::GlyphRun* run = part.whole_run()) {
        ++work;
        return run->width;
    }
    Px width = 0;
    for_each_run(part, [&](const PartOfRun& piece) {
        if (piece.is_whole()) {
            width += piece.run->width;
            ++work;
            return;
        }
        for (const text::Glyph& glyph : piece.glyphs()) {
            width += glyph.advance;
            ++work;
        }
    });
    return width;
}

Px widest_glyph(const ShapedPart& part, std::uint64_t& work) {
    Px widest = 0;
    for_each_run(part, [&](const PartOfRun& piece) {
        for (const text::Glyph& glyph : piece.glyphs()) {
            widest = std::max(widest, glyph.advance);
            ++work;
        }
    });
    return widest;
}

ShapedRuns runs_of(const ShapedPart& part) {
    ShapedRuns runs;
    for_each_run(part, [&runs](const PartOfRun& piece) {
        runs.push_back(piece.is_whole() ? piece.run
                                        : text::sub_run(*piece.run, piece.begin, piece.end));
    });
    return runs;
}

ClusterReader::ClusterReader(const ShapedPart& part, std::uint64_t& work)
    : part_(part), work_(work), byte_(part.begin) {
    enter_run();
}

// To the first glyph that is not before `byte_`.
void ClusterReader::enter_run() {
    part_.place = place_of(part_.runs, part_.place, byte_);
    const text::GlyphRun& run = *part_.runs[part_.place.run];
    const auto before = text::glyphs_between(run, 0, byte_ - part_.place.begin);
    read_ = before.size();
}

bool ClusterReader::run_is_read() const {
    return read_ == part_.runs[part_.place.run]->glyphs.size();
}

std::uint32_t ClusterReader::next_cluster() const {
    return glyph_at(*part_.runs[part_.place.run], read_).cluster;
}

void ClusterReader::read() {
    const text::GlyphRun& run = *part_.runs[part_.place.run];
    const std::size_t run_end = part_.place.begin + run.text.size();
    if (!run_is_read()) {
        const std::uint32_t cluster = next_cluster();
        while (!run_is_read() && next_cluster() == cluster) {
            width_ += glyph_at(run, read_).advance;
            ++read_;
            ++work_;
        }
    }
    byte_ = run_is_read() ? run_end : part_.place.begin + next_cluster();
    if (run_is_read() && part_.place.run + 1 < part_.runs.size()) {
        enter_run();
    }
}

std::vector<std::size_t> cluster_ends(const ShapedRuns& runs) {
    std::vector<std::size_t> ends;
    std::size_t run_begin = 0;
    for (const text::GlyphRunPtr& run : runs) {
        for (const text::Glyph& glyph : run->glyphs) {
            ends.push_back(run_begin + glyph.cluster);
        }
        run_begin += run->text.size();
    }
    ends.push_back(run_begin);
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    if (!ends.empty() && ends.front() == 0) {
        ends.erase(ends.begin());
    }
    return ends;
}

}  // namespace ghreveal::layout
