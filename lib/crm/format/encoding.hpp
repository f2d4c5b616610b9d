// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// How the bytes of a text file stand for characters, in the words of `--encoding`.
enum class Encoding { automatic, utf8, utf16, windows1252 };

/// `auto`, `utf-8`, `utf-16` or `windows-1252`; anything else is a usage error that lists them.
Encoding parse_encoding(std::string_view text);

/// The word that `parse_encoding` reads.
const char* to_string(Encoding encoding);

/// Checks UTF-8 piece by piece as RFC 3629 defines it: no overlong forms, no surrogates, nothing
/// past U+10FFFF. Plain ASCII passes at memory speed.
class Utf8Checker
{
  public:
    /// True while the bytes given so far are the beginning of valid UTF-8.
    bool accept(std::string_view bytes);

    /// False while a character has begun and not ended.
    bool complete() const { return missing_ == 0; }

    /// Where the character that is bad or incomplete begins, counted from the first byte ever
    /// given.
    std::uint64_t bad_offset() const { return start_; }

  private:
    bool begin(unsigned char lead);

    std::uint64_t seen_ = 0;   // bytes of former calls
    std::uint64_t start_ = 0;  // first byte of the latest character that is not ASCII
    int missing_ = 0;          // bytes of it still to come
    unsigned char low_ = 0x80; // what the next of them may be
    unsigned char high_ = 0xBF;
};

/// True if the text is valid UTF-8 from end to end.
bool is_utf8(std::string_view text);

/// The length of the longest beginning that is plain ASCII.
std::size_t ascii_prefix(std::string_view text);

/// Appends Windows-1252 bytes as UTF-8. The five bytes without a meaning become U+0081, U+008D,
/// U+008F, U+0090, U+009D, as browsers read them (WHATWG Encoding Standard), so nothing is lost.
void append_windows1252(std::string& out, std::string_view bytes);

/// The Windows-1252 bytes of a UTF-8 text; nothing if a character has none.
std::optional<std::string> windows1252_bytes(std::string_view utf8);

/// Turns UTF-16 into UTF-8 piece by piece.
class Utf16Decoder
{
  public:
    explicit Utf16Decoder(bool big_endian) : big_endian_(big_endian) {}

    /// Appends what the bytes stand for; false at a surrogate without its other half.
    bool append(std::string& out, std::string_view bytes);

    /// False while half a character waits for the rest.
    bool complete() const { return !half_unit_ && surrogate_ == 0; }

  private:
    bool append_unit(std::string& out, std::uint32_t unit);

    bool big_endian_;
    std::optional<unsigned char> half_unit_; // the first byte of a pair
    std::uint32_t surrogate_ = 0;            // the first of two surrogates
};

} // namespace crm
