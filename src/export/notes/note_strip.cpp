#include "export/notes/note_strip.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace ghreveal::exporter {

namespace {

constexpr Px kThin = 3;          // what is no higher is a rule
constexpr Px kWide = 1'000'000;  // beyond any page

// Where an item is drawn, and whether it may be cut.
struct Drawn {
    Rect box;
    bool is_whole = false;
};

struct Where {
    Drawn operator()(const paint::FillRect& item) const { return fill(item.shape.rect); }
    Drawn operator()(const paint::FillRing& item) const { return fill(item.outer.rect); }
    Drawn operator()(const paint::FillGradient& item) const { return fill(item.clip.rect); }
    Drawn operator()(const paint::TileImage& item) const { return fill(item.clip.rect); }
    Drawn operator()(const paint::BoxShadow& item) const { return fill(item.shape.rect); }
    Drawn operator()(const paint::InsetShadow& item) const { return fill(item.shape.rect); }
    Drawn operator()(const paint::TakeBackdrop& item) const { return {item.shape.rect, true}; }
    Drawn operator()(const paint::ShowBackdrop& item) const { return {item.shape.rect, true}; }
    Drawn operator()(const paint::StrokeRing& item) const { return fill(item.path.rect); }
    Drawn operator()(const paint::FillEllipse& item) const { return {item.bounds, true}; }
    Drawn operator()(const paint::StrokeEllipse& item) const { return {item.bounds, true}; }
    Drawn operator()(const paint::DrawImage& item) const { return {item.target, true}; }
    Drawn operator()(const paint::DrawGlyphs& item) const { return at(item.origin); }
    Drawn operator()(const paint::GlyphShadow& item) const { return at(item.origin); }
    Drawn operator()(const paint::StrokeWave& item) const { return at(item.from); }
    Drawn operator()(const paint::StrokeLine& item) const {
        return fill({std::min(item.from.x, item.to.x), std::min(item.from.y, item.to.y),
                     std::abs(item.to.x - item.from.x), std::abs(item.to.y - item.from.y)});
    }
    Drawn operator()(const paint::FillPolygon& item) const {
        Rect box;
        for (std::size_t i = 0; i < item.points.size(); ++i) {
            const Rect point{item.points[i].x, item.points[i].y, 0, 0};
            box = i == 0 ? point : box.united(point);
        }
        return {box, true};
    }
    template <typename Other>
    Drawn operator()(const Other&) const {
        return {};
    }

    static Drawn fill(const Rect& box) { return {box, box.height <= kThin}; }
    // Of text what is just above its baseline. That is inside its line; the baseline itself may be
    // where the line ends: a formula is as deep as its denominator, which may have nothing below
    // it.
    static Drawn at(Point origin) {
        constexpr Px kAboveBaseline = 0.5;
        return {{origin.x, origin.y - kAboveBaseline, 0, 0}, true};
    }
};

Rect mapped(const Rect& box, const Transform& map) {
    const Point a = map.apply(box.origin());
    const Point b = map.apply({box.right(), box.y});
    const Point c = map.apply({box.x, box.bottom()});
    const Point d = map.apply({box.right(), box.bottom()});
    const auto [left, right] = std::minmax({a.x, b.x, c.x, d.x});
    const auto [top, bottom] = std::minmax({a.y, b.y, c.y, d.y});
    return {left, top, right - left, bottom - top};
}

class Cutter {
public:
    Cutter(Px top, Px bottom) : top_(top), bottom_(bottom) {
        strip_.push_back(paint::PushTransform{Transform::translation({0, -top})});
    }

    void add(const paint::DisplayItem& item) {
        if (const auto* pushed = std::get_if<paint::PushTransform>(&item)) {
            maps_.push_back(maps_.back() * pushed->transform);
        } else if (paint::is_push(item)) {
            maps_.push_back(maps_.back());
        } else if (std::holds_alternative<paint::Pop>(item)) {
            maps_.pop_back();
        } else if (const auto* link = std::get_if<paint::BeginLink>(&item)) {
            begin_link(*link);
            return;
        } else if (std::holds_alternative<paint::EndLink>(item)) {
            if (std::exchange(drops_link_, false)) {
                return;
            }
        } else {
            add_drawn(item);
            return;
        }
        strip_.push_back(item);
    }

    paint::DisplayList take() {
        strip_.push_back(paint::Pop{});
        return std::move(strip_);
    }

private:
    bool is_inside(Px y) const { return y >= top_ && y < bottom_; }

    void begin_link(paint::BeginLink link) {
        std::erase_if(link.areas, [&](const Rect& area) {
            const Rect place = mapped(area, maps_.back());
            return !is_inside(place.y + place.height / 2);
        });
        drops_link_ = link.areas.empty();
        if (!drops_link_) {
            strip_.push_back(std::move(link));
        }
    }

    void add_drawn(const paint::DisplayItem& item) {
        const Drawn drawn = std::visit(Where{}, item);
        const Rect place = mapped(drawn.box, maps_.back());
        if (drawn.is_whole || (place.y >= top_ && place.bottom() <= bottom_)) {
            if (is_inside(place.y + place.height / 2)) {
                strip_.push_back(item);
            }
            return;
        }
        const Px top = std::max(place.y, top_);
        const Px bottom = std::min(place.bottom(), bottom_);
        const bool is_shifted = maps_.back().a == 1 && maps_.back().d == 1;
        if (top >= bottom) {
            return;
        }
        if (!is_shifted) {  // inside a turned group: where it is cut cannot be said in its terms
            strip_.push_back(item);
            return;
        }
        strip_.push_back(paint::PushClip{
            {{-kWide, top - maps_.back().f, 2 * kWide, bottom - top}, {}, {}, {}, {}}});
        strip_.push_back(item);
        strip_.push_back(paint::Pop{});
    }

    Px top_;
    Px bottom_;
    paint::DisplayList strip_;
    std::vector<Transform> maps_{{}};  // of the open groups' coordinates to the page's
    bool drops_link_ = false;
};

}  // namespace

paint::DisplayList strip_of(const paint::DisplayList& page, Px top, Px bottom) {
    Cutter cutter(top, bottom);
    for (const paint::DisplayItem& item : page) {
        cutter.add(item);
    }
    return cutter.take();
}

}  // namespace ghreveal::exporter
