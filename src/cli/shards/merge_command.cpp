#include "cli/shards/merge_command.h"

#include <fmt/format.h>

#include <cstdio>
#include <set>
#include <string>

#include "batch/merge.h"
#include "export/output.h"

namespace ghreveal::cli {

namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;

std::filesystem::path output_of(const Options& options) {
    // Parts that lie in one folder are joined where they are.
    return options.output.empty() ? options.named.front() : options.output;
}

}  // namespace

int merge(const Options& options) {
    const batch::Merged merged = batch::merge_parts(
        batch::find_parts(options.named, options.exporting.limits),
        {output_of(options),
         options.force ? exporter::Overwriting::kAnyFile : exporter::Overwriting::kOwnFiles,
         options.exporting.limits});
    std::size_t files = 0;
    for (const batch::ExportRecord& record : merged.decks) {
        files += record.written.size();
    }
    for (const std::string& deck : std::set(merged.failed.begin(), merged.failed.end())) {
        fmt::print(stderr, "{}: error: a part could not export it\n", deck);
    }
    if (!options.quiet) {
        fmt::print(stderr, "{}, {}\n", exporter::counted(merged.decks.size(), "deck"),
                   exporter::counted(files, "file"));
    }
    return merged.failed.empty() ? kDone : kFailed;
}

}  // namespace ghreveal::cli
