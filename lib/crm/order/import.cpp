// SPDX-License-Identifier: MIT
#include "crm/order/import.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/openitems/seller.hpp"
#include "crm/order/deliver_line.hpp"
#include "crm/order/delivery_writer.hpp"
#include "crm/order/import_reader.hpp"
#include "crm/order/invoice_draft.hpp"
#include "crm/order/order_state.hpp"
#include "crm/stock/location.hpp"
#include "crm/store/bulk_rows.hpp"
#include "crm/store/late_indexes.hpp"
#include "crm/store/savepoint.hpp"

#include <array>
#include <unordered_set>

namespace crm
{

namespace
{

/// In the order of OrderKey.
constexpr std::array<std::string_view, 19> names = {
    "number",   "kind",    "date",       "contact_number", "reference",
    "person",   "manager", "deliver_by", "delivered_on",   "invoiced_on",
    "document", "due",     "sku",        "quantity",       "price",
    "discount", "text",    "freight",    "currency"};
static_assert(names.size() == static_cast<std::size_t>(OrderKey::currency) + 1);

constexpr std::size_t most_waiting = 2000; // orders and documents
/// KiB. Contacts and products are needed in any order, and what is not at hand is searched in all
/// of the write-ahead log, which grows with the import.
constexpr int cache = 256 * 1024;

/// Tables that an import fills.
constexpr std::array<std::string_view, 9> filled = {
    "order_head", "order_line",    "delivery",     "delivery_line",  "movement",
    "document",   "document_line", "document_tax", "open_item_index"};

/// The whole chain of an order is written with its final state at once.
class OrderWriter
{
  public:
    OrderWriter(Store& store, const OrderImportOptions& options)
        : store_(store), options_(options), reader_(store, options), stock_(store), sellers_(store),
          main_id_(find_location(store, main_location).id)
    {
    }

    /// Returns what is to be said of it.
    std::vector<std::string> write(const OrderRows& rows)
    {
        auto imported = reader_.read(rows);
        auto& order = imported.order;
        for (auto& line : order.lines) {
            if (imported.delivered_on)
                line.delivered = line.quantity;
            if (imported.invoiced_on)
                line.invoiced = line.quantity;
        }
        if (const auto waiting = documents_.size() + orders_.size(); waiting >= most_waiting)
            flush();
        orders_.insert(natural_key(order.number));
        insert_order(store_, order);
        std::vector<DocumentLine> lines;
        auto doubts = doubts_about_days(imported, options_.now.day);
        if (!order.historical)
            if (auto doubt = doubt_about_words(order))
                doubts.push_back(*std::move(doubt));
        if (imported.delivered_on)
            lines = deliver(imported, doubts);
        if (imported.invoiced_on)
            invoice(imported, std::move(lines));
        if (imported.delivered_on)
            if (auto doubt = doubt_about_cost(store_, order))
                doubts.push_back(*std::move(doubt));
        return doubts;
    }

    /// Whether an order of that number may wait to be written.
    [[nodiscard]] bool waits(std::string_view number) const
    {
        return orders_.contains(natural_key(number));
    }

    /// Writes what waits.
    void flush()
    {
        orders_.clear();
        documents_.clear();
        write_queued(store_);
    }
    /// Writes the sums of the stock, too.
    void finish()
    {
        flush();
        stock_.flush();
    }
    /// After a part of the import was taken back.
    void forget()
    {
        stock_.forget();
        sellers_.forget();
    }

  private:
    /// Returns the lines of the invoice that follows.
    std::vector<DocumentLine> deliver(const ImportedOrder& imported,
                                      std::vector<std::string>& doubts)
    {
        const auto& order = imported.order;
        DeliveryHead head;
        head.number = order.number;
        head.at = {*imported.delivered_on, options_.now.minute};
        const auto facts = tax_facts_of(store_, order.contact_id, side_of(order.kind), head.at.day);
        if (!order.historical) // else nothing will be invoiced
            head.tax = facts;
        const auto cases = tax_cases_of(store_, facts, head.at.day);
        const auto delivery = insert_delivery(store_, order, head);
        std::optional<std::string> doubt;
        std::vector<DocumentLine> lines;
        for (const auto& line : order.lines) {
            const auto delivered = deliver_line(store_, stock_, order, line, delivery,
                                                line.quantity, {main_id_, "", {}});
            if (imported.invoiced_on)
                lines.push_back(invoice_line(store_, line, {}, delivered, line.quantity,
                                             case_for(order, line, cases)));
            else if (!doubt && !order.historical)
                doubt = doubt_about_tax(order, line, cases, delivery.number);
        }
        if (doubt)
            doubts.push_back(*std::move(doubt));
        return lines;
    }

