#!/usr/bin/env bash
# What the tests need besides node: a Chromium for the pages, Python for the example implementation, Redis for sweeps over a
# queue, and R or pandas for the snippets of docs/data.md. `test/needs.sh long`: Valkey, too, which Debian has since trixie,
# and for bookworm in its backports.
set -euo pipefail
# sources of packages in place of the machine's, where they do not have all
sources=

# gets a Debian package, with further words for apt-get, as root or through sudo; says what is missing where it cannot
get() {
  local as=()
  if [ "$(id -u)" != 0 ]; then as=(sudo -n); fi
  local apt=("${as[@]}" apt-get -qq)
  if [ -n "$sources" ]; then apt+=(-o "Dir::Etc::sourcelist=$sources"); fi
  if command -v apt-get >/dev/null && "${apt[@]}" update && "${apt[@]}" install -y "$@" >/dev/null; then
    return
  fi
  echo "npm test needs $1, and it could not be installed here: install it and try again" >&2
  exit 69
}

command -v chromium chromium-browser google-chrome >/dev/null || get chromium
command -v python3 >/dev/null || get python3
command -v redis-server >/dev/null || get redis-server
command -v openssl >/dev/null || get openssl
has_pandas() { python3 -c 'import pandas' 2>/dev/null || /usr/bin/python3 -c 'import pandas' 2>/dev/null; }
# what pandas recommends is ten times as large as it is, and not needed
command -v Rscript >/dev/null || has_pandas || get python3-pandas --no-install-recommends
if [ "${1:-}" = long ] && ! command -v valkey-server >/dev/null; then
  # the backports for this installation alone: the sources of the machine stay as they are
  if grep -q '^VERSION_CODENAME=bookworm' /etc/os-release 2>/dev/null; then
    sources=$(mktemp --suffix=.list)
    trap 'rm "$sources"' EXIT
    cat /etc/apt/sources.list >"$sources" 2>/dev/null || true
    echo 'deb http://deb.debian.org/debian bookworm-backports main' >>"$sources"
    chmod 644 "$sources"
  fi
  get valkey-server
fi
