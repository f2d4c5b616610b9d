// SPDX-License-Identifier: MIT
#include "crm/contact/exchange/import.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/exchange/import_spool.hpp"
#include "crm/contact/exchange/import_writer.hpp"
#include "crm/contact/staff.hpp"
#include "crm/store/bulk_rows.hpp"
#include "crm/store/savepoint.hpp"

#include <algorithm>
#include <unordered_set>

namespace crm
{

namespace
{

using Names = std::unordered_set<std::string>;

/// A waiting row. Staff members may name each other as deputy or manager in a ring, so that each
/// waits for the other; nothing else can.
struct StaffKnot {
    std::string code;                 ///< that the row gives, in lower case
    std::vector<std::string> missing; ///< that it refers to
    bool hopeless = false;            ///< to be written alone: not tied to others of the ring
};

/// Gives up every row that waits for somebody whom no row gives that is not given up itself.
void settle(std::vector<StaffKnot>& knots)
{
    for (bool settled = false; !settled;) {
        Names given;
        for (const auto& knot : knots)
            if (!knot.hopeless)
                given.insert(knot.code);
        settled = true;
        for (auto& knot : knots)
            if (!knot.hopeless && !std::ranges::all_of(knot.missing, [&](const auto& code) {
                    return given.contains(code);
                })) {
                knot.hopeless = true;
                settled = false;
            }
    }
}

class Import
{
  public:
    Import(Store& store, const ImportSource& source, const ImportOptions& options,
           const ImportEvents& events)
        : store_(store), source_(source), options_(options), events_(events),
          writer_(store, options, events)
    {
    }

    ImportResult run();

  private:
    void read_source();
    void take(const ImportRow& row, ImportStage stage);
    void retry(ImportStage stage);
    void reject_rest();
    void write_knots();
    std::vector<StaffKnot> staff_knots();
    bool try_to_write(ImportSpool& waiting, std::vector<StaffKnot>& knots);
    void reject(const ImportRow& row, const std::string& reason);
    void count(ImportOutcome outcome);

