# Embeds lib/crm/store/sql/NNNN_name.sql, in order, as one C++ source; a changed file re-runs CMake.
file(GLOB crm_sql_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/lib/crm/store/sql/*.sql)
list(SORT crm_sql_files)
set(crm_migrations "")
foreach(file IN LISTS crm_sql_files)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} text)
  # A compiler may limit the length of one literal, so each statement block becomes a literal of its own.
  string(REPLACE "\n\n" "\n)crmsql\" R\"crmsql(\n" text "${text}")
  string(APPEND crm_migrations "    {\"${name}\", R\"crmsql(${text})crmsql\"},\n")
endforeach()
set(CRM_EMBEDDED_SQL ${CMAKE_BINARY_DIR}/generated/migrations.cpp)
configure_file(${CMAKE_SOURCE_DIR}/cmake/migrations.cpp.in ${CRM_EMBEDDED_SQL} @ONLY)
