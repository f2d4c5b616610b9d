// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/permission.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace crm
{

/// The letter boxes of companies, and of people at home, who object; see letter_box().
///
/// For a short list they are looked up by name, for a long one all are read at once: also when a
/// list that should have been short has taken as long.
class ObjectedBoxes
{
  public:
    /// Of the list that they are looked up for.
    enum class Length { short_list, long_list };

    /// `home` is the country of an address that names none; addresses are those of the day.
    ObjectedBoxes(Store& store, Permissions& permissions, std::string_view home, Date day,
                  Length length);

    /// Whether any of them may be a person's.
    [[nodiscard]] bool of_people() const { return of_people_; }
    /// Who objects and has the box, under the name that it was made of; 0 if nobody does.
    std::int64_t owner(ContactKind kind, std::string_view name, const std::string& box);

  private:
    using OwnerByBox = std::unordered_map<std::string, std::int64_t>;

    /// Adds the boxes of all who have the name, once.
    void look_up(ContactKind kind, const std::string& name_key);
    void read_all();
    /// Adds the box of a contact who objects.
    void add(const Statement& contact);
    OwnerByBox& boxes_of(ContactKind kind);
    /// Where letters to a contact go.
    std::string place_of(const Statement& contact);

    Store& store_;
    Permissions& permissions_;
    std::string home_;
    Date day_;
    bool of_people_;
    Statement namesakes_;
    Statement contact_;
    std::int64_t looked_up_ = 0;                    ///< contacts
    std::int64_t many_;                             ///< of them: from then on all are read
    std::unordered_set<std::string> company_names_; ///< that were looked up
    std::unordered_set<std::string> people_names_;
    bool all_read_ = false;
    OwnerByBox companies_;
    OwnerByBox people_;
};

} // namespace crm
