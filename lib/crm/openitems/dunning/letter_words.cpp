// SPDX-License-Identifier: MIT
#include "crm/openitems/dunning/letter_words.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/format/template.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace crm
{

namespace
{

constexpr auto keys = std::to_array<std::string_view>(
    {"company", "contact", "contact_number", "currency", "date", "fee", "iban", "interest", "items",
     "level", "lumpsum", "open", "person", "term", "total"});

constexpr std::string_view first_german = R"(Zahlungserinnerung

Guten Tag{{#person}} {{person}}{{/person}},

sicher ist es Ihrer Aufmerksamkeit entgangen: Für die folgenden Belege haben wir bis heute keinen vollständigen Zahlungseingang gebucht.

{{items}}

Bitte überweisen Sie {{total}} {{currency}} bis zum {{term}}. Hat sich Ihre Zahlung mit diesem Schreiben überschnitten, betrachten Sie es bitte als gegenstandslos.

Mit freundlichen Grüßen
{{company}}
)";

constexpr std::string_view further_german = R"(Mahnung

Guten Tag{{#person}} {{person}}{{/person}},

auf unsere Zahlungserinnerung haben wir keinen vollständigen Zahlungseingang gebucht. Sie befinden sich in Verzug.{{#interest}} Wir berechnen Ihnen Verzugszinsen nach § 288 BGB.{{/interest}}

{{items}}

Bitte überweisen Sie {{total}} {{currency}} bis zum {{term}}. Sollten Sie Einwände gegen unsere Forderung haben, melden Sie sich bitte bei uns.

Mit freundlichen Grüßen
{{company}}
)";

constexpr std::string_view last_german = R"(Letzte Mahnung

Guten Tag{{#person}} {{person}}{{/person}},

trotz unserer Mahnungen sind die folgenden Beträge noch offen. Sie befinden sich in Verzug.{{#interest}} Wir berechnen Ihnen Verzugszinsen nach § 288 BGB.{{/interest}}

{{items}}

Wir fordern Sie letztmalig auf, {{total}} {{currency}} bis zum {{term}} zu überweisen. Geht die Zahlung bis dahin nicht ein, werden wir ohne weitere Ankündigung einen gerichtlichen Mahnbescheid beantragen oder ein Inkassounternehmen beauftragen. Die Kosten gehen zu Ihren Lasten.

Mit freundlichen Grüßen
{{company}}
)";

constexpr std::string_view first_english = R"(Payment reminder

Dear {{#person}}{{person}}{{/person}}{{^person}}Sir or Madam{{/person}},

it will have escaped your attention that we have not received full payment for the following documents.

{{items}}

Please transfer {{total}} {{currency}} by {{term}}. If your payment has crossed with this letter, please disregard it.

Yours sincerely
{{company}}
)";

constexpr std::string_view further_english = R"(Second reminder

Dear {{#person}}{{person}}{{/person}}{{^person}}Sir or Madam{{/person}},

we have not received full payment since our reminder. You are in default.{{#interest}} We charge default interest under § 288 of the German Civil Code (BGB).{{/interest}}

{{items}}

Please transfer {{total}} {{currency}} by {{term}}. If you object to our claim, please contact us.

Yours sincerely
{{company}}
)";

constexpr std::string_view last_english = R"(Final reminder

Dear {{#person}}{{person}}{{/person}}{{^person}}Sir or Madam{{/person}},

despite our reminders the following amounts are still open. You are in default.{{#interest}} We charge default interest under § 288 of the German Civil Code (BGB).{{/interest}}

{{items}}

This is our final request to transfer {{total}} {{currency}} by {{term}}. If we do not receive payment by then, we will apply for a court order or instruct a collection agency without further notice. You will have to bear the cost.

Yours sincerely
{{company}}
)";

std::string_view built_in(int level, int levels, Language language)
{
    const bool german = language == Language::german;
    if (level == 1)
        return german ? first_german : first_english;
    if (level < levels)
        return german ? further_german : further_english;
    return german ? last_german : last_english;
}

std::string content_of(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    if (!in)
        throw error(ErrorKind::io, "cannot read '{}'", file.string());
    if (!is_valid_utf8(text))
        throw error(ErrorKind::rejected, "'{}' is no text in UTF-8", file.string());
    if (text.starts_with("\xEF\xBB\xBF"))
        text.erase(0, 3);
    std::erase(text, '\r');
    return text;
}

/// Throws with the name of the file in front of what is wrong.
void check(const std::string& text, const std::string& file)
{
    try {
        const Template checked(text, TemplateKind::plain, keys);
    } catch (const Error& failure) {
        auto named = error(failure.kind, "'{}': {}", file, failure.what());
        named.hint = failure.hint;
        throw named;
    }
    if (text.find("{{items}}") == std::string::npos)
        throw error(ErrorKind::rejected, "'{}': there is no place for what is open", file)
            .with_hint("a line with {{{{items}}}} alone is where it stands");
}

} // namespace

std::span<const std::string_view> letter_keys()
{
    return keys;
}

std::string letter_template_name(int level, Language language)
{
    return fmt::format("reminder-{}.{}.txt", level, language == Language::german ? "de" : "en");
}

LetterWords::LetterWords(int levels, const std::string& folder)
{
    if (!folder.empty() && !std::filesystem::is_directory(folder))
        throw error(ErrorKind::io, "there is no folder '{}'", folder);
    for (int level = 1; level <= levels; ++level)
        for (const auto language : {Language::german, Language::english}) {
            const auto name = letter_template_name(level, language);
            std::string text(built_in(level, levels, language));
            const auto file = std::filesystem::path(folder) / name;
            if (!folder.empty() && std::filesystem::exists(file)) {
                text = content_of(file);
                check(text, file.string());
            }
            texts_.emplace(name, std::move(text));
        }
}

const std::string& LetterWords::of(int level, Language language) const
{
    return texts_.at(letter_template_name(level, language));
}

} // namespace crm
