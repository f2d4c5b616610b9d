// SPDX-License-Identifier: MIT
#include "crm/mailing/message.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/base/sha256.hpp"
#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"
#include "crm/format/html_text.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>
#include <array>
#include <type_traits>
#include <variant>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 3> own_keys = {"mailing", "sender", "unsubscribe"};
constexpr std::array<std::string_view, 3> link_keys = {"email", "mailing", "number"};
constexpr std::string_view default_link =
    "mailto:{}?subject=unsubscribe%20{{{{mailing}}}}%20{{{{number}}}}";

std::vector<std::string_view> known_keys()
{
    std::vector<std::string_view> keys(own_keys.begin(), own_keys.end());
    for (const auto& column : recipient_columns())
        keys.emplace_back(column.key);
    std::ranges::sort(keys);
    return keys;
}

/// A wrong template is a wrong argument, as a wrong key on the command line is.
Template compiled(std::string_view text, TemplateKind kind, std::span<const std::string_view> keys,
                  int line = 1)
{
    try {
        return {text, kind, keys, line};
    } catch (Error& failure) {
        failure.kind = ErrorKind::usage;
        throw;
    }
}

/// As a reader of the language writes it.
std::string written(const Cell& cell, Language language)
{
    const auto write = [language]<class Value>(const Value& value) -> std::string {
        if constexpr (std::is_convertible_v<Value, std::string_view>)
            return std::string(value);
        else if constexpr (std::is_same_v<Value, Date> || std::is_same_v<Value, Money>)
            return crm::written(language, value);
        else
            return {}; // the columns have nothing else
    };
    return std::visit(write, cell);
}

/// What a web address may contain as it is (RFC 3986 2.3), the rest in percent codes.
std::string percent_coded(std::string_view text)
{
    std::string coded;
    for (const char c : text)
        if (is_ascii_letter(c) || is_ascii_digit(c) ||
            std::string_view("-._~").find(c) != std::string_view::npos)
            coded += c;
        else
            coded += fmt::format("%{:02X}", byte(c));
    return coded;
}

std::string first_email(std::string_view emails)
{
    return std::string(trim(emails.substr(0, emails.find(';'))));
}

/// Who sends if the template does not say so.
std::string default_from(Store& store, const Sender& own)
{
    auto from = setting(store, "mailing.from");
    if (!from.empty())
        return from;
    if (own.email.empty())
        throw error(ErrorKind::rejected, "there is no address to send from")
            .with_hint("'crm config set mailing.from NAME <ADDRESS>', or give the own company an "
                       "e-mail address");
    return fmt::format("{} <{}>", own.address.front(), first_email(own.email));
}

std::vector<Template> link_templates(Store& store, std::string_view from)
{
    auto links = setting(store, "mailing.unsubscribe");
    if (links.empty())
        links = fmt::format(default_link, parse_mail_address(from).address);
    std::vector<Template> templates;
    for (std::string_view rest = links; !rest.empty();) {
        const auto link = rest.substr(0, rest.find(' '));
        templates.push_back(compiled(link, TemplateKind::plain, link_keys));
        rest.remove_prefix(std::min(link.size() + 1, rest.size()));
    }
    return templates;
}

} // namespace

MessageWriter::MessageWriter(Store& store, const Mailing& mailing, std::string_view template_file,
                             MailTime sent)
    : MessageWriter(store, mailing, parse_message_template(template_file),
                    own_sender(store, mailing.at.day), sent)
{
}

MessageWriter::MessageWriter(Store& store, const Mailing& mailing, const MessageTemplate& parts,
                             const Sender& own, MailTime sent)
    : store_(store), mailing_(mailing), sent_(sent), sender_(joined(own.address, " · ")),
      footer_(own.address)
{
    const auto keys = known_keys();
    from_ = parts.from.empty() ? default_from(store, own) : parts.from;
    reply_to_ = parts.reply_to.empty() ? setting(store, "mailing.reply_to") : parts.reply_to;
    links_ = link_templates(store, from_);
    subject_ = compiled(parts.subject, TemplateKind::plain, keys, parts.subject_line);
    if (!parts.text.empty())
        text_ = compiled(parts.text, TemplateKind::plain, keys, parts.text_line);
    if (!parts.html.empty())
        html_ = compiled(parts.html, TemplateKind::html, keys, parts.html_line);
}

TemplateValues MessageWriter::values_of(const Recipient& recipient, Language language) const
{
    TemplateValues values;
    for (const auto& column : recipient_columns())
        values.set(column.key, written(column.get(recipient), language));
    return values.set("mailing", mailing_.name).set("sender", sender_);
}

std::vector<std::string> MessageWriter::links_of(const Recipient& recipient) const
{
    TemplateValues values;
    values.set("number", percent_coded(recipient.number))
        .set("email", percent_coded(recipient.email))
        .set("mailing", percent_coded(mailing_.name));
    std::vector<std::string> links;
    for (const auto& link : links_)
        links.push_back(link.render(values));
    return links;
}

std::string MessageWriter::message(const Recipient& recipient)
{
    const auto links = links_of(recipient);
    const auto page =
        std::ranges::find_if(links, [](const auto& link) { return link.starts_with("https:"); });
    const auto language = language_of(store_, recipient.contact_id);
    auto values = values_of(recipient, language);
    const auto& link = page == links.end() ? links.front() : *page;
    values.set("unsubscribe", link);
    MailMessage mail;
    mail.from = parse_mail_address(from_);
    if (!reply_to_.empty())
        mail.reply_to = parse_mail_address(reply_to_);
    mail.to = {recipient.family_name.empty() ? recipient.name
                                             : recipient.given_name + ' ' + recipient.family_name,
               recipient.email};
    mail.subject = subject_->render(values);
    if (trim(mail.subject).empty())
        throw error(ErrorKind::rejected, "the subject of the message to {} would be empty",
                    recipient.number);
    mail.text = text_ ? text_->render(values) : html_text(html_->render(values));
    mail.html = html_ ? html_->render(values) : html_of_text(mail.text);
    footer_.complete_text(mail.text, link, language);
    footer_.complete_html(mail.html, link, language);
    const auto from = writable_address(mail.from.address).value_or("");
    mail.message_id = to_hex(Sha256()
                                 .add(mailing_.name)
                                 .add(to_string(mailing_.at))
                                 .add(recipient.number)
                                 .add(recipient.email)
                                 .add(mail.subject)
                                 .add(mail.text)
                                 .add(mail.html)
                                 .finish())
                          .substr(0, 32) +
                      from.substr(std::min(from.rfind('@'), from.size()));
    mail.sent = sent_.time;
    mail.offset = sent_.offset;
    mail.unsubscribe = links;
    return write_mail(mail);
}

} // namespace crm
