// SPDX-License-Identifier: MIT
#pragma once

#include <xlsxwriter.h>

namespace crm
{

/// The functions of libxlsxwriter that we call. It is loaded at run time, because Debian has no
/// static archive of it and no other command shall pay for its loading.
struct XlsxLibrary {
    /// Throws ErrorKind::io when the library is not installed.
    static XlsxLibrary load();

    decltype(&::workbook_new_opt) workbook_new_opt;
    decltype(&::workbook_add_worksheet) workbook_add_worksheet;
    decltype(&::workbook_add_format) workbook_add_format;
    decltype(&::workbook_set_properties) workbook_set_properties;
    decltype(&::workbook_validate_sheet_name) workbook_validate_sheet_name;
    decltype(&::workbook_close) workbook_close;
    decltype(&::lxw_workbook_free) lxw_workbook_free;
    decltype(&::lxw_strerror) lxw_strerror;
    decltype(&::format_set_bold) format_set_bold;
    decltype(&::format_set_num_format) format_set_num_format;
    decltype(&::worksheet_write_string) worksheet_write_string;
    decltype(&::worksheet_write_number) worksheet_write_number;
    decltype(&::worksheet_write_boolean) worksheet_write_boolean;
    decltype(&::worksheet_write_datetime) worksheet_write_datetime;
    decltype(&::worksheet_set_column) worksheet_set_column;
    decltype(&::worksheet_freeze_panes) worksheet_freeze_panes;
    decltype(&::worksheet_autofilter) worksheet_autofilter;
};

} // namespace crm
