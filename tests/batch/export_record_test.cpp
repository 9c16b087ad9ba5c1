#include "batch/export_record.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "../support/temporary_folder.h"
#include "batch/dependencies.h"
#include "batch/record_folder.h"
#include "support/limits.h"

using namespace ghreveal;
using namespace std::chrono_literals;
using batch::Clock;
using batch::ExportRecord;

namespace {

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file) << text;
}

// Of a.md, which became a.pdf.
ExportRecord record_in(const std::filesystem::path& folder) {
    write(folder / "a.md", "deck");
    write(folder / "a.pdf", "pages");
    ExportRecord record;
    record.deck = "a.md";
    record.options = "1.0 --pdf";
    record.inputs = {batch::state_of_input((folder / "a.md").string(), Clock::now() + 20ms),
                     batch::state_of((folder / "ghreveal.yml").string())};
    record.outputs = {batch::state_of((folder / "a.pdf").string())};
    record.written = {
        {"pdf", (folder / "a.pdf").string(), std::nullopt, std::nullopt, {998, 728}, 5, 5}};
    record.facts = {"Title", "", "Me", "2026", "en", 3};
    record.summary = "a.pdf: 5 pages";
    record.findings = {
        {Rule::kContrast, Level::kWarning, {"a.md", 3, 1, 4}, "what", "hint", "2/1", "line", 2}};
    return record;
}

}  // namespace

TEST_CASE("a record holds until a file read or written, or what was asked for, is another") {
    const TemporaryFolder folder;
    const ExportRecord record = record_in(folder.path());
    const auto now = Clock::now();
    CHECK(batch::holds(record, "1.0 --pdf", now));
    CHECK_FALSE(batch::holds(record, "1.0 --pdf --size", now));
    SECTION("an input changes within the clock's step, keeping its length") {
        const auto time = std::filesystem::last_write_time(folder.path() / "a.md");
        write(folder.path() / "a.md", "dack");
        std::filesystem::last_write_time(folder.path() / "a.md", time);
        CHECK_FALSE(batch::holds(record, "1.0 --pdf", now));
    }
    SECTION("an input changes while it is read") {
        ExportRecord other = record;
        other.inputs = {batch::state_of_input((folder.path() / "a.md").string(), now - 10s)};
        CHECK_FALSE(batch::holds(other, "1.0 --pdf", now));
    }
    SECTION("an input that was not there appears") {
        write(folder.path() / "ghreveal.yml", "");
        CHECK_FALSE(batch::holds(record, "1.0 --pdf", now));
    }
    SECTION("an output is gone") {
        std::filesystem::remove(folder.path() / "a.pdf");
        CHECK_FALSE(batch::holds(record, "1.0 --pdf", now));
    }
}

TEST_CASE("what came from the web holds for a time") {
    const TemporaryFolder folder;
    ExportRecord record = record_in(folder.path());
    record.good_until = 1'000;
    CHECK(batch::holds(record, record.options, Clock::time_point(999s)));
    CHECK_FALSE(batch::holds(record, record.options, Clock::time_point(1'000s)));
}

TEST_CASE("a record is the same after it was kept") {
    const TemporaryFolder folder;
    const ExportRecord record = record_in(folder.path());
    const batch::RecordFolder records(folder.path() / "records");
    CHECK_FALSE(records.find("a", record.options));
    records.keep("a", record);
    const auto found = records.find("a", record.options);
    REQUIRE(found);
    CHECK(batch::to_json(*found) == batch::to_json(record));
    CHECK(found->findings.at(0).rule == Rule::kContrast);
    CHECK(found->inputs == record.inputs);
    CHECK_FALSE(records.find("b", record.options));
    CHECK_FALSE(records.find("a", "1.0 --png"));
}

TEST_CASE("a folder of records does not grow for ever") {
    const TemporaryFolder folder;
    const ExportRecord record = record_in(folder.path());
    const std::filesystem::path place = folder.path() / "records";
    std::filesystem::create_directory(place);
    for (std::size_t i = 0; i < FixedLimits::export_records; ++i) {
        write(place / (std::to_string(i) + ".json"), "");
    }
    const batch::RecordFolder records(place);
    const auto count = [&] {
        return std::distance(std::filesystem::directory_iterator(place), {});
    };
    const auto most = static_cast<std::ptrdiff_t>(FixedLimits::export_records);
    for (int i = 0; i < 5'000 && (i % 500 != 499 || count() > most); ++i) {
        records.keep("deck " + std::to_string(i), record);
    }
    CHECK(count() <= most);
    CHECK(records.find("deck 0", record.options));  // the oldest went
}

TEST_CASE("what is not a whole record is none") {
    CHECK_FALSE(batch::record_from_json(""));
    CHECK_FALSE(batch::record_from_json("{\"version\": 1"));
    CHECK_FALSE(batch::record_from_json("{\"version\": 0}"));
    CHECK_FALSE(batch::record_from_json("[]"));
}

TEST_CASE(
    "dependencies are escaped as make and ninja read them, and files that are gone left out") {
    const std::vector<batch::DeckDependencies> decks{{"a b.md", {"a b.pdf"}, {"a b.md", "c$#.css"}},
                                                     {"d.md", {"d.pdf"}, {"d.md"}}};
    CHECK(batch::dependencies_text(decks, batch::DependencyFormat::kMake) ==
          "a\\ b.pdf: \\\n  a\\ b.md \\\n  c$$\\#.css\nd.pdf: \\\n  d.md\n\na\\ b.md:\n\n"
          "c$$\\#.css:\n\nd.md:\n");
    CHECK(batch::dependencies_text(decks, batch::DependencyFormat::kNinja) ==
          "a\\ b.pdf d.pdf: \\\n  a\\ b.md \\\n  c$$\\#.css \\\n  d.md\n");
    const TemporaryFolder folder;
    CHECK(batch::dependencies_of(record_in(folder.path())).inputs ==
          std::vector<std::string>{(folder.path() / "a.md").string()});
}
