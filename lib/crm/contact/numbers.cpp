// SPDX-License-Identifier: MIT
#include "crm/contact/numbers.hpp"

#include "crm/contact/contact.hpp"

namespace crm
{

namespace
{

constexpr std::int64_t first_number = 10000;

} // namespace

std::string next_contact_number(Store& store)
{
    auto take = store.prepare(R"sql(
        INSERT INTO number_series (name, next) VALUES ('contact', :first + 1)
        ON CONFLICT (name) DO UPDATE SET next = next + 1
        RETURNING next - 1)sql");
    while (true) {
        take.bind(":first", first_number);
        take.step();
        auto number = std::to_string(take.integer(0));
        take.reset();
        if (!contact_by_number(store, number))
            return number;
    }
}

} // namespace crm
