#include "support/html_escape.h"

#include <catch2/catch.hpp>

using namespace ghreveal;

TEST_CASE("markup's signs are escaped, quotation marks in attributes only") {
    CHECK(escaped_html("a < b && c > \"d\"", HtmlPlace::kText) ==
          "a &lt; b &amp;&amp; c &gt; \"d\"");
    CHECK(escaped_html("\"<&>\"", HtmlPlace::kAttribute) == "&quot;&lt;&amp;&gt;&quot;");
}
