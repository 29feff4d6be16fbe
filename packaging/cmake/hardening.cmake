# Of every build: costs nothing to compile.
target_link_options(chairside_options INTERFACE -Wl,-z,relro,-z,now -Wl,-z,noexecstack)

if(CHAIRSIDE_HARDENING)
    target_compile_definitions(chairside_options INTERFACE _GLIBCXX_ASSERTIONS)
    # Debian's own build flags may already set a lower level: take that back first.
    target_compile_options(
        chairside_options
        INTERFACE -U_FORTIFY_SOURCE
                  -D_FORTIFY_SOURCE=3
                  -fstack-protector-strong
                  -fstack-clash-protection
                  $<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-fcf-protection>
    )
endif()
