# The manual pages have no mistakes that mandoc or groff know of. They name the version instead of a day.
cd "$1" && . tests/structure/sources.sh
if command -v mandoc >/dev/null; then
    findings=$(mandoc -T lint -W warning man/*.[17] | grep -v 'missing date')
elif command -v groff >/dev/null; then
    findings=$(for page in man/*.[17]; do groff -man -ww -z "$page" 2>&1; done)
else
    skip 'neither mandoc nor groff is installed'
fi
finish 'mistakes in manual pages' "$findings"
