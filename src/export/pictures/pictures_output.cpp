#include "export/pictures/pictures_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "export/output_file.h"
#include "export/pictures/picture_writer.h"
#include "export/pictures/png.h"

namespace ghreveal::exporter {

namespace {

namespace fs = std::filesystem;

double png_scale(const OutputOptions& options, Size page) {
    const double by_width = options.width / page.width;
    const double by_height = options.height / page.height;
    if (options.width > 0 && options.height > 0) {
        return std::min(by_width, by_height);
    }
    return options.width > 0 ? by_width : (options.height > 0 ? by_height : options.scale);
}

// "2.1" of slide 2/1: slashes cannot be in a file's name.
std::string file_name_of(const deck::SlideIndex& index) {
    std::string name = deck::to_string(index);
    std::replace(name.begin(), name.end(), '/', '.');
    return name;
}

class PicturesOutput final : public Output {
public:
    PicturesOutput(const Targets& targets, const OutputOptions& options,
                   const OutputContext& context)
        : targets_(targets),
          session_(context.session),
          timings_(context.timings),
          guard_(context.guard),
          page_size_(session_.page_geometry().page),
          png_scale_(png_scale(options, page_size_)),
          thumbnail_scale_(options.thumbnail_width / page_size_.width),
          writer_(page_size_, context.threads, [this](int slide) {
              const auto found = first_svg_.find(static_cast<std::size_t>(slide));
              return found == first_svg_.end() ? std::string() : found->second;
          }) {
        for (const std::string& folder : {targets.png, targets.svg, targets.thumbnails}) {
            if (!folder.empty()) {
                make_folder(folder);
            }
        }
        if (!targets.svg.empty()) {
            name_first_drawings();
        }
    }

    void add(const pages::Page& page) override {
        ++pages_;
        std::vector<PictureFile> files;
        const std::string name = page_name(pages_, page.slide, page.step);
        if (!targets_.png.empty()) {
            files.push_back(png("png", fs::path(targets_.png) / (name + ".png"), png_scale_, page));
        }
        if (!targets_.svg.empty()) {
            files.push_back(svg(fs::path(targets_.svg) / (name + ".svg"), page));
        }
        if (!targets_.thumbnails.empty() && is_last_state(session_, page)) {
            const deck::Slide& slide = session_.deck().slides[page.slide];
            const std::string file =
                fmt::format("{:03}-{}.png", slide.number, file_name_of(slide.index));
            files.push_back(
                png("thumbnail", fs::path(targets_.thumbnails) / file, thumbnail_scale_, page));
        }
        if (!files.empty()) {
            const auto scope = timings_.measure("pictures");
            writer_.add(page.content, std::move(files));
        }
    }

    FinishedOutput finish() override {
        const auto scope = timings_.measure("pictures");
        const std::vector<std::size_t> sizes = writer_.finish();
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            written_[i].bytes = sizes[i];
        }
        std::string summary = summary_of("png", targets_.png) + summary_of("svg", targets_.svg) +
                              summary_of("thumbnail", targets_.thumbnails);
        summary.pop_back();
        return {std::move(written_), std::move(summary)};
    }

private:
    // Links between slides lead to the drawing of the slide's first state.
    void name_first_drawings() {
        int page = 0;
        for (const std::size_t slide : session_.selected_slides()) {
            const int first = session_.first_step(slide);
            first_svg_[slide] = page_name(page + 1, slide, first) + ".svg";
            page += session_.deck().slides[slide].steps - first + 1;
        }
    }

    // `number`: 1, 2, … of the page.
    std::string page_name(int number, std::size_t slide, int step) const {
        return fmt::format("{:03}-{}-s{}", number,
                           file_name_of(session_.deck().slides[slide].index), step);
    }

    PictureFile png(const char* kind, const fs::path& path, double scale, const pages::Page& page) {
        guard_.check(path);
        const PixelSize size = picture_size(page_size_, scale);
        written_.push_back({kind,
                            path.string(),
                            page.slide,
                            page.step,
                            {static_cast<Px>(size.width), static_cast<Px>(size.height)},
                            1,
                            0});
        return {PictureFile::Format::kPng, path.string(), scale};
    }

    PictureFile svg(const fs::path& path, const pages::Page& page) {
        guard_.check(path);
        written_.push_back({"svg", path.string(), page.slide, page.step, page_size_, 1, 0});
        return {PictureFile::Format::kSvg, path.string(), 1};
    }

    std::string summary_of(const std::string& kind, const std::string& folder) const {
        if (folder.empty()) {
            return {};
        }
        const auto count =
            std::count_if(written_.begin(), written_.end(),
                          [&kind](const WrittenFile& file) { return file.kind == kind; });
        return fmt::format("{}/: {}\n", fs::path(folder / fs::path()).parent_path().string(),
                           counted(static_cast<std::size_t>(count), "picture"));
    }

    Targets targets_;
    pages::Session& session_;
    Timings& timings_;
    const OutputGuard& guard_;
    Size page_size_;
    double png_scale_;
    double thumbnail_scale_;
    std::map<std::size_t, std::string> first_svg_;  // by slide
    PictureWriter writer_;
    std::vector<WrittenFile> written_;
    int pages_ = 0;
};

}  // namespace

std::unique_ptr<Output> pictures_output(const Targets& targets, const OutputOptions& options,
                                        const OutputContext& context) {
    return std::make_unique<PicturesOutput>(targets, options, context);
}

}  // namespace ghreveal::exporter
