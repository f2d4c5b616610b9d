// SPDX-License-Identifier: MIT
#include "crm/new_files.hpp"

#include "crm/base/error.hpp"
#include "crm/base/utf8.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace crm
{

namespace
{

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& file)
{
    throw error(ErrorKind::io, "cannot write '{}': {}", file.string(), std::strerror(errno));
}

[[noreturn]] void refuse(const fs::path& file)
{
    throw error(ErrorKind::rejected, "'{}' is there already", file.string())
        .with_hint("give a folder without such files: nothing is overwritten");
}

/// Letters of any script, digits and a few signs; no path, no hidden file.
std::string file_name(std::string_view stem)
{
    std::string name;
    for (const char c : stem) {
        const bool plain = is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' ||
                           (c == '.' && !name.empty()) || byte(c) >= 0x80;
        name += plain ? c : '_';
    }
    return name.empty() ? "_" : name;
}

void write_bytes(const fs::path& file, std::string_view bytes)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0)
        fail(file);
    while (!bytes.empty()) {
        const auto size = ::write(descriptor, bytes.data(), bytes.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0) {
            ::close(descriptor);
            fail(file);
        }
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
    if (::close(descriptor) != 0)
        fail(file);
}

/// Renames a file unless something has come to its place meanwhile.
void place(const fs::path& from, const fs::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return;
    // Some file systems cannot look and rename in one step.
    const bool cannot = errno == EINVAL || errno == ENOSYS;
    if (errno == EEXIST || (cannot && fs::exists(fs::symlink_status(to))))
        refuse(to);
    if (!cannot || ::rename(from.c_str(), to.c_str()) != 0)
        fail(to);
}

} // namespace

NewFiles::NewFiles(fs::path folder) : folder_(std::move(folder))
{
    std::error_code failure;
    made_folder_ = fs::create_directory(folder_, failure);
    if (failure)
        throw error(ErrorKind::io, "cannot make the folder '{}': {}", folder_.string(),
                    failure.message());
}

NewFiles::~NewFiles()
{
    for (const auto& file : waiting_)
        ::unlink(file.written.c_str());
    for (const auto& file : placed_)
        ::unlink(file.c_str());
    if (made_folder_)
        ::rmdir(folder_.c_str()); // which succeeds only if nothing is in it
}

fs::path NewFiles::add(std::string_view stem, std::string_view ending, std::string_view bytes)
{
    const auto wanted = file_name(stem);
    auto name = wanted;
    for (int next = 2; !names_.insert(name).second; ++next)
        name = wanted + '-' + std::to_string(next);
    File file{folder_ / fmt::format(".{}.{}.part", name, ::getpid()),
              folder_ / name.append(ending)};
    if (fs::exists(fs::symlink_status(file.place)))
        refuse(file.place);
    waiting_.push_back(file); // before it is there: a part of it goes away again, too
    write_bytes(file.written, bytes);
    return file.place;
}

void NewFiles::commit()
{
    // Everything is on the disk before the first name says so.
    if (const int descriptor = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        descriptor >= 0) {
        const bool safe = ::syncfs(descriptor) == 0;
        ::close(descriptor);
        if (!safe)
            fail(folder_);
    }
    for (const auto& file : waiting_) {
        place(file.written, file.place);
        placed_.push_back(file.place);
    }
    waiting_.clear();
}

} // namespace crm
