// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace crm::transcript
{

/// One command of a transcript and what it is to print.
struct Step {
    std::vector<std::string> before; ///< lines above it that are not compared: comments, prose
    std::string command;             ///< for /bin/sh, may have several lines
    std::vector<std::string> out;
    std::vector<std::string> err;
    int code = 0;
    bool shown = true; ///< false for `% command`: prepares a story, prints nothing, succeeds
};

struct Story {
    std::vector<Step> steps;
    std::vector<std::string> after; ///< what follows the last step
    bool needs_shared_data = false;
    std::string indent; ///< before each line of a step: four blanks in prose, nothing in a .txt
};

/// Reads a transcript. In a file whose name ends in `.md` only blocks that are indented by four
/// blanks and begin with `$ ` count; everything else is prose.
Story read_story(const std::string& file);

/// The story as text again.
std::string to_text(const Story& story);

/// Whether a line is as expected: `<…>` stands for any characters.
bool matches(const std::string& expected, const std::string& actual);

/// Expected lines that differ from the actual ones, like a unified diff; empty if there are none.
std::string difference(const std::vector<std::string>& expected,
                       const std::vector<std::string>& actual);

} // namespace crm::transcript
