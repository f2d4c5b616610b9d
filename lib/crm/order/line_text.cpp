// SPDX-License-Identifier: MIT
#include "crm/order/line_text.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

namespace crm
{

namespace
{

bool looks_like_number(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789.,%") == std::string_view::npos;
}

/// What stands behind the last `mark`, taken off the text with it, if `read` can read it; else
/// `doubt` may say why it cannot.
template<class Read>
auto take_last(std::string_view& text, char mark, std::string& doubt, Read read)
    -> std::optional<decltype(read(text))>
{
    const auto place = text.rfind(mark);
    if (place == std::string_view::npos)
        return std::nullopt;
    const auto part = text.substr(place + 1);
    try {
        const auto value = read(part);
        text = text.substr(0, place);
        return value;
    } catch (const Error& failure) {
        if (doubt.empty() && looks_like_number(part))
            doubt = failure.what();
        return std::nullopt;
    }
}

} // namespace

LineText parse_line(std::string_view text, Decimal decimal)
{
    LineText line;
    auto rest = trim(text);
    if (rest.ends_with('%'))
        line.discount =
            take_last(rest, '-', line.doubt, [&](auto t) { return parse_rate(t, decimal); });
    line.price =
        take_last(rest, '@', line.doubt, [&](auto t) { return parse_unit_price(t, decimal); });
    line.quantity = take_last(rest, ':', line.doubt, [&](auto t) {
                        return parse_quantity(t, decimal);
                    }).value_or(line.quantity);
    line.sku = trim(rest);
    if (line.sku.empty())
        throw error(ErrorKind::usage, "'{}' is no line of an order", text)
            .with_hint("write SKU:QTY@PRICE-PCT%, as in HY-100:4@12.50-10%");
    if (line.quantity <= Quantity{})
        throw error(ErrorKind::rejected, "the quantity of '{}' is not above 0", text);
    if (line.price && *line.price < UnitPrice{})
        throw error(ErrorKind::rejected, "the price of '{}' is below 0", text);
    if (line.discount && *line.discount > Rate{10'000})
        throw error(ErrorKind::rejected, "the discount of '{}' is more than everything", text);
    return line;
}

std::string to_string(const LineText& line)
{
    auto text = line.sku + ':' + to_string(line.quantity);
    if (line.price)
        text += '@' + to_string(*line.price);
    if (line.discount)
        text += '-' + to_string(*line.discount) + '%';
    return text;
}

} // namespace crm
