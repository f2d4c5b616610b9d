// SPDX-License-Identifier: MIT
#include "crm/format/charset.hpp"

#include "crm/base/text.hpp"
#include "crm/format/encoding.hpp"

#include <array>
#include <iconv.h>
#include <optional>

namespace crm
{

namespace
{

class Converter
{
  public:
    explicit Converter(const std::string& charset)
        : handle_(iconv_open("UTF-8", charset.c_str())) // loads what it needs: not for common sets
    {
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter()
    {
        if (known())
            iconv_close(handle_);
    }

    [[nodiscard]] bool known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

    /// Nothing if the bytes are no text of the set.
    std::optional<std::string> convert(std::string_view bytes)
    {
        std::string text;
        std::array<char, 4096> block;
        auto* in = const_cast<char*>(bytes.data()); // iconv's signature is older than const
        auto left = bytes.size();
        while (left > 0) {
            auto* out = block.data();
            auto room = block.size();
            const auto result = iconv(handle_, &in, &left, &out, &room);
            text.append(block.data(), block.size() - room);
            if (result == static_cast<std::size_t>(-1) && room == block.size())
                return std::nullopt;
        }
        return text;
    }

  private:
    iconv_t handle_;
};

bool is_latin(std::string_view charset)
{
    // Mail programs declare ISO-8859-1 and write Windows-1252 (WHATWG Encoding Standard).
    return charset == "iso-8859-1" || charset == "windows-1252" || charset == "latin1" ||
           charset == "cp1252";
}

std::string guessed(std::string_view bytes)
{
    std::string text;
    if (is_utf8(bytes))
        text = bytes;
    else
        append_windows1252(text, bytes);
    return text;
}

std::string converted(std::string_view bytes, const std::string& charset)
{
    if (charset.empty() || charset == "us-ascii" || charset == "utf-8" || charset == "utf8")
        return guessed(bytes);
    if (is_latin(charset)) {
        std::string text;
        append_windows1252(text, bytes);
        return text;
    }
    Converter converter(charset);
    auto text = converter.known() ? converter.convert(bytes) : std::nullopt;
    return text ? *text : guessed(bytes);
}

} // namespace

std::string from_charset(std::string_view bytes, std::string_view charset)
{
    auto text = converted(bytes, lower(trim(charset)));
    std::erase(text, '\0');
    return text;
}

} // namespace crm
