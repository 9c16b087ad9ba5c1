#include "deck/page/scripts/object_literal.h"

#include <utility>

#include "deck/page/scripts/literal_reader.h"

namespace ghreveal::deck {

namespace {

// Where `name` is given a value last before `end`: behind the sign; npos when it is not.
std::size_t assignment_before(std::string_view script, std::string_view name, std::size_t end) {
    for (std::size_t at = script.rfind(name, end); at != script.npos;
         at = at == 0 ? script.npos : script.rfind(name, at - 1)) {
        const bool begins = at == 0 || (!begins_name(script[at - 1]) && script[at - 1] != '.');
        LiteralReader reader(script);
        reader.move_to(at + name.size());
        const bool is_whole = begins && !begins_name(reader.current());
        if (is_whole && reader.read('=') && reader.current() != '=' && reader.current() != '>') {
            return reader.position();
        }
    }
    return script.npos;
}

// Objects in a script's expressions, names followed to what was assigned to them.
class ObjectReader {
public:
    ObjectReader(std::string_view script, const std::vector<std::string_view>& scripts)
        : script_(script), scripts_(scripts) {}

    std::vector<std::string> take() { return std::move(objects_); }

    void read_object(LiteralReader& reader) {
        const std::size_t at = reader.position();
        std::string object = reader.value().value_or("{}");
        for (const std::string_view name : reader.take_spread()) {
            follow(name, script_, at);
        }
        objects_.push_back(std::move(object));
    }

    // Of a call, from its parenthesis on.
    void read_arguments(LiteralReader& reader) {
        int open = 0;
        do {
            const char c = reader.current();
            if (c == '{') {
                read_object(reader);
            } else if (begins_name(c)) {
                read_name(reader);
            } else if (c == '"' || c == '\'' || c == '`') {
                static_cast<void>(reader.string());
            } else {
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
                reader.move_to(reader.position() + 1);
            }
            reader.skip_space();
        } while (open > 0 && !reader.at_end());
    }

private:
    // One that is called is no object itself.
    void read_name(LiteralReader& reader) {
        const std::size_t at = reader.position();
        std::string_view name = reader.dotted_name();
        if (name == "new" || name == "await") {
            name = reader.dotted_name();
        }
        reader.skip_space();
        if (reader.current() != '(') {
            follow(name, script_, at);
        }
    }

    void follow(std::string_view name, std::string_view script, std::size_t end) {
        constexpr int kMostNames = 64;
        if (name.empty() || name.find('.') != name.npos || ++names_ > kMostNames) {
            return;
        }
        std::size_t at = assignment_before(script, name, end);
        for (auto other = scripts_.rbegin(); at == script.npos && other != scripts_.rend();
             ++other) {
            script = *other;
            at = assignment_before(script, name, script.size());
        }
        if (at != script.npos) {
            read_value(script, at);
        }
    }

    void read_value(std::string_view script, std::size_t at) {
        const std::string_view outer = std::exchange(script_, script);
        LiteralReader reader(script);
        reader.move_to(at);
        reader.skip_space();
        if (reader.current() == '{') {
            read_object(reader);
        } else if (begins_name(reader.current())) {
            read_name(reader);
            reader.skip_space();
            if (reader.current() == '(') {
                read_arguments(reader);
            }
        }
        script_ = outer;
    }

    std::string_view script_;  // which is being read
    const std::vector<std::string_view>& scripts_;
    std::vector<std::string> objects_;
    int names_ = 0;
};

}  // namespace

std::vector<std::string> object_literals(std::string_view script, std::string_view function,
                                         const std::vector<std::string_view>& scripts) {
    ObjectReader objects(script, scripts);
    LiteralReader reader(script);
    for (std::size_t at = script.find(function); at != script.npos;
         at = script.find(function, at + 1)) {
        reader.move_to(at + function.size());
        reader.skip_space();
        if (reader.current() == '(') {
            objects.read_arguments(reader);
        } else if (reader.read('=')) {
            reader.skip_space();
            if (reader.current() == '{') {
                objects.read_object(reader);
            }
        }
    }
    return objects.take();
}

std::vector<std::pair<std::string, std::string>> pairs_of_strings(std::string_view script,
                                                                  std::string_view function) {
    std::vector<std::pair<std::string, std::string>> pairs;
    LiteralReader reader(script);
    for (std::size_t at = script.find(function); at != script.npos;
         at = script.find(function, at + 1)) {
        reader.move_to(at + function.size());
        if (!reader.read('(')) {
            continue;
        }
        auto first = reader.string();
        auto second = first && reader.read(',') ? reader.string() : std::nullopt;
        if (second && reader.read(')')) {
            pairs.emplace_back(std::move(*first), std::move(*second));
        }
    }
    return pairs;
}

}  // namespace ghreveal::deck
