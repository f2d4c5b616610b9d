// SPDX-License-Identifier: MIT
#include "crm/format/xlsx_library.hpp"

#include "crm/base/error.hpp"

#include <dlfcn.h>

namespace crm
{

namespace
{

constexpr const char* library_name = "libxlsxwriter.so." LXW_SOVERSION;

Error missing()
{
    return error(ErrorKind::io, "workbooks need the library '{}'", library_name)
        .with_hint("apt-get install libxlsxwriter{}", LXW_SOVERSION);
}

/// Looks functions up by name, typed as the header declares them.
class Symbols
{
  public:
    // Never closed: the library stays loaded until the program ends.
    Symbols() : handle_(::dlopen(library_name, RTLD_NOW | RTLD_LOCAL))
    {
        if (handle_ == nullptr)
            throw missing();
    }

    template<class Function>
    Function* find(Function*, const char* name) const
    {
        void* const symbol = ::dlsym(handle_, name);
        if (symbol == nullptr)
            throw missing();
        return reinterpret_cast<Function*>(symbol);
    }

  private:
    void* handle_;
};

} // namespace

XlsxLibrary XlsxLibrary::load()
{
    const Symbols symbols;
    XlsxLibrary library{};
    const auto find = [&symbols]<class Function>(Function* typed, const char* name) {
        return symbols.find(typed, name);
    };
    library.workbook_new_opt = find(library.workbook_new_opt, "workbook_new_opt");
    library.workbook_add_worksheet = find(library.workbook_add_worksheet, "workbook_add_worksheet");
    library.workbook_add_format = find(library.workbook_add_format, "workbook_add_format");
    library.workbook_set_properties =
        find(library.workbook_set_properties, "workbook_set_properties");
    library.workbook_validate_sheet_name =
        find(library.workbook_validate_sheet_name, "workbook_validate_sheet_name");
    library.workbook_close = find(library.workbook_close, "workbook_close");
    library.lxw_workbook_free = find(library.lxw_workbook_free, "lxw_workbook_free");
    library.lxw_strerror = find(library.lxw_strerror, "lxw_strerror");
    library.format_set_bold = find(library.format_set_bold, "format_set_bold");
    library.format_set_num_format = find(library.format_set_num_format, "format_set_num_format");
    library.worksheet_write_string = find(library.worksheet_write_string, "worksheet_write_string");
    library.worksheet_write_number = find(library.worksheet_write_number, "worksheet_write_number");
    library.worksheet_write_boolean =
        find(library.worksheet_write_boolean, "worksheet_write_boolean");
    library.worksheet_write_datetime =
        find(library.worksheet_write_datetime, "worksheet_write_datetime");
    library.worksheet_set_column = find(library.worksheet_set_column, "worksheet_set_column");
    library.worksheet_freeze_panes = find(library.worksheet_freeze_panes, "worksheet_freeze_panes");
    library.worksheet_autofilter = find(library.worksheet_autofilter, "worksheet_autofilter");
    return library;
}

} // namespace crm
