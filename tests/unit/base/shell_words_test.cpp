// SPDX-License-Identifier: MIT
#include "crm/base/shell_words.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("words are written as a shell reads them")
{
    CHECK(shell_word("--tag") == "--tag");
    CHECK(shell_word("Köln") == "Köln");
    CHECK(shell_word("10%") == "10%");
    CHECK(shell_word("10*") == "'10*'");
    CHECK(shell_word("Bad Homburg") == "'Bad Homburg'");
    CHECK(shell_word("") == "''");
    CHECK(shell_word("O'Neill") == R"('O'\''Neill')");
    CHECK(shell_word("$(rm)") == "'$(rm)'");
}

TEST_CASE("and read back")
{
    const std::vector<std::string> words = {
        "--where", "name = 'O''Neill' \\ \"x\"", "", "a\nb", "'", "\\", "Straße 5", "10*"};
    std::string text;
    for (const auto& word : words)
        text += " " + shell_word(word) + " ";
    CHECK(shell_words(text) == words);
    CHECK(shell_words("").empty());
    CHECK(shell_words("  ").empty());
}

} // namespace crm::test
