// SPDX-License-Identifier: MIT
// Any bytes are either read as vCards or refused with an Error; and a card that was read, written
// and read once more says the same from then on, in both versions.
#include "crm/base/error.hpp"
#include "crm/format/vcard.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

namespace
{

crm::VCard rewrite(const crm::VCard& card, crm::VCardVersion version)
{
    std::string text;
    crm::write_vcard(text, card, version);
    std::istringstream in(text);
    crm::TextSource source(in, "rewritten", crm::Encoding::utf8);
    crm::VCardReader reader(source);
    crm::VCard read;
    if (!reader.next(read) || !read.problem.empty()) {
        std::abort();
    }
    return read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
    try {
        crm::TextSource source(in, "fuzz", crm::Encoding::automatic);
        crm::VCardReader reader(source);
        crm::VCard card;
        while (reader.next(card)) {
            for (const auto version : {crm::VCardVersion::v3_0, crm::VCardVersion::v4_0}) {
                const crm::VCard once = rewrite(card, version);
                if (rewrite(once, version) != once) {
                    std::abort();
                }
            }
        }
    } catch (const crm::Error&) {
        return 0;
    }
    return 0;
}
