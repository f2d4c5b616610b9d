// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/contact.hpp"
#include "crm/openitems/allocation.hpp"
#include "crm/openitems/open_index.hpp"
#include "crm/openitems/payable_item.hpp"
#include "crm/store/closed_period.hpp"

#include <algorithm>

namespace crm
{

namespace
{

/// What settles: a credit note, an opening credit, or a payment with something left.
struct Source {
    std::string number;
    std::optional<std::int64_t> payment_id;
    std::optional<std::int64_t> credit_id;
    Side side = Side::receivable;
    std::string currency;
    Date date;
    Money left;
};

std::optional<Source> find_source(Store& store, std::string_view number, std::int64_t contact_id)
{
    auto query = store.prepare(R"sql(
        WITH whose AS (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact)
        SELECT id, number, side, currency, date, 1 FROM document
         WHERE number_key = :key AND contact_id IN whose
        UNION ALL
        SELECT id, number, side, currency, date, 0 FROM payment
         WHERE number_key = :key AND contact_id IN whose)sql");
    query.bind(":contact", contact_id).bind(":key", natural_key(trim(number)));
    if (!query.step())
        return std::nullopt;
    const auto id = query.integer(0);
    const bool document = query.boolean(5);
    Source source;
    source.number = query.string(1);
    (document ? source.credit_id : source.payment_id) = id;
    source.side = parse_side(query.text(2));
    source.currency = query.string(3);
    source.date = query.date(4).value_or(Date{});
    source.left = -open_now(store, document ? id : -id);
    return source;
}

Source source_of(Store& store, std::string_view number, std::int64_t contact_id)
{
    auto source = find_source(store, number, contact_id);
    if (!source)
        throw error(ErrorKind::not_found, "there is no credit or payment '{}' of {}", number,
                    contact_by_id(store, contact_id).name);
    if (source->left <= Money{})
        throw error(ErrorKind::rejected, "{} has nothing left to settle with", source->number);
    return std::move(*source);
}

void refuse_unfit(Store& store, const Source& source, const PayableItem& item,
                  std::int64_t contact_id)
{
    if (item.side != source.side || !is_of(store, item, contact_id))
        throw error(ErrorKind::rejected, "{} is no {} of {}", item.number, to_string(source.side),
                    contact_by_id(store, contact_id).name);
    if (item.currency != source.currency)
        throw error(ErrorKind::rejected, "{} is in {}, {} in {}", item.number, item.currency,
                    source.number, source.currency);
    if (item.open <= Money{})
        throw error(ErrorKind::rejected, "nothing is left to pay of {}", item.number);
}

} // namespace

std::vector<Settled> settle(Store& store, std::string_view credit, std::int64_t contact_id,
                            const std::vector<std::int64_t>& document_ids,
                            std::optional<Money> amount, Date date)
{
    require_open_period(store, date);
    const auto source = source_of(store, credit, contact_id);
    if (amount && (*amount <= Money{} || *amount > source.left))
        throw error(ErrorKind::rejected, "{} has {} left, not {}", source.number,
                    to_string(source.left), to_string(*amount));
    auto left = amount.value_or(source.left);
    std::vector<Settled> settled;
    for (const auto id : document_ids) {
        const auto item = payable_item(store, id);
        refuse_unfit(store, source, item, contact_id);
        if (left == Money{})
            break;
        Allocation allocation;
        allocation.date = std::max({date, item.date, source.date});
        allocation.kind = source.credit_id ? AllocationKind::credit : AllocationKind::payment;
        allocation.document_id = id;
        allocation.payment_id = source.payment_id;
        allocation.credit_id = source.credit_id;
        allocation.amount = std::min(left, item.open);
        post_allocation(store, allocation);
        left -= allocation.amount;
        settled.push_back({id, item.number, allocation.amount, {}, item.open - allocation.amount});
    }
    return settled;
}

} // namespace crm
