// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/common_options.hpp"
#include "crm/exit_code.hpp"
#include "crm/format/listing.hpp"
#include "crm/output.hpp"
#include "crm/store/store.hpp"
#include "crm/verb.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace crm
{

/// What a running verb works with: the meaning of the common options, the way to the database, and
/// the ways to speak.
class Context
{
  public:
    Context(const CommonOptions& options, const Selection& selection);

    [[nodiscard]] Date today() const { return today_; }
    /// Today at the present clock time.
    [[nodiscard]] LocalTime now() const;
    /// The day that was typed, else today; with a warning if it is still to come.
    [[nodiscard]] Date day_or_today(const std::optional<std::string>& typed) const;
    [[nodiscard]] const CommonOptions& options() const { return options_; }
    [[nodiscard]] std::filesystem::path database_file() const;
    [[nodiscard]] Decimal decimal() const;
    /// How listings are printed, checked against what the verb offers.
    [[nodiscard]] OutputOptions output_options() const;
    /// Whether a format of the verb's own was asked for ("vcard").
    [[nodiscard]] bool extra_format() const;
    [[nodiscard]] bool json() const;
    [[nodiscard]] bool show_progress() const;

    /// Opens the database for the acting user. Throws not_found for a `--user` that is no staff.
    Store open_store();
    /// How a Store is to be opened, without the check of the user: for init and db.
    [[nodiscard]] StoreOptions store_options() const;

    /// Prints rows, in an order of their own if the user wants no other; see write_listing. Returns
    /// 0, or 1 for `--if-any` without rows.
    template<class Row, class Producer>
    int print_listing(std::span<const Column<Row>> columns, Producer&& produce,
                      std::vector<SortKey> usual_order = {})
    {
        const auto rows = write_listing(columns, listing_options(std::move(usual_order)),
                                        output_.stream(), std::forward<Producer>(produce));
        return finish_listing(rows);
    }
    /// The same of rows that `produce(Listing&)` makes cell by cell.
    template<class Producer>
    int print_cells(std::vector<ColumnInfo> columns, Producer&& produce)
    {
        Listing listing(std::move(columns), listing_options({}), output_.stream());
        produce(listing);
        listing.finish();
        return finish_listing(listing.rows());
    }
    /// Ends a listing that was printed to output() by other means.
    int finish_listing(std::int64_t rows);

    /// Prints what a command made: its number or id, or with `-f json` the whole object.
    template<class Row>
    int print_made(std::string_view number, std::span<const Column<Row>> columns,
                   const std::function<Row()>& object)
    {
        if (json()) {
            const auto row = object();
            std::vector<Cell> cells;
            for (const auto& column : columns)
                cells.push_back(column.get(row));
            print_object(column_infos(columns), cells);
        } else
            print_line(number);
        return done;
    }
    void print_line(std::string_view line);

    /// The result: standard output or the file of `-o`.
    std::ostream& output() { return output_.stream(); }
    /// Throws io if that file cannot be written: nothing is changed whose result would be lost.
    void check_output() { output_.check(); }
    /// The result is nothing: the file of `-o` stays as it was.
    void drop_output() { output_dropped_ = true; }
    /// Called by verbs that hand out a file which the database remembers: a dry run leaves the file
    /// as it was and says so.
    void drop_output_of_dry_run();
    /// Makes the result final; the frame calls it once, after the verb. With `--if-any` an output
    /// that stayed empty leaves the old file alone.
    void commit_output(int exit_code);

    /// Words for people, on standard error; silent with --quiet.
    void say(const std::string& sentence) const;
    /// A warning is said with --quiet, too.
    void warn(const std::string& sentence) const;
    /// Asks before what cannot be undone. True with --yes; without a terminal a usage error.
    [[nodiscard]] bool confirm(const std::string& question) const;

    /// The value, or for "-" the lines of standard input. Only one "-" a command is possible.
    std::vector<std::string> targets(const std::string& who);
    /// The value, or for "-" all of standard input without blanks around it.
    std::string text(const std::string& given);

  private:
    void print_object(const std::vector<ColumnInfo>& columns, std::span<const Cell> cells);
    void take_stdin();
    /// Those of a listing without an order or title of its own.
    [[nodiscard]] OutputOptions listing_options(std::vector<SortKey> usual_order) const;

    const CommonOptions& options_;
    const Selection& selection_;
    Date today_;
    Output output_;
    bool stdin_taken_ = false;
    bool output_dropped_ = false;
};

} // namespace crm
