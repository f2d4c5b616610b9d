// SPDX-License-Identifier: MIT
#include "crm/prose.hpp"

#include "crm/base/error.hpp"

namespace crm
{

namespace
{

constexpr std::string_view indent = "    ";

using Kind = ProseBlock::Kind;

/// Takes one line after the other.
class ProseReader
{
  public:
    void take(const std::string& line)
    {
        if (line.starts_with("% ")) // prepares the examples, is not shown
            return;
        if (line.starts_with("## "))
            sections_.push_back({line.substr(3), true, {}});
        else if (line.starts_with("# "))
            sections_.push_back({line.substr(2), false, {}});
        else if (line.empty())
            ++blank_lines_;
        else
            take_text(line);
        if (!line.empty())
            blank_lines_ = 0;
    }

    std::vector<ProseSection> result() && { return std::move(sections_); }

  private:
    void take_text(const std::string& line)
    {
        if (sections_.empty())
            throw error(ErrorKind::rejected, "'{}' stands before the first heading", line);
        auto& blocks = sections_.back().blocks;
        const bool goes_on = !blocks.empty() && blank_lines_ == 0;
        if (line.starts_with(indent)) {
            const auto text = line.substr(indent.size());
            if (!blocks.empty() && blocks.back().kind == Kind::example)
                blocks.back().text += std::string(blank_lines_ + 1, '\n') + text;
            else
                blocks.push_back({Kind::example, text});
        } else if (line.starts_with("- "))
            blocks.push_back({Kind::item, line.substr(2)});
        else if (goes_on && blocks.back().kind != Kind::example)
            blocks.back().text += '\n' + line.substr(line.find_first_not_of(' '));
        else
            blocks.push_back({Kind::paragraph, line});
    }

    std::vector<ProseSection> sections_;
    std::size_t blank_lines_ = 1;
};

} // namespace

std::vector<ProseSection> read_prose(std::istream& in)
{
    ProseReader reader;
    for (std::string line; std::getline(in, line);)
        reader.take(line);
    return std::move(reader).result();
}

} // namespace crm
