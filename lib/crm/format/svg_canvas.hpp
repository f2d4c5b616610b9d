// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace crm
{

/// How things on a drawing look: each has its colour, chosen so that it also prints in grey, and a
/// class of its name by which a page gives it another.
enum class SvgLook { paper, value, below, previous, grid, axis, text, quiet };

/// Where a text is in relation to its x.
enum class SvgAnchor { start, middle, end };

struct SvgText {
    double size = 12; ///< of the font, in pixels
    SvgAnchor anchor = SvgAnchor::start;
    SvgLook look = SvgLook::text;
    bool bold = false;
};

/// How wide a text will be at most in any usual font without serifs.
double svg_text_width(std::string_view text, double size);
/// The text cut with an ellipsis so that it is no wider than that.
std::string svg_cut(std::string_view text, double size, double width);

/// An SVG drawing; pixels from the upper left corner. What it holds is text and shapes, nothing
/// that is loaded or run.
class SvgCanvas
{
  public:
    /// `name` is what a screen reader says.
    SvgCanvas(double width, std::string_view name);

    [[nodiscard]] double width() const { return width_; }

    void text(double x, double y, std::string_view text, const SvgText& how = {});
    /// A rectangle; `tip` shows when pointed at.
    void rectangle(double x, double y, double width, double height, SvgLook look,
                   std::string_view tip = "");
    void line(double x1, double y1, double x2, double y2, SvgLook look);

    /// The element, as high as it has become, for an HTML page.
    std::string finish(double height);
    /// The same as a document of its own, which must say that it is SVG.
    std::string finish_document(double height);

  private:
    pugi::xml_node shape(const char* name, SvgLook look, const char* colored);

    double width_;
    pugi::xml_document document_;
    pugi::xml_node root_;
    pugi::xml_node paper_;
};

} // namespace crm
