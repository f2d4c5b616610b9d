// SPDX-License-Identifier: MIT
#pragma once

#include <nettle/sha2.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace crm
{

using Digest = std::array<std::uint8_t, 32>;

/// The digest's bytes, as databases hold them.
std::string_view as_text(const Digest& digest);
/// In hexadecimal, 64 small letters and digits.
std::string to_hex(const Digest& digest);

/// SHA-256 (FIPS 180-4) over values, each with its length before it, so that no two lists of values
/// look the same.
class Sha256
{
  public:
    Sha256() { sha256_init(&context_); }
    Sha256& add(std::string_view text);
    Sha256& add(std::int64_t value);
    /// Just the bytes, as sha256sum(1) reads a file.
    Sha256& add_bytes(std::string_view bytes);
    Digest finish();

  private:
    sha256_ctx context_{};
};

} // namespace crm
