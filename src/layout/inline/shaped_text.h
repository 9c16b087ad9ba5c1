// Parts of shaped text, found without looking at all of it: a paragraph without spaces is one text
// with as many parts as there are lines, or letters.
#pragma once

#include <cstdint>
#include <vector>

#include "text/shape.h"

namespace ghreveal::layout {

// In logical order, as the shaper keeps them. Bytes count from the first one's begin.
using ShapedRuns = std::vector<text::GlyphRunPtr>;

// The run that a part of the text begins in.
struct RunPlace {
    std::uint32_t run = 0;
    std::uint32_t begin = 0;  // byte of that run's begin
};

// The place of a byte that is not before `from`.
RunPlace place_of(const ShapedRuns&, RunPlace from, std::size_t byte);

// Bytes [begin, end) of shaped text. `place`: of `begin`.
struct ShapedPart {
    const ShapedRuns& runs;
    RunPlace place;
    std::size_t begin = 0;
    std::size_t end = 0;

    // What most words are: all of a text in one run. Else nullptr.
    const text::GlyphRun* whole_run() const {
        const bool is_one = runs.size() == 1 && begin == 0 && end == runs.front()->text.size();
        return is_one ? runs.front().get() : nullptr;
    }
};

// All of them add the glyphs that they look at to `work`, so that tests can count them.
// px.
Px width_of(const ShapedPart&, std::uint64_t& work);
Px widest_glyph(const ShapedPart&, std::uint64_t& work);
// In logical order.
ShapedRuns runs_of(const ShapedPart&);

// Goes through a part cluster by cluster, in logical order: where it may be cut.
class ClusterReader {
public:
    ClusterReader(const ShapedPart&, std::uint64_t& work);

    bool at_end() const { return byte_ >= part_.end; }
    void read();
    // The byte up to which clusters were read, and how wide these are together.
    std::size_t byte() const { return byte_; }
    Px width() const { return width_; }

private:
    void enter_run();
    bool run_is_read() const;
    std::uint32_t next_cluster() const;

    ShapedPart part_;
    std::uint64_t& work_;
    std::size_t byte_;
    std::size_t read_ = 0;  // glyphs of the run, from its logical begin
    Px width_ = 0;
};

// The bytes at which the shaped text may be cut between letters, the end included.
std::vector<std::size_t> cluster_ends(const ShapedRuns&);

}  // namespace ghreveal::layout
