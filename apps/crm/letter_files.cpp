// SPDX-License-Identifier: MIT
#include "crm/letter_files.hpp"

#include "crm/base/error.hpp"

#include <fstream>

namespace crm
{

std::filesystem::path folder_for_files(const std::string& folder)
{
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (!std::filesystem::is_directory(folder))
        throw error(ErrorKind::io, "cannot make the folder '{}'", folder);
    return folder;
}

void write_whole_file(const std::filesystem::path& file, const std::string& content)
{
    std::ofstream out(file, std::ios::binary);
    out << content;
    out.close();
    if (!out)
        throw error(ErrorKind::io, "cannot write '{}'", file.string());
}

void write_letter_files(const std::filesystem::path& folder, const WrittenLetter& letter)
{
    write_whole_file(folder / (letter.file + ".txt"), letter.text);
    write_whole_file(folder / (letter.file + ".html"), letter.html);
}

} // namespace crm
