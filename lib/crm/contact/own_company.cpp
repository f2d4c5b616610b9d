// SPDX-License-Identifier: MIT
#include "crm/contact/own_company.hpp"

#include "crm/contact/contact_writer.hpp"
#include "crm/contact/search/index.hpp"

#include <stdexcept>

namespace crm
{

std::vector<std::string> add_own_company(Store& store, ContactData data, Date today)
{
    if (data.values.text(Field::country).empty())
        data.values[Field::country] = "DE";
    ContactWriter writer(store, today);
    if (writer.add(ContactKind::company, data) != own_company)
        throw std::logic_error("the own company is not the first contact");
    // The writer did not know the own country yet, which tells how its phones are to be read.
    rebuild_search_index(store);
    return writer.take_warnings();
}

} // namespace crm
