// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/format/bank_statement.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// Statements of the bank: whatever the bytes are, they are read, or refused with an Error; and
/// what is read leads from its opening to its closing balance.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        const auto statements =
            crm::read_bank_statements({reinterpret_cast<const char*>(data), size});
        for (const auto& statement : statements) {
            auto balance = statement.opening;
            for (const auto& entry : statement.entries)
                balance += entry.amount;
            if (balance != statement.closing)
                std::abort();
        }
    } catch (const crm::Error&) { // refused
    }
    return 0;
}
