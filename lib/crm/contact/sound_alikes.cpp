// SPDX-License-Identifier: MIT
#include "crm/contact/sound_alikes.hpp"

#include "crm/base/phonetic.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/search/match.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace crm
{

namespace
{

/// A contact under a key that those share who are to be compared; only a digest of it, so that a
/// million of them take little memory.
struct Keyed {
    std::size_t key = 0;
    std::int64_t id = 0;
    auto operator<=>(const Keyed&) const = default;
};

/// What a name sounds like, with its kind before it. A word without a sound stands for itself.
std::string sound_of(std::string_view kind, std::string_view name_key)
{
    std::string sounds(kind);
    for_each_word(name_key, [&](std::string_view word) {
        const auto sound = cologne(word);
        sounds += ' ';
        sounds += sound.empty() ? std::string(word) : sound;
    });
    return sounds;
}

class Comparison
{
  public:
    explicit Comparison(Store& store)
        : store_(store), name_(store.prepare("SELECT kind, name FROM contact WHERE id = :id"))
    {
    }

    void read_places(bool with_city);
    void read_points();
    void compare(const std::function<void(std::int64_t, std::int64_t)>& use);

  private:
    void add(const std::string& sound, char what, std::string_view value, std::int64_t id)
    {
        if (!value.empty())
            keyed_.push_back({std::hash<std::string>()((sound + what).append(value)), id});
    }
    std::string name_of(std::int64_t id);

    Store& store_;
    Statement name_;
    std::vector<std::size_t> sounds_; ///< digests by id; 0 for who is not compared
    std::vector<Keyed> keyed_;
};

void Comparison::read_places(bool with_city)
{
    auto query = store_.prepare(R"sql(
        SELECT c.id, c.kind, n.name_key, c.postcode, c.city
          FROM contact_name_index AS n
          JOIN contact AS c ON c.id = n.contact_id
         WHERE c.archived_on IS NULL)sql");
    while (query.step()) {
        const auto id = query.integer(0);
        const auto sound = sound_of(query.text(1), query.text(2));
        const auto place = static_cast<std::size_t>(id);
        if (sounds_.size() <= place)
            sounds_.resize(std::max(place + 1, 2 * sounds_.size()));
        sounds_[place] = std::hash<std::string>()(sound);
        add(sound, 'p', query.text(3), id);
        if (with_city)
            add(sound, 'c', fold(query.text(4)), id);
    }
}

/// Of those who share a phone or an e-mail, only names that sound alike are kept.
void Comparison::read_points()
{
    auto query = store_.prepare("SELECT value, contact_id FROM contact_point_index");
    while (query.step()) {
        const auto id = query.integer(1);
        const auto place = static_cast<std::size_t>(id);
        if (place < sounds_.size() && sounds_[place] != 0)
            keyed_.push_back(
                {std::hash<std::string_view>()(query.text(0)) * 31 + sounds_[place], id});
    }
}

std::string Comparison::name_of(std::int64_t id)
{
    name_.reset();
    name_.bind(":id", id).step();
    return contact_name_key(parse_contact_kind(name_.text(0)), name_.text(1));
}

void Comparison::compare(const std::function<void(std::int64_t, std::int64_t)>& use)
{
    std::sort(keyed_.begin(), keyed_.end());
    keyed_.erase(std::unique(keyed_.begin(), keyed_.end()), keyed_.end());
    std::vector<std::pair<std::int64_t, std::string>> group;
    for (std::size_t first = 0, next = 1; first < keyed_.size(); first = next++) {
        while (next < keyed_.size() && keyed_[next].key == keyed_[first].key)
            ++next;
        group.clear();
        for (auto place = first; next - first > 1 && place < next; ++place) {
            const auto id = keyed_[place].id;
            auto name = name_of(id);
            for (const auto& [former, other] : group)
                if (sound_alike(other, name))
                    use(former, id);
            group.emplace_back(id, std::move(name));
        }
    }
}

} // namespace

bool sound_alike(std::string_view name_key, std::string_view other)
{
    const auto ours = words(name_key);
    const auto theirs = words(other);
    if (ours.size() != theirs.size() || name_key == other)
        return false;
    for (std::size_t i = 0; i < ours.size(); ++i)
        if (ours[i] != theirs[i] &&
            !sounds_like({ours[i], ours[i], cologne(ours[i]), false}, theirs[i]))
            return false;
    return true;
}

void for_each_sound_alike(Store& store, SharedPoint shared,
                          const std::function<void(std::int64_t, std::int64_t)>& use)
{
    Comparison comparison(store);
    comparison.read_places(shared == SharedPoint::city);
    comparison.read_points();
    comparison.compare(use);
}

} // namespace crm
