// SPDX-License-Identifier: MIT
#include "crm/demo/trade.hpp"

#include "crm/contact/contact.hpp"
#include "crm/demo/dice.hpp"
#include "crm/order/change.hpp"
#include "crm/order/invoice.hpp"
#include "crm/order/place.hpp"
#include "crm/stock/count_entry.hpp"
#include "crm/stock/count_post.hpp"
#include "crm/stock/count_sheet.hpp"
#include "crm/stock/location.hpp"
#include "crm/stock/movement.hpp"
#include "crm/stock/product_write.hpp"
#include "crm/stock/supplier.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>
#include <array>

namespace crm::demo
{

namespace
{

constexpr int days_of_trade = 360;
constexpr int days_of_count = 110;   ///< so long ago tools were counted
constexpr int sales_per_scale = 160; ///< in that time

struct Item {
    const char* sku;
    const char* name;
    const char* group;
    const char* unit;
    int price; ///< cents
    int cost;
};

constexpr std::array<Item, 16> items = {{
    {"BO-0600", "Spiralbohrer HSS 6,0 mm", "Bohrer", "Stück", 345, 180},
    {"BO-0800", "Spiralbohrer HSS 8,0 mm", "Bohrer", "Stück", 420, 225},
    {"BO-1000", "Spiralbohrer HSS 10,0 mm", "Bohrer", "Stück", 590, 310},
    {"FR-0400", "Schaftfräser VHM 4 mm", "Fräser", "Stück", 2890, 1720},
    {"FR-0800", "Schaftfräser VHM 8 mm", "Fräser", "Stück", 4450, 2690},
    {"FR-1200", "Schaftfräser VHM 12 mm", "Fräser", "Stück", 7990, 4950},
    {"AK-18V", "Akkuschrauber 18 V, zwei Akkus", "Maschinen", "Stück", 24900, 16800},
    {"WS-125", "Winkelschleifer 125 mm", "Maschinen", "Stück", 11900, 7650},
    {"ST-500", "Ständerbohrmaschine 500 W", "Maschinen", "Stück", 38900, 27400},
    {"TS-125", "Trennscheibe 125 mm, Edelstahl", "Schleifmittel", "Pkg", 1890, 960},
    {"SP-K80", "Schleifpapier K80, 50 Blatt", "Schleifmittel", "Pkg", 1450, 690},
    {"HA-500", "Schlosserhammer 500 g", "Handwerkzeug", "Stück", 1990, 1050},
    {"ZA-200", "Kombizange 200 mm", "Handwerkzeug", "Stück", 2650, 1480},
    {"SD-SET", "Schraubendrehersatz, 8-teilig", "Handwerkzeug", "Satz", 4490, 2550},
    {"KS-05L", "Kühlschmierstoff, 5 l", "Betriebsstoffe", "Kanister", 5690, 3300},
    {"DL-STD", "Schärfdienst", "Dienstleistung", "Stunde", 6200, 3900},
}};

constexpr Quantity units(int count)
{
    return {std::int64_t{count} * 1000};
}

constexpr UnitPrice cents(int amount)
{
    return {std::int64_t{amount} * 100};
}

std::vector<std::int64_t> contacts_with(Store& store, const char* sql)
{
    auto query = store.prepare(sql);
    std::vector<std::int64_t> ids;
    while (query.step())
        ids.push_back(query.integer(0));
    return ids;
}

/// Makes the catalogue with what lies in stock when the year begins.
class Trade
{
  public:
    Trade(Store& store, Date today)
        : store_(store), today_(today),
          customers_(contacts_with(store, "SELECT id FROM contacts WHERE kind = 'company'"
                                          " AND customer = 1 ORDER BY id")),
          suppliers_(contacts_with(store, "SELECT id FROM contacts WHERE kind = 'company'"
                                          " AND supplier = 1 ORDER BY id"))
    {
    }

    void make(int scale)
    {
        if (customers_.empty() || suppliers_.empty())
            return;
        set_setting(store_, "terms.sale", "14 net");
        set_setting(store_, "terms.purchase", "30 net");
        add_products(scale);
        for (int ago = days_of_trade; ago > 0; --ago) {
            const LocalTime at{today_ - std::chrono::days(ago), 10 * 60};
            if (ago % 30 == 0 && ago < days_of_trade)
                refill(at, scale);
            if (ago == days_of_count)
                count_tools(at);
            for (int i = 0; i < scale * sales_per_scale; ++i)
                if (dice_.once_in(days_of_trade))
                    sell(at, ago);
        }
    }

  private:
    void add_products(int scale)
    {
        const auto place = find_location(store_, main_location).id;
        for (const auto& item : items) {
            Product product;
            product.sku = item.sku;
            product.name = item.name;
            product.group = item.group;
            product.unit = item.unit;
            product.price = cents(item.price);
            product.cost = cents(item.cost);
            product.stock = std::string_view(item.group) != "Dienstleistung";
            if (product.stock) {
                product.reorder_at = units(20 * scale);
                product.order_up_to = units(60 * scale);
            }
            const auto id = add_product(store_, product);
            if (!product.stock)
                continue;
            ProductSupplier supplier;
            supplier.product_id = id;
            supplier.contact_id = dice_.of(suppliers_);
            supplier.price = product.cost;
            supplier.days = 3 + dice_.below(12);
            set_supplier(store_, supplier);
            Booking opening;
            opening.product_id = id;
            opening.location_id = place;
            opening.quantity = units((30 + dice_.below(60)) * scale);
            opening.unit_cost = product.cost;
            opening.kind = MovementKind::opening;
            opening.at = {today_ - std::chrono::days(days_of_trade + 5), 8 * 60};
            book(store_, opening);
        }
    }

