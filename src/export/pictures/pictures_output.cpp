#include "export/pictures/pictures_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
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
          shard_(options.shard.value_or(Shard{})),
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
        count_pages();
    }

    void add(const pages::Page& page) override {
        ++pages_;
        std::vector<PictureFile> files;
        if (is_wanted(targets_.png, "png", page)) {
            files.push_back(
                png("png", page_file(targets_.png, ".png", pages_, page), png_scale_, page));
        }
        if (is_wanted(targets_.svg, "svg", page)) {
            files.push_back(svg(page_file(targets_.svg, ".svg", pages_, page), page));
        }
        if (is_wanted(targets_.thumbnails, "thumbnail", page) && is_last_state(session_, page)) {
            files.push_back(png("thumbnail", thumbnail_file(page), thumbnail_scale_, page));
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
    bool is_wanted(const std::string& target, const char* kind, const pages::Page& page) const {
        return !target.empty() &&
               shard_.takes(fmt::format("{} {} {}", kind,
                                        deck::to_string(session_.deck().slides[page.slide].index),
                                        page.step));
    }

    // Links between slides lead to the drawing of the slide's first state.
    void count_pages() {
        for (const std::size_t slide : session_.selected_slides()) {
            all_pages_ += session_.deck().slides[slide].steps - session_.first_step(slide) + 1;
        }
        int page = 0;
        for (const std::size_t slide : session_.selected_slides()) {
            const int first = session_.first_step(slide);
            first_svg_[slide] =
                page_file(targets_.svg, ".svg", page + 1, {slide, first, nullptr}).filename();
            page += session_.deck().slides[slide].steps - first + 1;
        }
    }

    // `number`: 1, 2, … of the page.
    fs::path page_file(const std::string& folder, const char* ending, int number,
                       const pages::Page& page) const {
        const std::string index = file_name_of(session_.deck().slides[page.slide].index);
        return targets_.picture_names
                   ? fs::path(
                         targets_.picture_names->name_of({index, page.step, number, all_pages_}))
                   : fs::path(folder) /
                         fmt::format("{:03}-{}-s{}{}", number, index, page.step, ending);
    }

    fs::path thumbnail_file(const pages::Page& page) const {
        const deck::Slide& slide = session_.deck().slides[page.slide];
        const std::string index = file_name_of(slide.index);
        const auto count = static_cast<int>(session_.deck().slides.size());
        return targets_.picture_names ? fs::path(targets_.picture_names->name_of(
                                            {index, page.step, slide.number, count}))
                                      : fs::path(targets_.thumbnails) /
                                            fmt::format("{:03}-{}.png", slide.number, index);
    }

    // Names by a template may leave pages apart that have the same one.
    void check_new(const fs::path& path) {
        guard_.check(path);
        if (!names_.insert(path.string()).second) {
            throw Error({path.string(), 0}, "two pages would be written to it",
                        "-o needs {0p}, or {slide} and {step}");
        }
    }

    PictureFile png(const char* kind, const fs::path& path, double scale, const pages::Page& page) {
        check_new(path);
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
        check_new(path);
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
    Shard shard_;
    Timings& timings_;
    const OutputGuard& guard_;
    Size page_size_;
    double png_scale_;
    double thumbnail_scale_;
    std::map<std::size_t, std::string> first_svg_;  // by slide
    PictureWriter writer_;
    std::vector<WrittenFile> written_;
    std::set<std::string> names_;
    int pages_ = 0;
    int all_pages_ = 0;
};

}  // namespace

std::unique_ptr<Output> pictures_output(const Targets& targets, const OutputOptions& options,
                                        const OutputContext& context) {
    return std::make_unique<PicturesOutput>(targets, options, context);
}

}  // namespace ghreveal::exporter
