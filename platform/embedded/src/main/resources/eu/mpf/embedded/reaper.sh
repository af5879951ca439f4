# Reads what to end from its standard input and waits; when that input ends, the owner is gone, however it went.
#   "+ SIGNAL PID"  end PID with SIGNAL      "- PID"  PID has ended by itself      "rm PATH"  remove PATH at the end
trap '' INT TERM HUP
children= scratch=
while read -r action first second; do
  case $action in
    +) children="$children $first:$second" ;;
    -) kept=
       for child in $children; do [ "${child#*:}" = "$first" ] || kept="$kept $child"; done
       children=$kept ;;
    rm) scratch=$first ;;
  esac
done
for child in $children; do kill -"${child%%:*}" "${child#*:}" 2>/dev/null; done
rounds=0
for child in $children; do
  while kill -0 "${child#*:}" 2>/dev/null && [ $rounds -lt 100 ]; do
    sleep 0.1
    rounds=$((rounds + 1))
  done
  kill -KILL "${child#*:}" 2>/dev/null
done
if [ -n "$scratch" ]; then rm -rf "$scratch" || { sleep 1; rm -rf "$scratch"; }; fi
