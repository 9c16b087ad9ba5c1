// Filters that know HTML, Markdown, addresses' and JSON's signs.
#include <fmt/format.h>

#include "deck/liquid/filters.h"
#include "markdown/html_text.h"
#include "media/address.h"
#include "support/ascii.h"
#include "support/unicode/utf8.h"

namespace ghreveal::deck::liquid {

namespace {

// CGI.escapeHTML
void append_escaped_sign(std::string& out, char c) {
    switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
    }
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        append_escaped_sign(out, c);
    }
    return out;
}

Value escape(const Value& input, const Arguments&, FilterContext&) {
    return input.is_nil() ? Value() : Value(escaped(to_text(input)));
}
Value xml_escape(const Value& input, const Arguments&, FilterContext&) {
    return escaped(to_text(input));
}

// Entities that are there already stay.
Value escape_once(const Value& input, const Arguments&, FilterContext&) {
    const std::string text = to_text(input);
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '&' && markdown::match_entity(std::string_view(text).substr(at)) > 0) {
            out += '&';
        } else {
            append_escaped_sign(out, text[at]);
        }
    }
    return out;
}

std::string without_between(std::string_view text, std::string_view begin, std::string_view end) {
    std::string out;
    while (!text.empty()) {
        const std::size_t from = text.find(begin);
        const std::size_t to = from == text.npos ? from : text.find(end, from + begin.size());
        if (to == text.npos) {
            break;
        }
        out += text.substr(0, from);
        text.remove_prefix(to + end.size());
    }
    return out += text;
}

Value strip_html(const Value& input, const Arguments&, FilterContext&) {
    std::string text = without_between(to_text(input), "<script", "</script>");
    text = without_between(text, "<!--", "-->");
    text = without_between(text, "<style", "</style>");
    return without_between(text, "<", ">");
}

// All but RFC 3986's unreserved characters and those of `kept`.
std::string percent_encoded(std::string_view text, std::string_view kept) {
    std::string out;
    for (const char c : text) {
        if (ascii::is_alphanumeric(c) || kept.find(c) != kept.npos) {
            out += c;
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return out;
}

// CGI.escape: of a form.
Value url_encode(const Value& input, const Arguments&, FilterContext& context) {
    if (input.is_nil()) {
        return {};
    }
    return replaced(percent_encoded(to_text(input), "-._~* "), {" ", "+"}, context.budget);
}
Value cgi_escape(const Value& input, const Arguments& arguments, FilterContext& context) {
    return url_encode(to_text(input), arguments, context);
}
Value url_decode(const Value& input, const Arguments&, FilterContext& context) {
    if (input.is_nil()) {
        return {};
    }
    return utf8::sanitized(
        media::percent_decoded(replaced(to_text(input), {"+", " "}, context.budget)));
}
Value uri_escape(const Value& input, const Arguments&, FilterContext&) {
    return percent_encoded(to_text(input), "-._~:/?#[]@!$&'()*+,;=%");
}

Value jsonify(const Value& input, const Arguments&, FilterContext&) {
    return to_json(input);
}
Value inspect(const Value& input, const Arguments&, FilterContext&) {
    return escaped(inspected(input));
}
Value markdownify(const Value& input, const Arguments&, FilterContext& context) {
    return context.markdown_to_html(to_text(input));
}

constexpr FilterRow kRows[] = {
    {"escape", escape},         {"xml_escape", xml_escape},   {"escape_once", escape_once},
    {"strip_html", strip_html}, {"url_encode", url_encode},   {"url_decode", url_decode},
    {"cgi_escape", cgi_escape}, {"uri_escape", uri_escape},   {"jsonify", jsonify},
    {"inspect", inspect},       {"markdownify", markdownify},
};

}  // namespace

std::span<const FilterRow> markup_filters() {
    return kRows;
}

}  // namespace ghreveal::deck::liquid
