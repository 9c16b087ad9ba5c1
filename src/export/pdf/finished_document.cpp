// What comes last: annotations, files, the catalog, and what all of it refers to.
#include <cairo.h>
#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

#include "export/pdf/document/colour_profile.h"
#include "export/pdf/document/page_labels.h"
#include "export/pdf/file/pdf_syntax.h"
#include "export/pdf/pdf_document_impl.h"

namespace ghreveal::exporter {

// An annotation and its element name each other.
void PdfDocument::Impl::write_annotations() {
    int note_form = 0;
    std::vector<std::string> references(labels.size());
    for (const Annotation& annotation : annotations) {
        const int object = file.new_object();
        const AnnotationPlace place{
            page_size, reading.tree().add_annotation(annotation.element, annotation.page, object)};
        if (const auto* link = std::get_if<LinkAnnotation>(&annotation.what)) {
            file.add(object, link_annotation(*link, place));
        } else {
            if (note_form == 0) {
                note_form = file.new_object();
                file.write_compressed(note_form, note_form_entries(), note_form_content());
            }
            file.add(object,
                     note_annotation(std::get<NoteAnnotation>(annotation.what), place, note_form));
        }
        references[annotation.page] += reference(object) + " ";
    }
    for (std::size_t i = 0; i < references.size(); ++i) {
        page_entries[i] += fmt::format("/StructParents {}/Tabs/S", i);
        if (!references[i].empty()) {
            page_entries[i] += "/Annots[" + references[i] + "]";
        }
    }
}

// Names in their order (§7.9.6).
std::string PdfDocument::Impl::destination_tree() const {
    std::string tree = "<</Names[";
    for (const auto& [destination, place] : destinations) {
        tree += fmt::format("{}[{} 0 R/XYZ {} {} 0]", byte_string(destination),
                            pages.pages().at(place.page), number(place.at.x),
                            number(page_size.height - place.at.y));
    }
    return tree + "]>>";
}

void PdfDocument::Impl::write_mathml_of_formulas() {
    if (!mathml) {
        return;
    }
    std::map<std::string, int> files;  // by what is in them
    for (const FormulaElement& formula : reading.formulas()) {
        const std::string& text = mathml->mathml_of(formula.formula);
        if (text.empty()) {
            continue;
        }
        const auto [associated, is_new] = files.try_emplace(text);
        if (is_new) {
            associated->second = write_mathml(text, file);
        }
        reading.tree().add_entry(formula.element, "/AF[" + reference(associated->second) + "]");
        if (options.format.archival != Archival::kNone) {
            options.format.archival = Archival::kPdfA3;
        }
    }
}

// All colours are those of sRGB.
std::string PdfDocument::Impl::output_intent() {
    if (options.format.archival == Archival::kNone) {
        return "";
    }
    const int profile = file.new_object();
    file.write_compressed(profile, "/N 3", srgb_profile());
    return fmt::format(
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        "/Info(sRGB IEC61966-2.1)/DestOutputProfile {} 0 R>>]",
        profile);
}

std::string PdfDocument::Impl::catalog() {
    const int metadata = file.new_object();
    file.write_stream(metadata, "/Type/Metadata/Subtype/XML",
                      xmp_packet(info, options.format.archival));
    const int structure = reading.tree().write(file, pages.pages());
    const int outline_root = write_outline(outline, file);
    std::string entries = fmt::format(
        "<</Type/Catalog/Pages {} 0 R/Lang{}/MarkInfo<</Marked true>>/StructTreeRoot {} 0 R"
        "/Metadata {} 0 R/PageLabels {}",
        pages.page_tree(), text_string(info.language), structure, metadata,
        page_label_tree(labels));
    if (outline_root != 0) {
        entries += fmt::format("/Outlines {} 0 R", outline_root);
    }
    const AttachmentEntries attached = write_attachments(attachments, file);
    entries += attached.catalog + output_intent();
    std::string names = attached.names;
    if (!destinations.empty()) {
        names += fmt::format("/Dests {} 0 R", file.add(destination_tree()));
    }
    if (!names.empty()) {
        entries += "/Names<<" + names + ">>";
    }
    const std::string_view mode = options.fullscreen  ? "/FullScreen"
                                  : outline_root != 0 ? "/UseOutlines"
                                                      : "/UseNone";
    // Beside a full screen: what there is when it is left.
    const std::string_view after = options.fullscreen ? "/NonFullScreenPageMode/UseOutlines" : "";
    return entries +
           fmt::format("/PageMode{}/ViewerPreferences<</DisplayDocTitle true{}>>>>", mode, after);
}

void PdfDocument::finish() {
    Impl& impl = *impl_;
    cairo_surface_finish(impl.surface.get());
    impl.check();
    // Numbers of Cairo's come first.
    impl.pages.take_rest();
    impl.write_annotations();
    impl.write_mathml_of_formulas();
    impl.pages.finish(impl.page_entries);
    const int catalog = impl.file.add(impl.catalog());
    const int info = impl.file.add(info_dictionary(impl.info));
    impl.file.finish(fmt::format("/Root {} 0 R/Info {} 0 R", catalog, info));
}

}  // namespace ghreveal::exporter
