// SPDX-License-Identifier: MIT
#include "crm/format/xml_pieces.hpp"

#include "crm/base/error.hpp"

#include <algorithm>

namespace crm
{

namespace
{

/// The local name that begins there.
std::string_view local_name(std::string_view text)
{
    std::size_t begin = 0;
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        const char c = text[end];
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '/' || c == '>')
            break;
        if (c == ':')
            begin = end + 1;
    }
    return text.substr(begin, end - begin);
}

} // namespace

void XmlPieces::read(const NextBlock& next, const Use& use)
{
    for (auto block = next(); !block.empty(); block = next()) {
        text_ += block;
        while (step(use)) {
        }
        forget_done();
    }
    keep(text_.size());
}

/// At most one tag, comment or the like. Within an attribute there is no `<`.
bool XmlPieces::step(const Use& use)
{
    const auto begin = text_.find('<', place_);
    if (begin == none) {
        place_ = text_.size();
        return false;
    }
    place_ = begin;
    const auto left = std::string_view(text_).substr(begin);
    constexpr std::size_t longest_opening = 9; // <![CDATA[
    if (left.size() < longest_opening && left.find('>') == std::string_view::npos)
        return false;
    if (left[1] == '?')
        return skip(begin, "<?", "?>");
    if (left.starts_with("<!--"))
        return skip(begin, "<!--", "-->");
    if (left.starts_with("<![CDATA["))
        return skip(begin, "<![CDATA[", "]]>");
    if (left[1] == '!')
        throw error(ErrorKind::rejected, "a bank's file declares no document type or entities");
    const auto end = text_.find('>', begin);
    if (end == none)
        return false;
    place_ = end + 1;
    if (left[1] != '/')
        open_tag(begin, local_name(left.substr(1)));
    const bool closes = left[1] == '/' ? local_name(left.substr(2)) == part_
                                       : piece_start_ == begin && text_[end - 1] == '/';
    if (piece_start_ != none && closes)
        close_piece(end + 1, use);
    return true;
}

bool XmlPieces::skip(std::size_t begin, std::string_view opening, std::string_view closing)
{
    const auto end = text_.find(closing, begin + opening.size());
    if (end == none)
        return false;
    place_ = end + closing.size();
    return true;
}

void XmlPieces::open_tag(std::size_t begin, std::string_view name)
{
    if (piece_start_ != none)
        return;
    if (name == whole_)
        ++wholes_;
    if (name == part_)
        piece_start_ = begin;
}

void XmlPieces::close_piece(std::size_t end, const Use& use)
{
    keep(piece_start_);
    piece_.assign(text_, piece_start_, end - piece_start_);
    use(piece_, wholes_);
    kept_ = end;
    piece_start_ = none;
}

void XmlPieces::keep(std::size_t end)
{
    if (end == kept_)
        return;
    origins_.emplace_back(rest_.size(), file_offset_ + kept_);
    rest_.append(text_, kept_, end - kept_);
    kept_ = end;
}

/// What was looked at is not needed any more, unless it is a piece that has begun.
void XmlPieces::forget_done()
{
    if (piece_start_ == none)
        keep(place_);
    text_.erase(0, kept_);
    file_offset_ += kept_;
    place_ -= kept_;
    piece_start_ -= piece_start_ == none ? 0 : kept_;
    kept_ = 0;
}

std::size_t XmlPieces::in_file(std::size_t place_in_rest) const
{
    const auto after = std::ranges::upper_bound(origins_, place_in_rest, {},
                                                [](const auto& origin) { return origin.first; });
    if (after == origins_.begin())
        return place_in_rest;
    return std::prev(after)->second + place_in_rest - std::prev(after)->first;
}

} // namespace crm
