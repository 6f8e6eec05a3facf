# Run while a Debian package is put together (debian.cmake): its copyright and its changelog, the
# command's manual, and what pip and pytest read about the Python package.
set(root "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")
set(papers "${root}/share/doc/${birthcase_package}")
file(READ "${birthcase_source}/NOTICE" notice)
string(REPLACE "see LICENSE." "on Debian its text is in\n/usr/share/common-licenses/Apache-2.0." notice "${notice}")
file(WRITE "${papers}/copyright" "${notice}")

string(TIMESTAMP moment "%a, %d %b %Y %H:%M:%S +0000" UTC)  # SOURCE_DATE_EPOCH, where that is set
file(WRITE "${papers}/changelog" "birthcase (${birthcase_version}) unstable; urgency=medium

  * CHANGELOG.md of the sources says what is new in ${birthcase_version}.

 -- ${birthcase_contact}  ${moment}
")
execute_process(COMMAND gzip --best --no-name --force "${papers}/changelog" COMMAND_ERROR_IS_FATAL ANY)

if(birthcase_package STREQUAL "birthcase")
  file(COPY "${birthcase_source}/docs/birthcase.1" DESTINATION "${root}/share/man/man1")
  execute_process(COMMAND gzip --best --no-name --force "${root}/share/man/man1/birthcase.1" COMMAND_ERROR_IS_FATAL ANY)
endif()
if(birthcase_package STREQUAL "python3-birthcase")
  execute_process(COMMAND python3 -B "${birthcase_source}/release/artefacts/dist_info.py" "${root}/lib/python3/dist-packages"
    COMMAND_ERROR_IS_FATAL ANY)
endif()
