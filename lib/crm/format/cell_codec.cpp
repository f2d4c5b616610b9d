// SPDX-License-Identifier: MIT
#include "crm/format/cell_codec.hpp"

#include "crm/format/collation.hpp"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

namespace crm
{

namespace
{

template<class Value>
concept Text = std::is_same_v<Value, std::string_view> || std::is_same_v<Value, std::string>;

// Every cell that is no text and no number as text is one integer.
std::int64_t integer_of(std::int64_t value)
{
    return value;
}
std::int64_t integer_of(bool value)
{
    return value ? 1 : 0;
}
std::int64_t integer_of(Date value)
{
    return value.time_since_epoch().count();
}
std::int64_t integer_of(Money value)
{
    return value.cents;
}
std::int64_t integer_of(UnitPrice value)
{
    return value.ten_thousandths;
}
std::int64_t integer_of(Quantity value)
{
    return value.thousandths;
}
std::int64_t integer_of(Rate value)
{
    return value.hundredths;
}

/// The bytes of an integer as they lie in memory.
std::string raw(std::int64_t value)
{
    const auto bytes = std::bit_cast<std::array<char, sizeof value>>(value);
    return {bytes.data(), bytes.size()};
}

/// The bytes of an integer so that they compare as it does: the highest first, negative below.
std::string ordered(std::int64_t value)
{
    auto bits = static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63);
    std::string bytes(sizeof bits, '\0');
    for (auto place = bytes.rbegin(); place != bytes.rend(); ++place, bits >>= 8)
        *place = static_cast<char>(bits & 0xFF);
    return bytes;
}

/// Text with an end that sorts before any longer text: 0 0; a 0 within becomes 0 1.
std::string terminated(std::string_view text)
{
    std::string bytes;
    for (const char character : text) {
        bytes += character;
        if (character == '\0')
            bytes += '\1';
    }
    return bytes.append(2, '\0');
}

/// The whole part and the rest, so that a number with decimals lies between two without, and no
/// integer is rounded. The bits of positive floating-point numbers sort as their values do.
std::string number_key(std::string_view digits)
{
    const auto* end = digits.data() + digits.size();
    std::int64_t whole = 0;
    if (std::from_chars(digits.data(), end, whole).ptr == end)
        return ordered(whole) + ordered(0);
    double value = 0;
    std::from_chars(digits.data(), end, value);
    constexpr double beyond = 0x1p63;
    using Limits = std::numeric_limits<std::int64_t>;
    if (value >= beyond)
        return ordered(Limits::max()) + ordered(std::bit_cast<std::int64_t>(value));
    if (value < -beyond)
        return ordered(Limits::min()) + ordered(-std::bit_cast<std::int64_t>(-value));
    const double below = std::floor(value);
    return ordered(static_cast<std::int64_t>(below)) +
           ordered(std::bit_cast<std::int64_t>(value - below));
}

std::string ascending_key(const Cell& cell)
{
    const auto encode = []<class Value>(const Value& value) -> std::string {
        if constexpr (std::is_same_v<Value, std::monostate>)
            return std::string(1, '\0');
        else if constexpr (std::is_same_v<Value, List>)
            return '\1' + terminated(collation_key(value.items));
        else if constexpr (Text<Value>)
            return '\1' + terminated(collation_key(value));
        else if constexpr (std::is_same_v<Value, NumberText>)
            return '\1' + number_key(value.digits);
        else
            return '\1' + ordered(integer_of(value));
    };
    return std::visit(encode, cell);
}

/// Takes values off the front of encoded bytes.
class Reader
{
  public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    bool at_end() const { return rest_.empty(); }

    std::string_view bytes(std::size_t count)
    {
        const auto taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }

    std::int64_t integer()
    {
        std::int64_t value = 0;
        std::memcpy(&value, bytes(sizeof value).data(), sizeof value);
        return value;
    }

    std::string_view text() { return bytes(static_cast<std::size_t>(integer())); }

  private:
    std::string_view rest_;
};

/// The index of a type within Cell, which tags its bytes.
template<class Value>
constexpr char tag_of = static_cast<char>(Cell(Value{}).index());

Cell decode_cell(Reader& reader)
{
    switch (reader.bytes(1).front()) {
    case tag_of<std::string_view>:
        return reader.text();
    case tag_of<List>:
        return List{reader.text()};
    case tag_of<NumberText>:
        return NumberText{reader.text()};
    case tag_of<std::int64_t>:
        return reader.integer();
    case tag_of<bool>:
        return reader.integer() != 0;
    case tag_of<Date>:
        return Date(std::chrono::days(reader.integer()));
    case tag_of<Money>:
        return Money{reader.integer()};
    case tag_of<UnitPrice>:
        return UnitPrice{reader.integer()};
    case tag_of<Quantity>:
        return Quantity{reader.integer()};
    case tag_of<Rate>:
        return Rate{reader.integer()};
    default:
        return {};
    }
}

} // namespace

std::string encode_cells(const RowView& cells)
{
    std::string bytes;
    const auto put_text = [&bytes](char tag, std::string_view text) {
        bytes += tag;
        bytes += raw(static_cast<std::int64_t>(text.size()));
        bytes += text;
    };
    const auto encode = [&]<class Value>(const Value& value) {
        if constexpr (std::is_same_v<Value, std::monostate>)
            bytes += tag_of<std::monostate>;
        else if constexpr (std::is_same_v<Value, List>)
            put_text(tag_of<List>, value.items);
        else if constexpr (std::is_same_v<Value, NumberText>)
            put_text(tag_of<NumberText>, value.digits);
        else if constexpr (Text<Value>)
            put_text(tag_of<std::string_view>, value);
        else {
            bytes += tag_of<Value>;
            bytes += raw(integer_of(value));
        }
    };
    for (std::size_t place = 0; place < cells.size(); ++place)
        std::visit(encode, cells[place]);
    return bytes;
}

std::vector<Cell> decode_cells(std::string_view bytes)
{
    std::vector<Cell> cells;
    for (Reader reader(bytes); !reader.at_end();)
        cells.push_back(decode_cell(reader));
    return cells;
}

std::string sort_key(const Cell& cell, bool descending)
{
    auto key = ascending_key(cell);
    if (descending)
        for (char& byte : key)
            byte = static_cast<char>(~byte);
    return key;
}

} // namespace crm
