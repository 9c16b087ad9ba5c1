// A reveal.js page with one slide, laid out as an export does it.
#pragma once

#include <catch2/catch.hpp>
#include <optional>
#include <string>

#include "../support/temporary_folder.h"
#include "pages/session.h"

namespace ghreveal::pages {

class LaidOutPage {
public:
    // `head`: the page's sheets; `slide`: the section's content; `script`: reveal.js's set-up.
    struct Parts {
        std::string head;
        std::string slide;
        std::string script;
    };
    explicit LaidOutPage(const Parts& parts) {
        folder_.put("deck.html", "<!doctype html>" + parts.head +
                                     "<div class=reveal><div class=slides><section>" + parts.slide +
                                     "</section></div></div><script>" + parts.script + "</script>");
        ExportOptions options;
        options.offline = true;
        session_.emplace((folder_.path() / "deck.html").string(), options, diagnostics_, timings_);
        section_ = session_->laid_out(0, 0).section.fragment;
        CHECK(diagnostics_.warnings().empty());
    }
    const layout::Fragment& section() const { return section_; }

private:
    TemporaryFolder folder_;
    Diagnostics diagnostics_;
    Timings timings_;
    std::optional<Session> session_;  // whose nodes the fragments name
    layout::Fragment section_;
};

}  // namespace ghreveal::pages
