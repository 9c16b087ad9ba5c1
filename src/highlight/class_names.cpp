#include "highlight/class_names.h"

namespace ghreveal::highlight {

// highlight.js's names; those with a hyphen, or that a .lang file keeps for itself, differ.
const std::vector<ClassName>& own_class_names() {
    static const std::vector<ClassName> names{
        {"addition", "addition"},
        {"attr", "attr"},
        {"attribute", "attribute"},
        {"built_in", "built_in"},
        {"bullet", "bullet"},
        {"comment", "comment"},
        {"definition", "title", Meaning::kName},
        {"deletion", "deletion"},
        {"emphasis", "emphasis"},
        {"keyword", "keyword"},
        {"literal", "literal"},
        {"meta", "meta"},
        {"meta_keyword", "meta-keyword"},
        {"meta_string", "meta-string"},
        {"name", "name"},
        {"number", "number"},
        {"quote", "quote"},
        {"regexp", "regexp"},
        {"section", "section"},
        {"selector_attr", "selector-attr"},
        {"selector_class", "selector-class"},
        {"selector_id", "selector-id"},
        {"selector_pseudo", "selector-pseudo"},
        {"selector_tag", "selector-tag"},
        {"string", "string"},
        {"strong", "strong"},
        {"substitution", "subst"},
        {"symbol_name", "symbol"},
        {"tag", "tag"},
        {"template_variable", "template-variable"},
        {"title", "title"},
        {"type", "type"},
        {"variable", "variable"},
    };
    return names;
}

const std::vector<ClassName>& library_class_names() {
    static const std::vector<ClassName> names{
        {"argument", "params"},
        {"atom", "symbol"},
        {"attribute", "attribute"},
        {"classname", "title"},
        {"comment", "comment"},
        {"date", "number"},
        {"difflines", "meta"},
        {"file", "comment"},
        {"function", "title", Meaning::kName},
        {"ip", "number"},
        {"key", "attr"},
        {"keyword", "keyword", Meaning::kKeyword},
        {"label", "symbol"},
        {"name", "title"},
        {"newfile", "addition"},
        {"number", "number"},
        {"oldfile", "deletion"},
        {"path", "string"},
        {"predef_func", "built_in"},
        {"predef_var", "variable"},
        {"preproc", "meta", Meaning::kPreprocessor},
        {"property", "attribute"},
        {"regexp", "regexp"},
        {"section", "section"},
        {"selector", "selector-tag"},
        {"specialchar", "string"},
        {"string", "string"},
        {"time", "number"},
        {"todo", "doctag"},
        // highlight.js calls the types that a language is born with keywords.
        {"type", "keyword", Meaning::kKeyword},
        {"url", "link"},
        {"usertype", "title", Meaning::kName},
        {"value", "string"},
        {"variable", "variable"},
        {"warning", "meta"},
    };
    return names;
}

}  // namespace ghreveal::highlight
