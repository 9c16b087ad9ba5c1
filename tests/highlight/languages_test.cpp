// Expected classes are highlight.js 9.0's, which reveal.js 3.5.0 carries.
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "marked.h"

using ghreveal::highlight::highlight;
using ghreveal::highlight::knows_language;
using ghreveal::testing::marked;

TEST_CASE("Python: a definition's name is a title, a call's is plain") {
    CHECK(marked("def greet(name=\"x\"):\n    greet(1)", "python") ==
          "[keyword def] [title greet](name=[string \"x\"]):\n    greet([number 1])");
    CHECK(marked("class A(B):", "python") == "[keyword class] [title A](B):");
}

TEST_CASE("Python: what follows the arrow up to the colon is a title, annotations are plain") {
    CHECK(marked("def f(x: int) -> str: pass", "python") ==
          "[keyword def] [title f](x: int) -> [title str]: [keyword pass]");
}

TEST_CASE("Python: strings keep their old prefixes, may span lines, and hide comments") {
    CHECK(marked("u'a' f'b'", "python") == "[string u'a'] f[string 'b']");
    CHECK(marked("x = \"\"\"a # b\nc\"\"\" # d", "python") ==
          "x = [string \"\"\"a # b]\n[string c\"\"\"] [comment # d]");
    CHECK(marked(R"('a\'b')", "python") == R"([string 'a\'b'])");
}

TEST_CASE("Python: decorators are meta, constants keywords, numbers of all kinds numbers") {
    CHECK(marked("@cached\nx = None", "python") == "[meta @cached]\nx = [keyword None]");
    CHECK(marked("0xFF + 1.5e3 + v2", "python") == "[number 0xFF] + [number 1.5e3] + v2");
}

TEST_CASE("Shell: variables show inside double quotes and not inside single ones") {
    CHECK(marked("echo \"a $HOME\" '$HOME' ${X}", "bash") ==
          "[built_in echo] [string \"a ][variable $HOME][string \"] [string '$HOME'] "
          "[variable ${X}]");
}

TEST_CASE("Shell: words are keywords only when they stand alone") {
    CHECK(marked("for f in a-for-b; do cd x.in; done", "sh") ==
          "[keyword for] f [keyword in] a-for-b; [keyword do] [built_in cd] x.in; [keyword done]");
}

TEST_CASE("Shell: the first line's interpreter is meta, $# is no comment") {
    CHECK(marked("#!/bin/sh\n[ $# -gt 1 ] # c", "console") ==
          "[meta #!/bin/sh]\n[ [variable $#] -gt 1 ] [comment # c]");
}

TEST_CASE("JSON: keys are attributes, values have their kinds") {
    CHECK(marked(R"({"a b": "c:d", "n": [-1.5, true, null]})", "json") ==
          R"({"[attr a b]": [string "c:d"], "[attr n]": [[number -1.5], [literal true], )"
          R"([literal null]]})");
}

TEST_CASE("YAML: keys, bullets, values, and blocks of text up to the next key") {
    CHECK(marked("a: true\nb: |\n  if # x\nc: \"d\" # e\n- f", "yml") ==
          "[attr a:] [literal true]\n[attr b:] [string |]\n[string   if # x]\n[attr c:] "
          "[string \"d\"] [comment # e]\n[bullet -] f");
}

TEST_CASE("Dockerfile: shell instructions hold shell up to the next instruction") {
    CHECK(marked("FROM debian:10\nRUN cd x && \\\n  echo $Y\nEXPOSE 80", "dockerfile") ==
          "[keyword FROM] debian:[number 10]\n[keyword RUN] [built_in cd] x && \\\n"
          "  [built_in echo] [variable $Y]\n[keyword EXPOSE] [number 80]");
}

TEST_CASE("JavaScript: templates, regular expressions, properties that look like keywords") {
    CHECK(marked("let x = `a ${b}`;", "js") ==
          "[keyword let] x = [string `a ][subst ${b}][string "
          "`];");
    CHECK(marked("return /a\\/b/g.test(x.delete / 2)", "js") ==
          "[keyword return][regexp  /a\\/b/g].test(x.delete / [number 2])");
    CHECK(marked("function f() {}", "js") == "[keyword function] [title f]() {}");
}

