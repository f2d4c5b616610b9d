// SPDX-License-Identifier: MIT
#include "crm/output.hpp"

#include "crm/base/error.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace crm
{

namespace
{

constexpr std::size_t buffer_size = 64 * 1024;

[[noreturn]] void fail(const std::string& file)
{
    throw error(ErrorKind::io, "cannot write '{}': {}", file, std::strerror(errno));
}

} // namespace

DescriptorBuffer::DescriptorBuffer(int descriptor, std::string name)
    : descriptor_(descriptor), name_(std::move(name)), buffer_(buffer_size)
{
    setp(buffer_.data(), buffer_.data() + buffer_.size());
}

DescriptorBuffer::~DescriptorBuffer() = default; // what was not synced belongs to a failed run

void DescriptorBuffer::write_all(const char* data, std::size_t size)
{
    while (size > 0) {
        const auto written = ::write(descriptor_, data, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0 && errno == EPIPE)
            throw ClosedPipe{};
        if (written < 0)
            fail(name_);
        data += written;
        size -= static_cast<std::size_t>(written);
    }
}

void DescriptorBuffer::drain()
{
    const auto size = static_cast<std::size_t>(pptr() - pbase());
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    write_all(buffer_.data(), size);
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type c)
{
    drain();
    if (!traits_type::eq_int_type(c, traits_type::eof()))
        sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
}

std::streamsize DescriptorBuffer::xsputn(const char* data, std::streamsize size)
{
    if (size > epptr() - pptr()) {
        drain();
        if (size >= static_cast<std::streamsize>(buffer_.size())) {
            write_all(data, static_cast<std::size_t>(size));
            return size;
        }
    }
    std::memcpy(pptr(), data, static_cast<std::size_t>(size));
    pbump(static_cast<int>(size));
    return size;
}

int DescriptorBuffer::sync()
{
    drain();
    return 0;
}

Output::Output(std::optional<std::string> file) : file_(std::move(file)) {}

Output::~Output()
{
    if (temporary_.empty())
        return;
    ::close(descriptor_);
    ::unlink(temporary_.c_str());
}

void Output::open_file()
{
    struct stat status {
    };
    const bool exists = ::stat(file_->c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode))
        throw error(ErrorKind::io, "cannot write '{}': it is a directory", *file_);
    if (exists && !S_ISREG(status.st_mode)) { // /dev/null, a pipe: nothing to replace
        descriptor_ = ::open(file_->c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor_ < 0)
            fail(*file_);
        return;
    }
    auto pattern = *file_ + ".XXXXXX";
    descriptor_ = ::mkostemp(pattern.data(), O_CLOEXEC);
    if (descriptor_ < 0)
        fail(*file_);
    temporary_ = pattern;
    // Who may read the old file may read the new one; a first one follows the umask.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor_, exists ? status.st_mode & 07777 : 0666 & ~mask);
}

std::ostream& Output::stream()
{
    if (stream_)
        return *stream_;
    if (!file_)
        descriptor_ = STDOUT_FILENO;
    else if (descriptor_ < 0)
        open_file();
    buffer_.emplace(descriptor_, file_.value_or("standard output"));
    stream_.emplace(&*buffer_);
    stream_->exceptions(std::ios::badbit); // lets the buffer's own exceptions through
    return *stream_;
}

void Output::check()
{
    if (file_ && descriptor_ < 0)
        open_file();
}

void Output::commit()
{
    if (!stream_)
        return;
    stream_->flush();
    if (temporary_.empty())
        return;
    if (::fsync(descriptor_) != 0 || ::rename(temporary_.c_str(), file_->c_str()) != 0)
        fail(*file_);
    ::close(descriptor_);
    temporary_.clear();
}

} // namespace crm
