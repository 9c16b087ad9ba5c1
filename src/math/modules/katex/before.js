// What katex.js needs and Duktape lacks (ECMAScript 2015 §22.1.3.6).
if (!Array.prototype.fill) {
    Array.prototype.fill = function (value) {
        for (var i = 0; i < this.length; i++) {
            this[i] = value;
        }
        return this;
    };
}

// KaTeX rounds each length as +n.toFixed(4), and reading a decimal back takes Duktape longer than all
// the rest: four places are a number at once. Whatever may be half way between two is left alone.
(function () {
    'use strict';
    var exact = Number.prototype.toFixed;
    Number.prototype.toFixed = function (digits) {
        var value = +this;
        var scaled = Math.abs(value) * 1e4;
        var whole = Math.round(scaled);
        if (digits !== 4 || !(scaled < 1e9) || Math.abs(scaled - whole) > 0.49999) {
            return exact.call(value, digits);
        }
        return value < 0 ? -whole / 1e4 : whole / 1e4;
    };
})();
