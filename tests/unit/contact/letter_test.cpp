// SPDX-License-Identifier: MIT
#include "crm/contact/letter.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("how a letter begins")
{
    struct Case {
        Addressee who;
        const char* words;
    };
    for (const auto& [who, words] : {
             Case{{"Herr", "Dr.", "Karl", "Müller", ""}, "Sehr geehrter Herr Dr. Müller"},
             Case{{"Frau", "", "Eva", "von Ahlen", "de"}, "Sehr geehrte Frau von Ahlen"},
             Case{{"herrn", "", "Karl", "Müller", ""}, "Sehr geehrter Herr Müller"},
             Case{{"Fr.", "Prof. Dr.", "Eva", "Meier", ""}, "Sehr geehrte Frau Prof. Dr. Meier"},
             Case{{"Herr", "Dipl.-Ing.", "Karl", "Müller", ""}, "Sehr geehrter Herr Müller"},
             Case{{"Herr", "Dr. Dipl.-Ing.", "Karl", "Müller", ""},
                  "Sehr geehrter Herr Dr. Müller"},
             Case{{"", "", "Kim", "Weber", ""}, "Guten Tag Kim Weber"},
             Case{{"Divers", "Dr.", "Kim", "Weber", ""}, "Guten Tag Dr. Kim Weber"},
             Case{{"", "", "", "Weber", ""}, "Guten Tag Weber"},
             Case{{"", "", "", "", ""}, "Sehr geehrte Damen und Herren"},
             Case{{"", "", "", "", "de"}, "Sehr geehrte Damen und Herren"},
             Case{{"", "", "", "", "en"}, "Dear Sir or Madam"},
             Case{{"Ms", "", "Mary", "Jones", ""}, "Dear Ms Jones"},
             Case{{"Mrs.", "", "Mary", "Jones", "en"}, "Dear Ms Jones"},
             Case{{"Mr", "", "John", "Jones", ""}, "Dear Mr Jones"},
             Case{{"Mr", "Dr.", "John", "Jones", ""}, "Dear Dr. Jones"},
             Case{{"Frau", "", "Eva", "Meier", "en"}, "Dear Ms Meier"},
             Case{{"Herr", "", "Karl", "Meier", "fr"}, "Dear Mr Meier"},
             Case{{"Mr", "", "John", "Jones", "de"}, "Sehr geehrter Herr Jones"},
             Case{{"", "", "Kim", "Weber", "en"}, "Dear Kim Weber"},
         })
        CHECK(letter_salutation(who) == words);
}

} // namespace crm::test
