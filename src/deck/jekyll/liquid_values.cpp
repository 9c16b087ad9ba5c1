#include "deck/jekyll/liquid_values.h"

#include "deck/jekyll/site_data.h"

namespace ghreveal::deck::jekyll {

const liquid::Value& LiquidValues::page() {
    if (!page_value_) {
        page_value_ = page_value(page_, site_);
    }
    return *page_value_;
}

const liquid::Value& LiquidValues::site() {
    if (!site_value_) {
        liquid::Object site([this](const std::string& key) -> liquid::Value {
            if (key != "data") {
                return pages_.value(key);
            }
            if (!data_) {
                data_ = read_site_data(site_);
            }
            return *data_;
        });
        if (const liquid::Object* configured = site_.values().object()) {
            for (const auto& [key, value] : configured->entries()) {
                if (!pages_.has(key)) {
                    site.set(key, value);
                }
            }
        }
        site_value_ = std::move(site);
    }
    return *site_value_;
}

}  // namespace ghreveal::deck::jekyll
