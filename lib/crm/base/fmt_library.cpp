// SPDX-License-Identifier: MIT
// fmt's own code, compiled once: Debian has it as a shared library, which costs every start 0.3 ms,
// or as headers, which cost seconds in every file that includes them.
#include <fmt/format-inl.h>

namespace fmt
{
inline namespace v9
{
namespace detail
{

// What its headers declare as instantiated elsewhere.
template thousands_sep_result<char> thousands_sep_impl<char>(locale_ref);
template char decimal_point_impl<char>(locale_ref);
template void buffer<char>::append(const char*, const char*);

} // namespace detail
} // namespace v9
} // namespace fmt
