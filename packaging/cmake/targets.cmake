# chairside_library(name FOLDERS a b [SOURCES x.cpp] [EXCLUDE y.cpp] [PUBLIC ...] [PRIVATE ...] [NO_UNITY])
# A static library of every .cpp below FOLDERS (relative to the top of the tree) and of SOURCES.
function(chairside_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "NO_UNITY" "" "FOLDERS;SOURCES;EXCLUDE;PUBLIC;PRIVATE")
    chairside_glob(sources FOLDERS ${arg_FOLDERS} EXCLUDE ${arg_EXCLUDE})
    list(APPEND sources ${arg_SOURCES})
    if(NOT sources)
        # A static library needs one translation unit; a layer of headers only has none.
        set(sources "${PROJECT_BINARY_DIR}/generated/empty.cpp")
        file(CONFIGURE OUTPUT "${sources}" CONTENT "\n")
    endif()
    add_library(${name} STATIC ${sources})
    string(REPLACE "chairside_" "chairside::" alias "${name}")
    add_library(${alias} ALIAS ${name})
    target_link_libraries(${name} PUBLIC chairside_options ${arg_PUBLIC} PRIVATE chairside_warnings ${arg_PRIVATE})
    if(arg_NO_UNITY)
        set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
    endif()
endfunction()

# chairside_test(name FOLDERS a b LABEL unit [LINK ...] [SOURCES main.cpp] [MAIN_IN_SOURCES] [OFFSCREEN])
# One GoogleTest executable and one CTest entry: a process per test case would cost more than the tests themselves.
# Nothing is made while the folders hold no .cpp.
function(chairside_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "MAIN_IN_SOURCES;OFFSCREEN" "LABEL" "FOLDERS;SOURCES;LINK")
    chairside_glob(sources FOLDERS ${arg_FOLDERS})
    if(NOT sources)
        return()
    endif()
    if(arg_MAIN_IN_SOURCES AND NOT arg_SOURCES)
        message(WARNING "${name} is left out: its main is missing")
        return()
    endif()
    add_executable(${name} ${sources} ${arg_SOURCES})
    target_link_libraries(
        ${name} PRIVATE chairside_options chairside_warnings ${arg_LINK} GTest::gmock GTest::gtest
                        $<$<NOT:$<BOOL:${arg_MAIN_IN_SOURCES}>>:GTest::gtest_main>
    )
    target_compile_definitions(
        ${name} PRIVATE CHAIRSIDE_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                        CHAIRSIDE_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
    )
    set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
    if(CHAIRSIDE_PRECOMPILED_TESTS)
        chairside_precompile(${name} ${arg_OFFSCREEN})
    endif()
    if(CHAIRSIDE_SANITIZERS)
        # Instrumented and optimised, a test takes twice as long to compile, and what is under test lies elsewhere.
        target_compile_options(${name} PRIVATE -O0)
    endif()
    add_test(NAME ${name} COMMAND ${name} --gtest_brief=1)
    set(seconds 600)
    if(CHAIRSIDE_SANITIZERS)
        set(seconds 6000)
    endif()
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABEL}" TIMEOUT ${seconds})
    if(arg_OFFSCREEN)
        set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
    endif()
endfunction()

# What nearly every test includes and nobody edits is read once instead of once a file.
function(chairside_precompile name gui)
    target_precompile_headers(
        ${name} PRIVATE <gmock/gmock.h> <gtest/gtest.h> <algorithm> <chrono> <expected> <filesystem> <functional> <map>
                        <memory> <optional> <ranges> <set> <string> <vector>
    )
    if(gui)
        target_precompile_headers(
            ${name} PRIVATE <QApplication> <QComboBox> <QLabel> <QLineEdit> <QPushButton> <QTableView> <QTest>
                            <QVBoxLayout>
        )
    endif()
endfunction()

# chairside_glob(variable FOLDERS a b [EXCLUDE x.cpp]): paths are relative to the top of the tree.
function(chairside_glob variable)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "FOLDERS;EXCLUDE")
    list(TRANSFORM arg_FOLDERS PREPEND "${PROJECT_SOURCE_DIR}/" OUTPUT_VARIABLE patterns)
    list(TRANSFORM patterns APPEND "/*.cpp")
    file(GLOB_RECURSE found CONFIGURE_DEPENDS ${patterns})
    list(TRANSFORM arg_EXCLUDE PREPEND "${PROJECT_SOURCE_DIR}/")
    if(arg_EXCLUDE)
        list(REMOVE_ITEM found ${arg_EXCLUDE})
    endif()
    set(${variable} "${found}" PARENT_SCOPE)
endfunction()
