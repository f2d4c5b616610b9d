// SPDX-License-Identifier: MIT
#include "crm/base/text.hpp"
#include "crm/format/charset.hpp"
#include "crm/format/mail_header.hpp"
#include "crm/format/mail_transfer.hpp"

namespace crm
{

namespace
{

/// `=?charset?Q?content?=`, its charset without RFC 2231's language.
struct EncodedWord {
    std::string_view charset;
    char encoding = 'q';
    std::string_view content;
    std::size_t size = 0; ///< of all of it
};

/// The word at the front of a text; nothing if there is none.
std::optional<EncodedWord> word_at(std::string_view text)
{
    if (!text.starts_with("=?"))
        return std::nullopt;
    const auto charset_end = text.find('?', 2);
    if (charset_end == text.npos || charset_end + 3 > text.size() || text[charset_end + 2] != '?')
        return std::nullopt;
    const auto begin = charset_end + 3;
    const auto end = text.find("?=", begin);
    if (end == text.npos)
        return std::nullopt;
    EncodedWord word;
    word.charset = text.substr(2, charset_end - 2);
    word.charset = word.charset.substr(0, word.charset.find('*'));
    word.encoding = static_cast<char>(text[charset_end + 1] | 0x20);
    word.content = text.substr(begin, end - begin);
    word.size = end + 2;
    if (word.encoding != 'q' && word.encoding != 'b')
        return std::nullopt;
    return word;
}

std::string bytes_of(const EncodedWord& word)
{
    return word.encoding == 'b' ? decode_base64(word.content)
                                : decode_mail_quoted(word.content, true);
}

/// Decodes a word and those of the same charset that follow it: some programs cut a character
/// between two words.
std::string take_words(std::string_view& text, EncodedWord word)
{
    const auto charset = word.charset;
    std::string bytes;
    for (;;) {
        bytes += bytes_of(word);
        text.remove_prefix(word.size);
        // Blanks between two words are part of neither (RFC 2047 6.2).
        const auto next = text.find_first_not_of(" \t\r\n");
        const auto follower = next == text.npos ? std::nullopt : word_at(text.substr(next));
        if (!follower)
            break;
        text.remove_prefix(next);
        if (lower(follower->charset) != lower(charset))
            break;
        word = *follower;
    }
    return from_charset(bytes, charset);
}

} // namespace

std::string decode_words(std::string_view text)
{
    std::string decoded;
    while (!text.empty()) {
        if (const auto word = word_at(text)) {
            decoded += take_words(text, *word);
            continue;
        }
        const auto end = std::min(text.find("=?", 1), text.size());
        decoded +=
            from_charset(text.substr(0, end), ""); // 8 bits in a header: forbidden and common
        text.remove_prefix(end);
    }
    return decoded;
}

} // namespace crm
