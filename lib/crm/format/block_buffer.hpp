// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace crm
{

/// Collects what the writers print and hands it to the stream in large blocks, because a stream
/// costs far more a call than the text itself.
class BlockBuffer
{
  public:
    explicit BlockBuffer(std::ostream& out);

    void put(char character) { text_.push_back(character); }
    void put(std::string_view text) { text_.append(text); }

    /// The text collected so far, to append to.
    std::string& text() { return text_; }

    /// To be called after each row. Throws ErrorKind::io when the stream fails.
    void end_row();

    /// Writes what is left, to the file itself. Throws ErrorKind::io when the stream fails.
    void finish();

  private:
    void write();

    std::ostream& out_;
    std::string text_;
};

} // namespace crm
