#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <optional>

#include "cli/commands.h"
#include "export/pdf.h"
#include "export/session.h"
#include "support/file.h"

namespace ghreveal::cli {

namespace fs = std::filesystem;

namespace {

constexpr const char* kStandardStream = "-";

void write_standard_output(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size() ||
        std::fflush(stdout) != 0) {
        throw Error({}, "cannot write to standard output");
    }
}

// Every byte of the PDF, in order, to `sink`; gives the number of pages.
int write_pdf(exporter::Session& session, Timings& timings,
              const std::function<void(std::string_view)>& sink) {
    exporter::PdfWriter pdf(session.deck(), session.page_geometry().page, session.selected_slides(),
                            sink);
    int pages = 0;
    session.for_each_page([&](exporter::Page&& page) {
        const auto scope = timings.measure("pdf pages");
        pdf.add_page(page);
        ++pages;
    });
    const auto scope = timings.measure("pdf end");
    pdf.finish();
    return pages;
}

}  // namespace

std::string pdf_target(const Options& options, const std::string& deck_path) {
    const bool from_stdin = deck_path == kStandardStream;
    const fs::path file_name = from_stdin
                                   ? fs::path("deck.pdf")
                                   : fs::path(deck_path).filename().replace_extension(".pdf");
    if (options.output.empty()) {
        return from_stdin ? kStandardStream
                          : fs::path(deck_path).replace_extension(".pdf").string();
    }
    if (options.output == kStandardStream) {
        if (options.decks.size() > 1) {
            throw Error({}, "standard output takes one deck",
                        "name a folder with -o for several decks");
        }
        return kStandardStream;
    }
    const fs::path output(options.output);
    if (fs::is_directory(output) || options.output.back() == '/') {
        return (output / file_name).string();
    }
    if (options.decks.size() > 1) {
        throw Error({options.output, 0}, "one file cannot take several decks",
                    "name a folder (with a / at its end) after -o");
    }
    return output.string();
}

std::string export_deck(const Options& options, const std::string& deck_path,
                        Diagnostics& diagnostics, Timings& timings) {
    const std::string target = pdf_target(options, deck_path);
    exporter::Session session(deck_path, options.exporting, diagnostics, timings);
    if (target == kStandardStream) {
        std::string whole;
        const int pages =
            write_pdf(session, timings, [&](std::string_view bytes) { whole += bytes; });
        write_standard_output(whole);
        return fmt::format("standard output: {} pages", pages);
    }
    const fs::path folder = fs::path(target).parent_path();
    if (!folder.empty() && !fs::exists(folder)) {
        std::error_code failure;
        fs::create_directories(folder, failure);
        if (failure) {
            throw Error({folder.string(), 0}, "cannot make the folder: " + failure.message());
        }
    }
    AtomicFile file{target};
    const int pages =
        write_pdf(session, timings, [&](std::string_view bytes) { file.write(bytes); });
    file.commit();
    return fmt::format("{}: {} pages", target, pages);
}

void check_deck(const Options& options, const std::string& deck_path, Diagnostics& diagnostics,
                Timings& timings) {
    exporter::Session session(deck_path, options.exporting, diagnostics, timings);
    session.for_each_page([](exporter::Page&&) {});
}

}  // namespace ghreveal::cli
