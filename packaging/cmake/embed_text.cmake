# Text files compiled in, byte for byte.
#
# chairside_embed_text(variable OUTPUT name.cpp HEADER core/x/y.h NAMESPACE a::b TYPE T FUNCTION f [NUMBERED] FILES ...)
# declares a rule that makes OUTPUT, which defines `std::span<const T> f()` with one T per file, and puts the path of
# OUTPUT into variable. T is {name, text}, or {number, name, text} when NUMBERED (the digits a file name starts with).
#
# The same file is the script the rule runs: cmake -D… -P embed_text.cmake
function(chairside_embed_text variable)
    cmake_parse_arguments(PARSE_ARGV 1 arg "NUMBERED" "OUTPUT;HEADER;NAMESPACE;TYPE;FUNCTION" "FILES")
    set(output "${PROJECT_BINARY_DIR}/generated/${arg_OUTPUT}")
    list(SORT arg_FILES)
    list(JOIN arg_FILES "|" files)
    set(script "${PROJECT_SOURCE_DIR}/packaging/cmake/embed_text.cmake")
    # The list itself is an input: a removed file changes the list and no file's time.
    file(CONFIGURE OUTPUT "${output}.list" CONTENT "${files}\n")
    add_custom_command(
        OUTPUT "${output}"
        COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DHEADER=${arg_HEADER}" "-DNAMESPACE=${arg_NAMESPACE}"
                "-DTYPE=${arg_TYPE}" "-DFUNCTION=${arg_FUNCTION}" "-DNUMBERED=${arg_NUMBERED}" "-DFILES=${files}"
                -P "${script}"
        DEPENDS ${arg_FILES} "${output}.list" "${script}"
        COMMENT "Embedding ${arg_OUTPUT}"
        VERBATIM
    )
    # Large, and alone in wanting <array>: nothing is gained by joining it to others.
    set_source_files_properties("${output}" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    set(${variable} "${output}" PARENT_SCOPE)
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE)
    return()
endif()

string(REPLACE "|" ";" files "${FILES}")
set(texts "")
set(rows "")
set(index 0)
foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME_WLE)
    file(READ "${file}" hex HEX)
    string(LENGTH "${hex}" digits)
    math(EXPR bytes "${digits} / 2")
    # One source line per text line keeps compilers, and people with a debugger, comfortable.
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," hex "${hex}")
    string(REPLACE "'\\x0a'," "'\\x0a',\n    " hex "${hex}")
    string(APPEND texts "constexpr char kText${index}[] = {\n    ${hex}'\\0'};\n")
    set(number "")
    if(NUMBERED)
        string(REGEX REPLACE "^0*([0-9]+).*$" "\\1, " number "${name}")
    endif()
    string(APPEND rows "    {${number}\"${name}\", std::string_view(kText${index}, ${bytes})},\n")
    math(EXPR index "${index} + 1")
endforeach()
if(rows)
    set(table "constexpr std::array<${TYPE}, ${index}> kTable = {{\n${rows}}};")
    set(answer "kTable")
else()
    set(table "")
    set(answer "{}")
endif()
file(
    CONFIGURE
    OUTPUT "${OUTPUT}"
    CONTENT
        [[// Generated from text files; edit those.
#include "@HEADER@"

#include <array>

namespace @NAMESPACE@ {
namespace {

@texts@
@table@

} // namespace

std::span<const @TYPE@> @FUNCTION@() {
    return @answer@;
}

} // namespace @NAMESPACE@
]]
    @ONLY
)
# file(CONFIGURE) leaves an unchanged file alone; the build tool wants to see that the rule ran.
file(TOUCH "${OUTPUT}")
