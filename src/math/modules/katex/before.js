// What katex.js needs and Duktape lacks (ECMAScript 2015 §22.1.3.6).
if (!Array.prototype.fill) {
    Array.prototype.fill = function (value) {
        for (var i = 0; i < this.length; i++) {
            this[i] = value;
        }
        return this;
    };
}
