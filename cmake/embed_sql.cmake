# Embeds lib/crm/store/sql/NNNN_name.sql, in order, and lib/crm/store/sql/views/*.sql as one C++ source; a
# changed file re-runs CMake. SQLite keeps the text of a table or trigger and parses all of them at each start
# of the program, so remarks, blank lines and indentation stay out. (No text in the SQL contains "--" or
# more than one blank.)
function(crm_read_sql file result)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} text)
  string(REGEX REPLACE "[ \t]*--[^\n]*" "" text "${text}")
  string(REGEX REPLACE "[ \t]+" " " text "${text}")
  string(REGEX REPLACE "\n[ \n]*" "\n" text "\n${text}")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# A CHECK of more than two values would make SQLite fill a table with them for each row that is written, which
# costs as much as the row: they are compared one by one. (Not in the condition of an index, which a query names.)
function(crm_compare_one_by_one text result)
  string(REGEX MATCHALL "CHECK \\([a-z_]+ IN \\('[^(),]+',[^(),]+,[^()]+'\\)" checks "${text}")
  foreach(check IN LISTS checks)
    string(REGEX MATCH "^CHECK \\(([a-z_]+) IN \\((.*)\\)$" whole "${check}")
    set(column ${CMAKE_MATCH_1})
    string(REGEX REPLACE ",[ \n]*" " OR ${column} = " values "${CMAKE_MATCH_2}")
    string(REPLACE "${check}" "CHECK ((${column} = ${values})" text "${text}")
  endforeach()
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

file(GLOB crm_sql_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/lib/crm/store/sql/*.sql)
list(SORT crm_sql_files)
set(crm_migrations "")
foreach(file IN LISTS crm_sql_files)
  get_filename_component(name ${file} NAME_WE)
  crm_read_sql(${file} text)
  crm_compare_one_by_one("${text}" text)
  # A compiler may limit the length of one literal, so each statement becomes a literal of its own.
  string(REPLACE ";\nCREATE" ";\n)crmsql\" R\"crmsql(CREATE" text "${text}")
  string(APPEND crm_migrations "    {\"${name}\", R\"crmsql(${text})crmsql\"},\n")
endforeach()

# A file of views is nothing but CREATE VIEW name AS SELECT ...; one after the other.
file(GLOB crm_view_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/lib/crm/store/sql/views/*.sql)
set(crm_views "")
foreach(file IN LISTS crm_view_files)
  crm_read_sql(${file} text)
  string(REGEX REPLACE "\nCREATE VIEW ([a-z_]+) AS\n" "\n    {\"\\1\", R\"crmsql(" text "${text}")
  string(REPLACE ";\n" ")crmsql\"},\n" text "${text}")
  string(APPEND crm_views "${text}")
endforeach()

set(CRM_EMBEDDED_SQL ${CMAKE_BINARY_DIR}/generated/embedded_sql.cpp)
configure_file(${CMAKE_SOURCE_DIR}/cmake/embedded_sql.cpp.in ${CRM_EMBEDDED_SQL} @ONLY)
