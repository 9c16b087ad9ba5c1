// What highlight.js 9.18.5 makes of the same code under node, as `[class code]`.
#include <catch2/catch.hpp>
#include <string>

#include "marked.h"

using ghreveal::highlight::highlight;
using ghreveal::highlight::knows_language;
using ghreveal::testing::marked;

TEST_CASE("A definition's name is a title inside the function's class, a call's is plain") {
    CHECK(marked("def greet(name=\"x\"):\n    greet(1)", "python") ==
          "[function [keyword def] [title greet][params (name=[string \"x\"])]:]\n    "
          "greet([number 1])");
}

TEST_CASE("Strings may span lines and hide comments; decorators are meta") {
    CHECK(marked("@cached\nx = \"\"\"a # b\nc\"\"\" # TODO: d", "python") ==
          "[meta @cached]\nx = [string \"\"\"a # b\nc\"\"\"] [comment # [doctag TODO:] d]");
}

TEST_CASE("Variables show inside double quotes and not inside single ones") {
    CHECK(marked("for f in \"a $HOME\" '$HOME'; do cd ${X}; done", "bash") ==
          "[keyword for] f [keyword in] [string \"a [variable $HOME]\"] [string '$HOME']; [keyword "
          "do] [built_in cd] [variable ${X}]; [keyword done]");
}

TEST_CASE("Session prompts are meta, what follows them is the shell's language") {
    CHECK(marked("$ echo \"a\" # b", "console") ==
          "[meta $][bash  [built_in echo] [string \"a\"] [comment # b]]");
}

TEST_CASE("Keys are attributes, values have their kinds") {
    CHECK(marked("{\"a b\": \"c:d\", \"n\": [-1.5, true, null]}", "json") ==
          "{[attr \"a b\"]: [string \"c:d\"], [attr \"n\"]: [[number -1.5], [literal true], "
          "[literal null]]}");
}

TEST_CASE("Keys, bullets and values of YAML") {
    CHECK(marked("a: true\nb: |\n  if # x\nc: \"d\" # e\n- f", "yml") ==
          "[attr a:] [literal true]\n[attr b:] [string |\n  if # x\n][attr c:] [string \"d\"] "
          "[comment # e]\n[bullet -] [string f]");
}

TEST_CASE("Shell instructions hold shell up to the end of the instruction") {
    CHECK(marked("FROM debian:10\nRUN cd x && \\\n  echo $Y\nEXPOSE 80", "dockerfile") ==
          "[keyword FROM] debian:[number 10]\n[keyword RUN][bash  [built_in cd] x && \\\n  "
          "[built_in echo] [variable $Y]]\n[keyword EXPOSE] [number 80]");
}

TEST_CASE("Templates hold code, regular expressions are told from divisions") {
    CHECK(marked("let x = `a ${b + 1}`; return /a\\/b/g.test(x / 2)", "js") ==
          "[keyword let] x = [string `a [subst ${b + [number 1]}]`]; [keyword return] [regexp "
          "/a\\/b/g].test(x / [number 2])");
}

TEST_CASE("A page's styles and scripts are in their own languages") {
    CHECK(marked("<a href=\"x\">if</a><style>p { color: red }</style><script>var x</script>",
                 "html") ==
          "[tag <[name a] [attr href]=[string \"x\"]>]if[tag </[name a]>][tag <[name style]>][css "
          "[selector-tag p] { [attribute color]: red }][tag </[name style]>][tag <[name "
          "script]>][actionscript [keyword var] x][tag </[name script]>]");
}

TEST_CASE("A preprocessor line goes on after a backslash") {
    CHECK(marked("#define N \\\n  3\n#include <a.h>\nsize_t f(char c) { return g(nullptr); }",
                 "c++") ==
          "[meta #[meta-keyword define] N \\\n  3]\n[meta #[meta-keyword include] [meta-string "
          "<a.h>]]\n[function [keyword size_t] [title f][params ([keyword char] c)] ]{ [keyword "
          "return] g([literal nullptr]); }");
}

TEST_CASE("Words of a language without case are keywords in any") {
    CHECK(marked("SELECT a from t -- c", "sql") ==
          "[keyword SELECT] a [keyword from] t [comment -- c]");
}

TEST_CASE("Headings, emphasis and code of Markdown") {
    CHECK(marked("# A *b*\n\n* `c` **d**", "markdown") ==
          "[section # A *b*]\n[bullet \n* ][code `c`] [strong **d**]");
}

TEST_CASE("A heredoc's word ends it") {
    CHECK(marked("<?php\n$a = <<<EOT\nb $c\nEOT;\n", "php") ==
          "[meta <?php]\n$a = [string <<<EOT\nb [subst $c]\nEOT;]\n");
}

TEST_CASE("Languages that source-highlight did not know") {
    CHECK(marked("fun main(a: Array<String>) { println(\"x ${a.size}\") }", "kotlin") ==
          "[function [keyword fun] [title main][params (a: [type Array]<[type String]>)]] { "
          "println([string \"x [subst ${a.size}]\"]) }");
}

TEST_CASE("Instructions of nginx") {
    CHECK(marked("server { listen 80; location ~ \\.php$ { deny all; } }", "nginx") ==
          "[section server] { [attribute listen] [number 80]; [attribute location] [regexp ~ "
          "\\.php$] { [attribute deny] all; } }");
}

TEST_CASE("A language is known by name, by alias, in any case; an unknown one has no tokens") {
    for (const char* name : {"python", "py", "Python", "C++", "sh", "yml", "ts", "perl", "swift"}) {
        INFO(name);
        CHECK(knows_language(name));
    }
    CHECK_FALSE(knows_language("klingon"));
    CHECK_FALSE(knows_language(""));
    CHECK(highlight("if x", "klingon").empty());
}

TEST_CASE("Names that authors write and highlight.js does not know stand for one that it knows") {
    CHECK(marked("if x", "python3") == "[keyword if] x");
    CHECK(marked("[true]", "jsonc") == "[[literal true]]");
}

TEST_CASE("A language's name cannot lead out of the folder of grammars") {
    CHECK_FALSE(knows_language("../grammars/python"));
    CHECK_FALSE(knows_language("/etc/passwd"));
    CHECK_FALSE(knows_language("index"));
}
