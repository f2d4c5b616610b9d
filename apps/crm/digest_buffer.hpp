// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/sha256.hpp"

#include <ostream>
#include <streambuf>
#include <string>

namespace crm
{

/// Passes everything on to another stream and keeps the SHA-256 of it.
class DigestBuffer : public std::streambuf
{
  public:
    explicit DigestBuffer(std::ostream& target) : target_(target) {}

    /// Of all that was written, in hexadecimal; nothing may be written afterwards.
    std::string checksum() { return to_hex(sha256_.finish()); }

  protected:
    int_type overflow(int_type c) override
    {
        const auto byte = traits_type::to_char_type(c);
        return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
    }

    std::streamsize xsputn(const char* data, std::streamsize size) override
    {
        sha256_.add_bytes({data, static_cast<std::size_t>(size)});
        return target_.rdbuf()->sputn(data, size);
    }

  private:
    std::ostream& target_;
    Sha256 sha256_;
};

} // namespace crm
