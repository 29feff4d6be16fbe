# The one list of warnings; linked PRIVATE by every target of ours, so that headers of others stay silent.
add_library(chairside_warnings INTERFACE)
target_compile_options(
    chairside_warnings
    INTERFACE
        -Wall
        -Wextra
        -Wno-missing-field-initializers # designated initializers name what differs, the rest has its default
        -Wpedantic
        -Wshadow
        -Wconversion
        -Wsign-conversion
        -Wold-style-cast
        -Wnon-virtual-dtor
        -Woverloaded-virtual
        -Wnull-dereference
        -Wdouble-promotion
        -Wformat=2
        -Wimplicit-fallthrough
        -Wundef
        # In a unity batch a type that is private to its file looks as if it were shared.
        $<$<BOOL:${CMAKE_UNITY_BUILD}>:-Wno-subobject-linkage>
        $<$<BOOL:${CHAIRSIDE_WERROR}>:-Werror>
)
