// SPDX-License-Identifier: MIT
#include "crm/format/block_buffer.hpp"

#include "crm/base/error.hpp"

namespace crm
{

namespace
{

constexpr std::size_t block_size = 64 * 1024;

} // namespace

BlockBuffer::BlockBuffer(std::ostream& out) : out_(out)
{
    text_.reserve(block_size + block_size / 8);
}

void BlockBuffer::end_row()
{
    if (text_.size() >= block_size)
        write();
}

void BlockBuffer::finish()
{
    write();
    out_.flush();
    if (!out_)
        throw error(ErrorKind::io, "the output cannot be written");
}

void BlockBuffer::write()
{
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    if (!out_)
        throw error(ErrorKind::io, "the output cannot be written");
    text_.clear();
}

} // namespace crm
