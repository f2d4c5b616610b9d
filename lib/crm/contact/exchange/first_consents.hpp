// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// How it stands with contacts that were made just now, recorded without a look at what may be
/// there already and many at a time: for imports. A flush is needed before anything reads consents,
/// and at the end.
class FirstConsents
{
  public:
    /// What all have in common: where they are from, when they are recorded and by whom.
    FirstConsents(Store& store, std::string source, LocalTime at,
                  std::optional<std::int64_t> staff_id);

    /// Channels of advertising, see check_advertising_channel(); what is said of one must not
    /// contradict itself, and no preferred channel may be among the blocks.
    void add(std::int64_t contact_id, std::span<const std::string> blocks,
             std::span<const std::string> consents);
    void flush();
    /// Forgets what was collected, after a part of the transaction, begun after a flush, was taken
    /// back.
    void forget() { rows_.clear(); }

  private:
    struct Row {
        std::int64_t contact_id = 0;
        std::string_view channel;
        bool blocks = false;
    };
    void add(std::int64_t contact_id, std::span<const std::string> channels, bool blocks);

    Store& store_;
    std::string source_;
    std::string at_;
    std::optional<std::int64_t> staff_id_;
    std::vector<Row> rows_;
};

} // namespace crm
