// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <ostream>
#include <streambuf>
#include <string>
#include <vector>

namespace crm
{

/// Thrown when the reader of a pipe has gone away: no error, the program ends quietly with 0.
struct ClosedPipe {
};

/// A stream buffer over a file descriptor whose failures are exceptions that name their reason,
/// where std::filebuf only sets a bit.
class DescriptorBuffer : public std::streambuf
{
  public:
    DescriptorBuffer(int descriptor, std::string name);
    ~DescriptorBuffer() override;

  protected:
    int_type overflow(int_type c) override;
    std::streamsize xsputn(const char* data, std::streamsize size) override;
    int sync() override;

  private:
    void write_all(const char* data, std::size_t size);
    void drain();

    int descriptor_;
    std::string name_;
    std::vector<char> buffer_;
};

/// Where a command's result goes: standard output, or the file of `-o`, which is written beside its
/// target and renamed on commit, so that a failed run leaves the old file as it was. What is no
/// file, /dev/null or a pipe, is written at once.
class Output
{
  public:
    explicit Output(std::optional<std::string> file);
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output();

    /// Opened at the first call: a run that has nothing to say touches nothing.
    std::ostream& stream();
    /// Throws io if the file cannot be written, before anything is done that it is to tell of.
    void check();
    /// Makes the result final. Throws io.
    void commit();

  private:
    void open_file();

    std::optional<std::string> file_;
    std::string temporary_; ///< what is renamed; empty where there is nothing to replace
    int descriptor_ = -1;
    std::optional<DescriptorBuffer> buffer_;
    std::optional<std::ostream> stream_;
};

} // namespace crm
