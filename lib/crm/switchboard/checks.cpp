// SPDX-License-Identifier: MIT
#include "crm/switchboard/checks.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/check.hpp"
#include "crm/log/check.hpp"
#include "crm/mailing/mailing_check.hpp"
#include "crm/openitems/check.hpp"
#include "crm/order/check.hpp"
#include "crm/stock/check.hpp"
#include "crm/stock/count_check.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::int64_t most_lines = 100;

} // namespace

std::vector<Check> all_checks()
{
    std::vector<Check> all;
    for (const auto checks : {store_checks(), contact_checks(), log_checks(), stock_checks(),
                              count_checks(), open_item_checks(), order_checks(), mailing_checks()})
        all.insert(all.end(), checks.begin(), checks.end());
    return all;
}

std::vector<Check> find_checks(const std::vector<std::string>& names)
{
    const auto all = all_checks();
    if (names.empty())
        return all;
    std::vector<Check> found;
    for (const auto& name : names) {
        const auto check =
            std::ranges::find(all, name, [](const Check& c) { return std::string(c.name); });
        if (check == all.end()) {
            std::vector<std::string> candidates;
            for (const auto& each : all)
                candidates.emplace_back(each.name);
            throw error(ErrorKind::not_found, "there is no check '{}'", name)
                .with_candidates(std::move(candidates));
        }
        found.push_back(*check);
    }
    return found;
}

std::int64_t run_checks(Store& store, const std::vector<Check>& checks,
                        const std::function<void(const Breach&)>& use)
{
    std::int64_t breaches = 0;
    for (const auto& check : checks) {
        std::int64_t lines = 0;
        const Report report = [&](const std::string& text) {
            if (++lines <= most_lines)
                use({check.name, text});
        };
        try {
            check.run(store, report);
        } catch (const Error& failure) {
            if (breaches + lines == 0 || failure.kind != ErrorKind::io)
                throw;
            report(failure.what());
        }
        if (lines > most_lines)
            use({check.name, format("and {} more", lines - most_lines)});
        breaches += lines;
    }
    return breaches;
}

} // namespace crm
