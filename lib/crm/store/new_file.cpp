// SPDX-License-Identifier: MIT
#include "crm/store/new_file.hpp"

#include "crm/base/error.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace crm
{

namespace
{

[[noreturn]] void fail(const char* action, const std::filesystem::path& file)
{
    if (errno == EEXIST)
        throw error(ErrorKind::rejected, "'{}' exists already", file.string())
            .with_hint("choose another file, or move this one away");
    throw error(ErrorKind::io, "cannot {} '{}': {}", action, file.string(), std::strerror(errno));
}

/// For file systems without renameat2: takes the name first, then replaces what it took it with.
void rename_onto_placeholder(const std::filesystem::path& from, const std::filesystem::path& to)
{
    const int handle = ::open(to.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (handle < 0)
        fail("create", to);
    ::close(handle);
    if (::rename(from.c_str(), to.c_str()) != 0)
        fail("create", to);
}

} // namespace

void sync_to_disk(const std::filesystem::path& path)
{
    const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = handle >= 0 && ::fsync(handle) == 0;
    const int reason = errno;
    if (handle >= 0)
        ::close(handle);
    errno = reason;
    if (!done)
        fail("write", path);
}

void refuse_existing(const std::filesystem::path& file)
{
    std::error_code ignored; // what cannot be looked at cannot be created either, which says why
    errno = EEXIST;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, ignored)))
        fail("create", file);
}

NewFile::NewFile(std::filesystem::path target) : target_(std::move(target))
{
    refuse_existing(target_);
    auto pattern = target_.string() + ".XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr)
        fail("create", target_);
    folder_ = pattern;
}

NewFile::~NewFile()
{
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void NewFile::publish()
{
    sync_to_disk(path());
    if (::renameat2(AT_FDCWD, path().c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno != EINVAL && errno != ENOSYS)
            fail("create", target_);
        rename_onto_placeholder(path(), target_);
    }
    sync_to_disk(target_.has_parent_path() ? target_.parent_path() : std::filesystem::path("."));
}

} // namespace crm
