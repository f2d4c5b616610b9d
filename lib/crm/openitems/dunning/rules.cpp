// SPDX-License-Identifier: MIT
#include "crm/openitems/dunning/rules.hpp"

#include "crm/store/settings.hpp"

#include <algorithm>

namespace crm
{

namespace
{

/// One value a level, the last for all further ones.
class Words
{
  public:
    Words(Store& store, const char* key, Date day) : words_(setting_words(store, key, day)) {}

    [[nodiscard]] const std::string& at(std::size_t place) const
    {
        return words_[std::min(place, words_.size() - 1)];
    }
    [[nodiscard]] int number(std::size_t place) const { return std::stoi(at(place)); }
    [[nodiscard]] bool yes(std::size_t place) const { return at(place) == "yes"; }

  private:
    std::vector<std::string> words_;
};

InterestStart start_of(std::string_view word)
{
    if (word == "due+30")
        return InterestStart::due_30;
    return word == "reminder" ? InterestStart::reminder : InterestStart::due;
}

} // namespace

DunningRules dunning_rules(Store& store, Date day)
{
    const auto amount = [&](const char* key) {
        return parse_money(setting(store, key, day), Decimal::point);
    };
    const Words fee(store, "dunning.fee", day);
    const Words gap(store, "dunning.gap", day);
    const Words term(store, "dunning.term", day);
    const Words interest(store, "dunning.interest", day);
    const Words lumpsum(store, "dunning.lumpsum", day);
    const auto count =
        static_cast<std::size_t>(setting(store, "dunning.levels", day).front() - '0');
    DunningRules rules;
    for (std::size_t place = 0; place < count; ++place)
        rules.levels.push_back({place == 0 ? 0 : gap.number(place - 1),
                                parse_money(fee.at(place), Decimal::point), term.number(place),
                                interest.yes(place), lumpsum.yes(place)});
    rules.first_overdue = setting_number(store, "dunning.overdue");
    rules.minimum = amount("dunning.minimum");
    rules.lumpsum = amount("interest.lumpsum");
    rules.interest_start = start_of(setting(store, "interest.start", day));
    rules.currency = setting(store, "currency", day);
    return rules;
}

} // namespace crm
