// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace crm
{

/// A file in the making. It grows in a private folder beside its target, together with whatever
/// SQLite keeps beside it, and appears under its name in one step, whole, replacing nothing. What
/// was not published is removed; a killed process leaves the folder, never half a file.
class NewFile
{
  public:
    /// Throws rejected when the target exists, io when its folder cannot be written.
    explicit NewFile(std::filesystem::path target);
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile();

    /// Where to write; nothing is there yet.
    [[nodiscard]] std::filesystem::path path() const { return folder_ / "file"; }
    /// Brings the content to the disk and gives it its name. Throws rejected when somebody else has
    /// made the target meanwhile, io when the disk fails.
    void publish();

  private:
    std::filesystem::path target_;
    std::filesystem::path folder_;
};

/// Throws rejected when there is something of that name.
void refuse_existing(const std::filesystem::path& file);

/// Brings a file, or the names in a folder, to the disk. Throws io.
void sync_to_disk(const std::filesystem::path& path);

} // namespace crm
