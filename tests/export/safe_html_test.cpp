#include "export/notes/safe_html.h"

#include <catch2/catch.hpp>

using ghreveal::exporter::safe_html;

TEST_CASE("notes of text, pictures and links stay the HTML they were") {
    for (const char* html :
         {"<p>a <em class=\"x\" style=\"color: red\">b</em> &amp; <br />c</p>\n",
          "<p><a href=\"https://x.org/?a=1&amp;b\" title='t'>x</a> <a href=\"#id\">y</a></p>",
          "<img src=\"p.png\" alt=\"\"> <img src=\"data:image/png;base64,AAAA\">",
          "<ol start=\"2\"><li>x</li></ol><table><tr><td colspan=2>y</td></tr></table>", "plain"}) {
        const auto safe = safe_html(html);
        CHECK(safe.html == html);
        CHECK(safe.left_out.empty());
    }
}

TEST_CASE("elements that run or load documents are left out with what is in them") {
    for (const char* html :
         {"a<script>alert(8)</script>", "a<SCRIPT src=//x.org></SCRIPT>",
          "a<iframe srcdoc=\"<script>x</script>\"></iframe>", "a<object data=x></object>",
          "a<embed src=x>", "a<style>@import url(//x)</style>", "a<template><script></template>",
          "a<svg><script>alert(1)</script></svg>", "a<svg onload=alert(1)></svg>",
          "a<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
          "a<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
          "a<link rel=stylesheet href=x>", "a<meta http-equiv=refresh content=0>",
          "a<base href=//x.org>", "a<!-- <script> -->", "a<textarea><script></textarea>"}) {
        INFO(html);
        CHECK(safe_html(html).html == "a");
    }
    CHECK(safe_html("<form action=x><p>kept</p></form>").html == "<p>kept</p>");
    CHECK(safe_html("<x-y>kept</x-y>").html == "kept");
}

TEST_CASE("attributes that run something, or lead where links may not, are left out and named") {
    CHECK(safe_html("<p onclick=\"alert(1)\" id=\"a\">x</p>").html == "<p id=\"a\">x</p>");
    CHECK(safe_html("<a href=\"javascript:alert(1)\">x</a>").html == "<a>x</a>");
    CHECK(safe_html("<a href=\" java&#10;script:alert(1)\">x</a>").html == "<a>x</a>");
    CHECK(safe_html("<img src=\"data:image/svg+xml,<svg onload=x>\">").html == "<img>");
    CHECK(safe_html("<img src=\"data:text/html,x\" alt=y>").html == "<img alt=\"y\">");
    CHECK(safe_html("<img srcset=\"a.png 1x, javascript:x 2x\">").html == "<img>");
    CHECK(safe_html("<p style=\"color: red; background: URL(x); width: 1px\">x</p>").html ==
          "<p style=\"color: red; width: 1px;\">x</p>");
    CHECK(safe_html("<p style=\"background: \\75rl(x)\">x</p>").html == "<p>x</p>");
    CHECK(safe_html("<p onclick=x><a href=\"javascript:y\">z</a></p><script></script>").left_out ==
          std::set<std::string>{"<script>", "javascript:y", "onclick"});
}
