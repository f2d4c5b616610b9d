// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/text_source.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// The lines of a text source one at a time, whatever ends them: LF, CR LF, or (in a file that
/// has no LF at its beginning) CR. Of a line longer than 1 MiB the rest is dropped.
class PhysicalLines
{
  public:
    explicit PhysicalLines(TextSource& source) : source_(source) {}

    /// The line that comes next, without its end; nothing at the end. Valid until `skip`.
    std::optional<std::string_view> peek();

    /// Passes over that line.
    void skip();

    /// The number of the line that comes next, from 1.
    std::int64_t number() const { return number_; }

  private:
    bool refill();

    TextSource& source_;
    std::string_view rest_; // of the current block
    std::string cut_;       // a line that began in a former block
    std::string_view line_; // what `peek` has found
    bool found_ = false;
    char end_ = '\0'; // of lines; not yet known
    std::int64_t number_ = 1;
};

/// Content lines of a vCard: folded lines in one piece, soft line breaks of quoted-printable
/// joined, and a value that its writer has broken without folding it (a line that is no property)
/// put together again with a line break. The data of pictures, sounds and keys are passed over.
class VCardLines
{
  public:
    explicit VCardLines(TextSource& source) : physical_(source) {}

    /// Passes over everything before the next BEGIN:VCARD; false if there is none.
    bool find_card();

    /// Reads the next content line; false at the end of the file.
    bool next();

    /// True if the line that comes next begins a card.
    bool at_card();

    /// The content line that was read.
    std::string_view text() const { return text_; }

    /// The number of its first physical line.
    std::int64_t number() const { return number_; }

    /// True if it was longer than 1 MiB and has been cut.
    bool cut() const { return cut_; }

  private:
    void add(std::string_view text);

    PhysicalLines physical_;
    std::string text_;
    std::int64_t number_ = 0;
    bool cut_ = false;
};

/// True if the content line says so: `BEGIN:VCARD`, `END:VCARD`, in any case.
bool is_card_begin(std::string_view line);
bool is_card_end(std::string_view line);

} // namespace crm
