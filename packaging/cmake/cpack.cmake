# One Debian package of everything that is installed: cmake --build --preset release && cpack --config build/release/CPackConfig.cmake
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME chairside)
set(CPACK_PACKAGE_VENDOR "The Chairside authors")
set(CPACK_PACKAGE_CONTACT "The Chairside authors <chairside@chairside.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "treatment courses of low-dose ketamine infusions")
set(CPACK_PACKAGE_DESCRIPTION
    "Records infusions at the chair, charts the response, computes doses and
re-treatment windows, and prints visit summaries for an outpatient clinic
that treats fibromyalgia. The program records, computes and explains; a
licensed clinician decides."
)
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
                                                WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL OFF)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# Reading the libraries' dependencies needs dpkg-dev.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plugins and fonts are loaded by name at run time, where no tool sees them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, fonts-open-sans")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, qt6-gtk-platformtheme, qt6-translations-l10n")
include(CPack)
