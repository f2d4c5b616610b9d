# The words that help and completion offer for a value are those that the program takes: each of them,
# and where nothing else is taken, the refusal of another word lists just the same.
cd "$1" && . tests/structure/sources.sh
crm=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder" XDG_CONFIG_HOME="$folder" CRM_DB="$folder/crm.db"
{
    "$crm" init --company 'Muster GmbH' && "$crm" contact add-company 'Kunde KG' --customer --street 'Ring 1' --postcode 50667 --city Köln &&
        "$crm" contact add-person 'Anna Groß' --at 10001 && "$crm" log add 10002 --subject Gruß &&
        "$crm" stock product add P-1 Pumpe --price 5 && "$crm" order new sale 10001 --line P-1 &&
        "$crm" mailing create Brief --channel post -q
} >/dev/null || exit 1
printf 'company\nNeu GmbH\n' >"$folder/file.csv"
printf 'sku,name\nP-2,Filter\n' >"$folder/products.csv"

# A command that takes a value of that name.
give() # name, word
{
    case $1 in
    FORMAT) "$crm" contact list -o "$folder/out" --format "$2" ;;
    DIALECT) "$crm" contact list --csv-dialect "$2" ;;
    MARK) "$crm" contact list --decimal "$2" ;;
    WHEN) "$crm" contact list --color "$2" && "$crm" contact list --progress "$2" ;;
    KIND) "$crm" contact list --kind "$2" ;;
    SOURCE) "$crm" contact import "$folder/file.csv" -n --from "$2" ;;
    ENCODING) "$crm" contact import "$folder/file.csv" -n --encoding "$2" ;;
    DELIMITER) "$crm" contact import "$folder/file.csv" -n --delimiter "$2" ;;
    DUPLICATES) "$crm" contact import "$folder/file.csv" -n --on-duplicate "$2" ;;
    FUNCTION) "$crm" contact edit 10002 -n --for "$2" ;;
    USE) "$crm" contact address add 10001 -n --city Bonn --as "$2" ;;
    RELATION) "$crm" contact relate 10000 10001 -n --as "$2" ;;
    CHANNEL) "$crm" contact block 10001 "$2" -n ;;
    PREFERRED-CHANNEL) "$crm" contact prefer 10001 "$2" -n ;;
    PAYMENT) "$crm" contact condition add 10001 -n --payment "$2" ;;
    LOG-CHANNEL) "$crm" log add 10001 -n --subject Gruß --channel "$2" ;;
    ANY-CHANNEL) "$crm" log list --channel "$2" ;;
    DIRECTION) "$crm" log add 10001 -n --subject Gruß --direction "$2" ;;
    RESPONSE) "$crm" mailing respond Brief 10001 "$2" -n ;;
    OUTCOME) "$crm" log add 10001 -n --subject Gruß --outcome "$2" ;;
    ORDER-KIND) "$crm" order list --kind "$2" ;;
    ORDER-STATUS) "$crm" order list --status "$2" ;;
    KNOWN-PRODUCTS) "$crm" stock product import "$folder/products.csv" -n --on-duplicate "$2" ;;
    AGING-BASIS) "$crm" openitems aging --basis "$2" ;;
    BASIS) "$crm" report revenue --basis "$2" ;;
    COMPARISON) "$crm" report revenue --compare "$2" ;;
    LEVEL) "$crm" report margin --by customer --level "$2" ;;
    ABC-KEY) "$crm" report abc --by "$2" ;;
    ACTIVITY-KEY) "$crm" report activity --by "$2" ;;
    REPORT-KEY) "$crm" report revenue --by "$2" ;;
    BANK-BOOKING) "$crm" openitems bank book 1 --as "$2" ;;
    COST-METHOD) "$crm" stock value --method "$2" ;;
    PAPER) "$crm" order print AU2026-00001 --as "$2" ;;
    TAX) "$crm" stock product edit P-1 -n --tax "$2" ;;
    ORDER-FIELD) "$crm" order edit AU2026-00001 -n --unset "$2" ;;
    PRODUCT-FIELD) "$crm" stock product edit P-1 -n --unset "$2" ;;
    LOG-FIELD) "$crm" log amend 1 -n --unset "$2" ;;
    SIDE) "$crm" openitems list --side "$2" ;;
    MAILING-CHANNEL) "$crm" mailing recipients --channel "$2" ;;
    RECIPIENT) "$crm" mailing recipients --channel post --per "$2" ;;
    REVENUE-BASIS) "$crm" mailing recipients --channel post --basis "$2" ;;
    *) return 99 ;;
    esac >/dev/null 2>"$folder/err"
}

# What is wrong with the words of a value, a line each.
complaints() # name, word...
{
    name=$1
    shift
    for word; do
        code=0
        give "$name" "$word" || code=$?
        [ $code -ne 99 ] || { echo "$name: this test knows no command that takes it" && return; }
        [ $code -ne 2 ] || echo "$name: '$word' is offered, but refused"
    done
    code=0
    give "$name" nonsense || code=$?
    case $name in
    USE | RELATION) [ $code -eq 0 ] || echo "$name: a word of one's own is refused" && return ;;
    esac
    [ $code -eq 2 ] || echo "$name: 'nonsense' ends with $code"
    # A list that has a comma among its words is separated by blanks.
    with_commas=$(printf ', %s' "$@")
    with_blanks=$(printf ' %s' "$@")
    hint=$(sed -n 's/^hint: one of: //p' "$folder/err")
    [ "$hint" = "${with_commas#, }" ] || [ "$hint" = "${with_blanks# }" ] ||
        echo "$name: '${with_blanks# }' is offered, but the hint says '$hint'"
}

tab=$(printf '\t')
IFS=$tab
finish 'offered and taken words differ' "$("$crm" __describe | awk -F '\t' '$2 == "choices" && !seen[$4]++' |
    cut -f 4- | while read -r line; do
    # shellcheck disable=SC2086 # the words are separated by tabs
    complaints $line
done)"
