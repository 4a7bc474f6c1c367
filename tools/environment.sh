#!/bin/sh
# Makes .venv with everything that runs, tests and builds the project, from the hashed pins.
# Does nothing when the stamp in it says that it was made here, from the same files. Uses uv where
# it is installed; needs nothing but Python 3.11 or later where it is not.
set -eu
cd "$(dirname "$0")/.."

stamp=.venv/.installed
python=.venv/bin/python

say() { printf '%s\n' "$*" >&2; }

suits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for name in python3 python3.13 python3.12 python3.11; do
        if suits "$name"; then echo "$name"; return; fi
    done
    found=$(python3 --version 2>/dev/null) && found="$found is too old" || found="not found"
    say "python: $found; install Python 3.11 or later, or uv"
    exit 1
}

fingerprint() { { pwd; cat requirements-dev.txt pyproject.toml tools/environment.sh; } | cksum; }

make_with_uv() {
    suits "$python" || uv venv --quiet --clear --python '>=3.11' .venv
    uv pip install --quiet --python "$python" --compile-bytecode --require-hashes --no-deps \
        -r requirements-dev.txt
    uv pip install --quiet --python "$python" --no-deps --no-build-isolation --editable .
}

# The pins are the whole closure, so no resolver is asked: those of old releases of pip fail on it.
make_with_pip() {
    if ! suits "$python" || ! "$python" -m pip --version >/dev/null 2>&1; then
        base=$(find_python)
        if ! "$base" -c 'import ensurepip, venv' >/dev/null 2>&1; then
            say "$base: it cannot make environments; install its venv package (Debian: python3-venv) or uv"
            exit 1
        fi
        "$base" -m venv --clear .venv
    fi
    export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1
    "$python" -m pip install --quiet --require-hashes --no-deps -r requirements-dev.txt
    "$python" -m pip install --quiet --no-deps --no-build-isolation --editable .
}

if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint)" ] && suits "$python"; then exit 0; fi

say "Making .venv from requirements-dev.txt (once; again when that changes)"
if command -v uv >/dev/null 2>&1; then make_with_uv; else make_with_pip; fi
# An editable install is compiled by nobody, where Python is told to write no bytecode.
"$python" -m compileall -q reader
fingerprint > "$stamp"
