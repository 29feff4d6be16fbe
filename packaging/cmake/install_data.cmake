if(CHAIRSIDE_GUI)
    set(linux_files "${PROJECT_SOURCE_DIR}/packaging/linux")
    install(FILES "${linux_files}/chairside.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications"
            COMPONENT chairside)
    install(FILES "${linux_files}/org.chairside.Chairside.metainfo.xml"
            DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo" COMPONENT chairside)
    install(FILES "${linux_files}/chairside.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT chairside)
    install(FILES "${linux_files}/copyright" DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT chairside)
    install(FILES "${PROJECT_SOURCE_DIR}/resources/icons/chairside.svg"
            DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps" COMPONENT chairside OPTIONAL)
endif()
