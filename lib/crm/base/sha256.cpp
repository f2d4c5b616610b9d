// SPDX-License-Identifier: MIT
#include "crm/base/sha256.hpp"

namespace crm
{

std::string_view as_text(const Digest& digest)
{
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::string to_hex(const Digest& digest)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : digest) {
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

Sha256& Sha256::add(std::string_view text)
{
    return add(static_cast<std::int64_t>(text.size())).add_bytes(text);
}

Sha256& Sha256::add(std::int64_t value)
{
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (8 * i));
    sha256_update(&context_, bytes.size(), bytes.data());
    return *this;
}

Sha256& Sha256::add_bytes(std::string_view bytes)
{
    sha256_update(&context_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    return *this;
}

Digest Sha256::finish()
{
    Digest result{};
    sha256_digest(&context_, result.size(), result.data());
    return result;
}

} // namespace crm
