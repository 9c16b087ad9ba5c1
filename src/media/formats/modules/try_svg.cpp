// ghreveal-try-svg WIDTH HEIGHT MILLISECONDS MEMORY_BYTES: draws the SVG on standard input and
// forgets it. Status 0: that can be done. Bounds itself, so that no picture can run away or break
// out.
#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string>

#include "support/geometry.h"
#include "support/handle.h"
#include "support/walls/system_calls.h"

using ghreveal::Handle;

namespace {

using SurfaceHandle = Handle<cairo_surface_t, cairo_surface_destroy>;
using ContextHandle = Handle<cairo_t, cairo_destroy>;

// Of the processor's time; who waits for other things than that is ended later.
void bound_time(long milliseconds) {
    constexpr long kPatience = 10;
    const auto interval = [](long time) {
        return itimerval{{0, 0}, {time / 1000, time % 1000 * 1000}};
    };
    const itimerval used = interval(milliseconds);
    const itimerval passed = interval(milliseconds * kPatience);
    signal(SIGPROF, SIG_DFL);
    signal(SIGALRM, SIG_DFL);
    setitimer(ITIMER_PROF, &used, nullptr);
    setitimer(ITIMER_REAL, &passed, nullptr);
}

void bound(decltype(RLIMIT_AS) what, rlim_t most) {
    const rlimit limit{most, most};
    setrlimit(what, &limit);
}

std::string standard_input() {
    std::string text;
    char buffer[65536];
    for (ssize_t count = 0; (count = read(STDIN_FILENO, buffer, sizeof buffer)) > 0;) {
        text.append(buffer, static_cast<std::size_t>(count));
    }
    return text;
}

bool draw(RsvgHandle* svg, cairo_surface_t* surface, double width, double height) {
    const ContextHandle context{cairo_create(surface)};
    const RsvgRectangle viewport{0, 0, width, height};
    return rsvg_handle_render_document(svg, context.get(), &viewport, nullptr) != FALSE &&
           cairo_status(context.get()) == CAIRO_STATUS_SUCCESS;
}

cairo_status_t drop(void*, const unsigned char*, unsigned int) {
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 5) {
        return 2;
    }
    const double width = std::max(1.0, std::atof(arguments[1]));
    const double height = std::max(1.0, std::atof(arguments[2]));
    bound_time(std::atol(arguments[3]));
    bound(RLIMIT_AS, static_cast<rlim_t>(std::atoll(arguments[4])));
    bound(RLIMIT_CORE, 0);
    bound(RLIMIT_FSIZE, 0);
    // Without such walls in the kernel it is as safe as librsvg is.
    static_cast<void>(ghreveal::give_up_all_but_reading());
    const std::string text = standard_input();
    const Handle<RsvgHandle, g_object_unref> svg{rsvg_handle_new_from_data(
        reinterpret_cast<const guint8*>(text.data()), text.size(), nullptr)};
    if (!svg) {
        return 1;
    }
    rsvg_handle_set_dpi(svg.get(), 96);
    // Filters are drawn as pixels there too.
    const SurfaceHandle pdf{cairo_pdf_surface_create_for_stream(
        drop, nullptr, ghreveal::to_pt(width).value, ghreveal::to_pt(height).value)};
    const bool is_drawn = draw(svg.get(), pdf.get(), width, height);
    cairo_surface_finish(pdf.get());
    return is_drawn && cairo_surface_status(pdf.get()) == CAIRO_STATUS_SUCCESS ? 0 : 1;
}
