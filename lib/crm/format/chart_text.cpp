// SPDX-License-Identifier: MIT
#include "crm/base/text.hpp"
#include "crm/base/translate.hpp"
#include "crm/base/width.hpp"
#include "crm/format/chart_figures.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr int least_width = 30;
constexpr int least_label = 4;
constexpr int wanted_bar = 8;
constexpr std::string_view gap = "  ";
constexpr int gap_width = 2;

// How a value, one below zero, and one of the period before look in colour.
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view cyan = "\x1b[36m";
constexpr std::string_view red = "\x1b[31m";
constexpr std::string_view plain = "\x1b[0m";

/// The blocks of one thickness. Unicode fills a block from the left by eighths, from the right only
/// by half; what is less than the least still shows.
struct Blocks {
    std::string_view full;
    std::array<std::string_view, 8> from_left; ///< by eighths; the first is for the least
    std::string_view half_from_right;
    std::string_view least_from_right;
};

constexpr Blocks thick{"█", {"▏", "▏", "▎", "▍", "▌", "▋", "▊", "▉"}, "▐", "▕"};
constexpr Blocks thin{"▀", {"▘", "▘", "▘", "▘", "▘", "▘", "▀", "▀"}, "▝", "▝"};

std::string repeated(std::string_view text, std::int64_t times)
{
    std::string all;
    for (; times > 0; --times)
        all += text;
    return all;
}

std::string blanks(std::int64_t count)
{
    return repeated(" ", count);
}

/// `value` of `whole` of so many eighths of a cell.
std::int64_t eighths(std::int64_t value, std::int64_t whole, int cells)
{
    const Int128 size = value < 0 ? -Int128{value} : Int128{value};
    const Int128 full = whole < 0 ? -Int128{whole} : Int128{whole};
    return full == 0 ? 0 : round_half_away(size * cells * 8, full);
}

class TextChart
{
  public:
    TextChart(const Chart& chart, int width, bool color)
        : chart_(chart), figures_(figures_of(chart)), language_(local_language()),
          width_(std::max(width, least_width)), color_(color)
    {
        measure();
    }

    std::string write()
    {
        put_head();
        if (figures_.nothing())
            put_line(no_bars(figures_));
        else
            for (const auto& bar : figures_.bars)
                put_bar(bar);
        return std::move(text_);
    }

  private:
    [[nodiscard]] std::string text_of(const std::optional<std::int64_t>& value) const
    {
        return value ? figure_text(*value, chart_.kind, language_) : std::string();
    }

    /// The columns of labels, values and bars; those of the bars on both sides of the axis.
    void measure()
    {
        int widest_label = 0;
        for (const auto& bar : figures_.bars) {
            widest_label = std::max(widest_label, display_width(bar.label));
            for (const auto& value : {bar.value, bar.previous})
                value_width_ = std::max(value_width_, display_width(text_of(value)));
        }
        const int room = width_ - value_width_ - 2 * gap_width;
        label_width_ = std::min({widest_label, width_ / 3, room - wanted_bar});
        label_width_ = std::max(label_width_, std::min(widest_label, least_label));
        const int cells = std::max(room - label_width_, 2);
        if (figures_.low == 0)
            above_ = cells;
        else
            split(cells - 1);
    }

    /// Shares the cells out so that both sides have the same scale.
    void split(int cells)
    {
        const Int128 range = Int128{figures_.high} - figures_.low;
        above_ = static_cast<int>(round_half_away(Int128{figures_.high} * cells, range));
        above_ = std::clamp(above_, figures_.high > 0 ? 1 : 0, cells - 1);
        below_ = cells - above_;
    }

    /// The length of a bar in eighths of a cell, measured on the side that has less room.
    [[nodiscard]] std::int64_t length(std::int64_t value) const
    {
        const Int128 depth = -Int128{figures_.low};
        const bool above_is_scale =
            figures_.high > 0 && Int128{figures_.high} * below_ >= depth * above_;
        return above_is_scale ? eighths(value, figures_.high, above_)
                              : eighths(value, figures_.low, below_);
    }

    void put_styled(std::string_view style, std::string_view text)
    {
        if (color_ && !text.empty() && !style.empty())
            text_.append(style).append(text).append(plain);
        else
            text_ += text;
    }

    void end_line()
    {
        text_.resize(text_.find_last_not_of(' ') + 1);
        text_ += '\n';
    }

    void put_line(std::string_view text, std::string_view style = "")
    {
        put_styled(style, trim(cut_to_width(text, width_)));
        end_line();
    }

    void put_head()
    {
        put_line(printable(chart_.title), bold);
        auto below = printable(chart_.subtitle);
        if (!chart_.unit.empty())
            below += (below.empty() ? "" : ", ") + printable(chart_.unit);
        if (!below.empty())
            put_line(below, dim);
        if (figures_.compared && !figures_.nothing()) {
            const int room = (width_ - 8) / 2;
            put_styled(cyan, thick.full);
            text_ += " " + cut_to_width(printable(value_name(chart_)), room) + "   ";
            put_styled(dim, thin.full);
            text_ += " " + cut_to_width(printable(chart_.previous_name), room);
            end_line();
        }
        text_ += '\n';
    }

    void put_bar(const Figure& bar)
    {
        put_row(bar.label, bar.value, thick);
        if (bar.previous)
            put_row("", bar.previous, thin);
    }

    void put_row(std::string_view label, const std::optional<std::int64_t>& value,
                 const Blocks& blocks)
    {
        const auto shown = cut_to_width(label, label_width_);
        const auto digits = text_of(value);
        text_ += shown + blanks(label_width_ - display_width(shown)) + std::string(gap) +
                 blanks(value_width_ - display_width(digits));
        put_styled(&blocks == &thin ? dim : "", digits);
        text_ += gap;
        if (below_ > 0)
            put_below(value.value_or(0), blocks);
        if (value.value_or(0) > 0)
            put_above(*value, blocks);
        end_line();
    }

    /// The side below zero and the axis.
    void put_below(std::int64_t value, const Blocks& blocks)
    {
        std::string bar;
        const auto halves = value < 0 ? (length(value) + 2) / 4 : 0;
        if (halves % 2 == 1)
            bar = blocks.half_from_right;
        bar += repeated(blocks.full, halves / 2);
        if (value < 0 && halves == 0)
            bar = blocks.least_from_right;
        text_ += blanks(below_ - display_width(bar));
        put_styled(&blocks == &thin ? dim : red, bar);
        text_ += "│";
    }

    void put_above(std::int64_t value, const Blocks& blocks)
    {
        const auto size = length(value);
        auto bar = repeated(blocks.full, size / 8);
        if (size % 8 != 0 || size == 0)
            bar += blocks.from_left.at(static_cast<std::size_t>(size % 8));
        put_styled(&blocks == &thin ? dim : cyan, bar);
    }

    const Chart& chart_;
    Figures figures_;
    Language language_;
    int width_;
    bool color_;
    int label_width_ = 0;
    int value_width_ = 0;
    int above_ = 0; ///< cells for values above zero
    int below_ = 0; ///< cells for values below zero
    std::string text_;
};

} // namespace

std::string chart_text(const Chart& chart, int width, bool color)
{
    return TextChart(chart, width, color).write();
}

} // namespace crm
