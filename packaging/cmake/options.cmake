# What every target of ours is compiled with (chairside_options) and what only code that sees Qt adds (chairside_qt_options).
add_library(chairside_options INTERFACE)
target_compile_features(chairside_options INTERFACE cxx_std_23)
target_include_directories(chairside_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(chairside_options INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
# Debian's g++ does not pass this by itself: without it the headless program would load every Qt library.
target_link_options(chairside_options INTERFACE -Wl,--as-needed)

add_library(chairside_qt_options INTERFACE)
target_compile_definitions(
    chairside_qt_options
    INTERFACE
        QT_NO_CAST_FROM_ASCII
        QT_NO_CAST_TO_ASCII
        QT_NO_KEYWORDS
        QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
        QT_USE_QSTRINGBUILDER
)
