#include "export/handout/article_layout.h"

#include "export/handout/flowing_notes.h"
#include "export/handout/sheet_builder.h"

namespace ghreveal::exporter {

Handout article_layout(pages::Session& session, const std::vector<HandoutSlide>& slides,
                       const HandoutOptions& options) {
    const SheetFrame frame =
        sheet_frame(options, options.orientation.value_or(Orientation::kPortrait));
    const Px width = text_width(frame.body);
    const LaidOutNotes texts = lay_out_notes(session, {.content = NotesContent::kArticle,
                                                       .width = width,
                                                       .picture_height = frame.body.height / 3,
                                                       .sheets = options.notes_sheets});
    std::vector<WaitingNote> waiting;
    for (const HandoutSlide& shown : slides) {
        if (texts.contains(shown.slide)) {
            waiting.push_back({shown.slide, 0, ""});
        }
    }
    SheetBuilder builder(session, options);
    builder.begin_sheet();
    flow_notes(std::move(waiting),
               {.body = frame.body,
                .notes = texts,
                .width = width,
                .top = frame.body.y,
                .content = FlowContent::kSlides},
               builder);
    return builder.take(frame.paper);
}

}  // namespace ghreveal::exporter
