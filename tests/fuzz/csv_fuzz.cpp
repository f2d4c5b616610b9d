// SPDX-License-Identifier: MIT
// Any bytes are either read as CSV or refused with an Error: no crash, no other exception.
#include "crm/base/error.hpp"
#include "crm/format/csv_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
    try {
        crm::TextSource source(in, "fuzz", crm::Encoding::automatic);
        crm::CsvReader reader(source);
        crm::CsvRow row;
        std::int64_t line = 0;
        while (reader.next(row)) {
            const bool fits = row.cells.size() == reader.header().size();
            if (row.line <= line || fits != row.problem.empty()) {
                std::abort();
            }
            line = row.line;
        }
    } catch (const crm::Error&) {
        return 0;
    }
    return 0;
}
