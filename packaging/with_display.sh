#!/usr/bin/env bash
# with_display.sh [-s WIDTHxHEIGHTxDEPTH] [--] COMMAND ARGS...
# Runs COMMAND on a display of its own: Xvfb, a private session bus, the accessibility bus and a window manager.
# Everything started here ends with it. The exit status is the command's.
# shellcheck disable=SC2317 # cleanup is called by the trap
set -euo pipefail

size=1366x768x24
while [[ $# -gt 0 ]]; do
    case $1 in
        -s) size=$2; shift 2 ;;
        --) shift; break ;;
        *) break ;;
    esac
done
[[ $# -gt 0 ]] || { echo "usage: with_display.sh [-s WxHxD] [--] COMMAND ARGS..." >&2; exit 2; }

scratch=$(mktemp -d "${TMPDIR:-/tmp}/chairside-display.XXXXXX")
started=()

descendants() {
    local child
    for child in $(cat "/proc/$1/task/"*/children 2>/dev/null || true); do descendants "$child"; done
    echo "$1"
}

# Buses start helpers that outlive them for a moment: wait for the whole tree, then insist.
cleanup() {
    local all=() pid i alive
    trap - EXIT
    for pid in "${started[@]}"; do mapfile -t -O "${#all[@]}" all < <(descendants "$pid"); done
    for ((i = ${#started[@]} - 1; i >= 0; i--)); do kill "${started[i]}" 2>/dev/null || true; done
    for ((i = 0; i < 20; i++)); do
        alive=0
        for pid in "${all[@]}"; do if kill -0 "$pid" 2>/dev/null; then alive=1; fi; done
        [[ $alive -eq 1 ]] || break
        sleep 0.05
    done
    for pid in "${all[@]}"; do kill -9 "$pid" 2>/dev/null || true; done
    rm -rf "$scratch"
}
trap cleanup EXIT
trap 'exit 130' INT TERM HUP

wait_for() { # COMMAND...: up to five seconds
    local i
    for ((i = 0; i < 100; i++)); do
        if "$@" >/dev/null 2>&1; then return 0; fi
        sleep 0.05
    done
    return 1
}

# The server picks a free number and writes it only once it answers.
mkfifo "$scratch/number"
Xvfb -displayfd 3 -screen 0 "$size" -dpi 96 -nolisten tcp -noreset 3>"$scratch/number" >"$scratch/xvfb.log" 2>&1 &
started+=($!)
read -t 30 -r number <"$scratch/number" || { echo "Xvfb did not start:" >&2; cat "$scratch/xvfb.log" >&2; exit 1; }
export DISPLAY=:$number
unset WAYLAND_DISPLAY XAUTHORITY

export XDG_RUNTIME_DIR=$scratch/run
mkdir -m 700 "$XDG_RUNTIME_DIR"
cat >"$scratch/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=$scratch/bus</listen><auth>EXTERNAL</auth>
<standard_session_servicedirs/><policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
CONF
dbus-daemon --config-file="$scratch/bus.conf" --nofork --nopidfile >"$scratch/bus.log" 2>&1 &
started+=($!)
wait_for test -S "$scratch/bus" || { echo "dbus-daemon did not start:" >&2; cat "$scratch/bus.log" >&2; exit 1; }
export DBUS_SESSION_BUS_ADDRESS=unix:path=$scratch/bus

export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_ACCESSIBILITY=1 NO_AT_BRIDGE=0 QT_QPA_PLATFORM=xcb
launcher=/usr/libexec/at-spi-bus-launcher
if [[ -x $launcher ]]; then
    "$launcher" --launch-immediately >"$scratch/accessibility.log" 2>&1 &
    started+=($!)
    wait_for dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress || true
fi

openbox --sm-disable >"$scratch/openbox.log" 2>&1 &
started+=($!)
wait_for sh -c 'xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 0x' || true

status=0
"$@" || status=$?
exit "$status"
