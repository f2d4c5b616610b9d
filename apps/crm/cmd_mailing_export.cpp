// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_mailing.hpp"
#include "crm/context.hpp"
#include "crm/environment.hpp"
#include "crm/flags.hpp"
#include "crm/mailing/message.hpp"
#include "crm/mailing/sending.hpp"
#include "crm/new_files.hpp"
#include "crm/progress.hpp"
#include "crm/read_file.hpp"
#include "crm/store/bulk_rows.hpp"

#include <array>

namespace crm
{

namespace
{

struct ExportOptions {
    std::string name;
    std::optional<std::string> eml, template_file;
};

void declare_export(CLI::App& verb, ExportOptions& o)
{
    argument(verb, "name", o.name, "the mailing");
    option(verb, "--eml", o.eml, "DIR", "write a message for each recipient into this folder");
    option(verb, "--template", o.template_file, "FILE",
           "with --eml: what the messages say, with {{KEY}} for each key of the recipients; or -");
}

void check(const Context& ctx, const ExportOptions& o)
{
    if (o.eml.has_value() != o.template_file.has_value())
        throw error(ErrorKind::usage, "--eml and --template belong together");
    if (o.eml && ctx.options().limit)
        throw error(ErrorKind::usage, "--eml writes to every recipient, --limit to some")
            .with_hint("'crm mailing recipients --limit' shows the first ones");
}

void tell_left_out(const Context& ctx, const LeftOut& one)
{
    ctx.warn(format("{} is left out: {}",
                    one.name.empty() ? one.number : one.number + ' ' + one.name, one.reason));
}

void tell_sent(const Context& ctx, Store& store, std::int64_t sent)
{
    if (store.options().dry_run)
        ctx.say(
            format("nothing is recorded as sent: --dry-run is only a look (it would be {})", sent));
    else if (sent > 0)
        ctx.say(format("recorded as sent: {}", sent));
}

/// Whoever is printed is taken as sent; the output is final before that is.
int export_list(Context& ctx, Store& store, const Mailing& mailing)
{
    Transaction transaction(store);
    begin_bulk_work(store);
    SendingRecorder recorder(store, mailing, ctx.now());
    const bool whole = !ctx.options().limit;
    std::int64_t sent = 0;
    const int code = ctx.print_listing(recipient_columns(), [&](const auto& use) {
        const auto print = [&](const Frozen& frozen) {
            if (!use(frozen.recipient))
                return false;
            sent += whole && recorder.record(frozen) ? 1 : 0;
            return true;
        };
        list_sendable(store, mailing, ctx.today(), print,
                      [&](const LeftOut& one) { tell_left_out(ctx, one); });
    });
    ctx.commit_output(code);
    transaction.commit();
    if (!whole)
        ctx.say(tr("nothing is recorded as sent: --limit is only a look"));
    else
        tell_sent(ctx, store, sent);
    return code;
}

struct WrittenMessage {
    std::string number;
    std::string name;
    std::string email;
    std::string file;
};

using Row = WrittenMessage;
constexpr std::array<Column<Row>, 4> written_columns = {{
    {"number", "NUMBER", Kind::text, [](const Row& r) { return text_cell(r.number); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"email", "E-MAIL", Kind::text, [](const Row& r) { return text_cell(r.email); }},
    {"file", "FILE", Kind::text, [](const Row& r) { return text_cell(r.file); }},
}};

/// Writes the messages of all who can get one.
class MessageExport
{
  public:
    MessageExport(Context& ctx, Store& store, const Mailing& mailing, const ExportOptions& o)
        : ctx_(ctx), store_(store), mailing_(mailing), files_(*o.eml),
          writer_(store, mailing, read_file(*o.template_file), mail_time(ctx)),
          recorder_(store, mailing, ctx.now()), total_(recipients_of(store, mailing))
    {
    }

    std::vector<WrittenMessage> run()
    {
        Progress progress(ctx_.show_progress());
        const auto write = [&](const Frozen& frozen) {
            write_one(frozen);
            progress.show(written_.size(), total_, tr("messages"));
            return true;
        };
        list_sendable(store_, mailing_, ctx_.today(), write,
                      [&](const LeftOut& one) { left_out_.push_back(one); });
        progress.clear();
        for (const auto& one : left_out_)
            tell_left_out(ctx_, one);
        if (!store_.options().dry_run)
            files_.commit();
        return std::move(written_);
    }

    void keep() { files_.keep(); }
    [[nodiscard]] std::int64_t sent() const { return sent_; }
    [[nodiscard]] bool all_good() const { return bad_ == 0; }

  private:
    static MailTime mail_time(const Context& ctx)
    {
        const auto time = time_of(ctx.now());
        return {time, utc_offset(time)};
    }
    static std::uint64_t recipients_of(Store& store, const Mailing& mailing)
    {
        return static_cast<std::uint64_t>(mailing_state(store, mailing.id).recipients);
    }

    void write_one(const Frozen& frozen)
    {
        const auto& recipient = frozen.recipient;
        if (!writable_address(recipient.email)) {
            ++bad_;
            left_out_.push_back(
                {recipient.number, recipient.name,
                 format("'{}' cannot be the address of an e-mail", recipient.email)});
            return;
        }
        const auto file = files_.add(recipient.number, ".eml", writer_.message(recipient));
        sent_ += recorder_.record(frozen) ? 1 : 0;
        written_.push_back({recipient.number, recipient.name, recipient.email, file.string()});
    }

    Context& ctx_;
    Store& store_;
    const Mailing& mailing_;
    NewFiles files_;
    MessageWriter writer_;
    SendingRecorder recorder_;
    std::uint64_t total_;
    std::vector<WrittenMessage> written_;
    std::vector<LeftOut> left_out_;
    std::int64_t sent_ = 0;
    std::int64_t bad_ = 0; ///< addresses
};

int export_messages(Context& ctx, Store& store, const Mailing& mailing, const ExportOptions& o)
{
    if (mailing.channel != "email" && mailing.channel != "newsletter")
        throw error(ErrorKind::rejected, "'{}' goes by {}: it has no messages", mailing.name,
                    mailing.channel)
            .with_hint("without --eml the export is a list of the recipients");
    Transaction transaction(store);
    begin_bulk_work(store);
    MessageExport messages(ctx, store, mailing, o);
    const auto written = messages.run();
    const int code =
        ctx.print_listing(std::span<const Column<Row>>(written_columns), [&](const auto& use) {
            for (const auto& one : written)
                if (!use(one))
                    return;
        });
    ctx.commit_output(code);
    transaction.commit();
    messages.keep();
    tell_sent(ctx, store, messages.sent());
    return messages.all_good() ? code : rows_left_out;
}

int run_export(Context& ctx, const ExportOptions& o)
{
    check(ctx, o);
    auto store = ctx.open_store();
    const auto mailing = mailing_by_name(store, o.name);
    return o.eml ? export_messages(ctx, store, mailing, o) : export_list(ctx, store, mailing);
}

} // namespace

void add_mailing_export(const Noun& noun)
{
    add_verb<ExportOptions>(
        noun, {"export", "hand out the recipients, or a message for each", Access::writes},
        declare_export, run_export);
}

} // namespace crm
