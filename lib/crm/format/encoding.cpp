// SPDX-License-Identifier: MIT
#include "crm/format/encoding.hpp"

#include "crm/base/error.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace crm
{
namespace
{

struct EncodingName {
    Encoding encoding;
    const char* name;
};

constexpr std::array encoding_names{
    EncodingName{Encoding::automatic, "auto"},
    EncodingName{Encoding::utf8, "utf-8"},
    EncodingName{Encoding::utf16, "utf-16"},
    EncodingName{Encoding::windows1252, "windows-1252"},
};

/// What the bytes 0x80 to 0x9F mean in Windows-1252; all others mean the code point of their value.
constexpr std::array<std::uint16_t, 32> windows1252_high{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void append_code_point(std::string& out, std::uint32_t code)
{
    const auto tail = [&](unsigned shift) {
        out += static_cast<char>(0x80U | ((code >> shift) & 0x3FU));
    };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        tail(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0U | (code >> 12U));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | (code >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

/// The byte of a code point below U+10000 that is not ASCII, if Windows-1252 has one.
std::optional<char> windows1252_byte(std::uint32_t code)
{
    if (code >= 0xA0 && code <= 0xFF) {
        return static_cast<char>(code);
    }
    const auto found = std::ranges::find(windows1252_high, code);
    if (found == windows1252_high.end()) {
        return std::nullopt;
    }
    return static_cast<char>(0x80 + (found - windows1252_high.begin()));
}

} // namespace

Encoding parse_encoding(std::string_view text)
{
    std::string choices;
    for (const auto& [encoding, name] : encoding_names) {
        if (text == name) {
            return encoding;
        }
        choices += (choices.empty() ? "" : ", ") + std::string(name);
    }
    throw error(ErrorKind::usage, "unknown encoding '{}'", text).with_hint("one of: {}", choices);
}

const char* to_string(Encoding encoding)
{
    return std::ranges::find(encoding_names, encoding, &EncodingName::encoding)->name;
}

std::size_t ascii_prefix(std::string_view text)
{
    constexpr std::size_t step = 4 * sizeof(std::uint64_t);
    std::size_t at = 0;
    for (; at + step <= text.size(); at += step) {
        std::array<std::uint64_t, 4> words;
        std::memcpy(words.data(), text.data() + at, step);
        if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080U) != 0) {
            break;
        }
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) {
        ++at;
    }
    return at;
}

bool Utf8Checker::begin(unsigned char lead)
{
    low_ = 0x80;
    high_ = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        missing_ = 1;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        missing_ = 2;
        low_ = lead == 0xE0 ? 0xA0 : 0x80;  // overlong
        high_ = lead == 0xED ? 0x9F : 0xBF; // surrogates
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        missing_ = 3;
        low_ = lead == 0xF0 ? 0x90 : 0x80;  // overlong
        high_ = lead == 0xF4 ? 0x8F : 0xBF; // past U+10FFFF
    } else {
        return false;
    }
    return true;
}

bool Utf8Checker::accept(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (missing_ == 0) {
            at += ascii_prefix(bytes.substr(at));
            if (at == bytes.size()) {
                break;
            }
            start_ = seen_ + at;
            if (!begin(static_cast<unsigned char>(bytes[at]))) {
                return false;
            }
            continue;
        }
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte < low_ || byte > high_) {
            return false;
        }
        low_ = 0x80;
        high_ = 0xBF;
        --missing_;
    }
    seen_ += bytes.size();
    return true;
}

bool is_utf8(std::string_view text)
{
    Utf8Checker checker;
    return checker.accept(text) && checker.complete();
}

void append_windows1252(std::string& out, std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t plain = ascii_prefix(bytes);
        out.append(bytes.substr(0, plain));
        bytes.remove_prefix(plain);
        if (!bytes.empty()) {
            const auto byte = static_cast<unsigned char>(bytes.front());
            append_code_point(out, byte < 0xA0 ? windows1252_high[byte - 0x80U] : byte);
            bytes.remove_prefix(1);
        }
    }
}

std::optional<std::string> windows1252_bytes(std::string_view utf8)
{
    std::string bytes;
    while (!utf8.empty()) {
        const std::size_t plain = ascii_prefix(utf8);
        bytes.append(utf8.substr(0, plain));
        utf8.remove_prefix(plain);
        if (utf8.empty()) {
            break;
        }
        const auto bits = [&](std::size_t at) {
            return static_cast<std::uint32_t>(utf8[at]) & 0x3FU;
        };
        const auto lead = static_cast<unsigned char>(utf8.front());
        const std::size_t length = lead < 0xE0 ? 2 : 3; // no character of four bytes has one
        if (lead >= 0xF0 || utf8.size() < length) {
            return std::nullopt;
        }
        const std::uint32_t code = length == 2 ? (lead & 0x1FU) << 6U | bits(1)
                                               : (lead & 0x0FU) << 12U | bits(1) << 6U | bits(2);
        const auto byte = windows1252_byte(code);
        if (!byte) {
            return std::nullopt;
        }
        bytes += *byte;
        utf8.remove_prefix(length);
    }
    return bytes;
}

bool Utf16Decoder::append_unit(std::string& out, std::uint32_t unit)
{
    const bool first_half = unit >= 0xD800 && unit <= 0xDBFF;
    const bool second_half = unit >= 0xDC00 && unit <= 0xDFFF;
    if (second_half != (surrogate_ != 0)) {
        return false;
    }
    if (first_half) {
        surrogate_ = unit;
    } else if (second_half) {
        append_code_point(out, 0x10000 + ((surrogate_ - 0xD800) << 10U) + (unit - 0xDC00));
        surrogate_ = 0;
    } else {
        append_code_point(out, unit);
    }
    return true;
}

bool Utf16Decoder::append(std::string& out, std::string_view bytes)
{
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (!half_unit_) {
            half_unit_ = byte;
            continue;
        }
        const std::uint32_t high = big_endian_ ? *half_unit_ : byte;
        const std::uint32_t low = big_endian_ ? byte : *half_unit_;
        half_unit_.reset();
        if (!append_unit(out, high << 8U | low)) {
            return false;
        }
    }
    return true;
}

} // namespace crm