TEST_CASE("TypeScript has JavaScript's words and its own types") {
    CHECK(marked("private a: number = 1", "ts") ==
          "[keyword private] a: [built_in number] = [number 1]");
}

TEST_CASE("HTML: tags, names, values; styles and scripts in their own languages") {
    CHECK(marked("<a href=\"x\">if</a>", "html") ==
          "[tag <][name a] [attr href][tag =][string \"x\"][tag >]if[tag </][name a][tag >]");
    CHECK(marked("<style>p { color: red }</style>", "html") ==
          "[tag <][name style][tag >][selector-tag p] { [attribute color]: red }[tag </]"
          "[name style][tag >]");
    CHECK(marked("<script>var x</script>", "html") ==
          "[tag <][name script][tag >][keyword var] x[tag </][name script][tag >]");
}

TEST_CASE("C: preprocessor lines are meta, a function's name a title where it is defined") {
    CHECK(marked("#define N 3\n#include <a.h>", "c") ==
          "[meta #][meta-keyword define][meta  N 3]\n[meta #][meta-keyword include ]"
          "[meta-string <a.h>]");
    CHECK(
        marked("size_t f(char c) { return g(nullptr); }", "c++") ==
        "[keyword size_t] [title f]([keyword char] c) { [keyword return] g([literal nullptr]); }");
}

TEST_CASE("Java: classes and methods have titles, annotations are meta") {
    CHECK(marked("@Override\nclass A extends B { int f() { return new C(1L); } }", "java") ==
          "[meta @Override]\n[keyword class] [title A] [keyword extends] [title B] { [keyword int] "
          "[title f]() { [keyword return] [keyword new] C([number 1L]); } }");
}

TEST_CASE("Rust: lifetimes are symbols, macros built in") {
    CHECK(marked("fn f<'a>() { println!(\"{}\", 'x', 1u8) }", "rs") ==
          "[keyword fn] [title f]<[symbol 'a]>() { [built_in println!]([string \"{}\"], "
          "[string 'x'], [number 1u8]) }");
}

TEST_CASE("SQL's words are keywords in any case") {
    CHECK(marked("SELECT a from t -- c", "sql") ==
          "[keyword SELECT] a [keyword from] t [comment -- c]");
}

TEST_CASE("Every definition of ours can be read") {
    const std::string code = "+a\n<b> \"x\" 12\n# c\n";
    const auto folder = std::filesystem::path(GHREVEAL_SOURCE_DIR) / "themes/languages";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        INFO(entry.path());
        if (!entry.path().stem().string().ends_with("_common")) {
            CHECK_FALSE(highlight(code, entry.path().stem().string()).empty());
        }
    }
}

TEST_CASE("Languages of source-highlight get highlight.js's names") {
    CHECK(marked("int f(string x) { return g(0); } // c", "csharp") ==
          "[keyword int] [title f]([keyword string] x) { [keyword return] g([number 0]); } "
          "[comment // c]");
    CHECK(marked("require 'x'", "ruby") == "[keyword require] [string 'x']");
    CHECK(marked("x = true", "lua") == "x = [literal true]");
}

TEST_CASE("A language is known by name, by suffix, in any case; an unknown one has no tokens") {
    for (const char* name : {"python", "py", "Python", "C++", "sh", "yml", "ts", "perl"}) {
        INFO(name);
        CHECK(knows_language(name));
    }
    CHECK_FALSE(knows_language("klingon"));
    CHECK_FALSE(knows_language(""));
    CHECK(highlight("if x", "klingon").empty());
}

TEST_CASE("A language's name cannot lead out of the folder of definitions") {
    CHECK_FALSE(knows_language("../languages/python"));
    CHECK_FALSE(knows_language("/etc/passwd"));
}
