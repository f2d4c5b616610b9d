// SPDX-License-Identifier: MIT
#include "crm/contact/erased_keys.hpp"

#include "crm/base/sha256.hpp"

#include <vector>

namespace crm
{

namespace
{

/// Phones at work and faxes are many people's, so they tell nothing about one.
std::vector<std::string> keys_of(const SearchEntry& entry, std::string_view postcode)
{
    std::vector<std::string> keys;
    for (const auto& point : entry.points)
        if (point.kind == "email" || (point.employment_id == 0 && point.kind != "fax"))
            keys.push_back(point.value);
    if (!postcode.empty() && !entry.name_key.empty())
        keys.push_back(entry.name_key + '\n' + std::string(postcode));
    return keys;
}

} // namespace

ErasedKeys::ErasedKeys(Store& store) : store_(store)
{
    auto known = store.prepare("SELECT EXISTS (SELECT 1 FROM erased_key)");
    any_ = known.step() && known.boolean(0);
}

std::string ErasedKeys::digest(const std::string& key)
{
    if (!salt_) {
        auto first = store_.prepare("SELECT hash FROM audit ORDER BY id LIMIT 1");
        salt_ = first.step() ? first.blob(0) : std::string_view();
    }
    return to_hex(Sha256().add(*salt_).add(key).finish());
}

bool ErasedKeys::knows(const SearchEntry& entry, std::string_view postcode)
{
    auto query = store_.prepare("SELECT 1 FROM erased_key WHERE digest = :digest");
    for (const auto& key : keys_of(entry, postcode)) {
        query.bind(":digest", digest(key));
        if (query.step())
            return true;
        query.reset();
    }
    return false;
}

bool ErasedKeys::remember(const SearchEntry& entry, std::string_view postcode, Date today)
{
    const auto keys = keys_of(entry, postcode);
    for (const auto& key : keys)
        store_
            .prepare(R"sql(
                INSERT INTO erased_key (digest, erased_on) VALUES (:digest, :today)
                ON CONFLICT DO NOTHING)sql")
            .bind(":digest", digest(key))
            .bind(":today", today)
            .run();
    any_ = any_ || !keys.empty();
    return !keys.empty();
}

} // namespace crm
