#include "media/formats/modules/svg/xml_node.h"

#include <glib.h>

namespace ghreveal::media {

namespace {

const char* chars(const xmlChar* text) {
    return text != nullptr ? reinterpret_cast<const char*>(text) : "";
}

const xmlChar* xml(const char* text) {
    return reinterpret_cast<const xmlChar*>(text);
}

std::string taken(xmlChar* text) {
    std::string copy = chars(text);
    xmlFree(text);
    return copy;
}

std::string written_name(const xmlAttr* attribute) {
    const bool has_prefix = attribute->ns != nullptr && attribute->ns->prefix != nullptr;
    return has_prefix ? std::string(chars(attribute->ns->prefix)) + ":" + chars(attribute->name)
                      : chars(attribute->name);
}

xmlAttr* find_attribute(const xmlNode* element, std::string_view name) {
    for (xmlAttr* attribute = element->properties; attribute != nullptr;
         attribute = attribute->next) {
        if (written_name(attribute) == name) {
            return attribute;
        }
    }
    return nullptr;
}

std::string value_of(const xmlAttr* attribute) {
    return taken(xmlNodeListGetString(attribute->doc, attribute->children, 1));
}

xmlNode* element_from(xmlNode* node) {
    while (node != nullptr && node->type != XML_ELEMENT_NODE) {
        node = node->next;
    }
    return node;
}

}  // namespace

xmlNode* first_element(const xmlNode* parent) {
    return element_from(parent->children);
}

xmlNode* next_element(const xmlNode* element) {
    return element_from(element->next);
}

std::string name_of(const xmlNode* element) {
    return chars(element->name);
}

void rename(xmlNode* element, const char* name) {
    xmlNodeSetName(element, xml(name));
}

void remove(xmlNode* element) {
    xmlUnlinkNode(element);
    xmlFreeNode(element);
}

std::string attribute_of(const xmlNode* element, std::string_view name) {
    const xmlAttr* attribute = find_attribute(element, name);
    return attribute != nullptr ? value_of(attribute) : "";
}

std::vector<std::pair<std::string, std::string>> attributes_of(const xmlNode* element) {
    std::vector<std::pair<std::string, std::string>> attributes;
    for (const xmlAttr* attribute = element->properties; attribute != nullptr;
         attribute = attribute->next) {
        attributes.emplace_back(written_name(attribute), value_of(attribute));
    }
    return attributes;
}

void set_attribute(xmlNode* element, std::string_view name, const std::string& value) {
    if (xmlAttr* attribute = find_attribute(element, name)) {
        xmlSetNsProp(element, attribute->ns, attribute->name, xml(value.c_str()));
    } else {
        xmlNewProp(element, xml(std::string(name).c_str()), xml(value.c_str()));
    }
}

std::string take_attribute(xmlNode* element, std::string_view name) {
    xmlAttr* attribute = find_attribute(element, name);
    if (attribute == nullptr) {
        return "";
    }
    std::string value = value_of(attribute);
    xmlRemoveProp(attribute);
    return value;
}

std::string text_of(const xmlNode* element) {
    return taken(xmlNodeGetContent(element));
}

void set_text(xmlNode* element, const std::string& text) {
    xmlNodeSetContent(element, nullptr);
    xmlNodeAddContent(element, xml(text.c_str()));
}

std::u32string characters_of(const std::string& text) {
    std::u32string characters;
    if (g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr) == FALSE) {
        return characters;
    }
    for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
        characters += static_cast<char32_t>(g_utf8_get_char(at));
    }
    return characters;
}

}  // namespace ghreveal::media
