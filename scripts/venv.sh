#!/bin/sh
# Makes a virtual environment, also where Debian's python3-venv is not installed.
# usage: venv.sh PYTHON DIRECTORY
set -eu
python=$1
venv=$2
if ! "$python" -m venv "$venv" >/dev/null 2>&1; then
    rm -rf "$venv"
    # --target is allowed on externally managed Pythons; nothing is installed into the system.
    "$python" -m pip install --quiet --require-hashes --target .bootstrap -r requirements/bootstrap.txt
    PYTHONPATH=.bootstrap "$python" -m virtualenv --quiet "$venv"
fi
