#include "highlight/diagrams/diagrams.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "highlight/diagrams/drawing_program.h"
#include "highlight/languages.h"
#include "media/data_address.h"
#include "media/remote/picture_cache.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::highlight {
namespace {

struct Kind {
    std::string_view written;  // as a block's language or class
    std::string_view name;     // in ghreveal.yml
};

constexpr std::array kKinds = std::to_array<Kind>({
    {"dot", "dot"},
    {"graphviz", "dot"},
    {"gv", "dot"},
    {"mermaid", "mermaid"},
    {"pikchr", "pikchr"},
    {"plantuml", "plantuml"},
    {"puml", "plantuml"},
});

std::optional<std::string_view> kind_of(const dom::Node& node) {
    const std::string* classes = node.attribute("class");
    std::optional<std::string_view> kind;
    if (classes != nullptr) {
        ascii::any_word(*classes, [&](std::string_view word) {
            const std::string_view language = language_of_class(word).value_or(word);
            const auto known = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& one) {
                return one.written == language;
            });
            kind = known != kKinds.end() ? std::optional(known->name) : std::nullopt;
            return kind.has_value();
        });
    }
    return kind;
}

struct Block {
    dom::Node* frame;  // the <pre>, or what stands for it
    dom::Node* code;   // that holds the source
    std::string_view kind;
};

// `<pre><code class="language-dot">`, or mermaid's `<div class="mermaid">`.
std::optional<Block> block_at(dom::Node& node) {
    if (node.is_element("code") && node.parent->is_element("pre")) {
        std::optional<std::string_view> kind = kind_of(node);
        kind = kind ? kind : kind_of(*node.parent);
        return kind ? std::optional(Block{node.parent, &node, *kind}) : std::nullopt;
    }
    const bool is_mermaid = (node.is_element("div") || node.is_element("pre")) &&
                            node.has_class("mermaid") && dom::has_only_text(node);
    return is_mermaid ? std::optional(Block{&node, &node, "mermaid"}) : std::nullopt;
}

class DiagramDrawer {
public:
    DiagramDrawer(deck::Deck& deck, const DiagramOptions& options, Diagnostics& diagnostics)
        : deck_(deck),
          options_(options),
          diagnostics_(diagnostics),
          cache_(options.cache_folder, options.limits.cache_bytes) {}

    void draw(const Block& block) {
        const std::string source = dom::text_content(*block.code);
        const auto command = options_.settings.diagrams.find(std::string(block.kind));
        if (command == options_.settings.diagrams.end()) {
            block.frame->add_class("diagram-source");
            warn(block, fmt::format("diagrams of {} are shown as their source", block.kind),
                 fmt::format("name a program that draws them in ghreveal.yml, as "
                             "`diagrams: {{{}: [{}]}}`",
                             block.kind, block.kind == "dot" ? "dot, -Tsvg" : "PROGRAM, ARGUMENT"));
            return;
        }
        const std::optional<std::string> svg = drawn(command->second, source, block);
        if (!svg) {
            block.frame->add_class("diagram-source");
            return;
        }
        show(block, *svg, source);
    }

private:
    void warn(const Block& block, std::string what, std::string hint = "") {
        if (warned_.insert(what).second) {
            diagnostics_.warn(Rule::kDiagram, dom::position_of(*block.code, deck_.file),
                              std::move(what), std::move(hint));
        }
    }

    // By the command and the source: the same diagram is drawn once, whatever the deck.
    std::optional<std::string> drawn(const std::vector<std::string>& command,
                                     const std::string& source, const Block& block) {
        const std::string key = fmt::format("diagram:{}\n{}", fmt::join(command, "\n"), source);
        if (const auto kept = cache_.find(key)) {
            cache_.touch(key);
            return kept->bytes;
        }
        Drawing drawing = run_drawing_program(command, source, options_.limits);
        if (drawing.failure.empty() && drawing.output.find("<svg") == std::string::npos) {
            drawing.failure = "it wrote no SVG";
        }
        if (!drawing.failure.empty()) {
            warn(block, fmt::format("'{}', which draws diagrams of {}, failed: {}", command.front(),
                                    block.kind, drawing.failure));
            return std::nullopt;
        }
        cache_.keep(key, {drawing.output, "", ""});
        return std::move(drawing.output);
    }

    void show(const Block& block, const std::string& svg, const std::string& source) {
        dom::Node& picture = deck_.document.create_element("img");
        dom::place_at(picture, *block.code);
        picture.set_attribute("src", "data:image/svg+xml;base64," + media::base64(svg));
        picture.set_attribute("alt", std::string(ascii::trimmed(source)));
        deck_.document.remove_children(*block.code);
        deck_.document.append_child(*block.code, picture);
        block.frame->add_class("diagram-picture");
    }

    deck::Deck& deck_;
    const DiagramOptions& options_;
    Diagnostics& diagnostics_;
    media::PictureCache cache_;
    std::set<std::string> warned_;
};

}  // namespace

void draw_diagrams(deck::Deck& deck, const DiagramOptions& options, Diagnostics& diagnostics) {
    DiagramDrawer drawer(deck, options, diagnostics);
    std::vector<Block> blocks;
    for (deck::Slide& slide : deck.slides) {
        dom::for_each(*slide.section, [&](dom::Node& node) {
            if (const std::optional<Block> block =
                    node.is_element() ? block_at(node) : std::nullopt) {
                blocks.push_back(*block);
            }
        });
    }
    for (const Block& block : blocks) {
        drawer.draw(block);
    }
}

}  // namespace ghreveal::highlight
