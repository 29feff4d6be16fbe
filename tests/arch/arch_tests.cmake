find_package(Python3 REQUIRED COMPONENTS Interpreter)
# Python's own cache of compiled files stays out of the source tree.
set(arch_environment "PYTHONPYCACHEPREFIX=${PROJECT_BINARY_DIR}/pycache")
file(GLOB arch_checks CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/check_*.py")
foreach(check IN LISTS arch_checks)
    get_filename_component(name "${check}" NAME_WE)
    add_test(NAME arch_${name} COMMAND Python3::Interpreter "${check}" "${PROJECT_SOURCE_DIR}")
    set_tests_properties(arch_${name} PROPERTIES LABELS arch ENVIRONMENT "${arch_environment}")
endforeach()
add_test(NAME arch_selftest COMMAND Python3::Interpreter -m unittest discover -s selftest -q
         WORKING_DIRECTORY "${CMAKE_CURRENT_LIST_DIR}")
set_tests_properties(arch_selftest PROPERTIES LABELS arch ENVIRONMENT "${arch_environment}")
