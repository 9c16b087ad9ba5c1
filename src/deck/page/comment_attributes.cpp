#include "deck/page/comment_attributes.h"

#include <algorithm>
#include <vector>

#include "dom/parse.h"
#include "markdown/reveal/regular_expression.h"
#include "support/ascii.h"

namespace ghreveal::deck {

namespace {

using markdown::reveal::RegularExpression;

class CommentPass {
public:
    explicit CommentPass(const AttributeSeparators& separators)
        : for_element_(separators.element),
          for_slide_(separators.slide),
          attribute_(separators.attribute) {}

    // What `before` is to the first child of `element`, its parent is.
    void visit(dom::Node& section, dom::Node& element) {
        dom::Node* before = &element;
        for (dom::Node* child = element.first_child; child != nullptr; child = child->next) {
            if (child->previous != nullptr) {
                before = element_before(*child, before);
            }
            if (!child->is_element()) {
                continue;
            }
            if (child->name == dom::kComment) {
                apply(child->text, *before, section);
                comments_.push_back(child);
            } else {
                visit(section, *child);
            }
        }
    }

    const std::vector<dom::Node*>& comments() const { return comments_; }

private:
    // A line break is passed over: the picture before it is meant.
    static dom::Node* element_before(const dom::Node& node, dom::Node* otherwise) {
        for (dom::Node* one = node.previous; one != nullptr; one = one->previous) {
            if (one->is_element() && one->name != "br" && one->name != dom::kComment) {
                return one;
            }
        }
        return otherwise;
    }

    void apply(const std::string& comment, dom::Node& before, dom::Node& section) const {
        if (!set(comment, for_element_, before)) {
            set(comment, for_slide_, section);
        }
    }

    bool set(const std::string& comment, const RegularExpression& separator,
             dom::Node& target) const {
        const auto found = separator.find(comment);
        if (!found || found->groups.empty()) {
            return false;
        }
        const std::string_view list = found->groups[0];
        for (auto one = attribute_.find(list); one;
             one = attribute_.find(list, std::max(one->end, one->begin + 1))) {
            const bool has_value = !one->groups[0].empty();
            target.set_attribute(ascii::lower_case(one->groups[has_value ? 0 : 2]),
                                 std::string(one->groups[1]));
        }
        return true;
    }

    RegularExpression for_element_;
    RegularExpression for_slide_;
    RegularExpression attribute_;
    std::vector<dom::Node*> comments_;
};

}  // namespace

void apply_comment_attributes(dom::Document& document, dom::Node& section,
                              const AttributeSeparators& separators) {
    const auto is_comment = [](const dom::Node& node) { return node.name == dom::kComment; };
    if (dom::find_first(section, is_comment) == nullptr) {
        return;
    }
    CommentPass pass(separators);
    pass.visit(section, section);
    for (dom::Node* comment : pass.comments()) {
        document.remove(*comment);
    }
}

}  // namespace ghreveal::deck
