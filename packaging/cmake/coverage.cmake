if(CHAIRSIDE_COVERAGE)
    target_compile_options(chairside_options INTERFACE --coverage -fprofile-update=atomic)
    target_link_options(chairside_options INTERFACE --coverage)

    find_program(GCOVR_PROGRAM gcovr)
    if(GCOVR_PROGRAM)
        add_custom_target(
            coverage_report
            COMMAND "${GCOVR_PROGRAM}" --root "${PROJECT_SOURCE_DIR}" --filter core/ --filter ui/ --filter app/
                    --exclude-throw-branches --txt --html-details "${PROJECT_BINARY_DIR}/coverage.html"
            WORKING_DIRECTORY "${PROJECT_BINARY_DIR}"
            VERBATIM
        )
    endif()
endif()
