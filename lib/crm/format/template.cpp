// SPDX-License-Identifier: MIT
#include "crm/format/template.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/base/text.hpp"

#include <algorithm>
#include <mstch/mstch.hpp>

namespace crm
{

namespace
{

/// The text with all its tags checked and, where nothing is to be escaped, written so that mstch
/// does not: its only other way to say that is one for the whole program.
class Reader
{
  public:
    Reader(std::string_view text, TemplateKind kind, std::span<const std::string_view> keys,
           int first_line)
        : text_(text), kind_(kind), keys_(keys), first_line_(first_line)
    {
    }

    std::string read()
    {
        for (auto open = text_.find("{{"); open != std::string_view::npos;
             open = text_.find("{{", place_)) {
            out_ += text_.substr(place_, open - place_);
            place_ = open;
            read_tag();
        }
        out_ += text_.substr(place_);
        if (!sections_.empty()) {
            place_ = static_cast<std::size_t>(sections_.back().data() - text_.data());
            throw failure(format("'{{{{#{}}}}}' is not closed", sections_.back()));
        }
        return std::move(out_);
    }

  private:
    void read_tag()
    {
        const bool raw = text_.substr(place_).starts_with("{{{");
        const std::string_view closing = raw ? "}}}" : "}}";
        const auto first = place_ + closing.size();
        const auto last = text_.find(closing, first);
        if (last == std::string_view::npos)
            throw failure(format("'{}' is not closed", closing == "}}}" ? "{{{" : "{{"));
        const auto whole = text_.substr(place_, last + closing.size() - place_);
        const auto inside = trim(text_.substr(first, last - first));
        const auto sign = raw || inside.empty() ? '{' : inside.front();
        use_tag(sign, is_sign(sign) ? trim(inside.substr(1)) : inside, whole);
        place_ += whole.size();
    }

    static bool is_sign(char c) { return std::string_view("#^/!&>=").find(c) != std::string::npos; }

    void use_tag(char sign, std::string_view name, std::string_view whole)
    {
        if (sign == '>' || sign == '=')
            throw failure(format("'{}' has no meaning here", whole));
        if (sign != '!' && sign != '/' && name != ".")
            require_known(name);
        if (sign == '#' || sign == '^')
            sections_.push_back(name);
        if (sign == '/') {
            if (sections_.empty() || sections_.back() != name)
                throw failure(format("'{}' closes nothing", whole));
            sections_.pop_back();
        }
        if (is_sign(sign) || kind_ == TemplateKind::html)
            out_ += whole;
        else
            out_ += fmt::format("{{{{{{{}}}}}}}", name);
    }

    void require_known(std::string_view name) const
    {
        if (std::ranges::find(keys_, name) == keys_.end())
            throw failure(format("there is no key '{}' for a template", name))
                .with_hint("one of: {}", joined(keys_));
    }

    Error failure(const std::string& what) const
    {
        const auto line = first_line_ + std::ranges::count(text_.substr(0, place_), '\n');
        return error(ErrorKind::rejected, "line {} of the template: {}", line, what);
    }

    std::string_view text_;
    TemplateKind kind_;
    std::span<const std::string_view> keys_;
    int first_line_;
    std::size_t place_ = 0;
    std::vector<std::string_view> sections_;
    std::string out_;
};

mstch::map node_of(const auto& values);

struct ToNode {
    mstch::node operator()(const std::string& text) const { return text; }
    template<class Entry>
    mstch::node operator()(const std::vector<Entry>& entries) const
    {
        mstch::array array;
        for (const auto& entry : entries)
            array.push_back(one(entry));
        return array;
    }

    static mstch::node one(const std::string& text) { return text; }
    static mstch::node one(const auto& values) { return node_of(values); }
};

mstch::map node_of(const auto& values)
{
    mstch::map map;
    for (const auto& [key, value] : values.values())
        map.emplace(key, std::visit(ToNode{}, value));
    return map;
}

} // namespace

TemplateValues& TemplateValues::set(std::string key, std::string text)
{
    values_.insert_or_assign(std::move(key), std::move(text));
    return *this;
}

TemplateValues& TemplateValues::set(std::string key, std::vector<std::string> lines)
{
    values_.insert_or_assign(std::move(key), std::move(lines));
    return *this;
}

TemplateValues& TemplateValues::set(std::string key, std::vector<TemplateValues> rows)
{
    values_.insert_or_assign(std::move(key), std::move(rows));
    return *this;
}

Template::Template(std::string_view text, TemplateKind kind, std::span<const std::string_view> keys,
                   int first_line)
    : text_(Reader(text, kind, keys, first_line).read())
{
}

std::string Template::render(const TemplateValues& values) const
{
    return mstch::render(text_, node_of(values));
}

} // namespace crm
