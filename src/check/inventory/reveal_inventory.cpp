#include "check/inventory/reveal_inventory.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "support/ascii.h"

namespace ghreveal::check {

namespace {

// A line each of what belongs together.
struct Names {
    std::string_view acted_on;
    std::string_view nothing_to_show;
    std::string_view not_supported;
};

// reveal.js's documentation and sources, and its plugins of old: markdown, highlight, menu,
// chalkboard, audio-slideshow, external.
constexpr Names kAttributes{
    "data-background data-background-color data-background-image data-background-size "
    "data-background-position data-background-repeat data-background-opacity "
    "data-background-gradient data-background-video data-background-iframe "
    "data-transition data-transition-speed data-state data-fragment-index data-visibility "
    "data-markdown data-separator data-separator-vertical data-separator-notes data-charset "
    "data-element-attributes data-attributes data-notes data-trim data-line-numbers "
    "data-line-number "
    "data-ln-start-from data-src data-srcset data-external data-external-replace data-html",
    "data-background-hash data-background-interactive data-background-transition "
    "data-background-video-loop data-background-video-muted "
    "data-auto-animate data-auto-animate-delay data-auto-animate-duration "
    "data-auto-animate-easing data-auto-animate-id data-auto-animate-restart "
    "data-auto-animate-target data-auto-animate-unmatched data-id "
    "data-autoplay data-autoslide data-audio-src data-audio-text data-audio-advance "
    "data-chalkboard data-code-line-numbers data-ignore data-link-target data-menu-title "
    "data-noescape data-preload "
    "data-prevent-swipe data-preview-fit data-preview-image data-preview-link "
    "data-preview-video data-stretch data-timing",
    ""};

// reveal.js's config.js; `controlsAuto` and `previewLinksAuto` are Quarto's.
constexpr Names kOptions{
    "center disableLayout fragments height margin markdown math maxScale minScale "
    "parallaxBackgroundHorizontal parallaxBackgroundImage parallaxBackgroundPosition "
    "parallaxBackgroundRepeat parallaxBackgroundSize parallaxBackgroundVertical "
    "pdfSeparateFragments rtl showSlideNumber slideNumber theme transition transitionSpeed width",
    "autoAnimate autoAnimateDuration autoAnimateEasing autoAnimateMatcher autoAnimateStyles "
    "autoAnimateUnmatched autoPlayMedia autoSlide autoSlideMethod autoSlideStoppable "
    "backgroundTransition chalkboard controls controlsAuto controlsBackArrows controlsLayout "
    "controlsTutorial defaultTiming dependencies display embedded "
    "focusBodyOnPageVisibilityChange fragmentInURL hash hashOneBasedIndex help "
    "hideAddressBar hideCursorTime hideInactiveCursor highlight history jumpToSlide keyboard "
    "keyboardCondition keyboardHelp loop menu minimumTimePerSlide mobileViewDistance "
    "monitorUnprefixedResources mouseWheel multiplex navigationMode notes overview pause "
    "pdfMaxPagesPerSlide pdfPageHeightOffset plugins postMessage postMessageEvents "
    "preloadIframes preventIframeAutoFocus previewLinks previewLinksAuto progress "
    "respondToHashChanges "
    "rollingLinks scrollActivationWidth scrollLayout scrollProgress scrollSnap "
    "sortFragmentsOnSync sortFragmentsOnWindowLoad touch totalTime view viewDistance wait",
    "showHiddenSlides showNotes shuffle"};

constexpr std::string_view kClasses =
    "fragment fade-out fade-up fade-down fade-left fade-right fade-in-then-out "
    "fade-in-then-semi-out semi-fade-out grow shrink strike current-visible highlight-red "
    "highlight-green highlight-blue highlight-current-red highlight-current-green "
    "highlight-current-blue fade-in r-fit-text r-stretch r-stack r-hstack r-vstack r-frame";

struct Text {
    std::string_view name;
    std::string_view text;
};

constexpr auto kValues = std::to_array<Text>({
    {"data-transition-speed", "default fast slow"},
    {"data-visibility", "hidden uncounted visible"},
});

constexpr auto kHints = std::to_array<Text>({
    {"showHiddenSlides", "take data-visibility from the slides"},
    {"showNotes", "--handout and --notes show notes"},
    {"shuffle", "the slides come in their order"},
});

// What becomes of each name: decks repeat a few of them a thousand times.
class Effects {
public:
    explicit Effects(const Names& names) {
        add(names.acted_on, RevealEffect::kActedOn);
        add(names.nothing_to_show, RevealEffect::kNothingToShow);
        add(names.not_supported, RevealEffect::kNotSupported);
    }
    RevealEffect of(std::string_view name) const {
        const auto found = effects_.find(name);
        return found == effects_.end() ? RevealEffect::kUnknown : found->second;
    }

private:
    void add(std::string_view names, RevealEffect effect) {
        for (const std::string_view name : ascii::words(names)) {
            effects_.emplace(name, effect);
        }
    }
    std::unordered_map<std::string_view, RevealEffect> effects_;
};

std::vector<std::string> all_of(const Names& names) {
    std::vector<std::string> all;
    for (const std::string_view words :
         {names.acted_on, names.nothing_to_show, names.not_supported}) {
        for (const std::string_view word : ascii::words(words)) {
            all.emplace_back(word);
        }
    }
    return all;
}

template <std::size_t N>
std::string_view text_of(const std::array<Text, N>& texts, std::string_view name) {
    const auto* found = std::find_if(texts.begin(), texts.end(),
                                     [name](const Text& one) { return one.name == name; });
    return found == texts.end() ? "" : found->text;
}

}  // namespace

RevealEffect data_attribute_effect(std::string_view name) {
    static const Effects effects(kAttributes);
    return effects.of(name);
}

RevealEffect option_effect(std::string_view name) {
    static const Effects effects(kOptions);
    return effects.of(name);
}

std::string_view hint_for_option(std::string_view name) {
    return text_of(kHints, name);
}

std::string_view values_of_attribute(std::string_view name) {
    return text_of(kValues, name);
}

std::vector<std::string> data_attribute_names() {
    return all_of(kAttributes);
}

std::vector<std::string> option_names() {
    return all_of(kOptions);
}

std::vector<std::string> class_names() {
    std::vector<std::string> names;
    for (const std::string_view name : ascii::words(kClasses)) {
        names.emplace_back(name);
    }
    return names;
}

}  // namespace ghreveal::check
