// Pages as picture files, drawn side by side on several threads.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "paint/display_list.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

struct PictureFile {
    enum class Format { kPng, kSvg };
    Format format = Format::kPng;
    std::string path;
    double scale = 1;  // pixels a px, of a PNG
};

class PictureWriter {
public:
    // `address_of_slide`: what links to a slide lead to in SVG files, "" for nowhere.
    PictureWriter(Size page_size, int threads,
                  std::function<std::string(int slide)> address_of_slide);
    // Waits for the threads; files not begun yet are left out.
    ~PictureWriter();

    // Draws the page into each of the files, on some thread. Waits when as many pages as threads
    // are waiting, so that memory does not grow with the number of pages.
    void add(std::shared_ptr<const paint::DisplayList> page, std::vector<PictureFile> files);
    // Waits until all is written. Gives the files' sizes in bytes, in the order they were added.
    // Throws the first Error of drawing or writing.
    std::vector<std::size_t> finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ghreveal::exporter
