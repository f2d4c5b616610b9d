// SPDX-License-Identifier: MIT
#include "crm/store/audit_parts.hpp"

#include "crm/base/json_text.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr std::array<AuditPart, 8> parts = {{
    {"consent", "contact_id", "contact"},
    {"order_line", "order_id", "order_head"},
    {"order_confirmation", "order_id", "order_head"},
    {"delivery", "order_id", "order_head"},
    {"delivery_line", "delivery_id", "delivery"},
    {"movement", "delivery_line_id", "delivery_line"},
    {"document_line", "document_id", "document"},
    {"document_tax", "document_id", "document"},
}};

/// The parts of each change, one after the other.
class PartLists
{
  public:
    explicit PartLists(const AuditChanges& changes)
        : changes_(changes), first_(changes.size(), none), last_(first_), next_(first_)
    {
        for (std::size_t place = 0; place < changes.size(); ++place) {
            const auto whole = changes[place].whole;
            if (whole == AuditChanges::alone)
                continue;
            (first_[whole] == none ? first_[whole] : next_[last_[whole]]) = place;
            last_[whole] = place;
        }
    }

    [[nodiscard]] bool has_parts(std::size_t whole) const { return first_[whole] != none; }

    /// Adds the parts of a change to its values, table by table in the order of the first of each.
    void append(std::size_t whole, std::string& json)
    {
        done_.clear();
        for (auto place = first_[whole]; place != none; place = next_[place])
            if (std::ranges::find(done_, changes_[place].table) == done_.end())
                append_table(place, json);
    }

  private:
    static constexpr auto none = AuditChanges::alone;

    void append_table(std::size_t place, std::string& json)
    {
        const auto& first = changes_[place];
        done_.push_back(first.table);
        json += ',';
        append_json_string(json, first.table);
        json.append(":[").append(first.columns);
        for (; place != none; place = next_[place])
            if (changes_[place].table == first.table)
                json.append(",").append(changes_.after(changes_[place]));
        json += ']';
    }

    const AuditChanges& changes_;
    std::vector<std::size_t> first_, last_, next_;
    std::vector<std::string_view> done_;
};

} // namespace

const AuditPart* audit_part(std::string_view table)
{
    const auto* found = std::ranges::find(parts, table, &AuditPart::table);
    return found == parts.end() ? nullptr : found;
}

AuditChanges with_parts(const AuditChanges& changes)
{
    PartLists lists(changes);
    AuditChanges joined;
    std::string after;
    for (std::size_t place = 0; place < changes.size(); ++place) {
        const auto& change = changes[place];
        if (change.whole != AuditChanges::alone)
            continue;
        after = changes.after(change);
        if (lists.has_parts(place)) {
            after.pop_back();
            lists.append(place, after);
            after += '}';
        }
        joined.add(change, changes.before(change), after);
    }
    return joined;
}

} // namespace crm
