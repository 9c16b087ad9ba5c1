// See tools/compare-highlight.
'use strict';
const fs = require('fs');
const path = require('path');
const {execFileSync} = require('child_process');

const hljs = require(process.env.HIGHLIGHT_JS);
hljs.configure({hideUpgradeWarningAcceptNoSupportOrSecurityUpdates: true});

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const guesses = options.includes('--guess');

// All files with the language that their folder or suffix names.
function samples_of(folder) {
    const samples = [];
    for (const entry of fs.readdirSync(folder, {withFileTypes: true})) {
        const file = path.join(folder, entry.name);
        if (entry.isDirectory()) {
            for (const name of fs.readdirSync(file)) {
                if (!name.includes('.expect.')) {
                    samples.push({language: entry.name, file: path.join(file, name)});
                }
            }
        } else {
            samples.push({language: path.extname(entry.name).slice(1), file});
        }
    }
    return samples.filter((sample) => hljs.getLanguage(sample.language));
}

// The classes around each byte, as "outer inner".
function classes_in_markup(markup) {
    const classes = [];
    const open = [];
    const unescaped = new Map([['&lt;', '<'], ['&gt;', '>'], ['&amp;', '&']]);
    for (const [piece, name] of markup.matchAll(/<span class="([^"]*)">|<\/span>|&\w+;|[^<&]+/g)) {
        if (name !== undefined) {
            open.push(name);
        } else if (piece === '</span>') {
            open.pop();
        } else {
            const length = Buffer.byteLength(unescaped.get(piece) || piece);
            for (let i = 0; i < length; ++i) {
                classes.push(open.join(' '));
            }
        }
    }
    return classes;
}

function classes_of_tokens(lines, length) {
    const classes = new Array(length).fill('');
    for (const line of lines.split('\n').filter(Boolean)) {
        const [begin, end, ...name] = line.split(' ');
        for (let i = Number(begin); i < Number(end); ++i) {
            classes[i] += (classes[i] ? ' ' : '') + name.join(' ');
        }
    }
    return classes;
}

function compare(sample) {
    const bytes = fs.readFileSync(sample.file);
    const code = bytes.toString('utf8');
    const theirs = classes_in_markup(
        (guesses ? hljs.highlightAuto(code) : hljs.highlight(sample.language, code, true)).value);
    const ours = classes_of_tokens(
        execFileSync(process.env.SHOW_TOKENS, [guesses ? 'auto' : sample.language, sample.file],
                     {encoding: 'utf8', maxBuffer: 1 << 28}),
        bytes.length);
    const result = {characters: 0, differ: 0, first: null};
    for (let i = 0; i < bytes.length; ++i) {
        if (bytes[i] > 0x20) {
            ++result.characters;
            if (ours[i] !== theirs[i]) {
                ++result.differ;
                result.first = result.first || {
                    at: bytes.subarray(Math.max(0, i - 30), i + 30).toString(),
                    line: bytes.subarray(0, i).toString().split('\n').length,
                    ours: ours[i],
                    theirs: theirs[i]
                };
            }
        }
    }
    return result;
}

const languages = new Map();
for (const sample of folders.flatMap(samples_of)) {
    const result = compare(sample);
    const sum = languages.get(sample.language) || {characters: 0, differ: 0, samples: 0};
    sum.characters += result.characters;
    sum.differ += result.differ;
    sum.samples += 1;
    languages.set(sample.language, sum);
    if (options.includes('--diff') && result.differ > 0) {
        console.log(sample.file, JSON.stringify(result.first));
    }
}
let total = 0;
let differ = 0;
for (const [name, sum] of [...languages].sort()) {
    total += sum.characters;
    differ += sum.differ;
    if (sum.differ > 0) {
        console.log(`${name}: ${sum.differ} of ${sum.characters} characters differ`);
    }
}
const share = total > 0 ? (100 * (total - differ) / total).toFixed(3) : '0';
console.log(`${languages.size} languages, ${total} characters: ${share} % have the same class`);
process.exit(total > 0 && differ * 100 <= total ? 0 : 1);