    void invoice(const ImportedOrder& imported, std::vector<DocumentLine> lines)
    {
        const auto& order = imported.order;
        auto document = invoice_for(order, *imported.invoiced_on, "");
        document.number = imported.document;
        if (document.number.empty() && order.historical)
            document.number = order.number;
        document.due = imported.due;
        document.historical = order.historical;
        set_lines(document, order, std::move(lines));
        if (!document.number.empty() && !documents_.insert(natural_key(document.number)).second)
            flush();
        post_document(store_, std::move(document), sellers_);
    }

    Store& store_;
    const OrderImportOptions& options_;
    OrderReader reader_;
    StockBook stock_;
    Sellers sellers_;
    std::int64_t main_id_;
    /// What waits: the keys of orders and of documents that brought their number.
    std::unordered_set<std::string> orders_, documents_;
};

class Import
{
  public:
    Import(Store& store, const OrderImportOptions& options, const ImportEvents& events)
        : store_(store), options_(options), events_(events), writer_(store, options)
    {
        auto last = store.prepare("SELECT coalesce(max(id), 0) FROM order_head");
        last.step();
        last_before_ = last.integer(0);
    }

    ImportResult run(KeyedTable& table)
    {
        LateIndexes indexes(store_);
        if (last_before_ == 0)
            indexes.drop(filled, "movement_by_product");
        if (!options_.skip_errors)
            begin_queueing(store_);
        OrderRows rows(table);
        ImportRow row;
        while (table.next(row)) {
            ++result_.read;
            const auto number = KeyedRow(table, row)[OrderKey::number];
            if (!rows.empty() && number != rows.number())
                take(rows);
            if (!row.problem.empty() || number.empty())
                reject(row, row.problem.empty() ? tr("the row has no order number") : row.problem);
            else
                rows.add(row);
            if (result_.read % import_progress_step == 0)
                events_.progress(result_.read);
        }
        if (!rows.empty())
            take(rows);
        writer_.finish();
        indexes.build();
        return result_;
    }

  private:
    void reject(const ImportRow& row, std::string_view reason)
    {
        ++result_.rejected;
        events_.rejected(row, std::string(reason));
    }

    /// A reason that names its line does so where another line of the order is rejected with it.
    static std::string_view reason_for(const ImportRow& row, std::string_view reason)
    {
        const auto line = format("line {}: ", row.line);
        return reason.substr(reason.starts_with(line) ? line.size() : 0);
    }

    void take(OrderRows& rows)
    {
        try {
            if (writer_.waits(rows.number()))
                writer_.flush();
            if (const auto known = find_order(store_, rows.number()))
                skip(rows, *known);
            else
                write(rows);
        } catch (const Error& failure) {
            if (failure.kind == ErrorKind::io)
                throw;
            for (std::size_t place = 0; place < rows.size(); ++place)
                reject(rows.raw(place), reason_for(rows.raw(place), failure.what()));
        }
        rows.clear();
    }

    void skip(const OrderRows& rows, std::int64_t known)
    {
        if (known > last_before_)
            throw error(ErrorKind::rejected, "the lines of {} do not follow each other",
                        rows.number())
                .with_hint("sort the file by number");
        result_.skipped += static_cast<std::int64_t>(rows.size());
        events_.skipped(rows[0].line(), format("there is an order {} already", rows.number()));
    }

    void write(const OrderRows& rows)
    {
        for (const auto& doubt : options_.skip_errors ? write_guarded(rows) : writer_.write(rows))
            events_.warned(rows[0].line(), doubt);
        result_.added += static_cast<std::int64_t>(rows.size());
    }

    std::vector<std::string> write_guarded(const OrderRows& rows)
    {
        Savepoint savepoint(store_);
        std::vector<std::string> doubts;
        try {
            doubts = writer_.write(rows);
            writer_.finish();
        } catch (...) {
            writer_.forget();
            throw;
        }
        savepoint.release();
        return doubts;
    }

    Store& store_;
    const OrderImportOptions& options_;
    const ImportEvents& events_;
    OrderWriter writer_;
    std::int64_t last_before_ = 0;
    ImportResult result_;
};

} // namespace

const TableKeys& order_import_keys()
{
    static const TableKeys keys = {
        names, {{"number"}, {"date"}, {"contact_number"}, {"sku", "text"}, {"quantity"}}};
    return keys;
}

ImportResult import_orders(Store& store, KeyedTable& table, const OrderImportOptions& options,
                           const ImportEvents& events)
{
    Transaction transaction(store);
    begin_bulk_work(store);
    store.set_cache(cache);
    const auto result = Import(store, options, events).run(table);
    refuse_bad_rows(result, options.skip_errors);
    transaction.commit();
    return result;
}

} // namespace crm
