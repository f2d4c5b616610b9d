# Every library is a Debian 12 package. A missing one is named with the line that installs it.
# crm_require(<what> <package> <found>) collects; crm_report_missing() stops once with all of them.
set(crm_missing_packages "")
macro(crm_require what package found)
  if(NOT ${found})
    message(STATUS "missing: ${what} (Debian package ${package})")
    list(APPEND crm_missing_packages ${package})
  endif()
endmacro()

# crm_find_library(<variable> <name> <header> <package>): the static archive when CRM_STATIC, else the shared one.
function(crm_find_library variable name header package)
  if(CRM_STATIC AND NOT CRM_SANITIZE)
    find_library(${variable} NAMES lib${name}.a ${name})
  else()
    find_library(${variable} NAMES ${name})
  endif()
  crm_require(lib${name} ${package} ${variable})
  if(header)
    find_path(${variable}_header ${header})
    crm_require(${header} ${package} ${variable}_header)
  endif()
  set(crm_missing_packages "${crm_missing_packages}" PARENT_SCOPE)
endfunction()

find_package(CLI11 QUIET)
crm_require(CLI11 libcli11-dev CLI11_FOUND)
find_package(fmt QUIET)
crm_require(fmt libfmt-dev fmt_FOUND)
find_package(nlohmann_json QUIET)
crm_require(nlohmann-json nlohmann-json3-dev nlohmann_json_FOUND)
find_package(doctest QUIET)
crm_require(doctest doctest-dev doctest_FOUND)
find_program(CRM_MSGFMT msgfmt)
crm_require(gettext gettext CRM_MSGFMT)

crm_find_library(CRM_SQLITECPP SQLiteCpp SQLiteCpp/SQLiteCpp.h libsqlitecpp-dev)
crm_find_library(CRM_SQLITE sqlite3 sqlite3.h libsqlite3-dev)
crm_find_library(CRM_UTF8PROC utf8proc utf8proc.h libutf8proc-dev)
crm_find_library(CRM_CSV csv csv.h libcsv-dev)
crm_find_library(CRM_NETTLE nettle nettle/sha2.h nettle-dev)
crm_find_library(CRM_PHONENUMBER phonenumber phonenumbers/phonenumberutil.h libphonenumber-dev)
crm_find_library(CRM_PROTOBUF protobuf google/protobuf/message_lite.h libprotobuf-dev)
crm_find_library(CRM_ICUI18N icui18n unicode/regex.h libicu-dev)
crm_find_library(CRM_ICUUC icuuc unicode/unistr.h libicu-dev)
crm_find_library(CRM_ICUDATA icudata "" libicu-dev)
crm_find_library(CRM_ABSL_STRINGS absl_strings absl/strings/string_view.h libabsl-dev)
crm_find_library(CRM_MSTCH mstch mstch/mstch.hpp libmstch-dev)
crm_find_library(CRM_PUGIXML pugixml pugixml.hpp libpugixml-dev)
find_path(CRM_XLSXWRITER_INCLUDE xlsxwriter.h)
crm_require(xlsxwriter.h libxlsxwriter-dev CRM_XLSXWRITER_INCLUDE)

if(crm_missing_packages)
  list(REMOVE_DUPLICATES crm_missing_packages)
  list(JOIN crm_missing_packages " " packages)
  message(FATAL_ERROR "some libraries are missing; install them with\n  apt-get install ${packages}")
endif()

# libphonenumber's archive needs Abseil's, which are many and refer to each other.
get_filename_component(crm_absl_dir ${CRM_ABSL_STRINGS} DIRECTORY)
if(CRM_ABSL_STRINGS MATCHES "\\.a$")
  file(GLOB crm_absl ${crm_absl_dir}/libabsl_*.a)
  set(crm_absl -Wl,--start-group ${crm_absl} -Wl,--end-group)
else()
  set(crm_absl ${CRM_ABSL_STRINGS})
endif()

add_library(crm_dependencies INTERFACE)
target_link_libraries(crm_dependencies INTERFACE
  CLI11::CLI11 nlohmann_json::nlohmann_json
  ${CRM_SQLITECPP} ${CRM_SQLITE} ${CRM_UTF8PROC} ${CRM_CSV} ${CRM_NETTLE} ${CRM_MSTCH} ${CRM_PUGIXML}
  ${CRM_PHONENUMBER} ${CRM_PROTOBUF} ${CRM_ICUI18N} ${CRM_ICUUC} ${CRM_ICUDATA} ${crm_absl}
  ${CMAKE_DL_LIBS} m pthread)
