#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "check/inventory/html_inventory.h"
#include "support/ascii.h"

namespace ghreveal::check {

namespace {

struct Row {
    std::string_view elements;  // `*`: all of them
    std::string_view attributes;
};

// HTML's index of attributes, and those of §16.2.
constexpr auto kActedOn = std::to_array<Row>({
    {"*", "class dir hidden id lang markdown popover style title"},  // `markdown` is kramdown's
    {"a", "href name type"},
    {"abbr", "title"},
    {"base", "href"},
    {"bdo", "dir"},
    {"body", "bgcolor"},
    {"br", "clear"},
    {"caption div p h1 h2 h3 h4 h5 h6 tbody thead tfoot tr td th table", "align bgcolor"},
    {"col colgroup", "bgcolor span width"},
    {"details dialog", "open"},
    {"embed iframe img object", "align height width"},
    {"embed iframe img input source audio video", "src type"},
    {"font", "color face size"},
    {"hr", "noshade width"},
    {"iframe", "frameborder"},
    {"img", "alt border sizes srcset"},
    {"input", "alt checked placeholder value"},
    {"li ol ul", "type value"},
    {"link", "href media rel"},
    {"meta", "charset content name"},
    {"object", "data type"},
    {"ol", "reversed start"},
    {"option", "selected"},
    {"source", "height media sizes srcset width"},
    {"style", "media"},
    {"table", "border cellpadding cellspacing height width"},
    {"tbody tfoot thead tr", "valign"},
    {"td th", "colspan height nowrap rowspan valign width"},
    {"tr", "height"},
    {"canvas video", "height width"},
    {"video", "poster"},
});

constexpr auto kNothingToShow = std::to_array<Row>({
    {"*",
     "accesskey autocapitalize autocorrect autofocus contenteditable draggable enterkeyhint "
     "headingoffset headingreset inert inputmode is itemid itemprop itemref itemscope itemtype "
     "nonce role slot spellcheck tabindex translate writingsuggestions xmlns"},
    {"a area",
     "alt charset coords download href hreflang methods nohref ping referrerpolicy rel rev shape "
     "target type urn"},
    {"audio video",
     "autoplay controls controlslist crossorigin disablepictureinpicture "
     "disableremoteplayback loop muted playsinline preload"},
    {"base", "target"},
    {"blockquote del ins q", "cite datetime"},
    {"button fieldset input optgroup option output select textarea",
     "accept alpha autocomplete colorspace command commandfor dirname disabled for form "
     "formaction formenctype formmethod formnovalidate formtarget list max maxlength min "
     "minlength multiple name pattern popovertarget popovertargetaction readonly required step "
     "type usemap value wrap"},
    // Said with their element.
    {"input marquee meter progress select textarea legend",
     "align behavior bgcolor border cols direction height high hspace loop low max min optimum "
     "placeholder rows scrollamount scrolldelay size truespeed value vspace width"},
    {"col colgroup tbody td tfoot th thead tr", "char charoff"},
    {"col colgroup", "align valign"},
    {"data", "value"},
    {"details map", "name"},
    {"dialog", "closedby"},
    {"dl dir ol ul menu", "compact"},
    {"embed object", "name"},
    {"form", "accept-charset action autocomplete enctype method name novalidate rel target"},
    {"html", "manifest version"},
    {"iframe",
     "allow allowfullscreen allowtransparency loading longdesc marginheight marginwidth "
     "mozallowfullscreen msallowfullscreen name oallowfullscreen webkitallowfullscreen "
     "referrerpolicy sandbox scrolling"},
    {"img", "crossorigin decoding fetchpriority ismap loading longdesc lowsrc name referrerpolicy"},
    {"label", "for form"},
    {"link",
     "as blocking charset color crossorigin disabled fetchpriority hreflang imagesizes "
     "imagesrcset integrity referrerpolicy rev sizes target type"},
    {"meta", "http-equiv media property scheme"},
    {"object", "archive classid code codebase codetype declare form standby typemustmatch"},
    {"optgroup", "label"},
    {"param", "name type value valuetype"},
    {"pre", "width"},
    {"script",
     "async blocking charset crossorigin defer event fetchpriority for integrity language "
     "nomodule referrerpolicy src type"},
    {"slot", "name"},
    {"style", "blocking type"},
    {"svg", "viewbox preserveaspectratio version width height"},
    {"table", "summary"},
    {"td th", "abbr axis headers scope"},
    {"time", "datetime"},
    {"track", "default kind label src srclang"},
});

constexpr auto kNotSupported = std::to_array<Row>({
    {"body", "alink background link marginheight marginwidth text vlink"},
    {"hr", "align color size"},
    {"embed iframe img object", "hspace vspace"},
    {"iframe", "srcdoc"},
    {"img object", "usemap"},
    {"object", "border"},
    {"option", "label"},
    {"style", "scoped"},
    {"table", "background bordercolor frame rules"},
    {"td th tr", "background"},
    {"template",
     "shadowrootclonable shadowrootcustomelementregistry shadowrootdelegatesfocus shadowrootmode "
     "shadowrootserializable"},
});

struct Instead {
    std::string_view attribute;
    std::string_view css;
};

constexpr auto kInstead = std::to_array<Instead>({
    {"align", "margin: auto"},
    {"alink", "a:active { color: … }"},
    {"background", "background-image: url(…)"},
    {"border", "border: … solid"},
    {"bordercolor", "border-color: …"},
    {"color", "color: …"},
    {"frame", "border: …"},
    {"hspace", "margin: 0 …"},
    {"link", "a { color: … }"},
    {"marginheight", "margin: … 0"},
    {"marginwidth", "margin: 0 …"},
    {"rules", "td { border: … }"},
    {"size", "height: …"},
    {"text", "color: …"},
    {"vlink", "a { color: … }"},
    {"vspace", "margin: … 0"},
});

using Attributes = std::map<std::string, AttributeEffect, std::less<>>;

// By "element attribute"; the first word on one counts.
const Attributes& attributes() {
    static const Attributes kAttributes = [] {
        Attributes all;
        const auto add = [&all](const auto& rows, AttributeEffect effect) {
            for (const Row& row : rows) {
                for (const std::string_view element : ascii::words(row.elements)) {
                    for (const std::string_view attribute : ascii::words(row.attributes)) {
                        all.emplace(fmt::format("{} {}", element, attribute), effect);
                    }
                }
            }
        };
        add(kActedOn, AttributeEffect::kActedOn);
        add(kNotSupported, AttributeEffect::kNotSupported);
        add(kNothingToShow, AttributeEffect::kNothingToShow);
        return all;
    }();
    return kAttributes;
}

}  // namespace

AttributeEffect attribute_effect(std::string_view element, std::string_view attribute) {
    for (const std::string_view owner : {element, std::string_view("*")}) {
        const auto found = attributes().find(fmt::format("{} {}", owner, attribute));
        if (found != attributes().end()) {
            return found->second;
        }
    }
    return AttributeEffect::kUnknown;
}

std::string_view css_instead_of(std::string_view attribute) {
    for (const Instead& instead : kInstead) {
        if (instead.attribute == attribute) {
            return instead.css;
        }
    }
    return "";
}

std::vector<std::string> attribute_names(std::string_view element) {
    std::vector<std::string> names;
    for (const auto& [both, effect] : attributes()) {
        const std::size_t blank = both.find(' ');
        const std::string_view owner = std::string_view(both).substr(0, blank);
        if (owner == element || owner == "*") {
            names.push_back(both.substr(blank + 1));
        }
    }
    return names;
}

}  // namespace ghreveal::check
