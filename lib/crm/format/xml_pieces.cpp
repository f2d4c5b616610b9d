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
        if (c == ':' && begin == 0)
            begin = end + 1;
    }
    return text.substr(begin, end - begin);
}

} // namespace

void XmlPieces::read(const NextBlock& next, const Use& use)
{
    for (auto block = next(); !block.empty(); block = next()) {
        if (block.find('\0') != std::string_view::npos)
            throw error(ErrorKind::rejected, "the file has zero bytes, as UTF-16 has")
                .with_hint("convert it to UTF-8 first");
        text_ += block;
        while (step(use)) {
        }
        forget_done();
    }
    keep(text_.size());
}

/// At most one tag, comment or the like.
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
    const auto end = tag_end(begin);
    if (end == none)
        return false;
    place_ = end + 1;
    const bool closing = left[1] == '/';
    const auto name = local_name(left.substr(closing ? 2 : 1));
    if (closing ? close_tag(name) : open_tag(begin, name, text_[end - 1] == '/'))
        close_piece(end + 1, use);
    return true;
}

/// Where the `>` of a tag is that is in no value of an attribute.
std::size_t XmlPieces::tag_end(std::size_t begin) const
{
    char quote = 0;
    for (auto place = begin; place < text_.size(); ++place) {
        const char c = text_[place];
        if (quote == 0 && c == '>')
            return place;
        if (quote == 0 && (c == '"' || c == '\''))
            quote = c;
        else if (c == quote)
            quote = 0;
    }
    return none;
}

bool XmlPieces::skip(std::size_t begin, std::string_view opening, std::string_view closing)
{
    const auto end = text_.find(closing, begin + opening.size());
    if (end == none)
        return false;
    place_ = end + closing.size();
    return true;
}

/// Whether a piece ends with it. Within a piece only elements of its name count, as they tell where
/// it ends.
bool XmlPieces::open_tag(std::size_t begin, std::string_view name, bool empty)
{
    if (piece_start_ != none) {
        nested_ += name == path_.back() && !empty ? 1 : 0;
        return false;
    }
    // The root is on no path, whatever its name.
    const bool on_path =
        depth_ > 0 && on_path_ == depth_ - 1 && depth_ <= path_.size() && name == path_[depth_ - 1];
    if (on_path && depth_ == path_.size()) {
        piece_start_ = begin;
        nested_ = empty ? 0 : 1;
        return empty;
    }
    if (on_path && depth_ + 1 == path_.size())
        ++wholes_;
    if (!empty) {
        ++depth_;
        on_path_ += on_path ? 1 : 0;
    }
    return false;
}

/// Whether a piece ends with it.
bool XmlPieces::close_tag(std::string_view name)
{
    if (piece_start_ != none)
        return name == path_.back() && --nested_ == 0;
    depth_ -= std::min<std::size_t>(depth_, 1);
    on_path_ = std::min(on_path_, depth_ - std::min<std::size_t>(depth_, 1));
    return false;
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
