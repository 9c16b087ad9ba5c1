// What every output of an export is to the walk over its pages.
#pragma once

#include <string>
#include <vector>

#include "export/manifest.h"
#include "export/output_guard.h"
#include "pages/session.h"
#include "support/timings.h"

namespace ghreveal::exporter {

struct FinishedOutput {
    std::vector<WrittenFile> files;
    std::string summary;  // "talk.pdf: 82 pages"; empty when there is nothing to tell
};

// Takes pages as they are painted, in order, then writes what is left to write. Throws Error when
// it cannot; what was not finished leaves no file behind.
class Output {
public:
    Output() = default;
    virtual ~Output() = default;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    virtual void add(const pages::Page&) {}
    virtual FinishedOutput finish() = 0;
};

// What outputs are made with.
struct OutputContext {
    pages::Session& session;
    Timings& timings;
    const OutputGuard& guard;
    int threads = 1;       // for what can be drawn side by side
    bool is_alone = true;  // no other deck is exported meanwhile
};

// "1 page", "82 pages".
std::string counted(std::size_t count, std::string_view thing);

// The state in which a slide shows everything.
bool is_last_state(const pages::Session&, const pages::Page&);

}  // namespace ghreveal::exporter
