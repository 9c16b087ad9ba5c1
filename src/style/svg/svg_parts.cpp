#include "style/svg/svg_parts.h"

#include "dom/parse.h"

namespace ghreveal::style {

struct SvgParts::File {
    bool is_readable = true;
    dom::Document document;
    Index parts;
};

namespace {

std::size_t count_elements(const dom::Node& part) {
    std::size_t count = 0;
    dom::for_each(part, [&](const dom::Node& node) { count += node.is_element() ? 1 : 0; });
    return count;
}

}  // namespace

SvgParts::SvgParts(const dom::Node* page, const Limits& limits) : page_(page), limits_(limits) {}

SvgParts::~SvgParts() = default;

const SvgParts::Index& SvgParts::parts_of(const std::string& file, const FileText& text_of) {
    std::unique_ptr<File>& known = files_[file];
    if (known) {
        return known->parts;
    }
    known = std::make_unique<File>();
    const dom::Node* root = page_;
    if (!file.empty()) {
        dom::Node& content = known->document.create_element("body");
        const std::string text = text_of(file);
        known->is_readable = !text.empty();
        dom::parse_fragment(known->document, content, text, "body", limits_);
        root = &content;
    }
    if (root != nullptr) {
        dom::for_each(*root, [&](const dom::Node& node) {
            const std::string* id = node.is_foreign ? node.attribute("id") : nullptr;
            if (id != nullptr) {
                known->parts.try_emplace(*id, &node);
            }
        });
    }
    return known->parts;
}

bool SvgParts::was_read(std::string_view address) const {
    const auto file = files_.find(std::string(address.substr(0, address.find('#'))));
    return file != files_.end() && file->second->is_readable;
}

const dom::Node* SvgParts::take(std::string_view address, const FileText& text_of) {
    const std::size_t hash = address.find('#');
    if (hash == address.npos) {
        return nullptr;
    }
    const Index& parts = parts_of(std::string(address.substr(0, hash)), text_of);
    const auto found = parts.find(address.substr(hash + 1));
    if (found == parts.end()) {
        return nullptr;
    }
    const std::size_t elements = count_elements(*found->second);
    if (elements > limits_.svg_elements - elements_taken_) {
        return nullptr;
    }
    elements_taken_ += elements;
    return found->second;
}

}  // namespace ghreveal::style
