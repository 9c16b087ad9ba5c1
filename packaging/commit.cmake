# -DSOURCE=… -DHEADER=…: writes the header that names the commit of the source tree; empty without
# git, as in a source package. An unchanged header keeps its time, so that nothing is built again.
cmake_policy(VERSION 3.20)
execute_process(COMMAND git describe --always --dirty --abbrev=10 --exclude=*
  WORKING_DIRECTORY ${SOURCE} OUTPUT_VARIABLE commit ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
file(CONFIGURE OUTPUT ${HEADER} CONTENT "#pragma once\n#define GHREVEAL_COMMIT \"@commit@\"\n" @ONLY)
