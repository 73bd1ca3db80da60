#!/bin/sh
# Installeert Beraad voor jou alleen, in ~/.local. Vraagt geen rechten en geen internet.
#
#   ./installeren.sh               installeren, of een nieuwe versie over de vorige
#   ./installeren.sh --verwijder   het programma weghalen; je beraden blijven
set -eu
unset CDPATH
cd -- "$(dirname -- "$0")"

data=${XDG_DATA_HOME:-$HOME/.local/share}
home=$data/beraad-programma
command=$HOME/.local/bin/beraad
desktop=$data/applications/beraad.desktop
icon=$data/icons/hicolor/scalable/apps/beraad.svg
kinds=$data/mime/packages/beraad.xml

give_up() {
    printf '%s\n' "$@" >&2
    exit 1
}

tell_desktop() {
    update-mime-database "$data/mime" >/dev/null 2>&1 || :
    update-desktop-database "$data/applications" >/dev/null 2>&1 || :
}

if [ "${1:-}" = --verwijder ]; then
    rm -rf -- "$home"
    rm -f -- "$command" "$desktop" "$icon" "$kinds"
    tell_desktop
    echo "Beraad is weg. Je beraden en instellingen staan er nog."
    exit 0
fi
[ $# = 0 ] || give_up "Gebruik: ./installeren.sh of ./installeren.sh --verwijder"

python=
for name in python3 python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null &&
        "$name" -c 'import ensurepip, venv' 2>/dev/null; then
        python=$name
        break
    fi
done
[ -n "$python" ] || give_up \
    "Python 3.11, 3.12 of 3.13 met de module venv staat hier niet." \
    "Vraag je beheerder om die te installeren (op Debian en Ubuntu: python3-venv)."

sha256sum --check --quiet --strict controle.sha256 || give_up \
    "Een bestand is niet wat het hoort te zijn. Haal het pakket opnieuw op."

echo "Ik zet Beraad klaar. Dat duurt een minuut …"
mkdir -p -- "$data"
new=$(mktemp -d -- "$data/.beraad-programma.XXXXXX")
trap 'rm -rf -- "$new"' EXIT
# It is made beside its place and moved there whole: what fails half-way changes nothing.
"$python" -I -m venv --without-pip -- "$new"
# What the pip of this computer is set to do is not for this: only these files, and only here.
export PIP_CONFIG_FILE=/dev/null PIP_USER=0 PIP_TARGET= PIP_PREFIX= PIP_ROOT= PIP_CONSTRAINT=
wheel=$("$python" -c 'import ensurepip, os; p = os.path.join(ensurepip.__path__[0], "_bundled")
print(next((os.path.join(p, n) for n in os.listdir(p) if n.startswith("pip-")), ""))' 2>/dev/null || :)
[ -n "$wheel" ] || wheel=$(ls -- /usr/share/python-wheels/pip-*.whl 2>/dev/null | head -n 1)
[ -n "$wheel" ] || give_up "Er is geen pip bij deze Python. Op Debian en Ubuntu: python3-venv."
PYTHONPATH=$wheel "$new/bin/python" -m pip install --quiet --no-input --disable-pip-version-check \
    --no-deps --no-index --find-links wheels --require-hashes --only-binary :all: \
    -r "eisen.txt" || give_up "Beraad kon niet worden geïnstalleerd. Is er ruimte op de schijf?"
rm -rf -- "$home"
mv -- "$new" "$home"
trap - EXIT

mkdir -p -- "$(dirname -- "$command")" "$(dirname -- "$desktop")" "$(dirname -- "$icon")" \
    "$(dirname -- "$kinds")"
cat >"$command" <<STARTER
#!/bin/sh
exec "$home/bin/python" -I -X utf8 -m beraad "\$@"
STARTER
chmod 755 "$command"
sed "s|^Exec=.*|Exec=\"$command\" %f|" beraad.desktop >"$desktop"
cp -- beraad.svg "$icon"
cp -- beraad.xml "$kinds"
tell_desktop
missing=$("$home/bin/python" -I - 2>&1 <<'PYTHON'
import ctypes
import importlib.util
import pathlib
import sys

spec = importlib.util.find_spec("PySide6")
if spec is not None:
    qt = pathlib.Path(spec.submodule_search_locations[0]) / "Qt"
    for library in ("lib/libQt6Widgets.so.6", "plugins/platforms/libqxcb.so"):
        try:
            ctypes.CDLL(str(qt / library))
        except OSError as error:
            sys.exit(str(error))
PYTHON
) || printf '%s\n' "Voor het venster ontbreekt nog iets op deze computer: $missing" \
    "Vraag je beheerder om, op Debian en Ubuntu: libgl1 libegl1 libxkbcommon-x11-0 libxcb-cursor0" \
    "libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libdbus-1-3 libfontconfig1"
echo "Klaar. Beraad staat in het menu, en begint ook met: $command"
