// The order of cascade layers, whatever sheets they are named in (CSS Cascading 5 §6.4).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::style {

class CascadeLayers {
public:
    // In the order of mention; a name's parts are between dots.
    void mention(std::string_view name);

    // What is in a later layer wins, what is in none over all. Layers inside of one come before
    // what is in that one alone.
    int rank(std::string_view name) const;
    static constexpr int kUnlayered = 1 << 30;

    // To be called when all are mentioned.
    void settle();

private:
    std::map<std::string, int, std::less<>> place_of_;  // by mention, of every prefix
    std::map<std::string, int, std::less<>> ranks_;
};

}  // namespace ghreveal::style
