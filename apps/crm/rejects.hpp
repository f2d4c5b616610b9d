// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/vcard.hpp"
#include "crm/output.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// The rows that an import rejects, as a CSV file that can be mended and imported again: the
/// columns of the original, then `line` and `reason`. The file is made with its first row.
class RejectedRows
{
  public:
    RejectedRows(std::optional<std::string> file, std::vector<std::string> header);

    void add(const std::vector<std::string_view>& cells, std::int64_t line,
             std::string_view reason);
    /// Gives the file its name, also if the import itself changed nothing.
    void finish() { output_.commit(); }

  private:
    bool wanted_;
    bool begun_ = false;
    std::vector<std::string> header_;
    Output output_;
};

/// The same for an address book: the cards, each with its reason in X-CRM-REASON.
class RejectedCards
{
  public:
    explicit RejectedCards(std::optional<std::string> file)
        : wanted_(file.has_value()), output_(std::move(file))
    {
    }

    void add(VCard card, std::string_view reason);
    void finish() { output_.commit(); }

  private:
    bool wanted_;
    Output output_;
};

} // namespace crm
