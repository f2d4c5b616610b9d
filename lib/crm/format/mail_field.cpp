// SPDX-License-Identifier: MIT
#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"
#include "crm/format/mail_header.hpp"
#include "crm/format/mail_transfer.hpp"

#include <algorithm>
#include <array>
#include <unicode/uidna.h>

namespace crm
{

namespace
{

constexpr std::size_t longest_line = 76; // of one with encoded words (RFC 2047, section 2)
constexpr std::size_t longest_plain_word = 60;
constexpr std::string_view word_begin = "=?utf-8?q?";
constexpr std::string_view word_end = "?=";
constexpr std::string_view fold = "\r\n ";

/// What may stand in an encoded word wherever that stands (RFC 2047 5 (3)).
bool is_safe(char c)
{
    return is_ascii_letter(c) || is_ascii_digit(c) ||
           std::string_view("!*+-/").find(c) != std::string_view::npos;
}

/// Letters of a name that needs no quotes (RFC 5322 3.2.3), and blanks between its words.
bool is_phrase(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) {
        return is_ascii_letter(c) || is_ascii_digit(c) ||
               std::string_view(" !#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
    });
}

/// Whether a text can stand in a header as it is: ASCII, nothing like an encoded word, and no word
/// longer than a line.
bool is_plain(std::string_view text)
{
    std::size_t width = 0;
    for (const char c : text) {
        width = c == ' ' ? 0 : width + 1;
        if (c < ' ' || c > '~' || width > longest_plain_word)
            return false;
    }
    return text.find("=?") == text.npos;
}

/// A text as it stands in an encoded word.
std::string coded(std::string_view text)
{
    std::string code;
    for (const char c : text)
        code += c == ' ' ? "_" : is_safe(c) ? std::string(1, c) : hex_codes({&c, 1});
    return code;
}

/// Text that grows to a field, with what its last line holds already.
class Folder
{
  public:
    explicit Folder(std::string_view name) : field_(name), width_(name.size()) { add(":"); }

    /// A word after a blank, which becomes the fold where the line is full.
    void add_word(std::string_view word)
    {
        if (width_ + 1 + word.size() > longest_line)
            start_line();
        else
            add(" ");
        add(word);
    }
    void add_words(std::string_view text)
    {
        while (!text.empty()) {
            const auto end = std::min(text.find(' '), text.size());
            add_word(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }
    /// A text as encoded words, none of which cuts a character.
    void add_encoded(std::string_view text)
    {
        std::string word;
        while (!text.empty()) {
            const auto length = first_code_point(text).length;
            const auto code = coded(text.substr(0, length));
            const auto frame = 1 + word_begin.size() + word_end.size();
            if (width_ + frame + word.size() + code.size() > longest_line) {
                finish(word);
                start_line();
            }
            word += code;
            text.remove_prefix(length);
        }
        finish(word);
    }
    /// A new line, if the text then fits into one word: some programs read two words of a name with
    /// a blank between them.
    void make_room_for(std::string_view text)
    {
        const auto whole = 1 + word_begin.size() + coded(text).size() + word_end.size();
        if (width_ + whole > longest_line && whole < longest_line)
            start_line();
    }
    std::string take() { return std::move(field_.append("\r\n")); }

  private:
    void add(std::string_view text)
    {
        field_ += text;
        width_ += text.size();
    }
    void start_line()
    {
        field_ += fold;
        width_ = 1;
        fresh_ = true;
    }
    void finish(std::string& word)
    {
        if (word.empty())
            return;
        if (!fresh_)
            add(" ");
        add(word_begin);
        add(word);
        add(word_end);
        word.clear();
        fresh_ = false;
    }

    std::string field_;
    std::size_t width_;
    bool fresh_ = false; ///< the line has begun and holds nothing
};

std::string in_quotes(std::string_view text)
{
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

bool is_host_letter(char c)
{
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '.';
}

/// A domain in ASCII; empty if it is none.
std::string ascii_domain(std::string_view domain)
{
    if (std::ranges::all_of(domain, is_host_letter))
        return std::string(domain);
    UErrorCode failure = U_ZERO_ERROR;
    UIDNA* rules = uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_USE_STD3_RULES, &failure);
    std::array<char, 512> buffer{};
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    const auto size = uidna_nameToASCII_UTF8(
        rules, domain.data(), static_cast<std::int32_t>(domain.size()), buffer.data(),
        static_cast<std::int32_t>(buffer.size()), &info, &failure);
    uidna_close(rules);
    if (U_FAILURE(failure) || info.errors != 0)
        return "";
    return {buffer.data(), static_cast<std::size_t>(size)};
}

} // namespace

std::string header_text(std::string_view text)
{
    std::string line;
    while (!text.empty()) {
        const auto first = first_code_point(text);
        const bool control = first.value < ' ' || (first.value >= 0x7F && first.value < 0xA0) ||
                             first.value == 0x2028 || first.value == 0x2029;
        if (!first.valid)
            line += "\xEF\xBF\xBD";
        else if (!control && first.value != ' ')
            line += text.substr(0, first.length);
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
        text.remove_prefix(first.length);
    }
    return std::string(trim(line));
}

std::string mail_field(std::string_view name, std::string_view text)
{
    const auto line = header_text(text);
    Folder folder(name);
    if (is_plain(line))
        folder.add_words(line);
    else
        folder.add_encoded(line);
    return folder.take();
}

MailAddress parse_mail_address(std::string_view text)
{
    const auto open = text.rfind('<');
    if (open == text.npos)
        return {"", std::string(trim(text))};
    auto name = trim(text.substr(0, open));
    if (name.size() > 1 && name.starts_with('"') && name.ends_with('"'))
        name = name.substr(1, name.size() - 2);
    const auto rest = text.substr(open + 1);
    return {std::string(name), std::string(trim(rest.substr(0, rest.find('>'))))};
}

std::string mail_field(std::string_view name, const MailAddress& who)
{
    const auto line = header_text(who.name);
    const auto address = header_text(who.address);
    Folder folder(name);
    if (line.empty()) {
        folder.add_word(address);
        return folder.take();
    }
    if (is_plain(line) && is_phrase(line))
        folder.add_words(line);
    else if (is_plain(line) && line.size() <= longest_plain_word)
        folder.add_word(in_quotes(line));
    else {
        folder.make_room_for(line);
        folder.add_encoded(line);
    }
    folder.add_word('<' + address + '>');
    return folder.take();
}

std::optional<std::string> writable_address(std::string_view address)
{
    const auto at = address.rfind('@');
    if (at == address.npos || at == 0)
        return std::nullopt;
    const auto local = address.substr(0, at);
    const auto plain = [](char c) {
        return c > ' ' && c <= '~' &&
               std::string_view("()<>[]:;@\\,\"").find(c) == std::string_view::npos;
    };
    const auto domain = ascii_domain(address.substr(at + 1));
    if (!std::ranges::all_of(local, plain) || domain.empty())
        return std::nullopt;
    return std::string(local).append("@").append(domain);
}

} // namespace crm
