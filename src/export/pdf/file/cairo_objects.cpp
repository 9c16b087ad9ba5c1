#include "export/pdf/file/cairo_objects.h"

#include <charconv>

#include "export/pdf/content/content_tokens.h"
#include "support/ascii.h"

namespace ghreveal::exporter {

namespace {

constexpr std::string_view kObject = " 0 obj\n";
constexpr std::string_view kEnd = "\nendobj\n";
constexpr std::string_view kStream = "\nstream\n";
constexpr std::string_view kEndOfStream = "\nendstream\nendobj\n";

int leading_number(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// The length of a stream is an object of its own, behind it: its bytes end where that says so.
std::size_t end_of_stream(std::string_view bytes, std::size_t begin, int length_object) {
    const std::string next = std::to_string(length_object) + std::string(kObject);
    for (std::size_t end = bytes.find(kEndOfStream, begin); end != bytes.npos;
         end = bytes.find(kEndOfStream, end + 1)) {
        std::string_view after = bytes.substr(end + kEndOfStream.size());
        if (!after.starts_with(next)) {
            continue;
        }
        after = ascii::trimmed(after.substr(next.size(), 24));
        if (static_cast<std::size_t>(leading_number(after)) == end - begin) {
            return end;
        }
    }
    return bytes.npos;
}

// Of an object that begins here: where it ends, or its stream begins.
std::size_t end_of_text(std::string_view bytes, std::size_t begin) {
    std::size_t at = bytes.find('\n', begin);
    while (at != bytes.npos && !bytes.substr(at).starts_with(kEnd) &&
           !bytes.substr(at).starts_with(kStream)) {
        at = bytes.find('\n', at + 1);
    }
    return at;
}

// Masks' groups and meshes have their length in their dictionary, as Cairo has them whole before it
// writes. Of groups it counts the line's end, of meshes it does not.
std::size_t end_of_stream(std::string_view bytes, std::size_t begin, std::string_view length) {
    if (const int object = referred_object(length); object != 0) {
        return end_of_stream(bytes, begin, object);
    }
    const std::size_t end = begin + static_cast<std::size_t>(leading_number(length));
    for (const std::size_t at : {end - 1, end}) {
        if (bytes.size() > at && bytes.substr(at).starts_with(kEndOfStream)) {
            return at;
        }
    }
    return bytes.npos;
}

std::string without_length(std::string_view dictionary) {
    const std::string_view length = value_of(dictionary, "/Length");
    const std::size_t begin = dictionary.find("/Length ");
    const auto end = static_cast<std::size_t>(length.data() - dictionary.data()) + length.size();
    return std::string(dictionary.substr(0, begin)).append(dictionary.substr(end));
}

}  // namespace

// False where the next object is not complete.
bool CairoObjects::take(std::vector<PdfObject>& objects) {
    const std::string_view bytes = waiting_;
    const std::size_t head = bytes.find(kObject, done_);
    const std::size_t begin = head == bytes.npos ? head : head + kObject.size();
    const std::size_t end = head == bytes.npos ? head : end_of_text(bytes, begin);
    if (end == bytes.npos) {
        return false;
    }
    const int number = leading_number(bytes.substr(bytes.rfind('\n', head) + 1));
    const std::string_view text = bytes.substr(begin, end - begin);
    if (bytes.substr(end).starts_with(kEnd)) {
        if (text.find_first_of("<[") != text.npos) {
            objects.push_back({number, std::string(text), std::nullopt});
        }
        done_ = end + kEnd.size();
        return true;
    }
    const std::string_view dictionary = text;
    const std::size_t data = end + kStream.size();
    const std::size_t data_end = end_of_stream(bytes, data, value_of(dictionary, "/Length"));
    if (data_end == bytes.npos) {
        return false;
    }
    objects.push_back({number, without_length(dictionary), bytes.substr(data, data_end - data)});
    done_ = data_end + kEndOfStream.size();
    return true;
}

std::vector<PdfObject> CairoObjects::complete() {
    done_ = 0;
    std::vector<PdfObject> objects;
    while (take(objects)) {
    }
    return objects;
}

std::string_view value_of(std::string_view dictionary, std::string_view key) {
    const std::size_t inside = dictionary.find("<<");
    if (inside == dictionary.npos) {
        return {};
    }
    dictionary.remove_prefix(inside + 2);
    ContentTokens tokens(dictionary);
    ContentToken token = tokens.next();
    while (token.kind != ContentToken::Kind::kEnd && tokens.text(token) != key) {
        token = tokens.next();
    }
    // A value is one token, but for "N 0 R".
    const ContentToken first = tokens.next();
    std::size_t end = first.end;
    for (token = tokens.next(); token.kind != ContentToken::Kind::kEnd; token = tokens.next()) {
        const char c = dictionary[token.begin];
        if (c == '/' || c == '>') {
            break;
        }
        end = token.end;
    }
    return dictionary.substr(first.begin, end - first.begin);
}

int referred_object(std::string_view value) {
    return value.ends_with(" R") ? leading_number(value) : 0;
}

std::string with_names_once(std::string resources) {
    const std::string_view objects = value_of(resources, "/XObject");
    std::string once = "<<";
    bool is_repeated = false;
    for (std::size_t begin = objects.find('/'); begin != objects.npos;) {
        const std::size_t end = objects.find('R', begin) + 1;
        const std::string entry(objects.substr(begin, end - begin));  // "/x5 5 0 R"
        const std::string name = entry.substr(0, entry.find(' ') + 1);
        if (once.find(name) == once.npos) {
            once += " " + entry;
        } else {
            is_repeated = true;
        }
        begin = end == 0 ? objects.npos : objects.find('/', end);
    }
    if (is_repeated) {
        const auto at = static_cast<std::size_t>(objects.data() - resources.data());
        resources.replace(at, objects.size(), once + " >>");
    }
    return resources;
}

std::string with_entries(std::string_view dictionary, std::string_view entries) {
    const std::size_t end = dictionary.rfind(">>");
    return std::string(dictionary.substr(0, end)).append(entries).append(" >>");
}

}  // namespace ghreveal::exporter
