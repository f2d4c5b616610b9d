// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// Files that are made together: all of them or, if the run fails, none. They are written beside
/// their places, as what nobody takes for one of them, and put there at the end; what is there
/// already is never touched.
class NewFiles
{
  public:
    /// Makes the folder if it is missing. Throws io.
    explicit NewFiles(std::filesystem::path folder);
    NewFiles(const NewFiles&) = delete;
    NewFiles& operator=(const NewFiles&) = delete;
    ~NewFiles();

    /// Writes a file called `stem` with `ending`; what no file should be called becomes '_', and a
    /// name that is taken in this run gets a number. Returns its path. Throws rejected if such a
    /// file is there already, io when it cannot be written.
    std::filesystem::path add(std::string_view stem, std::string_view ending,
                              std::string_view bytes);
    /// Puts all files in their places. Throws rejected if one has appeared there meanwhile, io.
    void commit();
    /// From here on the files stay, whatever comes.
    void keep() { placed_.clear(); }

  private:
    struct File {
        std::filesystem::path written;
        std::filesystem::path place;
    };

    std::filesystem::path folder_;
    bool made_folder_ = false;
    std::vector<File> waiting_;
    std::vector<std::filesystem::path> placed_;
    std::set<std::string> names_;
};

} // namespace crm
