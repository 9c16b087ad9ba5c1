// KaTeX's tree -> the markup that its own toMarkup() makes. That joins strings level by level, and
// Duktape keeps each of them; these pieces are joined once. Half of the time that a formula took.
var ghreveal_markup = (function () {
    var escapes = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#x27;'};
    var special = /[&<>"']/;
    var css_names = {};  // fontSize: 'font-size'
    var escaped_lists = {};  // classes as they stand in markup
    var tree = katex.__domTree;

    function escaped(text) {
        if (text.length === 1) {
            return escapes[text] || text;
        }
        return special.test(text) ? text.replace(/[&<>"']/g, function (one) {
            return escapes[one];
        }) : text;
    }

    function css_name(name) {
        var known = css_names[name];
        if (known === undefined) {
            known = css_names[name] = name.replace(/([A-Z])/g, '-$1').toLowerCase();
        }
        return known;
    }

    function write_classes(classes, pieces) {
        var list = '';
        for (var i = 0; i < classes.length; i++) {
            if (classes[i]) {
                list = list === '' ? classes[i] : list + ' ' + classes[i];
            }
        }
        var known = escaped_lists[list];
        if (known === undefined) {
            known = escaped_lists[list] = escaped(list);
        }
        pieces.push(' class="', known, '"');
    }

    function styles_of(style, styles) {
        for (var name in style) {
            styles += css_name(name) + ':' + style[name] + ';';
        }
        return styles;
    }

    function write_attributes(attributes, pieces) {
        for (var name in attributes) {
            pieces.push(' ', name, '="', escaped(String(attributes[name])), '"');
        }
    }

    function write_element(name, node, styles, pieces) {
        pieces.push('<', name);
        if (node.classes.length > 0) {
            write_classes(node.classes, pieces);
        }
        if (styles !== '') {
            pieces.push(' style="', escaped(styles), '"');
        }
        if (node.attributes !== undefined) {
            write_attributes(node.attributes, pieces);
        }
        pieces.push('>');
    }

    function write_children(node, pieces) {
        var children = node.children;
        for (var i = 0, count = children.length; i < count; i++) {
            write(children[i], pieces);
        }
    }

    function write(node, pieces) {
        if (node.ghreveal_write !== undefined) {
            node.ghreveal_write(pieces);
        } else if (node.children !== undefined && node.attributes === undefined) {
            write_children(node, pieces);  // a fragment, whose class KaTeX does not tell
        } else {
            pieces.push(node.toMarkup());
        }
    }

    function element_writer(name) {
        return function (pieces) {
            write_element(name, this, styles_of(this.style, ''), pieces);
            write_children(this, pieces);
            pieces.push('</', name, '>');
        };
    }
    tree.Span.prototype.ghreveal_write = element_writer('span');
    tree.Anchor.prototype.ghreveal_write = element_writer('a');

    tree.SymbolNode.prototype.ghreveal_write = function (pieces) {
        var styles = this.italic > 0 ? 'margin-right:' + this.italic + 'em;' : '';
        styles = styles_of(this.style, styles);
        if (styles === '' && this.classes.length === 0) {
            pieces.push(escaped(this.text));
            return;
        }
        write_element('span', this, styles, pieces);
        pieces.push(escaped(this.text), '</span>');
    };

    return function (node) {
        var pieces = [];
        write(node, pieces);
        return pieces.join('');
    };
})();
