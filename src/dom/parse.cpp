#include "dom/parse.h"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "dom/raw_text.h"
#include "support/ascii.h"
#include "support/handle.h"

namespace ghreveal::dom {

namespace {

struct Builder {
    Document& document;
    int depth_limit;
    FragmentSource source;
    bool is_file = false;  // the text's own lines are the nodes'
    Comments comments = Comments::kDrop;
    const ShortenedPage* page = nullptr;
    std::vector<Node*> open{};  // the first is what all is added to

    void add_children(const GumboElement& element, int depth);
    void add_node(const GumboNode& node, int depth);
    void add_text(Node& parent, const GumboNode& node);
    Node& make_element(const Node& parent, const GumboElement& element);
    void close(const Node& node, const GumboElement& element);
    std::string_view text_of(const Node& parent, const GumboNode& text) const;
    void place(Node& node, const Node& parent, const GumboSourcePosition&) const;
};

bool is_in_code_block(const Node& node) {
    for (const Node* at = &node; at->parent != nullptr; at = at->parent) {
        if (at->is_element("code") && at->parent->is_element("pre")) {
            return true;
        }
    }
    return false;
}

// An SVG element's name with its camel case restored (HTML §13.2.6.5, "adjust SVG ...").
std::string element_name(const GumboElement& source) {
    if (source.tag_namespace == GUMBO_NAMESPACE_SVG || source.tag == GUMBO_TAG_UNKNOWN) {
        GumboStringPiece original = source.original_tag;
        gumbo_tag_from_original_text(&original);
        if (source.tag_namespace == GUMBO_NAMESPACE_SVG) {
            const char* adjusted = gumbo_normalize_svg_tagname(&original);
            return adjusted != nullptr ? adjusted : std::string(original.data, original.length);
        }
        return ascii::lower_case({original.data, original.length});
    }
    return gumbo_normalized_tagname(source.tag);
}

std::string_view namespace_prefix(const GumboAttribute& attribute) {
    switch (attribute.attr_namespace) {
        case GUMBO_ATTR_NAMESPACE_XLINK:
            return "xlink:";
        case GUMBO_ATTR_NAMESPACE_XML:
            return "xml:";
        default:
            return "";
    }
}

// The place that the last mark before the node's text names.
void Builder::place(Node& node, const Node& parent, const GumboSourcePosition& position) const {
    node.line = is_file ? static_cast<int>(position.line) : parent.line;
    node.file = parent.file;
    if (source.marks == nullptr) {
        return;
    }
    const std::size_t offset = source.offset + position.offset;
    const auto after = std::upper_bound(
        source.marks->begin(), source.marks->end(), offset,
        [](std::size_t wanted, const SourceMark& mark) { return wanted < mark.offset; });
    if (after != source.marks->begin()) {
        node.line = std::prev(after)->line;
        node.file = document.file(std::prev(after)->file);
    }
}

std::string_view Builder::text_of(const Node& parent, const GumboNode& text) const {
    const bool may_be_set_aside =
        page != nullptr && (parent.is_element("style") || parent.is_element("script"));
    return may_be_set_aside ? page->content_of(text.v.text.text) : text.v.text.text;
}

Node& Builder::make_element(const Node& parent, const GumboElement& element) {
    Node& node = document.create_element(element_name(element));
    node.is_foreign = element.tag_namespace != GUMBO_NAMESPACE_HTML;
    place(node, parent, element.start_pos);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
        node.attributes.push_back(
            {std::string(namespace_prefix(attribute)) + attribute.name, attribute.value});
    }
    return node;
}

void Builder::add_text(Node& parent, const GumboNode& node) {
    if (parent.last_child != nullptr && parent.last_child->is_text()) {
        parent.last_child->text += node.v.text.text;
        return;
    }
    Node& text = document.create_text(text_of(parent, node));
    place(text, parent, node.v.text.start_pos);
    document.append_child(parent, text);
}

void Builder::add_node(const GumboNode& node, int depth) {
    Node& parent = *open.back();
    switch (node.type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_WHITESPACE:
        case GUMBO_NODE_CDATA:
            return add_text(parent, node);
        case GUMBO_NODE_ELEMENT:
        case GUMBO_NODE_TEMPLATE: {
            if (depth >= depth_limit) {
                return add_children(node.v.element, depth);
            }
            Node& element = make_element(parent, node.v.element);
            document.append_child(parent, element);
            open.push_back(&element);
            add_children(node.v.element, depth + 1);
            return close(element, node.v.element);
        }
        case GUMBO_NODE_COMMENT:
            if (comments == Comments::kKeep ||
                (comments == Comments::kKeepInCode && is_in_code_block(parent))) {
                Node& comment = document.create_element(kComment);
                comment.text = node.v.text.text;
                place(comment, parent, node.v.text.start_pos);
                document.append_child(parent, comment);
            }
            return;
        default:
            return;
    }
}

void Builder::add_children(const GumboElement& element, int depth) {
    for (unsigned i = 0; i < element.children.length; ++i) {
        add_node(*static_cast<const GumboNode*>(element.children.data[i]), depth);
    }
}

// HTML §13.2.4.2: an end tag closes nothing beyond one of these.
bool is_special(const Node& node) {
    constexpr std::string_view kNames =
        " address applet area article aside base basefont bgsound blockquote body br button "
        "caption center col colgroup dd details dir div dl dt embed fieldset figcaption figure "
        "footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input "
        "keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p "
        "param plaintext pre script search section select source style summary table tbody td "
        "template textarea tfoot th thead title tr track ul wbr xmp ";
    return kNames.find(" " + node.name + " ") != kNames.npos;
}

// The name in an end tag of an element that HTML does not know; empty for another or none.
std::string unknown_end(const GumboElement& element) {
    GumboStringPiece tag = element.original_end_tag;
    if (element.tag != GUMBO_TAG_UNKNOWN || tag.length == 0) {
        return "";
    }
    gumbo_tag_from_original_text(&tag);
    const bool is_known =
        gumbo_tagn_enum(tag.data, static_cast<unsigned>(tag.length)) != GUMBO_TAG_UNKNOWN;
    return is_known ? "" : std::string(tag.data, tag.length);
}

// For Gumbo all elements that HTML does not know have one name, and the end tag of one closes the
// last of them: here it closes what it names, with all that is open in it, or nothing (HTML
// §13.2.6.4.7, "any other end tag").
void Builder::close(const Node& node, const GumboElement& element) {
    const std::string name = unknown_end(element);
    const auto is_named = [&](const Node& one) {
        return ascii::equal_ignoring_case(one.name, name);
    };
    const bool is_own = name.empty() || is_named(node);
    const auto outermost = open.rend() - 1;  // what all is added to stays open
    const auto closed = std::find_if(open.rbegin(), outermost, [&](const Node* one) {
        return is_own ? one == &node : is_named(*one) || is_special(*one);
    });
    if (closed != outermost && (is_own || is_named(**closed))) {
        open.erase(closed.base() - 1, open.end());
    }
}

// Gumbo's memory, all freed at the end. Gumbo takes it for granted that it gets some, and may be
// left by an exception.
class Arena {
public:
    void* take(std::size_t bytes) {
        constexpr std::size_t kAlignment = alignof(std::max_align_t);
        constexpr std::size_t kBlockBytes = 64 << 10;
        bytes = (bytes + kAlignment - 1) / kAlignment * kAlignment;
        if (bytes > left_) {
            const std::size_t size = std::max(bytes, kBlockBytes);
            blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
            if (bytes > kBlockBytes / 4) {  // its own, so that the rest of the last one is of use
                return blocks_.back().get();
            }
            free_ = blocks_.back().get();
            left_ = size;
        }
        left_ -= bytes;
        return std::exchange(free_, free_ + bytes);
    }

private:
    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* free_ = nullptr;
    std::size_t left_ = 0;
};

void use(Arena& arena, GumboOptions& options) {
    options.userdata = &arena;
    options.allocator = [](void* memory, std::size_t bytes) {
        return static_cast<Arena*>(memory)->take(bytes);
    };
    options.deallocator = [](void*, void*) {};
}

}  // namespace

void parse_fragment(Document& document, Node& parent, std::string_view html,
                    std::string_view context, const Limits& limits, FragmentSource source,
                    Comments comments) {
    GumboOptions options = kGumboDefaultOptions;
    options.fragment_context =
        gumbo_tagn_enum(context.data(), static_cast<unsigned>(context.size()));
    Arena arena;
    use(arena, options);
    const GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
    Builder builder{document, limits.element_depth, source, false, comments};
    builder.open.assign(1, &parent);
    builder.add_children(output->root->v.element, 0);
}

Node& parse_document(Document& document, std::string_view html, const Limits& limits) {
    GumboOptions options = kGumboDefaultOptions;
    Arena arena;
    use(arena, options);
    const ShortenedPage page = without_raw_text(html);
    const GumboOutput* output =
        gumbo_parse_with_options(&options, page.html.data(), page.html.size());
    Builder builder{document, limits.element_depth, {}, true, Comments::kKeepInCode, &page};
    // The parser makes <html>, <head> and <body> where they are not written.
    Node& around = document.create_element("#document");
    builder.open.assign(1, &around);
    builder.add_node(*output->root, 0);
    Node& root = *around.first_child;
    document.remove(root);
    return root;
}

}  // namespace ghreveal::dom
