// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <string>

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
};

/// The people of one company after the other: who is `--for mailing` first, then those whose main
/// employment it is, then who was recorded first. Its statement is prepared once.
class People
{
  public:
    People(Store& store, Date day);

    /// Begins with the people who work at a company on the day.
    void start(std::int64_t company_id);
    /// False when there is nobody left.
    bool next(Employee& employee);

  private:
    Statement query_;
};

} // namespace crm
