if(CHAIRSIDE_SANITIZERS)
    set(chairside_sanitizer_flags "-fsanitize=${CHAIRSIDE_SANITIZERS}" -fno-sanitize-recover=all
                                  -fno-omit-frame-pointer)
    target_compile_options(chairside_options INTERFACE ${chairside_sanitizer_flags})
    target_link_options(chairside_options INTERFACE ${chairside_sanitizer_flags})
endif()
