// SPDX-License-Identifier: MIT
#include "crm/stock/transfer.hpp"

#include "crm/base/error.hpp"

namespace crm
{

std::vector<Booked> book_transfer(Store& store, const Transfer& transfer)
{
    if (transfer.from_id == transfer.to_id)
        throw error(ErrorKind::rejected, "goods cannot be moved from a location to itself");
    Booking out;
    out.product_id = transfer.product_id;
    out.location_id = transfer.from_id;
    out.quantity = -transfer.quantity;
    out.kind = MovementKind::transfer;
    out.at = transfer.at;
    out.lot = transfer.lot;
    out.reason = transfer.reason;
    std::vector<Booked> booked;
    for (const auto& part : book(store, out)) {
        auto in = out;
        in.location_id = transfer.to_id;
        in.quantity = -part.quantity;
        in.worth = part.worth ? std::optional(-*part.worth) : std::nullopt;
        in.lot = part.lot;
        in.best_before = part.best_before;
        booked.push_back(part);
        const auto arrived = book(store, in);
        booked.insert(booked.end(), arrived.begin(), arrived.end());
    }
    return booked;
}

} // namespace crm
