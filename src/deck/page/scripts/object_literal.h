// The settings that a script hands to reveal.js: object literals read as data, nothing is run.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ghreveal::deck {

// What is assigned to `function` (`MathJax = {…}`), and the object literals among the arguments of
// each call of `function` (`Reveal.initialize`, say) in the script, in order and as JSON. Arguments
// of calls within them, as of Object.assign(), count too, and what one of the `scripts` assigns to
// a name among them (`const options = {…}`), in that place. Tolerant as JSON5 is: keys without
// quotes, single quotes, trailing commas, comments. A member whose value is no literal (a name, a
// function, a sum) is left out; of `name || literal` the literal counts.
std::vector<std::string> object_literals(std::string_view script, std::string_view function,
                                         const std::vector<std::string_view>& scripts = {});

// The two arguments of each call of `function` that has two strings for them
// (`setAttribute('class', 'a')`), in order.
std::vector<std::pair<std::string, std::string>> pairs_of_strings(std::string_view script,
                                                                  std::string_view function);

}  // namespace ghreveal::deck
