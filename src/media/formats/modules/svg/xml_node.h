// What is asked of libxml2's nodes, with our strings.
#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ghreveal::media {

xmlNode* first_element(const xmlNode* parent);
xmlNode* next_element(const xmlNode* element);

std::string name_of(const xmlNode* element);
void rename(xmlNode* element, const char* name);
void remove(xmlNode* element);

// Attributes are known by the names they are written with: "xlink:href". Empty: there is none.
std::string attribute_of(const xmlNode* element, std::string_view name);
std::vector<std::pair<std::string, std::string>> attributes_of(const xmlNode* element);
void set_attribute(xmlNode* element, std::string_view name, const std::string& value);
// Removes it and gives its value.
std::string take_attribute(xmlNode* element, std::string_view name);

// All text below, one after the other.
std::string text_of(const xmlNode* element);
void set_text(xmlNode* element, const std::string& text);

// Of UTF-8.
std::u32string characters_of(const std::string& text);

}  // namespace ghreveal::media
