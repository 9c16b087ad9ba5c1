// Where a deck's outputs go.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "export/name_template.h"
#include "export/output_options.h"

namespace ghreveal::exporter {

// Files and folders; empty for what is not asked for. "-" is standard output.
struct Targets {
    std::string pdf;
    std::string png;         // a folder
    std::string svg;         // a folder
    std::string thumbnails;  // a folder
    std::string contact_sheet;
    std::string manifest;
    std::string handout;
    std::string notes;
    std::string pdfpc;
    std::string presenter;
    std::string presenter_pdfpc;
    // Of PNGs, SVGs or thumbnails, when -o names each of them: its fields are those of pages.
    std::optional<NameTemplate> picture_names;

    // Those asked for. Two decks must not have one of them in common.
    std::vector<std::string> all() const;
    // Of these the files that are documents, and those that a person might have written.
    std::vector<std::string> drawn_files() const;
    std::vector<std::string> text_files() const;
};

// What a part of a deck's export writes: documents are whole in one of the parts, pictures are
// shared by states (pictures_output.cpp), and each part has a manifest of what it wrote.
Targets targets_of_shard(Targets, const Shard&);

// Whether any kind of output is asked for; else a PDF is written.
bool asks_for_any(const OutputOptions&);

// What was asked for with -o.
struct Destination {
    std::string path;            // empty: beside the deck
    std::size_t deck_count = 1;  // how many decks the call exports
    // The deck's folder below the one that was named; nothing: the deck was named itself.
    std::optional<std::string> below{};
};

// Without -o the outputs lie beside the deck: deck.pdf, deck-png/, …; -o names a folder for all of
// them, in which they are as far below as their deck, or, of a single one, its file or folder, or
// has fields (name_template.h). Throws Error when -o cannot take what is asked for.
Targets targets_of(const OutputOptions&, const Destination&, const std::string& deck_path);

}  // namespace ghreveal::exporter
