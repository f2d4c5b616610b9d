// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/exchange/import_row.hpp"
#include "crm/format/temporary_file.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace crm
{

/// Rows of an import that wait for what they refer to, in a temporary file: as many as there may
/// be, they take no memory.
class ImportSpool
{
  public:
    void add(const ImportRow& row);
    [[nodiscard]] std::int64_t rows() const { return rows_; }

    /// Calls `use` for each row, in their order. Rows may not be added meanwhile.
    template<class Use>
    void for_each(Use&& use)
    {
        flush();
        position_ = 0;
        ImportRow row;
        while (read(row))
            use(row);
    }

  private:
    void flush();
    bool read(ImportRow& row);
    bool fill(std::size_t size);

    std::unique_ptr<TemporaryFile> file_; ///< made when it is needed
    std::int64_t rows_ = 0;
    std::uint64_t written_ = 0;
    std::uint64_t position_ = 0; ///< where `block_` goes on in the file
    std::string waiting_;        ///< not written yet
    std::string block_;
    std::size_t used_ = 0; ///< of the block
};

} // namespace crm
