# Messages of a mailing are read back by Python's email package, which knows nothing of ours: every
# recipient's name, subject, text and HTML come back as they are in the database.
cd "$1" && . tests/structure/sources.sh
crm=$2
python3 -c 'import email.policy' 2>/dev/null || skip 'python3 is not installed, or without its email package'
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder" XDG_CONFIG_HOME="$folder" CRM_DB="$folder/crm.db" CRM_TODAY=2026-06-30

cat >"$folder/customers.csv" <<'CSV'
name,email,customer
Müller & Söhne GmbH,info@müller.example,yes
"Groß, Klein und ""Partner"" <OHG>",gross@klein.example,yes
Łódź Çelik Ærø Ltd,a.b+c@d-e.example,yes
🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃🙂🙃 Emoji AG,emoji@emoji.example,yes
株式会社日本の長い名前の会社であってヘッダーに収まらない,nihon@kaisha.example,yes
Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsübergangslösung KG,lang@lang.example,yes
=?utf-8?q?Falsches_Wort?= GmbH,wort@wort.example,yes
"Zwei
Bcc: alle@boese.example
Zeilen GmbH",zeilen@zeilen.example,yes
CSV
printf 'Subject: Grüße an {{name}}\nFrom: "Büro, Köln" <buero@example.com>\n\n' >"$folder/template.txt"
cat >>"$folder/template.txt" <<'TEXT'
Liebe Leute von {{name}},

From hier an: = und Umlaute äöüß, ein Punkt in einer Zeile
.
und eine Zeile ohne Ende, die länger ist, als eine Zeile in einer E-Mail sein darf, weil sie nämlich nirgends aufhört und sehr viele Zeichen hat 🙂
<html><body>
<p title="ä">{{name}}</p>
</body></html>
TEXT
{
    "$crm" init --company 'Eigene Handels GmbH' --city Köln --email info@eigene.example &&
        "$crm" contact import "$folder/customers.csv" &&
        "$crm" config set consent.email.business allowed &&
        "$crm" config set mailing.unsubscribe 'mailto:ab@eigene.example https://eigene.example/ab?n={{number}}' &&
        "$crm" mailing create Frühjahr --channel email -q &&
        "$crm" mailing export Frühjahr --eml "$folder/out" --template "$folder/template.txt" -q &&
        "$crm" mailing export Frühjahr -f json -o "$folder/recipients.json" -q
} >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }

finish 'messages that another program reads otherwise' "$(python3 tests/mime/read_back.py "$folder" 2>&1)"
