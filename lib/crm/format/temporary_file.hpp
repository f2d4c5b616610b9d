// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace crm
{

/// A private file without a name, in the directory for temporary files. It is gone when this is,
/// also after a crash: what it holds is the company's data.
class TemporaryFile
{
  public:
    /// Throws ErrorKind::io.
    TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile();

    /// A path by which this process can open the file again, as a library may want to.
    std::string path() const;

    /// Throws ErrorKind::io, such as for a full disk.
    void append(std::string_view bytes);

    /// Fills the buffer from there and returns the number of bytes, less only at the file's end.
    /// Throws ErrorKind::io.
    std::size_t read(std::uint64_t offset, std::span<char> buffer) const;

  private:
    int descriptor_;
};

} // namespace crm