    Store& store_;
    const ImportSource& source_;
    const ImportOptions& options_;
    const ImportEvents& events_;
    ImportWriter writer_;
    ImportResult result_;
    ImportSpool spool_; ///< rows that refer to what is not there yet
    Names held_;        ///< their numbers: what else there is of these contacts waits, too
};

ImportResult Import::run()
{
    read_source();
    retry(ImportStage::reading);
    write_knots();
    retry(ImportStage::reading);
    retry(ImportStage::making_companies);
    reject_rest();
    writer_.flush();
    result_.companies_made = writer_.companies_made();
    return result_;
}

void Import::read_source()
{
    ImportRow row;
    while (source_.next(row)) {
        ++result_.read;
        if (row.problem.empty())
            take(row, ImportStage::reading);
        else
            reject(row, row.problem);
        if (result_.read % import_progress_step == 0)
            events_.progress(result_.read);
    }
}

void Import::take(const ImportRow& row, ImportStage stage)
{
    try {
        const auto cells = read_cells(source_.keys, row, options_.settings);
        const auto& number = cells.text(ExchangePart::number);
        auto outcome = ImportOutcome::postponed;
        if (number.empty() || !held_.contains(number))
            outcome = writer_.write(row, cells, stage);
        if (outcome != ImportOutcome::postponed)
            return count(outcome);
        if (!number.empty())
            held_.insert(number);
        spool_.add(row);
    } catch (const Error& failure) {
        if (failure.kind == ErrorKind::io || (options_.skip_errors && writer_.left_traces()))
            throw;
        reject(row, failure.what());
    }
}

/// Goes through the waiting rows until no more of them can be written.
void Import::retry(ImportStage stage)
{
    for (std::int64_t before = 0; spool_.rows() > 0 && spool_.rows() != before;) {
        before = spool_.rows();
        auto waiting = std::exchange(spool_, ImportSpool());
        held_.clear();
        waiting.for_each([&](const ImportRow& row) { take(row, stage); });
    }
}

/// What is left refers to what is not there at all.
void Import::reject_rest()
{
    auto waiting = std::exchange(spool_, ImportSpool());
    held_.clear();
    waiting.for_each([&](const ImportRow& row) {
        take(row, ImportStage::making_companies);
        if (spool_.rows() > 0) {
            reject(row, writer_.missing());
            spool_ = {};
            held_.clear();
        }
    });
}

/// Writes the rows of rings without their managers, who are set when all are there. One that cannot
/// be written takes the others back, which are then tried without it.
void Import::write_knots()
{
    if (spool_.rows() == 0)
        return;
    auto knots = staff_knots();
    auto waiting = std::exchange(spool_, ImportSpool());
    do
        settle(knots);
    while (!try_to_write(waiting, knots));
    std::size_t place = 0;
    waiting.for_each([&](const ImportRow& row) {
        if (knots[place++].hopeless)
            spool_.add(row);
    });
}

std::vector<StaffKnot> Import::staff_knots()
{
    std::vector<StaffKnot> knots;
    spool_.for_each([&](const ImportRow& row) {
        const auto cells = read_cells(source_.keys, row, options_.settings);
        StaffKnot knot;
        knot.code = lower(cells.text(ExchangePart::staff));
        for (const auto part : {ExchangePart::manager, ExchangePart::deputy})
            if (const auto& code = cells.text(part); !code.empty() && !staff_by_code(store_, code))
                knot.missing.push_back(lower(code));
        knot.hopeless = knot.code.empty() || knot.missing.empty();
        knots.push_back(std::move(knot));
    });
    return knots;
}

bool Import::try_to_write(ImportSpool& waiting, std::vector<StaffKnot>& knots)
{
    if (std::ranges::all_of(knots, &StaffKnot::hopeless))
        return true;
    writer_.flush();
    Savepoint savepoint(store_);
    std::vector<ImportOutcome> outcomes;
    bool failed = false;
    std::size_t place = 0;
    waiting.for_each([&](const ImportRow& row) {
        auto& knot = knots[place++];
        if (failed || knot.hopeless)
            return;
        try {
            const auto cells = read_cells(source_.keys, row, options_.settings);
            outcomes.push_back(writer_.write(row, cells, ImportStage::managers_last));
            knot.hopeless = outcomes.back() == ImportOutcome::postponed;
        } catch (const Error& failure) {
            if (failure.kind == ErrorKind::io)
                throw;
            knot.hopeless = true;
        }
        failed = knot.hopeless;
    });
    if (failed) {
        writer_.forget();
        return false;
    }
    writer_.set_managers();
    writer_.flush();
    savepoint.release();
    std::ranges::for_each(outcomes, [this](ImportOutcome outcome) { count(outcome); });
    return true;
}

void Import::reject(const ImportRow& row, const std::string& reason)
{
    ++result_.rejected;
    events_.rejected(row, reason);
}

void Import::count(ImportOutcome outcome)
{
    ++(outcome == ImportOutcome::added     ? result_.added
       : outcome == ImportOutcome::updated ? result_.updated
                                           : result_.skipped);
}

} // namespace

OnDuplicate parse_on_duplicate(std::string_view text)
{
    if (text == "skip")
        return OnDuplicate::skip;
    if (text == "update")
        return OnDuplicate::update;
    if (text == "add")
        return OnDuplicate::add;
    throw error(ErrorKind::usage, "'{}' is no value for --on-duplicate", text)
        .with_hint("one of: skip, update, add");
}

ImportResult import_contacts(Store& store, const ImportSource& source, const ImportOptions& options,
                             const ImportEvents& events)
{
    Transaction transaction(store);
    begin_bulk_work(store);
    const auto result = Import(store, source, options, events).run();
    refuse_bad_rows(result, options.skip_errors);
    transaction.commit();
    return result;
}

} // namespace crm
