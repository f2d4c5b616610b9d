// SPDX-License-Identifier: MIT
#include "crm/contact/exchange/first_consents.hpp"

#include "crm/contact/consent.hpp"
#include "crm/store/bulk_rows.hpp"

#include <algorithm>
#include <utility>

namespace crm
{

namespace
{

constexpr std::size_t most_collected = 20'000; // their contacts wait for them in the audit

} // namespace

FirstConsents::FirstConsents(Store& store, std::string source, LocalTime at,
                             std::optional<std::int64_t> staff_id)
    : store_(store), source_(std::move(source)), at_(to_string(at)), staff_id_(staff_id)
{
}

void FirstConsents::add(std::int64_t contact_id, std::span<const std::string> blocks,
                        std::span<const std::string> consents)
{
    add(contact_id, blocks, true);
    add(contact_id, consents, false);
    if (rows_.size() >= most_collected)
        flush();
}

void FirstConsents::add(std::int64_t contact_id, std::span<const std::string> channels, bool blocks)
{
    for (const auto& channel : channels) {
        check_advertising_channel(channel);
        // The list of channels stays, the row does not.
        rows_.push_back({contact_id, *std::ranges::find(advertising_channels(), channel), blocks});
    }
}

void FirstConsents::flush()
{
    const auto value = [this](std::size_t place, int column) -> BulkValue {
        const auto& row = rows_[place];
        switch (column) {
        case 0:
            return row.contact_id;
        case 1:
            return row.channel;
        case 2:
            return row.blocks ? "block" : "allow";
        case 3:
            return std::string_view(at_);
        case 4:
            return std::string_view(source_);
        default:
            return staff_id_ ? BulkValue(*staff_id_) : BulkValue();
        }
    };
    insert_rows(store_, R"sql(
        INSERT INTO consent (contact_id, channel, state, at, source, staff_id)
        SELECT v0, v1, v2, v3, v4, v5 FROM bulk_rows)sql",
                {rows_.size(), value});
    rows_.clear();
    write_audit(store_);
}

} // namespace crm
