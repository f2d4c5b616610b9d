// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/format/bank_statement.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace crm
{

namespace
{

using Node = pugi::xml_node;

constexpr std::string_view name_space = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";

std::string_view local_name(const Node& node)
{
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// The first child of that name, whatever prefix it has.
Node child(const Node& node, std::string_view name)
{
    for (const auto& each : node.children())
        if (local_name(each) == name)
            return each;
    return {};
}

/// The descendant along a path: "Acct/Id/IBAN".
Node at(Node node, std::string_view path)
{
    while (node && !path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        node = child(node, path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return node;
}

std::string text_at(const Node& node, std::string_view path)
{
    return std::string(trim(at(node, path).text().get()));
}

/// All children of that name, their text joined with blanks.
std::string texts(const Node& node, std::string_view name)
{
    std::string joined;
    for (const auto& each : node.children())
        if (local_name(each) == name) {
            if (!joined.empty())
                joined += ' ';
            joined += trim(each.text().get());
        }
    return joined;
}

/// Dt or DtTm below a node.
Date day_at(const Node& node, std::string_view path)
{
    const auto date = at(node, path);
    auto text = text_at(date, "Dt");
    if (text.empty())
        text = text_at(date, "DtTm").substr(0, 10);
    if (text.empty())
        text = std::string(trim(date.text().get())).substr(0, 10);
    const auto day = parse_iso_date(text);
    if (!day)
        throw error(ErrorKind::rejected, "'{}' is no day", text);
    return *day;
}

Money signed_amount(const Node& amount, std::string_view direction)
{
    const auto money = bank_amount(trim(amount.text().get()), '.');
    if (direction == "CRDT")
        return money;
    if (direction == "DBIT")
        return -money;
    throw error(ErrorKind::rejected, "'{}' is neither CRDT nor DBIT", direction);
}

std::string_view currency_of(const Node& amount)
{
    return amount.attribute("Ccy").value();
}

void require_currency(std::string_view found, const std::string& currency)
{
    if (found != currency)
        throw error(ErrorKind::rejected, "an amount in '{}' is in a statement in {}", found,
                    currency);
}

/// One transaction, with what its entry says for all of them.
class EntryReader
{
  public:
    explicit EntryReader(const Node& entry)
        : entry_(entry), direction_(text_at(entry, "CdtDbtInd")), amount_(child(entry, "Amt")),
          currency_(currency_of(amount_))
    {
    }

    [[nodiscard]] const std::string& currency() const { return currency_; }

    [[nodiscard]] bool booked() const
    {
        const auto status = child(entry_, "Sts");
        const auto code = text_at(status, "Cd");
        return (code.empty() ? std::string(trim(status.text().get())) : code) == "BOOK";
    }

    void read(std::vector<BankEntry>& into) const
    {
        std::vector<Node> details;
        for (const auto& group : entry_.children())
            if (local_name(group) == "NtryDtls")
                for (const auto& each : group.children())
                    if (local_name(each) == "TxDtls")
                        details.push_back(each);
        if (details.size() > 1 && amount_of(details.front()))
            read_batch(details, into);
        else
            into.push_back(one(details.empty() ? Node() : details.front(), whole()));
    }

  private:
    [[nodiscard]] Money whole() const { return signed_amount(amount_, direction_); }
    [[nodiscard]] Node amount_of(const Node& details) const
    {
        if (const auto amount = child(details, "Amt"))
            return amount;
        return at(details, "AmtDtls/TxAmt/Amt");
    }
    void read_batch(const std::vector<Node>& details, std::vector<BankEntry>& into) const;
    [[nodiscard]] BankEntry one(const Node& details, Money amount) const;
    void read_other_side(const Node& details, BankEntry& entry) const;

    Node entry_;
    std::string direction_;
    Node amount_;
    std::string currency_;
};

void EntryReader::read_batch(const std::vector<Node>& details, std::vector<BankEntry>& into) const
{
    Money sum;
    for (const auto& each : details) {
        const auto amount = amount_of(each);
        require_currency(currency_of(amount), currency_);
        const auto own = text_at(each, "CdtDbtInd");
        const auto money = signed_amount(amount, own.empty() ? direction_ : own);
        sum += money;
        into.push_back(one(each, money));
    }
    if (sum != whole())
        throw error(ErrorKind::rejected, "the transactions of a batch come to {}, not to {}",
                    to_string(sum), to_string(whole()));
}

BankEntry EntryReader::one(const Node& details, Money amount) const
{
    BankEntry entry;
    entry.date = day_at(entry_, "BookgDt");
    entry.value_date = child(entry_, "ValDt") ? day_at(entry_, "ValDt") : entry.date;
    entry.amount = amount;
    entry.end_to_end = text_at(details, "Refs/EndToEndId");
    if (entry.end_to_end == "NOTPROVIDED")
        entry.end_to_end.clear();
    entry.mandate = text_at(details, "Refs/MndtId");
    entry.reference = text_at(details, "Refs/AcctSvcrRef");
    if (entry.reference.empty())
        entry.reference = text_at(entry_, "AcctSvcrRef");
    entry.text = texts(child(details, "RmtInf"), "Ustrd");
    if (entry.text.empty())
        entry.text = text_at(details, "RmtInf/Strd/CdtrRefInf/Ref");
    if (entry.text.empty())
        entry.text = text_at(entry_, "AddtlNtryInf");
    const auto returned = child(details, "RtrInf");
    entry.return_reason = text_at(returned, "Rsn/Cd");
    if (entry.return_reason.empty() && (returned || text_at(entry_, "RvslInd") == "true"))
        entry.return_reason = "reversal";
    read_other_side(details, entry);
    return entry;
}

/// Who paid what came in, who got what went out; the other way round with what came back.
void EntryReader::read_other_side(const Node& details, BankEntry& entry) const
{
    const auto parties = child(details, "RltdPties");
    const bool debtor = (entry.amount > Money{}) == entry.return_reason.empty();
    const auto party = child(parties, debtor ? "Dbtr" : "Cdtr");
    entry.name = text_at(party, "Nm"); // version 02
    if (entry.name.empty())
        entry.name = text_at(party, "Pty/Nm"); // version 08
    entry.iban = text_at(parties, debtor ? "DbtrAcct/Id/IBAN" : "CdtrAcct/Id/IBAN");
}

/// The balance with one of the codes.
Node balance(const Node& statement, std::initializer_list<std::string_view> codes)
{
    for (const auto code : codes)
        for (const auto& each : statement.children())
            if (local_name(each) == "Bal" && text_at(each, "Tp/CdOrPrtry/Cd") == code)
                return each;
    throw error(ErrorKind::rejected, "a statement without balance {}", *codes.begin());
}

/// What is said of a statement apart from its entries.
BankStatement read_statement(const Node& node)
{
    BankStatement statement;
    statement.id = text_at(node, "Id");
    statement.iban = text_at(node, "Acct/Id/IBAN");
    if (statement.id.empty() || statement.iban.empty())
        throw error(ErrorKind::rejected, "a statement without id or IBAN");
    const auto opening = balance(node, {"OPBD", "PRCD"});
    const auto closing = balance(node, {"CLBD"});
    statement.currency = currency_of(child(closing, "Amt"));
    require_currency(currency_of(child(opening, "Amt")), statement.currency);
    statement.opening = signed_amount(child(opening, "Amt"), text_at(opening, "CdtDbtInd"));
    statement.closing = signed_amount(child(closing, "Amt"), text_at(closing, "CdtDbtInd"));
    statement.first_day = day_at(opening, "Dt");
    statement.last_day = day_at(closing, "Dt");
    return statement;
}

/// Reads the entries of statements one by one and what is said of the statements at the end.
class Reader
{
  public:
    std::vector<BankStatement> read(const NextBlock& next);

  private:
    void take(std::string& piece, std::size_t statement);
    [[nodiscard]] pugi::xml_document rest() const;
    void require_camt(const Node& root) const;
    BankStatement statement(const Node& node, std::size_t number);

    /// What one statement has.
    struct Entries {
        std::set<std::string> currencies;
        std::vector<BankEntry> entries;
    };

    XmlPieces pieces_{{"BkToCstmrStmt", "Stmt", "Ntry"}};
    pugi::xml_encoding encoding_ = pugi::encoding_auto; ///< of the whole file
    pugi::xml_document entry_;
    std::vector<Entries> found_; ///< by the place of the statement
};

[[noreturn]] void refuse_xml(const pugi::xml_parse_result& result, std::size_t place)
{
    throw error(ErrorKind::rejected, "the file is not well-formed XML at byte {}: {}", place,
                result.description());
}

/// Looks for statements and entries where none is read, so that none is lost. Statements in data of
/// others are not the bank's.
class Strays : public pugi::xml_tree_walker
{
  public:
    bool for_each(Node& node) override
    {
        name_ = local_name(node);
        if (depth() <= others_)
            others_ = name_ == "SplmtryData" ? depth() : nowhere;
        const bool in_place = depth() == 2 && local_name(node.parent()) == "BkToCstmrStmt";
        return name_ != "Ntry" && (name_ != "Stmt" || in_place || depth() > others_);
    }
    [[nodiscard]] std::string_view name() const { return name_; }

  private:
    static constexpr int nowhere = std::numeric_limits<int>::max();

    std::string_view name_;
    int others_ = nowhere; ///< the depth of the data of others that the node is in
};

[[noreturn]] void refuse_stray(std::string_view name)
{
    throw error(ErrorKind::rejected, "an element '{}' does not stand where camt.053 has it", name);
}

/// By the declaration, which a piece has not. Pieces and rest must be read alike: no guessing.
pugi::xml_encoding encoding_of(std::string_view head)
{
    if (!head.starts_with("<?xml"))
        return pugi::encoding_utf8;
    const auto declaration = lower(head.substr(0, head.find("?>")));
    const bool latin = declaration.find("iso-8859-1") != std::string::npos ||
                       declaration.find("latin1") != std::string::npos;
    return latin ? pugi::encoding_latin1 : pugi::encoding_utf8;
}

void Reader::take(std::string& piece, std::size_t statement)
{
    if (encoding_ == pugi::encoding_auto)
        encoding_ = encoding_of(pieces_.rest());
    const auto result =
        entry_.load_buffer_inplace(piece.data(), piece.size(), pugi::parse_default, encoding_);
    if (!result)
        refuse_xml(result, pieces_.piece_start() + static_cast<std::size_t>(result.offset));
    found_.resize(std::max(found_.size(), statement + 1));
    auto& found = found_[statement];
    const EntryReader entry(entry_.document_element());
    found.currencies.insert(entry.currency());
    if (entry.booked())
        entry.read(found.entries);
}

void Reader::require_camt(const Node& root) const
{
    std::string_view found;
    for (const auto& attribute : root.attributes())
        if (const std::string_view value = attribute.value(); value.starts_with(name_space))
            found = value.substr(name_space.size());
    if (found != "02" && found != "08")
        throw error(ErrorKind::rejected, "the file is no camt.053.001.02 or .08")
            .with_hint("ask the bank for statements as camt.053 or MT940");
}

/// What is not in pieces, of one document and nothing else: what pugixml would pass over next to
/// the root is left in by its reading fragments.
pugi::xml_document Reader::rest() const
{
    const auto& text = pieces_.rest();
    pugi::xml_document document;
    const auto result = document.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_fragment, encoding_of(text));
    if (!result)
        refuse_xml(result, pieces_.in_file(static_cast<std::size_t>(result.offset)));
    if (document.first_child() != document.last_child())
        throw error(ErrorKind::rejected, "the file holds more than one XML document")
            .with_hint("pass each document as a file of its own");
    return document;
}

BankStatement Reader::statement(const Node& node, std::size_t number)
{
    auto statement = read_statement(node);
    if (number >= found_.size())
        return statement;
    auto& found = found_[number];
    for (const auto& currency : found.currencies)
        require_currency(currency, statement.currency);
    statement.entries = std::move(found.entries);
    return statement;
}

std::vector<BankStatement> Reader::read(const NextBlock& next)
{
    pieces_.read(next, [&](std::string& piece, std::size_t whole) { take(piece, whole); });
    auto document = rest();
    require_camt(document.document_element());
    Strays strays;
    if (!document.traverse(strays))
        refuse_stray(strays.name());
    std::vector<BankStatement> statements;
    for (const auto& message : document.document_element().children())
        if (local_name(message) == "BkToCstmrStmt")
            for (const auto& each : message.children())
                if (local_name(each) == "Stmt")
                    statements.push_back(statement(each, statements.size() + 1));
    if (statements.size() != pieces_.wholes())
        refuse_stray("Stmt");
    return statements;
}

} // namespace

std::vector<BankStatement> read_camt053(const NextBlock& next)
{
    return Reader().read(next);
}

} // namespace crm
