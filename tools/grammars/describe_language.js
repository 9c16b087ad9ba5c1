// Run by make_grammars after highlight.js itself. highlight.js compiles a language when it first
// colours something in it: variants, references to itself and ends that depend on a parent are
// resolved then. What comes out is a graph of modes, which is written down here as plain data.

var hljs = window.hljs;
hljs.configure({hideUpgradeWarningAcceptNoSupportOrSecurityUpdates: true});

function source_of(expression) {
    return expression ? expression.source || expression : null;
}

// How a parent looks for a mode's beginning: a name after a dot is no keyword.
function beginning_of(mode) {
    return mode.beginKeywords ? '\\.?(?:' + mode.begin + ')\\.?' : source_of(mode.begin);
}

var flags = ['excludeBegin', 'excludeEnd', 'returnBegin', 'returnEnd', 'skip', 'endsParent',
             'endsWithParent', 'endSameAsBegin'];

function describe_mode(mode, number_of) {
    return {
        class_name: mode.className || null,
        begin: beginning_of(mode),
        end: mode.endRe ? source_of(mode.end) : null,
        terminator: mode.terminator_end || null,
        illegal: source_of(mode.illegal),
        lexemes: source_of(mode.lexemes),
        keywords: mode.keywords || null,
        relevance: mode.relevance,
        sub_languages: mode.subLanguage == null ? null : [].concat(mode.subLanguage),
        detects_sub_language: mode.subLanguage != null && typeof mode.subLanguage !== 'string',
        flags: flags.filter(function(flag) { return mode[flag]; }),
        contains: mode.contains.map(number_of),
        starts: mode.starts ? number_of(mode.starts) : null
    };
}

function describe_language(name) {
    var language = hljs.getLanguage(name);
    var result = hljs.highlight(name, '', true);
    if (result.errorRaised) {
        throw result.errorRaised;
    }
    var modes = [language];
    function number_of(mode) {
        var known = modes.indexOf(mode);
        return known >= 0 ? known : modes.push(mode) - 1;
    }
    var described = [];
    while (described.length < modes.length) {
        described.push(describe_mode(modes[described.length], number_of));
    }
    return {name: name, case_insensitive: !!language.case_insensitive, modes: described};
}

// In the order in which highlight.js tries them.
function describe_all() {
    var names = hljs.listLanguages();
    return names.map(function(name) {
        var described = describe_language(name);
        described.detected = hljs.autoDetection(name);
        described.aliases = (hljs.getLanguage(name).aliases || []).filter(function(alias) {
            return hljs.getLanguage(alias) === hljs.getLanguage(name) && names.indexOf(alias) < 0;
        });
        return described;
    });
}
