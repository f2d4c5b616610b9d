// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/item_letter.hpp"

#include <filesystem>
#include <string>

namespace crm
{

// Folders that letters are written into.

/// Makes the folder if it is not there. Throws io.
std::filesystem::path folder_for_files(const std::string& folder);

/// Throws io.
void write_whole_file(const std::filesystem::path& file, const std::string& content);

/// A letter as text and as a page.
void write_letter_files(const std::filesystem::path& folder, const WrittenLetter& letter);

} // namespace crm
