# The jobs of crm-cron(7), in crontabs and systemd units, run as they stand there but below a folder of their own, on
# the data that its examples make; twice, as jobs do.
cd "$1" && . tests/structure/sources.sh
page=$PWD/man/prose/crm-cron.md
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
mkdir -p "$work/srv/backup" "$work/srv/files" "$work/bin"
cp "$2" "$work/bin/crm"
cat >"$work/bin/msmtp" <<'END'
#!/bin/sh
{ echo "sent to $1"; cat; } >>mails
END
sed -n '/^    #!\/bin\/sh/,/^$/s/^    //p' "$page" >"$work/bin/mail-if-any"
chmod +x "$work/bin/msmtp" "$work/bin/mail-if-any"
cd "$work" || exit 1
export PATH="$work/bin:$PATH" LC_ALL=C.UTF-8 TZ=UTC CRM_TODAY=2026-06-30 CRM_DB="$work/srv/crm.db"
sed -n 's/^% //p' "$page" | sh -e >setup.log 2>&1 || { cat setup.log; exit 1; }
export CRM_USER=AG

# Five fields, two blanks at least, and the command; in units the command alone.
{
    sed -nE 's/^    (([^ #]+ ){4}[^ ]+)  +(.*)$/\3/p' "$page" | sed 's/\\%/%/g'
    sed -n 's/^    ExecStart=//p' "$page"
} | sed "s|/srv/crm|$work/srv|g; s|/usr/bin/||g" >jobs
[ "$(wc -l <jobs)" -ge 10 ] || { echo "only $(wc -l <jobs) jobs were found"; exit 1; }

findings=$(
    cat jobs jobs | while read -r job; do
        sh -c "$job" >out 2>err </dev/null
        code=$?
        case $code,$job in
        0,* | 1,*--if-any*) [ ! -s err ] || { echo "$job"; cat err; } ;;
        *) echo "exit status $code: $job"; cat err ;;
        esac
    done
    for file in srv/backup/crm-?.db srv/files/zahlen.html srv/files/kunden.svg srv/files/kunden.xlsx; do
        [ -s "$file" ] || echo "$file was not made"
    done
    grep -q '^Subject: Heute zu tun$' mails || echo 'no mail of what is to do'
    grep -q 'Angebot Hydraulik' mails || echo 'the mail does not say what is to do'
    mail-if-any nobody@muster.example Nichts crm stock reorder --if-any || echo 'a list of nothing is no failure'
    grep -q nobody@muster.example mails && echo 'a list of nothing was mailed'
    mail-if-any nobody@muster.example Fehler crm log due --for XX 2>err && echo 'a failure was hidden'
    printf 'From: info@mueller.example\nTo: anna@muster.example\nSubject: Frage\nMessage-ID: <1@mueller.example>\n\nText\n' |
        sh -c "$(sed -n "s|/srv/crm|$work/srv|; s|^    \".*\(crm .*\)\"|\1|p" "$page")" >out 2>err ||
        { echo 'a mail is not recorded'; cat err; }
    crm log list -f csv | grep -q Frage || echo 'no mail was recorded'
    crm db check 2>&1
)
finish 'jobs that do not run as described' "$findings"
