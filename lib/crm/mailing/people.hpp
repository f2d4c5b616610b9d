// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace crm
{

/// Somebody who works at a company.
struct Employee {
    std::int64_t id = 0;
    std::string number;
    std::string name;
    std::string salutation;
    std::string title;
    std::string given_name;
    std::string family_name;
    std::string language;
    std::string department;
    std::string phone; ///< at work, else the own; several are joined by ';'
    std::string email;
    std::string manager;
    std::string archived_on;
    bool consumer = false; ///< buys as one although employed
    bool for_mailing = false;
    bool main = false;
    bool own_staff = false; ///< of whoever writes
    std::int64_t place = 0; ///< the later recorded, the higher
};

/// The people of one company after the other. Its statement is prepared once, and whoever asks for
/// the same company again gets what was read before.
class People
{
  public:
    People(Store& store, Date day);

    /// Who works at a company on the day: who is `--for mailing` first, then those whose main
    /// employment it is, then who was recorded first. The own staff are left out. Valid until
    /// another company is asked for.
    std::span<const Employee> at(std::int64_t company_id);
    /// The same with those of the own staff who work there, too, at the end.
    std::span<const Employee> with_own_staff(std::int64_t company_id);

  private:
    void read(std::int64_t company_id);

    Statement query_;
    std::int64_t company_id_ = 0;
    std::vector<Employee> employees_; ///< kept with the room of their strings
    std::size_t count_ = 0;           ///< of them in use
    std::size_t own_staff_ = 0;       ///< of these
};

} // namespace crm
