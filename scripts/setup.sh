#!/bin/sh
# Makes the project's own Python environment and installs the project into it.
#
#   setup.sh ENVIRONMENT REQUIREMENT [CONSTRAINTS]
#
# ENVIRONMENT is a folder such as .venv, REQUIREMENT "." or ".[dev]", CONSTRAINTS a file of exact
# versions; without one the newest versions that pyproject.toml allows are taken. PYTHON in the
# environment names the Python to use. Nothing outside the project's folder is written.
set -eu

environment=$1
requirement=$2
constraints=${3:-}

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "$*"
    exit 1
}

# The reader's own pip settings must not turn an install here into one elsewhere.
PIP_USER=0
PIP_REQUIRE_VIRTUALENV=0
PIP_DISABLE_PIP_VERSION_CHECK=1
export PIP_USER PIP_REQUIRE_VIRTUALENV PIP_DISABLE_PIP_VERSION_CHECK

recent() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        recent "$PYTHON" || fail "Broadsheet needs Python 3.11 or newer, and PYTHON=$PYTHON is not one."
        printf '%s\n' "$PYTHON"
        return
    fi
    for candidate in python3.13 python3.12 python3.11 python3; do
        if recent "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    fail "Broadsheet needs Python 3.11 or newer, and none was found; name one with PYTHON=/path/to/python3."
}

# Debian ships Python without ensurepip, and then `python -m venv` leaves half an environment.
make_environment() {
    rm -rf "$environment"
    if "$1" -c 'import ensurepip' >/dev/null 2>&1; then
        "$1" -m venv "$environment"
        return
    fi
    "$1" -m pip --version >/dev/null 2>&1 ||
        fail "$1 has neither ensurepip nor pip; install python3-venv (or name another Python with PYTHON=)."
    bootstrap=$environment-bootstrap
    rm -rf "$bootstrap"
    "$1" -m pip install --quiet --target "$bootstrap" virtualenv
    PYTHONPATH=$bootstrap "$1" -m virtualenv --quiet "$environment"
    rm -rf "$bootstrap"
}

if ! { recent "$environment/bin/python" && "$environment/bin/python" -m pip --version; } >/dev/null 2>&1; then
    python=$(find_python)
    say "Making $environment with $python; this happens once."
    make_environment "$python"
fi

say "Installing $requirement into $environment; this takes a minute the first time."
if [ -n "$constraints" ]; then
    "$environment/bin/python" -m pip install --quiet --constraint "$constraints" --editable "$requirement"
else
    "$environment/bin/python" -m pip install --quiet --upgrade --upgrade-strategy eager --editable "$requirement"
fi
