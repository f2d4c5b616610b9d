// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/details.hpp"
#include "crm/contact/search/find.hpp"
#include "crm/contact/search/index.hpp"
#include "crm/contact/staff.hpp"
#include "crm/store/settings.hpp"
#include "tests/unit/contact/sample.hpp"
#include "tests/unit/database.hpp"

#include <fmt/format.h>

namespace crm::test
{

using Lines = std::vector<std::string>;

inline std::int64_t add_company_in(Store& store, const std::string& name, const std::string& city,
                                   const std::string& postcode = "")
{
    auto data = named(name);
    data.values[Field::city] = city;
    data.values[Field::postcode] = postcode;
    return add(store, ContactKind::company, data);
}

inline std::int64_t add_with(Store& store, ContactKind kind, const std::string& name, Field field,
                             const std::string& value)
{
    auto data = named(name);
    data.values[field] = value;
    return add(store, kind, data);
}

/// "name @ company: match" of each line.
inline Lines found(Store& store, const FindQuery& query)
{
    Lines lines;
    for (const auto& each : find_contacts(store, query, today))
        lines.push_back(fmt::format("{}{}{}: {}", each.name, each.company.empty() ? "" : " @ ",
                                    each.company, to_string(each.match)));
    return lines;
}

inline Lines found(Store& store, std::vector<std::string> texts)
{
    FindQuery query;
    query.texts = std::move(texts);
    return found(store, query);
}

} // namespace crm::test
