#include "check/inventory/svg_inventory.h"

#include "support/ascii.h"

namespace ghreveal::check {

namespace {

// SVG 2, Appendix F "Element Index", with the filters of Filter Effects 1.
constexpr std::string_view kDrawn =
    "a circle clipPath cursor defs desc ellipse "
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
    "feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR "
    "feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight "
    "feSpecularLighting feSpotLight feTile feTurbulence filter foreignObject g image line "
    "linearGradient marker mask metadata path pattern polygon polyline "
    "radialGradient rect script stop style svg switch symbol text title tspan unknown use view";

// What librsvg draws nothing of, and browsers do.
constexpr std::string_view kNotDrawn = "audio canvas iframe textPath video";

// SVG 1.1's that no browser draws any more.
constexpr std::string_view kOutdated =
    "altGlyph altGlyphDef altGlyphItem color-profile font font-face font-face-format "
    "font-face-name font-face-src font-face-uri glyph glyphRef hkern missing-glyph tref vkern";

// Attributes that would change what a browser shows, and that librsvg looks past. (Each was drawn
// with it and without it, by both.)
constexpr std::string_view kNotSupported =
    "alignment-baseline dominant-baseline lengthAdjust pathLength rotate textLength vector-effect "
    "word-spacing";

// SMIL Animation, SVG 1.1 §19.
constexpr std::string_view kStill =
    "animate animateColor animateMotion animateTransform discard mpath set";

// SVG 2, Appendix G "Attribute Index", but those of scripts and of animations.
constexpr std::string_view kAttributes =
    "alignment-baseline amplitude azimuth baseFrequency baseline-shift bias class clip clip-path "
    "clip-rule clipPathUnits color color-interpolation color-interpolation-filters crossorigin "
    "cursor cx cy d diffuseConstant direction display divisor dominant-baseline dx dy edgeMode "
    "elevation exponent fill fill-opacity fill-rule filter filterUnits flood-color flood-opacity "
    "font-family font-size font-size-adjust font-stretch font-style font-variant font-weight fr "
    "fx fy glyph-orientation-horizontal glyph-orientation-vertical gradientTransform gradientUnits "
    "height href id image-rendering in in2 intercept k1 k2 "
    "k3 k4 kernelMatrix kernelUnitLength lang lengthAdjust letter-spacing lighting-color "
    "limitingConeAngle marker-end marker-mid marker-start markerHeight markerUnits markerWidth "
    "mask mask-type maskContentUnits maskUnits media method mode numOctaves offset opacity "
    "operator order "
    "orient overflow paint-order path pathLength patternContentUnits patternTransform "
    "patternUnits pointer-events points pointsAtX pointsAtY pointsAtZ preserveAlpha "
    "preserveAspectRatio primitiveUnits r radius refX refY rel requiredExtensions "
    "requiredFeatures result role rotate rx ry scale seed shape-rendering side slope spacing "
    "specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles "
    "stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap "
    "stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style surfaceScale "
    "systemLanguage tabindex tableValues target targetX targetY text-anchor text-decoration "
    "text-overflow text-rendering textLength title transform transform-origin type "
    "unicode-bidi values vector-effect version viewBox visibility white-space width word-spacing "
    "writing-mode x x1 x2 xChannelSelector xmlns y y1 y2 yChannelSelector z";

bool has_word(std::string_view words, std::string_view word) {
    return ascii::any_word(words, [word](std::string_view one) { return one == word; });
}

std::vector<std::string> all_of(std::string_view words) {
    std::vector<std::string> names;
    for (const std::string_view word : ascii::words(words)) {
        names.emplace_back(word);
    }
    return names;
}

}  // namespace

SvgElement svg_element(std::string_view name) {
    return has_word(kDrawn, name)      ? SvgElement::kDrawn
           : has_word(kStill, name)    ? SvgElement::kStill
           : has_word(kNotDrawn, name) ? SvgElement::kNotDrawn
           : has_word(kOutdated, name) ? SvgElement::kOutdated
                                       : SvgElement::kUnknown;
}

bool is_svg_attribute(std::string_view name) {
    return has_word(kAttributes, name);
}

bool is_svg_attribute_without_effect(std::string_view name) {
    return has_word(kNotSupported, name);
}

std::vector<std::string> svg_element_names() {
    return all_of(kDrawn);
}

std::vector<std::string> svg_attribute_names() {
    return all_of(kAttributes);
}

}  // namespace ghreveal::check
