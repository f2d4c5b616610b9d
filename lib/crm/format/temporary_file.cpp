// SPDX-License-Identifier: MIT
#include "crm/format/temporary_file.hpp"

#include "crm/base/error.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <unistd.h>

namespace crm
{

namespace
{

Error failure(const std::string& path)
{
    return error(ErrorKind::io, "temporary file '{}': {}", path,
                 std::generic_category().message(errno));
}

std::string pattern()
{
    std::error_code none;
    const auto directory = std::filesystem::temp_directory_path(none);
    return (none ? std::filesystem::path("/tmp") : directory) / "crm-XXXXXX";
}

} // namespace

TemporaryFile::TemporaryFile()
{
    auto name = pattern();
    descriptor_ = ::mkstemp(name.data());
    if (descriptor_ < 0)
        throw failure(name);
    ::unlink(name.c_str());
}

TemporaryFile::~TemporaryFile()
{
    ::close(descriptor_);
}

std::string TemporaryFile::path() const
{
    return fmt::format("/dev/fd/{}", descriptor_);
}

void TemporaryFile::append(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            throw failure(path());
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
}

std::size_t TemporaryFile::read(std::uint64_t offset, std::span<char> buffer) const
{
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const auto count = ::pread(descriptor_, buffer.data() + filled, buffer.size() - filled,
                                   static_cast<off_t>(offset + filled));
        if (count < 0 && errno != EINTR)
            throw failure(path());
        if (count == 0)
            break;
        filled += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
    return filled;
}

} // namespace crm
