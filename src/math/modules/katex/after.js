// What the module calls. `ghreveal_macros` is filled by it; macros defined globally are kept there.
var ghreveal_macros = {
    // MathJax's names of what KaTeX calls \htmlClass, \htmlId and \htmlStyle.
    '\\class': '\\htmlClass{#1}{#2}',
    '\\cssId': '\\htmlId{#1}{#2}',
    '\\style': '\\htmlStyle{#1}{#2}'
};

function ghreveal_trust(context) {
    return context.protocol === undefined || /^(https?|mailto|_relative)$/.test(context.protocol);
}

// What is made of a formula by `make(tex, settings)`, or [message, position], where the position is
// -1 when it is not known.
function ghreveal_made(make, tex, is_display, most_expansions) {
    try {
        return make(tex, {
            displayMode: is_display,
            output: 'mathml',  // of what can be both
            strict: 'ignore',
            trust: ghreveal_trust,
            macros: ghreveal_macros,
            globalGroup: true,
            maxExpand: most_expansions,
            maxSize: 500
        });
    } catch (error) {
        if (error instanceof katex.ParseError) {
            return [error.message, typeof error.position === 'number' ? error.position : -1];
        }
        throw error;
    }
}

function ghreveal_set(tex, is_display, most_expansions) {
    return ghreveal_made(function (tex, settings) {
        return ghreveal_markup(katex.__renderToHTMLTree(tex, settings));
    }, tex, is_display, most_expansions);
}

// Without the element that KaTeX puts around it.
function ghreveal_mathml(tex, is_display, most_expansions) {
    return ghreveal_made(function (tex, settings) {
        var markup = katex.renderToString(tex, settings);
        return markup.slice(markup.indexOf('<math'), markup.lastIndexOf('</math>') + 7);
    }, tex, is_display, most_expansions);
}
