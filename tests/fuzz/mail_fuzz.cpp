// SPDX-License-Identifier: MIT
// Any bytes are either read as an e-mail or refused with an Error; what is read is UTF-8, and no
// longer than a mail can make it.
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/format/mail.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        const auto mail =
            crm::read_mail(std::string_view(reinterpret_cast<const char*>(data), size));
        const bool is_text = crm::is_valid_utf8(mail.text) && crm::is_valid_utf8(mail.subject) &&
                             crm::is_valid_utf8(mail.message_id);
        const bool is_line = mail.subject.find('\n') == mail.subject.npos;
        if (!is_text || !is_line || mail.text.size() > 4 * size + 16)
            std::abort();
    } catch (const crm::Error&) {
        return 0;
    }
    return 0;
}
