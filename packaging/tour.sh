#!/usr/bin/env bash
# tour.sh PROGRAM FOLDER: the demo clinic worked through by real key events on a virtual display, as pictures and a PDF.
set -euo pipefail

[[ $# -eq 2 ]] || { echo "usage: tour.sh PROGRAM FOLDER" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$1
# Emptied by name, never by folder: the caller may have pointed at a folder with other files.
mkdir -p "$2"
folder=$(cd "$2" && pwd)
rm -f "$folder"/*.png "$folder"/*.pdf

printf '\n== No display found: touring the demo clinic on a virtual one (up to five minutes)\n'
status=0
"$here/with_display.sh" -s 1366x768x24 -- timeout -k 10 300 "$program" --demo --tour "$folder" || status=$?
if [[ $status -eq 124 || $status -eq 137 ]]; then
    echo "tour.sh: the tour was stopped after five minutes" >&2
fi
printf '\n== The tour is in %s\n' "$folder"
ls -l "$folder"
exit "$status"
