// SPDX-License-Identifier: MIT
#include "tests/cli/story.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace crm::transcript
{

namespace
{

bool is_exit_code(const std::string& line)
{
    return line.size() > 2 && line.front() == '[' && line.back() == ']' &&
           std::all_of(line.begin() + 1, line.end() - 1,
                       [](char c) { return c >= '0' && c <= '9'; });
}

/// Takes a transcript line by line.
class StoryReader
{
  public:
    explicit StoryReader(bool prose) { story_.indent = prose ? "    " : ""; }

    void take(const std::string& line)
    {
        if (line == "# needs shared data")
            story_.needs_shared_data = true;
        const bool inside = line.starts_with(story_.indent);
        const auto text = inside ? line.substr(story_.indent.size()) : "";
        if (line.starts_with("% ") && !story_.indent.empty())
            begin_step(line.substr(2), false);
        else if (inside && text.starts_with("$ "))
            begin_step(text.substr(2), true);
        else if (!in_step_ || (line.empty() && story_.indent.empty()))
            between_.push_back(line);
        else if (line.empty()) // in prose a block may have blank lines
            between_.push_back(line);
        else if (!inside || text.starts_with("# ") || text == "#")
            leave_step(line);
        else
            take_result(text);
    }

    Story result() &&
    {
        story_.after = std::move(between_);
        return std::move(story_);
    }

  private:
    void begin_step(const std::string& command, bool shown)
    {
        Step step;
        step.before = std::move(between_);
        step.command = command;
        step.shown = shown;
        between_.clear();
        story_.steps.push_back(std::move(step));
        in_step_ = shown;
        has_result_ = false;
    }

    void leave_step(const std::string& line)
    {
        between_.push_back(line);
        in_step_ = false;
    }

    void take_result(const std::string& text)
    {
        auto& step = story_.steps.back();
        if (text.starts_with("> ") && !has_result_) {
            step.command += '\n' + text.substr(2);
            return;
        }
        has_result_ = true;
        if (is_exit_code(text))
            step.code = std::stoi(text.substr(1));
        else if (text == "!" || text.starts_with("! "))
            step.err.push_back(text.substr(std::min<std::size_t>(2, text.size())));
        else {
            // Blank lines between two lines of output belong to it.
            step.out.insert(step.out.end(), between_.begin(), between_.end());
            between_.clear();
            step.out.push_back(text);
        }
    }

    Story story_;
    std::vector<std::string> between_;
    bool in_step_ = false;
    bool has_result_ = false;
};

} // namespace

Story read_story(const std::string& file)
{
    std::ifstream in(file);
    if (!in)
        throw std::runtime_error("cannot read " + file);
    StoryReader reader(file.ends_with(".md"));
    for (std::string line; std::getline(in, line);)
        reader.take(line);
    return std::move(reader).result();
}

std::string to_text(const Story& story)
{
    std::string text;
    const auto add = [&](const std::string& line) {
        text += (line.empty() ? "" : story.indent + line) + '\n';
    };
    for (const auto& step : story.steps) {
        for (const auto& line : step.before)
            text += line + '\n';
        if (!step.shown) {
            text += "% " + step.command + '\n';
            continue;
        }
        std::string command = "$ " + step.command;
        for (std::size_t at = 0; (at = command.find('\n', at)) != std::string::npos; at += 3)
            command.replace(at, 1, '\n' + story.indent + "> ");
        add(command);
        for (const auto& line : step.out)
            add(line);
        for (const auto& line : step.err)
            add(line.empty() ? "!" : "! " + line);
        if (step.code != 0)
            add('[' + std::to_string(step.code) + ']');
    }
    for (const auto& line : story.after)
        text += line + '\n';
    return text;
}

bool matches(const std::string& expected, const std::string& actual)
{
    constexpr const char* anything = "<…>";
    const auto hole = expected.find(anything);
    if (hole == std::string::npos)
        return expected == actual;
    if (actual.compare(0, hole, expected, 0, hole) != 0)
        return false;
    const auto rest = expected.substr(hole + std::string(anything).size());
    for (std::size_t at = hole; at <= actual.size(); ++at)
        if (matches(rest, actual.substr(at)))
            return true;
    return false;
}

std::string difference(const std::vector<std::string>& expected,
                       const std::vector<std::string>& actual)
{
    // What is the same at both ends is context; the middle is shown as it should be and as it is.
    std::size_t first = 0;
    while (first < expected.size() && first < actual.size() &&
           matches(expected[first], actual[first]))
        ++first;
    std::size_t same_end = 0;
    while (same_end + first < expected.size() && same_end + first < actual.size() &&
           matches(expected[expected.size() - 1 - same_end], actual[actual.size() - 1 - same_end]))
        ++same_end;
    if (first + same_end == expected.size() && first + same_end == actual.size())
        return "";
    std::string text;
    for (std::size_t i = first > 2 ? first - 2 : 0; i < first; ++i)
        text += "  " + actual[i] + '\n';
    for (std::size_t i = first; i < expected.size() - same_end; ++i)
        text += "- " + expected[i] + '\n';
    for (std::size_t i = first; i < actual.size() - same_end; ++i)
        text += "+ " + actual[i] + '\n';
    const auto end = actual.size() - same_end;
    for (std::size_t i = end; i < actual.size() && i < end + 2; ++i)
        text += "  " + actual[i] + '\n';
    return text;
}

} // namespace crm::transcript
