// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/employment.hpp"
#include "crm/contact/filter.hpp"
#include "crm/format/cell.hpp"

#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace crm
{

/// Everything that is held of contacts, in the columns that an import reads: those of cli.md 3,
/// then, where any contact has one, own fields, further addresses, and what else an employment or a
/// staff member has. A person has a row for each present employment, the main one first. Memory is
/// flat.
class ContactExport
{
  public:
    ContactExport(Store& store, ContactFilter filter, Date today);

    [[nodiscard]] const std::vector<ColumnInfo>& columns() const { return columns_; }

    /// Hands each row's cells, in the order of the columns, to `use`, until that returns false.
    /// They are valid until it returns. Contacts come in the order of their numbers.
    void run(const std::function<bool(std::span<const Cell>)>& use);

  private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1); ///< a column not in use
    struct StaffMember {
        std::string code, extension, deputy;
    };

    void add_columns_in_use();
    void load_staff();
    std::size_t place_of(std::string_view key) const;
    void read_contact(const Statement& query);
    void read_details(std::int64_t contact_id);
    void put_consents(std::int64_t contact_id);
    void put_staff(const StaffMember* member);
    void put_employment(const Employment& work);
    std::vector<Employment> jobs_of(std::int64_t contact_id) const;
    void put(std::size_t place, Cell cell);

    Store& store_;
    ContactFilter filter_;
    Date today_;
    std::vector<ColumnInfo> columns_;
    std::unordered_map<std::string, std::size_t> places_;
    std::unordered_map<std::int64_t, StaffMember> staff_;
    bool has_tags_ = false;
    bool has_notes_ = false;
    bool has_consents_ = false;
    bool has_own_fields_ = false;
    bool has_addresses_ = false;
    std::vector<std::size_t> field_places_; ///< by fields()
    std::vector<Cell> cells_;               ///< of the row being made
    std::string functions_;                 ///< its list of responsibilities
    std::string tags_;
    std::string blocks_; ///< channels
    std::string consents_;
};

} // namespace crm
