// SPDX-License-Identifier: MIT
#include "crm/format/vcard_lines.hpp"

#include "crm/format/blanks.hpp"
#include "crm/format/vcard_text.hpp"

#include <algorithm>
#include <array>

namespace crm
{
namespace
{

constexpr std::size_t max_line = std::size_t{1} << 20U;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF"; // amid a file: files put together

bool is_folded(std::string_view line)
{
    return line.starts_with(' ') || line.starts_with('\t');
}

bool equals(std::string_view line, std::string_view wanted)
{
    if (is_folded(line)) { // such words inside a value
        return false;
    }
    if (line.starts_with(byte_order_mark)) {
        line.remove_prefix(byte_order_mark.size());
    }
    line = trim_blanks(line);
    return line.size() == wanted.size() && to_upper_ascii(line) == wanted;
}

bool is_name_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

/// True for the beginning of a property: `NAME:`, or `NAME;` before a value or a parameter (a long
/// head may be folded before its value).
bool is_property(std::string_view line)
{
    constexpr std::ptrdiff_t longest_name = 64;
    if (line.starts_with(byte_order_mark)) {
        line.remove_prefix(byte_order_mark.size());
    }
    const auto end = std::ranges::find_if_not(line, is_name_character);
    if (end == line.begin() || end == line.end() || end - line.begin() > longest_name) {
        return false;
    }
    return *end == ':' || (*end == ';' && line.find_first_of(":=") != std::string_view::npos);
}

/// A picture, sound or key, or anything else in base64: megabytes that nobody wants here.
bool is_data(std::string_view head)
{
    if (head.find(";ENCODING=B") != std::string_view::npos ||
        head.find(";BASE64") != std::string_view::npos) {
        return true;
    }
    constexpr std::array<std::string_view, 4> names{"PHOTO", "LOGO", "SOUND", "KEY"};
    const std::string_view full = head.substr(0, head.find(';'));
    const auto dot = full.rfind('.');
    const std::string_view name = dot == std::string_view::npos ? full : full.substr(dot + 1);
    return std::ranges::find(names, name) != names.end();
}

} // namespace

bool is_card_begin(std::string_view line)
{
    return equals(line, "BEGIN:VCARD");
}

bool is_card_end(std::string_view line)
{
    return equals(line, "END:VCARD");
}

bool PhysicalLines::refill()
{
    cut_.append(rest_.substr(0, max_line - std::min(max_line, cut_.size())));
    rest_ = source_.next_block();
    if (end_ == '\0' && !rest_.empty()) {
        const bool only_cr = rest_.find('\n') == std::string_view::npos &&
                             rest_.find('\r') != std::string_view::npos;
        end_ = only_cr ? '\r' : '\n';
    }
    return !rest_.empty();
}

std::optional<std::string_view> PhysicalLines::peek()
{
    if (found_) {
        return line_;
    }
    cut_.clear();
    auto end = rest_.find(end_);
    while (end == std::string_view::npos && refill()) {
        end = rest_.find(end_);
    }
    const bool last = end == std::string_view::npos;
    if (cut_.empty()) {
        line_ = rest_.substr(0, end);
    } else {
        cut_.append(rest_.substr(0, std::min(end, max_line - std::min(max_line, cut_.size()))));
        line_ = cut_;
    }
    rest_.remove_prefix(last ? rest_.size() : end + 1);
    if (last && line_.empty()) {
        return std::nullopt;
    }
    if (line_.ends_with('\r')) {
        line_.remove_suffix(1);
    }
    found_ = true;
    return line_;
}

void PhysicalLines::skip()
{
    if (found_) {
        found_ = false;
        ++number_;
    }
}

bool VCardLines::find_card()
{
    for (auto line = physical_.peek(); line; line = physical_.peek()) {
        if (is_card_begin(*line)) {
            return true;
        }
        physical_.skip();
    }
    return false;
}

bool VCardLines::at_card()
{
    const auto line = physical_.peek();
    return line && is_card_begin(*line);
}

void VCardLines::add(std::string_view text)
{
    const std::size_t room = max_line - std::min(max_line, text_.size());
    cut_ = cut_ || text.size() >= room;
    text_.append(text.substr(0, room));
}

bool VCardLines::next()
{
    auto line = physical_.peek();
    while (line && !is_property(*line)) { // nothing before it that it could belong to
        physical_.skip();
        line = physical_.peek();
    }
    if (!line) {
        return false;
    }
    if (line->starts_with(byte_order_mark)) {
        line->remove_prefix(byte_order_mark.size());
    }
    text_.clear();
    cut_ = false;
    number_ = physical_.number();
    const std::string head = to_upper_ascii(line->substr(0, line->find(':')));
    const bool data = is_data(head);
    const bool quoted = head.find("QUOTED-PRINTABLE") != std::string::npos;
    add(data ? std::string_view(head) : *line);
    physical_.skip();
    for (line = physical_.peek(); line; line = physical_.peek()) {
        if (is_card_begin(*line) || is_card_end(*line)) {
            break;
        }
        if (quoted && text_.ends_with('=')) {
            text_.pop_back();
            add(*line);
        } else if (is_folded(*line)) {
            add(data ? std::string_view() : line->substr(1));
        } else if (is_property(*line)) {
            break;
        } else if (!data && !trim_blanks(*line).empty()) {
            add("\n");
            add(*line);
        }
        physical_.skip();
    }
    return true;
}

} // namespace crm
