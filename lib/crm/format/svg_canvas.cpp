// SPDX-License-Identifier: MIT
#include "crm/format/svg_canvas.hpp"

#include "crm/base/width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace crm
{

namespace
{

/// The widest of usual fonts, DejaVu Sans, needs so much of its size for a digit.
constexpr double digit_width = 0.64;
constexpr double letter_width = 0.57;

struct Look {
    const char* name;
    const char* color;
};

/// In the order of SvgLook.
constexpr std::array<Look, 8> looks = {{
    {"paper", "#ffffff"},
    {"value", "#1f4e79"},
    {"below", "#b03a2e"},
    {"previous", "#a9bccd"},
    {"grid", "#dddddd"},
    {"axis", "#666666"},
    {"text", "#1a1a1a"},
    {"quiet", "#555555"},
}};

/// In the order of SvgAnchor.
constexpr std::array<const char*, 3> anchors = {"start", "middle", "end"};

/// Tenths of a pixel are as fine as paper shows.
std::string pixels(double value)
{
    auto text = fmt::format("{:.1f}", value);
    if (text.ends_with(".0"))
        text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}

void set(pugi::xml_node node, const char* name, double value)
{
    node.append_attribute(name) = pixels(value).c_str();
}

} // namespace

double svg_text_width(std::string_view text, double size)
{
    const bool number =
        !text.empty() && text.find_first_not_of("0123456789.,-+ %") == std::string_view::npos;
    return display_width(text) * size * (number ? digit_width : letter_width);
}

std::string svg_cut(std::string_view text, double size, double width)
{
    if (svg_text_width(text, size) <= width)
        return std::string(text);
    return cut_to_width(text, static_cast<int>(width / (size * letter_width)));
}

SvgCanvas::SvgCanvas(double width, std::string_view name)
    : width_(width), root_(document_.append_child("svg"))
{
    root_.append_attribute("class") = "chart";
    root_.append_attribute("role") = "img";
    root_.append_attribute("font-family") = "sans-serif";
    root_.append_child("title").text() = std::string(name).c_str();
    paper_ = shape("rect", SvgLook::paper, "fill");
}

pugi::xml_node SvgCanvas::shape(const char* name, SvgLook look, const char* colored)
{
    const auto& [class_name, color] = looks.at(static_cast<std::size_t>(look));
    auto node = root_.append_child(name);
    node.append_attribute("class") = class_name;
    node.append_attribute(colored) = color;
    return node;
}

void SvgCanvas::text(double x, double y, std::string_view text, const SvgText& how)
{
    auto node = shape("text", how.look, "fill");
    set(node, "x", x);
    set(node, "y", y);
    set(node, "font-size", how.size);
    if (how.anchor != SvgAnchor::start)
        node.append_attribute("text-anchor") = anchors.at(static_cast<std::size_t>(how.anchor));
    if (how.bold)
        node.append_attribute("font-weight") = "bold";
    node.text() = std::string(text).c_str();
}

void SvgCanvas::rectangle(double x, double y, double width, double height, SvgLook look,
                          std::string_view tip)
{
    auto node = shape("rect", look, "fill");
    set(node, "x", x);
    set(node, "y", y);
    set(node, "width", width);
    set(node, "height", height);
    if (!tip.empty())
        node.append_child("title").text() = std::string(tip).c_str();
}

void SvgCanvas::line(double x1, double y1, double x2, double y2, SvgLook look)
{
    auto node = shape("line", look, "stroke");
    set(node, "x1", x1);
    set(node, "y1", y1);
    set(node, "x2", x2);
    set(node, "y2", y2);
}

std::string SvgCanvas::finish_document(double height)
{
    root_.prepend_attribute("xmlns") = "http://www.w3.org/2000/svg";
    return finish(height);
}

std::string SvgCanvas::finish(double height)
{
    set(root_, "width", width_);
    set(root_, "height", height);
    root_.append_attribute("viewBox") =
        fmt::format("0 0 {} {}", pixels(width_), pixels(height)).c_str();
    set(paper_, "width", width_);
    set(paper_, "height", height);
    std::ostringstream out;
    document_.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    out << '\n';
    return out.str();
}

} // namespace crm
