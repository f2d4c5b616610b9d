// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact_writer.hpp"
#include "crm/contact/exchange/first_consents.hpp"
#include "crm/contact/exchange/import.hpp"
#include "crm/contact/exchange/import_references.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace crm
{

/// How far an import is: what a row refers to may still come while the file is read; then companies
/// that nobody has described are made; at last managers may be set after everybody is there.
enum class ImportStage { reading, making_companies, managers_last };

enum class ImportOutcome { added, updated, skipped, postponed };

/// Writes the rows of an import, one at a time, inside the caller's transaction.
class ImportWriter
{
  public:
    ImportWriter(Store& store, const ImportOptions& options, const ImportEvents& events);

    /// Postponed if it refers to what is not there yet; nothing is written then. Throws rejected
    /// for a row that cannot be written.
    ImportOutcome write(const ImportRow& row, const ImportCells& cells, ImportStage stage);

    /// Sets the managers and deputies that were left open. Throws rejected for one who is not
    /// there.
    void set_managers();

    /// Writes what is held back. To be called before a savepoint and at the end.
    void flush();
    /// Why the row that was postponed last could not be written.
    [[nodiscard]] const std::string& missing() const { return missing_; }
    /// Whether the row that failed last had begun to be written outside a savepoint.
    [[nodiscard]] bool left_traces() const { return left_traces_; }
    [[nodiscard]] std::int64_t companies_made() const { return companies_made_; }
    /// To be called when a savepoint was taken back: what is held in memory of it is forgotten.
    void forget();

  private:
    struct LateManager {
        std::int64_t contact_id = 0;
        std::string manager;
        StaffData staff; ///< with its deputy's code in `deputy`
        std::string deputy;
    };
    /// The contact that a row speaks of, if it is there.
    struct Match {
        std::optional<Contact> contact;
        bool made_here = false; ///< by this import
    };

    Match find_by_number(const std::string& number);
    bool resolve(ImportContact& contact, ImportStage stage);
    bool resolve_employer(ImportContact& contact, ImportStage stage);
    bool resolve_staff(ImportContact& contact, ImportStage stage);
    std::int64_t make_company(const ImportEmployer& employer);
    bool skips(const Match& match, const ImportContact& contact) const;
    bool is_own_company(const ImportContact& contact) const;
    bool describes_own_company(const Match& match, const ImportContact& contact) const;
    ImportOutcome skip(const ImportRow& row, const Contact& known);
    ImportOutcome write_guarded(ImportContact& contact, const Match& match);
    ImportOutcome apply(ImportContact& contact, const Match& match);
    ImportOutcome repeat(ImportContact& contact, const Contact& former);
    void add(ImportContact& contact);
    void change(ImportContact& contact, const Contact& former);
    void complete_employment(ImportContact& contact, const Contact& former);
    bool add_person(ContactData person, std::int64_t company_id, bool company_is_new);
    void record_consents(ImportContact& contact, std::int64_t id);
    void leave_for_later(const ImportContact& contact, std::int64_t id);

    Store& store_;
    const ImportOptions& options_;
    const ImportEvents& events_;
    ContactWriter writer_;
    FirstConsents first_consents_;
    ImportReferences references_;
    std::int64_t last_id_before_ = 0;
    Contact own_; ///< the own company, as it was
    std::string missing_;
    bool left_traces_ = false;
    std::int64_t companies_made_ = 0;
    std::vector<LateManager> late_;
};

} // namespace crm
