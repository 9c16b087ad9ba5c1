// Chromium's computed sizes.
#include "style/properties/text_style.h"
#include "styled.h"

using namespace ghreveal;

TEST_CASE("monospace alone takes another size than other families, unless a length says it") {
    struct Case {
        const char* id;
        Px size;
    };
    const Styled page(R"html(<div style="font-size:medium"><code id="a1">x</code></div>
<div style="font-size:x-large"><code id="a2">x</code></div>
<div style="font-size:xx-small"><code id="a3">x</code></div>
<div style="font-size:x-small"><code id="a4">x</code></div>
<div style="font-size:small"><code id="a5">x</code></div>
<div style="font-size:large"><code id="a6">x</code></div>
<div style="font-size:xx-large"><code id="a7">x</code></div>
<div style="font-size:xxx-large"><code id="a8">x</code></div>
<div style="font-size:x-large"><span style="font-size:2em"><code id="b1">x</code></span></div>
<div style="font-size:x-large"><span style="font-size:larger"><code id="b2">x</code></span></div>
<div style="font-size:x-large"><code style="font-size:1em" id="b3">x</code></div>
<div style="font-size:x-large"><code style="font-size:20px" id="b4">x</code></div>
<div style="font-size:40px"><code style="font-size:small" id="b5">x</code></div>
<div style="font-size:40px"><code style="font-size:smaller" id="b6">x</code></div>
<div style="font-size:x-large"><code style="font-family:monospace,monospace" id="b7">x</code></div>
<div style="font-size:x-large"><code style="font-family:Courier,monospace" id="b8">x</code></div>
<div style="font-size:x-large"><code><span style="font-family:serif" id="b9">x</span></code></div>
<div style="font-size:x-large"><code style="font-size:2em"><span style="font-family:serif" id="c1">x</span></code></div>
<div style="font-size:x-large"><code><span id="c2" style="font-size:small">x</span></code></div>
<div style="font-size:x-large"><code><span id="c3" style="font-size:120%">x</span></code></div>
<div style="font-size:40px"><code style="font:small monospace" id="c4">x</code></div>
<div style="font-size:40px"><code style="font-size:calc(1em + 2px)" id="c5">x</code></div>
<div style="font-size:x-large"><code style="font-size:calc(1em + 2px)" id="c6">x</code></div>
<div style="font-size:x-large"><code style="font-size:1rem" id="c7">x</code></div>
<div style="font-size:40px"><code style="font-size:initial" id="c8">x</code></div>
<div style="font-size:x-large"><code style="font-size:0.8em" id="c9">x</code></div>
<div style="font-size:x-large"><code style="font-size:min(1em,100px)" id="d5">x</code></div>
<div style="font-size:x-large"><code style="font-size:inherit" id="d6">x</code></div>
<div style="font-size:40px"><font size=5><code id="d7">x</code></font></div>
<div style="font-size:40px"><h1 style="font-size:xx-large"><code id="d8">x</code></h1></div>)html");
    for (const Case& each : std::vector<Case>{
             {"a1", 13}, {"a2", 20},      {"a3", 9},  {"a4", 10},   {"a5", 12},   {"a6", 16},
             {"a7", 26}, {"a8", 39},      {"b1", 39}, {"b2", 23.4}, {"b3", 19.5}, {"b4", 20},
             {"b5", 12}, {"b6", 33.3333}, {"b7", 24}, {"b8", 24},   {"b9", 24},   {"c1", 48},
             {"c2", 12}, {"c3", 24},      {"c4", 12}, {"c5", 42},   {"c6", 26},   {"c7", 16},
             {"c8", 13}, {"c9", 15.6},    {"d5", 24}, {"d6", 20},   {"d7", 20},   {"d8", 26},
         }) {
        INFO(each.id);
        CHECK(page[each.id].text().font.size == Approx(each.size).epsilon(1e-5));
    }
}