    /// Hand tools are counted and two of the first of which there are so many are missing.
    void count_tools(LocalTime at)
    {
        CountScope scope;
        scope.group = find_group(store_, "Handwerkzeug");
        const auto count = start_count(store_, scope, at);
        CountEntries entries(store_, count, {std::nullopt, at, false});
        std::vector<CountLine> lines;
        list_count_lines(store_, count, [&](const CountLine& line) {
            lines.push_back(line);
            return true;
        });
        const auto short_of = std::ranges::find_if(
            lines, [](const CountLine& line) { return line.book >= units(2); });
        for (auto line = lines.begin(); line != lines.end(); ++line) {
            CountedGoods goods;
            goods.sku = line->sku;
            goods.quantity = line == short_of ? line->book - units(2) : line->book;
            goods.counter = "König";
            entries.enter(goods);
        }
        post_count(store_, count, false, at);
    }

    /// The three goods of which there is least.
    std::vector<std::string_view> scarce()
    {
        const auto place = find_location(store_, main_location).id;
        std::vector<std::pair<Quantity, std::string_view>> found;
        for (const auto& item : items)
            if (const auto product = find_product(store_, item.sku); product && product->stock)
                found.emplace_back(on_hand(store_, product->id, place), item.sku);
        std::ranges::sort(found);
        return {found[0].second, found[1].second, found[2].second};
    }

    /// A purchase of three products that was ordered six days ago and comes in.
    void refill(LocalTime at, int scale)
    {
        auto order =
            order_for(store_, OrderKind::purchase, contact_by_id(store_, dice_.of(suppliers_)),
                      at.day - std::chrono::days(6));
        std::vector<LineText> lines;
        for (const auto sku : scarce())
            lines.push_back({std::string(sku), units((30 + dice_.below(40)) * scale), std::nullopt,
                             std::nullopt});
        add_lines(store_, order, lines);
        insert_order(store_, order);
        confirm_order(store_, order, at, true);
        DeliveryRequest receipt;
        receipt.at = at;
        deliver(store_, order, receipt);
        InvoiceRequest invoice;
        invoice.at = {at.day + std::chrono::days(2), at.minute};
        invoice.supplier_number = fmt::format("R-{}", 10000 + dice_.below(80000));
        invoice_order(store_, order, invoice);
    }

    std::vector<LineText> basket()
    {
        std::vector<LineText> lines;
        for (int more = 1 + dice_.below(4); more > 0; --more) {
            const auto& item = dice_.of(items);
            const int most = item.price > 10'000 ? 2 : 12;
            lines.push_back({item.sku, units(1 + dice_.below(most)), std::nullopt, std::nullopt});
        }
        return lines;
    }

    void sell(LocalTime at, int ago)
    {
        auto order =
            order_for(store_, OrderKind::sale, contact_by_id(store_, dice_.of(customers_)), at.day);
        order.reference = fmt::format("Bestellung {}", 1000 + dice_.below(9000));
        if (dice_.once_in(4)) {
            order.status = OrderStatus::quote;
            order.date = at.day - std::chrono::days(5);
            order.valid_until = order.date + std::chrono::days(30);
        }
        add_lines(store_, order, basket());
        insert_order(store_, order);
        if (order.status != OrderStatus::quote)
            confirm_order(store_, order, at, true);
        else if (!decide(order, at, ago))
            return;
        if (ago > 8 && can_deliver(order))
            fulfil(order, at);
    }

    /// What became of a quote: most are accepted, some lost, the latest still open.
    bool decide(Order& quote, LocalTime at, int ago)
    {
        if (ago <= 20)
            return false;
        if (dice_.once_in(3)) {
            lose_quote(store_, quote, "Wettbewerber war günstiger", at);
            return false;
        }
        quote = accept_quote(store_, quote, at.day, at, true);
        return true;
    }

    bool can_deliver(const Order& order)
    {
        const auto place = find_location(store_, main_location).id;
        for (const auto& line : order.lines) {
            auto wanted = Quantity{};
            for (const auto& other : order.lines)
                if (other.product_id == line.product_id)
                    wanted += other.quantity;
            if (line.sku != items.back().sku &&
                on_hand(store_, line.product_id.value(), place) < wanted)
                return false;
        }
        return true;
    }

    /// Now and then only the first line, and the invoice not at all.
    void fulfil(Order& order, LocalTime at)
    {
        DeliveryRequest delivery;
        delivery.at = {at.day + std::chrono::days(2), 14 * 60};
        if (order.lines.size() > 1 && dice_.once_in(12))
            delivery.lines.push_back({order.lines.front().position, order.lines.front().quantity});
        deliver(store_, order, delivery);
        if (dice_.once_in(15))
            return;
        InvoiceRequest invoice;
        invoice.at = {at.day + std::chrono::days(3), 15 * 60};
        invoice_order(store_, order, invoice);
    }

    Store& store_;
    Date today_;
    Dice dice_{20'260'103};
    std::vector<std::int64_t> customers_;
    std::vector<std::int64_t> suppliers_;
};

} // namespace

void make_trade(Store& store, int scale, Date today)
{
    Trade(store, today).make(scale);
}

} // namespace crm::demo
