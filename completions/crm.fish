# Completion of crm for fish; made by `crm __generate fish`.

# Prints the command that has been typed so far, then how many arguments follow it.
function __crm_state
    set -l path crm
    set -l count 0
    set -l skip 0
    set -l plain 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
        else if test $plain = 0; and string match -qr -- '^-' $word
            test "$word" = --; and set plain 1
            contains -- $word (__crm_value_options crm) (__crm_value_options $path); and set skip 1
        else if test $count = 0; and contains -- "$path $word" (__crm_commands)
            set path "$path $word"
        else
            set count (math $count + 1)
        end
    end
    printf '%s\n' $path $count
end

# Whether the command $argv[1] has been typed, and $argv[2] arguments ("2+": at least so many).
function __crm_at
    set -l state (__crm_state)
    test "$state[1]" = "$argv[1]"; or return 1
    switch "$argv[2]"
        case ''
            return 0
        case '*+'
            test $state[2] -ge (string trim -c + $argv[2])
        case '*'
            test $state[2] = $argv[2]
    end
end

# Prints what the database has of $argv[1].
function __crm_stored
    set -l words (commandline -opc)
    set -l database
    if set -l place (contains -i -- --db $words)
        set database CRM_DB=$words[(math $place + 1)]
    else if set -l given (string replace -f -- --db= '' $words)
        set database CRM_DB=$given[-1]
    end
    set -l typed (commandline -ct | string replace -r -- '^--[^=]*=' '' | string unescape)
    env $database $words[1] __complete $argv[1] "$typed" 2>/dev/null
end

function __crm_commands
    printf '%s\n' \
        'crm' \
        'crm init' \
        'crm contact' \
        'crm contact add-company' \
        'crm contact add-person' \
        'crm contact edit' \
        'crm contact archive' \
        'crm contact unarchive' \
        'crm contact employ' \
        'crm contact leave' \
        'crm contact absent' \
        'crm contact present' \
        'crm contact absences' \
        'crm contact hand-over' \
        'crm contact address' \
        'crm contact address add' \
        'crm contact address list' \
        'crm contact address end' \
        'crm contact tag' \
        'crm contact untag' \
        'crm contact relate' \
        'crm contact unrelate' \
        'crm contact prefer' \
        'crm contact block' \
        'crm contact allow' \
        'crm contact consents' \
        'crm contact condition' \
        'crm contact condition add' \
        'crm contact condition list' \
        'crm contact condition end' \
        'crm contact condition explain' \
        'crm contact mandate' \
        'crm contact mandate add' \
        'crm contact mandate list' \
        'crm contact mandate end' \
        'crm contact note' \
        'crm contact notes' \
        'crm contact unnote' \
        'crm contact find' \
        'crm contact list' \
        'crm contact lookup' \
        'crm contact show' \
        'crm contact duplicates' \
        'crm contact merge' \
        'crm contact disclose' \
        'crm contact erase' \
        'crm contact import' \
        'crm contact export' \
        'crm log' \
        'crm log add' \
        'crm log list' \
        'crm log show' \
        'crm log search' \
        'crm log amend' \
        'crm log due' \
        'crm log done' \
        'crm log frequency' \
        'crm log target' \
        'crm log import' \
        'crm order' \
        'crm order new' \
        'crm order edit' \
        'crm order line' \
        'crm order line add' \
        'crm order line set' \
        'crm order line remove' \
        'crm order accept' \
        'crm order lose' \
        'crm order confirm' \
        'crm order cancel' \
        'crm order deliver' \
        'crm order return' \
        'crm order invoice' \
        'crm order credit' \
        'crm order list' \
        'crm order lines' \
        'crm order show' \
        'crm order print' \
        'crm order import' \
        'crm stock' \
        'crm stock product' \
        'crm stock product add' \
        'crm stock product edit' \
        'crm stock product archive' \
        'crm stock product unarchive' \
        'crm stock product list' \
        'crm stock product show' \
        'crm stock product export' \
        'crm stock product supplier' \
        'crm stock product supplier add' \
        'crm stock product supplier list' \
        'crm stock product supplier remove' \
        'crm stock product import' \
        'crm stock list' \
        'crm stock moves' \
        'crm stock location' \
        'crm stock location add' \
        'crm stock location list' \
        'crm stock receive' \
        'crm stock issue' \
        'crm stock transfer' \
        'crm stock reverse' \
        'crm stock lot' \
        'crm stock lot edit' \
        'crm stock count' \
        'crm stock count start' \
        'crm stock count list' \
        'crm stock count sheet' \
        'crm stock count enter' \
        'crm stock count diff' \
        'crm stock count post' \
        'crm stock count cancel' \
        'crm stock count due' \
        'crm stock value' \
        'crm stock inventory' \
        'crm stock slow' \
        'crm stock reorder' \
        'crm openitems' \
        'crm openitems list' \
        'crm openitems aging' \
        'crm openitems statement' \
        'crm openitems pay' \
        'crm openitems settle' \
        'crm openitems reverse' \
        'crm openitems write-off' \
        'crm openitems payments' \
        'crm openitems payments list' \
        'crm openitems payments import' \
        'crm openitems import' \
        'crm openitems close' \
        'crm openitems reopen' \
        'crm openitems bank' \
        'crm openitems bank account' \
        'crm openitems bank account add' \
        'crm openitems bank account list' \
        'crm openitems bank import' \
        'crm openitems bank list' \
        'crm openitems bank match' \
        'crm openitems bank unmatch' \
        'crm openitems bank book' \
        'crm openitems bank park' \
        'crm openitems forecast' \
        'crm openitems sepa' \
        'crm openitems sepa transfer' \
        'crm openitems sepa debit' \
        'crm openitems sepa list' \
        'crm openitems sepa undo' \
        'crm openitems datev' \
        'crm openitems datev-accounts' \
        'crm openitems remind' \
        'crm openitems block' \
        'crm openitems unblock' \
        'crm openitems promise' \
        'crm mailing' \
        'crm mailing recipients' \
        'crm mailing segment' \
        'crm mailing segment save' \
        'crm mailing segment list' \
        'crm mailing segment show' \
        'crm mailing segment delete' \
        'crm mailing create' \
        'crm mailing list' \
        'crm mailing show' \
        'crm mailing respond' \
        'crm mailing result' \
        'crm mailing export' \
        'crm report' \
        'crm report revenue' \
        'crm report margin' \
        'crm report abc' \
        'crm report rfm' \
        'crm report pipeline' \
        'crm report payments' \
        'crm report activity' \
        'crm report kpi' \
        'crm report html' \
        'crm config' \
        'crm config list' \
        'crm config get' \
        'crm config set' \
        'crm db' \
        'crm db info' \
        'crm db check' \
        'crm db backup' \
        'crm db restore' \
        'crm db migrate' \
        'crm db optimize' \
        'crm db audit' \
        'crm sql'
end

# Prints the options of a command that take a value.
function __crm_value_options
    switch $argv[1]
        case 'crm'
            printf '%s\n' --db --user --config -f --format --csv-dialect --decimal -c --columns --sort --limit -o --output --color --progress --busy-timeout --today
        case 'crm init'
            printf '%s\n' --company --legal-form --street --postcode --city --country --phone --email --vat-id --tax-number --iban --bic --register --currency --shared --scale
        case 'crm contact add-company'
            printf '%s\n' --number --legal-form --salutation --title --given --family --street --postcode --city --region --country --phone --mobile --fax --email --web --vat-id --tax-number --leitweg-id --iban --bic --language --birthday --manager --tag --note --field
        case 'crm contact add-person'
            printf '%s\n' --number --legal-form --salutation --title --given --family --street --postcode --city --region --country --phone --mobile --fax --email --web --vat-id --tax-number --leitweg-id --iban --bic --language --birthday --manager --tag --note --field --at --role --department --staff --extension --deputy
        case 'crm contact edit'
            printf '%s\n' --name --number --legal-form --salutation --title --given --family --street --postcode --city --region --country --phone --mobile --fax --email --web --vat-id --tax-number --leitweg-id --iban --bic --language --birthday --manager --tag --note --field --role --department --for --not-for --at --staff --extension --deputy --unset
        case 'crm contact employ'
            printf '%s\n' --role --department --phone --email --for --from
        case 'crm contact leave'
            printf '%s\n' --on
        case 'crm contact absent'
            printf '%s\n' --from --to
        case 'crm contact present'
            printf '%s\n' --from --to
        case 'crm contact address add'
            printf '%s\n' --as --street --postcode --city --region --country
        case 'crm contact address end'
            printf '%s\n' --on
        case 'crm contact relate'
            printf '%s\n' --as
        case 'crm contact unrelate'
            printf '%s\n' --as
        case 'crm contact block'
            printf '%s\n' --reason
        case 'crm contact allow'
            printf '%s\n' --source --confirmed --text
        case 'crm contact condition add'
            printf '%s\n' --discount --product --group --price --from-qty --terms --credit-limit --delivery --freight-free-from --payment --text --from --to --agreed-with --agreed-on --log --note
        case 'crm contact condition list'
            printf '%s\n' --as-of
        case 'crm contact condition end'
            printf '%s\n' --on
        case 'crm contact condition explain'
            printf '%s\n' --quantity --date
        case 'crm contact mandate add'
            printf '%s\n' --iban --reference --signed --last-used
        case 'crm contact mandate end'
            printf '%s\n' --on
        case 'crm contact note'
            printf '%s\n' --until --log
        case 'crm contact find'
            printf '%s\n' --kind --city --postcode --tag --manager
        case 'crm contact list'
            printf '%s\n' --kind --tag --manager --city --postcode --country
        case 'crm contact duplicates'
            printf '%s\n' --min-score
        case 'crm contact import'
            printf '%s\n' --encoding --delimiter --map --set --rejects --from --on-duplicate
        case 'crm contact export'
            printf '%s\n' --kind --tag --manager --city --postcode --country
        case 'crm log add'
            printf '%s\n' --caller --mail --subject --text --channel --direction --outcome --at --with --at-company --duration --follow-up --for --order
        case 'crm log list'
            printf '%s\n' --since --until --by --channel
        case 'crm log amend'
            printf '%s\n' --contact --subject --text --channel --direction --outcome --at --with --at-company --duration --follow-up --for --order --unset
        case 'crm log due'
            printf '%s\n' --for --until
        case 'crm log done'
            printf '%s\n' --note
        case 'crm log frequency'
            printf '%s\n' --since --until --not-since --manager
        case 'crm log target'
            printf '%s\n' --tag
        case 'crm log import'
            printf '%s\n' --encoding --delimiter --map --set --rejects
        case 'crm order new'
            printf '%s\n' --line --date --currency --valid-until --deliver-by --reference --buyer-reference --person --text
        case 'crm order edit'
            printf '%s\n' --valid-until --deliver-by --reference --buyer-reference --person --text --unset
        case 'crm order line add'
            printf '%s\n' --quantity --price --discount --text --tax
        case 'crm order line set'
            printf '%s\n' --quantity --price --discount --text --tax
        case 'crm order accept'
            printf '%s\n' --date
        case 'crm order lose'
            printf '%s\n' --reason
        case 'crm order cancel'
            printf '%s\n' --reason
        case 'crm order deliver'
            printf '%s\n' --line --location --date --lot --best-before
        case 'crm order return'
            printf '%s\n' --line --reason --location --date
        case 'crm order invoice'
            printf '%s\n' --until --date --supplier-number
        case 'crm order credit'
            printf '%s\n' --line --location --date --supplier-number --contact
        case 'crm order list'
            printf '%s\n' --kind --status --since --until
        case 'crm order lines'
            printf '%s\n' --kind --status --since --until
        case 'crm order show'
            printf '%s\n' --contact
        case 'crm order print'
            printf '%s\n' --as --contact
        case 'crm order import'
            printf '%s\n' --encoding --delimiter --map --set --rejects
        case 'crm stock product add'
            printf '%s\n' --price --cost --unit --tax --group --supplier --supplier-sku --ean --reorder-at --order-up-to
        case 'crm stock product edit'
            printf '%s\n' --name --price --cost --unit --tax --group --supplier --supplier-sku --ean --reorder-at --order-up-to --unset
        case 'crm stock product list'
            printf '%s\n' --group --supplier
        case 'crm stock product export'
            printf '%s\n' --group --supplier
        case 'crm stock product supplier add'
            printf '%s\n' --sku --price --min --days
        case 'crm stock product import'
            printf '%s\n' --encoding --delimiter --map --set --rejects --date --on-duplicate
        case 'crm stock list'
            printf '%s\n' --location --group --as-of
        case 'crm stock moves'
            printf '%s\n' --since --until
        case 'crm stock receive'
            printf '%s\n' --location --cost --reason --date --lot --best-before
        case 'crm stock issue'
            printf '%s\n' --location --cost --reason --date --lot --best-before
        case 'crm stock transfer'
            printf '%s\n' --from --to --date --lot --reason
        case 'crm stock reverse'
            printf '%s\n' --date --reason
        case 'crm stock lot edit'
            printf '%s\n' --best-before
        case 'crm stock count start'
            printf '%s\n' --location --group --date
        case 'crm stock count enter'
            printf '%s\n' --at --location --lot --counter --map
        case 'crm stock count due'
            printf '%s\n' --year
        case 'crm stock value'
            printf '%s\n' --as-of --method
        case 'crm stock inventory'
            printf '%s\n' --as-of
        case 'crm stock slow'
            printf '%s\n' --not-moved-since
        case 'crm openitems list'
            printf '%s\n' --side --as-of --overdue-days --manager
        case 'crm openitems aging'
            printf '%s\n' --as-of --buckets --basis --side --currency
        case 'crm openitems statement'
            printf '%s\n' --from --to --currency
        case 'crm openitems pay'
            printf '%s\n' --date --document --side --reference --currency
        case 'crm openitems settle'
            printf '%s\n' --amount --date
        case 'crm openitems reverse'
            printf '%s\n' --date --contact
        case 'crm openitems write-off'
            printf '%s\n' --reason --date --contact
        case 'crm openitems payments import'
            printf '%s\n' --encoding --delimiter --map --set --rejects
        case 'crm openitems import'
            printf '%s\n' --encoding --delimiter --map --set --rejects
        case 'crm openitems close'
            printf '%s\n' --until
        case 'crm openitems reopen'
            printf '%s\n' --until --reason
        case 'crm openitems bank account add'
            printf '%s\n' --ledger
        case 'crm openitems bank match'
            printf '%s\n' --date
        case 'crm openitems bank unmatch'
            printf '%s\n' --date
        case 'crm openitems bank book'
            printf '%s\n' --as --date
        case 'crm openitems bank park'
            printf '%s\n' --note
        case 'crm openitems forecast'
            printf '%s\n' --weeks
        case 'crm openitems sepa transfer'
            printf '%s\n' --due-until --date --document --account --contact
        case 'crm openitems sepa debit'
            printf '%s\n' --due-until --date --document --account --contact --letters
        case 'crm openitems datev'
            printf '%s\n' --from --to --again
        case 'crm openitems remind'
            printf '%s\n' --as-of --level --contact --letters --templates --write-templates --run --undo
        case 'crm openitems block'
            printf '%s\n' --until --reason --contact
        case 'crm openitems unblock'
            printf '%s\n' --contact
        case 'crm openitems promise'
            printf '%s\n' --amount --contact
        case 'crm mailing recipients'
            printf '%s\n' --channel --per --segment --tag --not-tag --kind --manager --city --postcode --country --no-order-since --ordered-since --period --basis --min-revenue --max-revenue --min-order-value --top --bought --lot --bought-group --not-contacted-since --not-mailed-since --where
        case 'crm mailing segment save'
            printf '%s\n' --tag --not-tag --kind --manager --city --postcode --country --no-order-since --ordered-since --period --basis --min-revenue --max-revenue --min-order-value --top --bought --lot --bought-group --not-contacted-since --not-mailed-since --where
        case 'crm mailing create'
            printf '%s\n' --channel --per --cost --control --segment --tag --not-tag --kind --manager --city --postcode --country --no-order-since --ordered-since --period --basis --min-revenue --max-revenue --min-order-value --top --bought --lot --bought-group --not-contacted-since --not-mailed-since --where
        case 'crm mailing export'
            printf '%s\n' --eml --template
        case 'crm report revenue'
            printf '%s\n' --by --period --basis --compare --svg
        case 'crm report margin'
            printf '%s\n' --by --level --period --basis --compare --svg
        case 'crm report abc'
            printf '%s\n' --by --limits --period --basis --compare --svg
        case 'crm report rfm'
            printf '%s\n' --period --basis --compare --svg
        case 'crm report pipeline'
            printf '%s\n' --svg
        case 'crm report payments'
            printf '%s\n' --period --basis --compare --svg
        case 'crm report activity'
            printf '%s\n' --by --period --basis --compare --svg
        case 'crm report kpi'
            printf '%s\n' --period --basis --compare --svg
        case 'crm report html'
            printf '%s\n' --period --basis --compare
        case 'crm config get'
            printf '%s\n' --as-of
        case 'crm config set'
            printf '%s\n' --from
        case 'crm db audit'
            printf '%s\n' --contact --document --user --since --until
    end
end

complete -c crm -f
complete -c crm -l db -r -F -d 'the database'
complete -c crm -l user -x -a '(__crm_stored staff)' -d 'who is acting, a staff code'
complete -c crm -l config -r -F -d 'personal defaults (TOML)'
complete -c crm -s f -l format -x -a '\'table\' \'csv\' \'tsv\' \'json\' \'jsonl\' \'xlsx\'' -d 'how results are printed'
complete -c crm -l csv-dialect -x -a '\'rfc4180\' \'excel-de\'' -d 'how CSV is written'
complete -c crm -l decimal -x -a '\'point\' \'comma\'' -d 'how amounts are read'
complete -c crm -s c -l columns -x -d 'choose and order columns, as in a,b,c'
complete -c crm -l sort -x -d 'sort by columns, as in a,-b'
complete -c crm -l limit -x -d 'stop after N rows'
complete -c crm -l no-header -d 'leave out the heading'
complete -c crm -s o -l output -r -F -d 'write to a file, replaced only on success; - is standard output'
complete -c crm -l if-any -d 'without rows print nothing and exit with 1'
complete -c crm -l color -x -a '\'auto\' \'always\' \'never\'' -d 'whether to use colour'
complete -c crm -l progress -x -a '\'auto\' \'always\' \'never\'' -d 'whether to show a progress bar'
complete -c crm -l busy-timeout -x -d 'how long to wait for other writers'
complete -c crm -s y -l yes -d 'answer questions with yes'
complete -c crm -s q -l quiet -d 'no words on standard error but warnings and errors'
complete -c crm -l today -x -d 'the day to work on'
complete -c crm -s h -l help -d 'show help'
complete -c crm -l version -d 'show the version'
complete -c crm -n '__crm_at "crm" 0' -a init -d 'make the database with the own company in it'
complete -c crm -n '__crm_at "crm" 0' -a contact -d 'companies and people: find, keep, import, export'
complete -c crm -n '__crm_at "crm" 0' -a log -d 'what was said: conversations, follow-ups, agreements'
complete -c crm -n '__crm_at "crm" 0' -a order -d 'quotes, orders, deliveries and invoices, sales and purchases'
complete -c crm -n '__crm_at "crm" 0' -a stock -d 'products, where they lie, what they are worth'
complete -c crm -n '__crm_at "crm" 0' -a openitems -d 'what is not settled: invoices and credit notes'
complete -c crm -n '__crm_at "crm" 0' -a mailing -d 'whom to write to or call: by filter, with the legal basis of each'
complete -c crm -n '__crm_at "crm" 0' -a report -d 'the figures of the business: revenue, margins, customers'
complete -c crm -n '__crm_at "crm" 0' -a config -d 'company-wide settings'
complete -c crm -n '__crm_at "crm" 0' -a db -d 'the database file: check, backup, audit'
complete -c crm -n '__crm_at "crm" 0' -a sql -d 'run one SELECT over the documented views, read only'
complete -c crm -n '__crm_at "crm init"' -l company -x -d 'name of the own company'
complete -c crm -n '__crm_at "crm init"' -l legal-form -x -d 'legal form, as in GmbH'
complete -c crm -n '__crm_at "crm init"' -l street -x -d 'street and number'
complete -c crm -n '__crm_at "crm init"' -l postcode -x -d 'postcode'
complete -c crm -n '__crm_at "crm init"' -l city -x -d 'city'
complete -c crm -n '__crm_at "crm init"' -l country -x -d 'country, code or name'
complete -c crm -n '__crm_at "crm init"' -l phone -x -d 'phone'
complete -c crm -n '__crm_at "crm init"' -l email -x -d 'e-mail'
complete -c crm -n '__crm_at "crm init"' -l vat-id -x -d 'VAT ID, checked'
complete -c crm -n '__crm_at "crm init"' -l tax-number -x -d 'tax number'
complete -c crm -n '__crm_at "crm init"' -l iban -x -d 'IBAN, checked'
complete -c crm -n '__crm_at "crm init"' -l bic -x -d 'BIC'
complete -c crm -n '__crm_at "crm init"' -l register -x -d 'commercial register, as in HRB 1234 Göttingen'
complete -c crm -n '__crm_at "crm init"' -l currency -x -d 'currency of the books, EUR unless given'
complete -c crm -n '__crm_at "crm init"' -l shared -x -d 'let everybody in this group of the system work with it'
complete -c crm -n '__crm_at "crm init"' -l demo -d 'a made-up company to try crm on'
complete -c crm -n '__crm_at "crm init"' -l scale -x -d 'makes the demo company N times as large'
complete -c crm -n '__crm_at "crm init"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact" 0' -a add-company -d 'add a company'
complete -c crm -n '__crm_at "crm contact" 0' -a add-person -d 'add a person, at a company or not'
complete -c crm -n '__crm_at "crm contact" 0' -a edit -d 'change a contact'
complete -c crm -n '__crm_at "crm contact" 0' -a archive -d 'take a contact out of the lists'
complete -c crm -n '__crm_at "crm contact" 0' -a unarchive -d 'bring an archived contact back'
complete -c crm -n '__crm_at "crm contact" 0' -a employ -d 'record that a person works at a company'
complete -c crm -n '__crm_at "crm contact" 0' -a leave -d 'end an employment; what was stays recorded'
complete -c crm -n '__crm_at "crm contact" 0' -a absent -d 'record that a staff member is away'
complete -c crm -n '__crm_at "crm contact" 0' -a present -d 'take days of an absence back, or end it'
complete -c crm -n '__crm_at "crm contact" 0' -a absences -d 'list who is away, and who will be'
complete -c crm -n '__crm_at "crm contact" 0' -a hand-over -d 'give all contacts of one manager to another'
complete -c crm -n '__crm_at "crm contact" 0' -a address -d 'further addresses of a contact'
complete -c crm -n '__crm_at "crm contact" 0' -a tag -d 'put tags on a contact'
complete -c crm -n '__crm_at "crm contact" 0' -a untag -d 'take tags off a contact'
complete -c crm -n '__crm_at "crm contact" 0' -a relate -d 'record how two contacts belong together'
complete -c crm -n '__crm_at "crm contact" 0' -a unrelate -d 'take a relation back'
complete -c crm -n '__crm_at "crm contact" 0' -a prefer -d 'say how a contact likes to be reached'
complete -c crm -n '__crm_at "crm contact" 0' -a block -d 'record that a contact wants no advertising on a channel'
complete -c crm -n '__crm_at "crm contact" 0' -a allow -d 'record that a contact consents to advertising'
complete -c crm -n '__crm_at "crm contact" 0' -a consents -d 'show every block and consent ever recorded'
complete -c crm -n '__crm_at "crm contact" 0' -a condition -d 'special conditions agreed with a contact'
complete -c crm -n '__crm_at "crm contact" 0' -a mandate -d 'who allows us to collect by direct debit'
complete -c crm -n '__crm_at "crm contact" 0' -a note -d 'note something about a contact'
complete -c crm -n '__crm_at "crm contact" 0' -a notes -d 'show the notes about a contact'
complete -c crm -n '__crm_at "crm contact" 0' -a unnote -d 'end a note; it stays recorded'
complete -c crm -n '__crm_at "crm contact" 0' -a find -d 'search in everything: names, places, phones, e-mails'
complete -c crm -n '__crm_at "crm contact" 0' -a list -d 'list contacts'
complete -c crm -n '__crm_at "crm contact" 0' -a lookup -d 'who is calling, and who takes the call'
complete -c crm -n '__crm_at "crm contact" 0' -a show -d 'the whole card of a contact'
complete -c crm -n '__crm_at "crm contact" 0' -a duplicates -d 'list contacts that may be the same'
complete -c crm -n '__crm_at "crm contact" 0' -a merge -d 'merge one contact into another'
complete -c crm -n '__crm_at "crm contact" 0' -a disclose -d 'everything held about a person, as JSON'
complete -c crm -n '__crm_at "crm contact" 0' -a erase -d 'erase what is held about a person, as far as the law allows'
complete -c crm -n '__crm_at "crm contact" 0' -a import -d 'import contacts from a CSV file or an address book'
complete -c crm -n '__crm_at "crm contact" 0' -a export -d 'export contacts with every field'
complete -c crm -n '__crm_at "crm contact add-company"' -l number -x -d 'number from a former system'
complete -c crm -n '__crm_at "crm contact add-company"' -l legal-form -x -d 'legal form, as in GmbH'
complete -c crm -n '__crm_at "crm contact add-company"' -l salutation -x -d 'salutation, as in Frau'
complete -c crm -n '__crm_at "crm contact add-company"' -l title -x -d 'title, as in Dr.'
complete -c crm -n '__crm_at "crm contact add-company"' -l given -x -d 'given name'
complete -c crm -n '__crm_at "crm contact add-company"' -l family -x -d 'family name'
complete -c crm -n '__crm_at "crm contact add-company"' -l street -x -d 'street and number'
complete -c crm -n '__crm_at "crm contact add-company"' -l postcode -x -d 'postcode'
complete -c crm -n '__crm_at "crm contact add-company"' -l city -x -d 'city'
complete -c crm -n '__crm_at "crm contact add-company"' -l region -x -d 'region or state'
complete -c crm -n '__crm_at "crm contact add-company"' -l country -x -d 'country, code or name'
complete -c crm -n '__crm_at "crm contact add-company"' -l phone -x -d 'phone'
complete -c crm -n '__crm_at "crm contact add-company"' -l mobile -x -d 'mobile phone'
complete -c crm -n '__crm_at "crm contact add-company"' -l fax -x -d 'fax'
complete -c crm -n '__crm_at "crm contact add-company"' -l email -x -d 'e-mail'
complete -c crm -n '__crm_at "crm contact add-company"' -l web -x -d 'web address'
complete -c crm -n '__crm_at "crm contact add-company"' -l vat-id -x -d 'VAT ID, checked'
complete -c crm -n '__crm_at "crm contact add-company"' -l tax-number -x -d 'tax number'
complete -c crm -n '__crm_at "crm contact add-company"' -l leitweg-id -x -d 'Leitweg-ID of an authority, checked'
complete -c crm -n '__crm_at "crm contact add-company"' -l iban -x -d 'IBAN, checked'
complete -c crm -n '__crm_at "crm contact add-company"' -l bic -x -d 'BIC'
complete -c crm -n '__crm_at "crm contact add-company"' -l language -x -d 'language code, as in de'
complete -c crm -n '__crm_at "crm contact add-company"' -l birthday -x -d 'birthday'
complete -c crm -n '__crm_at "crm contact add-company"' -l customer -d 'is a customer'
complete -c crm -n '__crm_at "crm contact add-company"' -l supplier -d 'is a supplier'
complete -c crm -n '__crm_at "crm contact add-company"' -l prospect -d 'is a prospect'
complete -c crm -n '__crm_at "crm contact add-company"' -l consumer -d 'buys as a consumer, not for a business'
complete -c crm -n '__crm_at "crm contact add-company"' -l business -d 'buys for a business, not as a consumer'
complete -c crm -n '__crm_at "crm contact add-company"' -l manager -x -a '(__crm_stored staff)' -d 'staff member who looks after the contact'
complete -c crm -n '__crm_at "crm contact add-company"' -l tag -x -a '(__crm_stored tags)' -d 'tag'
complete -c crm -n '__crm_at "crm contact add-company"' -l note -x -d 'a note'
complete -c crm -n '__crm_at "crm contact add-company"' -l field -x -d 'field of your own'
complete -c crm -n '__crm_at "crm contact add-company"' -l force -d 'make it although it looks like a duplicate'
complete -c crm -n '__crm_at "crm contact add-company"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact add-person"' -l number -x -d 'number from a former system'
complete -c crm -n '__crm_at "crm contact add-person"' -l legal-form -x -d 'legal form, as in GmbH'
complete -c crm -n '__crm_at "crm contact add-person"' -l salutation -x -d 'salutation, as in Frau'
complete -c crm -n '__crm_at "crm contact add-person"' -l title -x -d 'title, as in Dr.'
complete -c crm -n '__crm_at "crm contact add-person"' -l given -x -d 'given name'
complete -c crm -n '__crm_at "crm contact add-person"' -l family -x -d 'family name'
complete -c crm -n '__crm_at "crm contact add-person"' -l street -x -d 'street and number'
complete -c crm -n '__crm_at "crm contact add-person"' -l postcode -x -d 'postcode'
complete -c crm -n '__crm_at "crm contact add-person"' -l city -x -d 'city'
complete -c crm -n '__crm_at "crm contact add-person"' -l region -x -d 'region or state'
complete -c crm -n '__crm_at "crm contact add-person"' -l country -x -d 'country, code or name'
complete -c crm -n '__crm_at "crm contact add-person"' -l phone -x -d 'phone'
complete -c crm -n '__crm_at "crm contact add-person"' -l mobile -x -d 'mobile phone'
complete -c crm -n '__crm_at "crm contact add-person"' -l fax -x -d 'fax'
complete -c crm -n '__crm_at "crm contact add-person"' -l email -x -d 'e-mail'
complete -c crm -n '__crm_at "crm contact add-person"' -l web -x -d 'web address'
complete -c crm -n '__crm_at "crm contact add-person"' -l vat-id -x -d 'VAT ID, checked'
complete -c crm -n '__crm_at "crm contact add-person"' -l tax-number -x -d 'tax number'
complete -c crm -n '__crm_at "crm contact add-person"' -l leitweg-id -x -d 'Leitweg-ID of an authority, checked'
complete -c crm -n '__crm_at "crm contact add-person"' -l iban -x -d 'IBAN, checked'
complete -c crm -n '__crm_at "crm contact add-person"' -l bic -x -d 'BIC'
complete -c crm -n '__crm_at "crm contact add-person"' -l language -x -d 'language code, as in de'
complete -c crm -n '__crm_at "crm contact add-person"' -l birthday -x -d 'birthday'
complete -c crm -n '__crm_at "crm contact add-person"' -l customer -d 'is a customer'
complete -c crm -n '__crm_at "crm contact add-person"' -l supplier -d 'is a supplier'
complete -c crm -n '__crm_at "crm contact add-person"' -l prospect -d 'is a prospect'
complete -c crm -n '__crm_at "crm contact add-person"' -l consumer -d 'buys as a consumer, not for a business'
complete -c crm -n '__crm_at "crm contact add-person"' -l business -d 'buys for a business, not as a consumer'
complete -c crm -n '__crm_at "crm contact add-person"' -l manager -x -a '(__crm_stored staff)' -d 'staff member who looks after the contact'
complete -c crm -n '__crm_at "crm contact add-person"' -l tag -x -a '(__crm_stored tags)' -d 'tag'
complete -c crm -n '__crm_at "crm contact add-person"' -l note -x -d 'a note'
complete -c crm -n '__crm_at "crm contact add-person"' -l field -x -d 'field of your own'
complete -c crm -n '__crm_at "crm contact add-person"' -l force -d 'make it although it looks like a duplicate'
complete -c crm -n '__crm_at "crm contact add-person"' -l at -x -a '(__crm_stored companies)' -d 'company where the person works'
complete -c crm -n '__crm_at "crm contact add-person"' -l role -x -d 'role there'
complete -c crm -n '__crm_at "crm contact add-person"' -l department -x -d 'department there'
complete -c crm -n '__crm_at "crm contact add-person"' -l staff -x -d 'makes the person own staff with this code'
complete -c crm -n '__crm_at "crm contact add-person"' -l extension -x -d 'extension of the own staff member'
complete -c crm -n '__crm_at "crm contact add-person"' -l deputy -x -a '(__crm_stored staff)' -d 'who stands in for the own staff member'
complete -c crm -n '__crm_at "crm contact add-person"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact edit" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact edit"' -l name -x -d 'new name'
complete -c crm -n '__crm_at "crm contact edit"' -l number -x -d 'new number'
complete -c crm -n '__crm_at "crm contact edit"' -l legal-form -x -d 'legal form, as in GmbH'
complete -c crm -n '__crm_at "crm contact edit"' -l salutation -x -d 'salutation, as in Frau'
complete -c crm -n '__crm_at "crm contact edit"' -l title -x -d 'title, as in Dr.'
complete -c crm -n '__crm_at "crm contact edit"' -l given -x -d 'given name'
complete -c crm -n '__crm_at "crm contact edit"' -l family -x -d 'family name'
complete -c crm -n '__crm_at "crm contact edit"' -l street -x -d 'street and number'
complete -c crm -n '__crm_at "crm contact edit"' -l postcode -x -d 'postcode'
complete -c crm -n '__crm_at "crm contact edit"' -l city -x -d 'city'
complete -c crm -n '__crm_at "crm contact edit"' -l region -x -d 'region or state'
complete -c crm -n '__crm_at "crm contact edit"' -l country -x -d 'country, code or name'
complete -c crm -n '__crm_at "crm contact edit"' -l phone -x -d 'phone'
complete -c crm -n '__crm_at "crm contact edit"' -l mobile -x -d 'mobile phone'
complete -c crm -n '__crm_at "crm contact edit"' -l fax -x -d 'fax'
complete -c crm -n '__crm_at "crm contact edit"' -l email -x -d 'e-mail'
complete -c crm -n '__crm_at "crm contact edit"' -l web -x -d 'web address'
complete -c crm -n '__crm_at "crm contact edit"' -l vat-id -x -d 'VAT ID, checked'
complete -c crm -n '__crm_at "crm contact edit"' -l tax-number -x -d 'tax number'
complete -c crm -n '__crm_at "crm contact edit"' -l leitweg-id -x -d 'Leitweg-ID of an authority, checked'
complete -c crm -n '__crm_at "crm contact edit"' -l iban -x -d 'IBAN, checked'
complete -c crm -n '__crm_at "crm contact edit"' -l bic -x -d 'BIC'
complete -c crm -n '__crm_at "crm contact edit"' -l language -x -d 'language code, as in de'
complete -c crm -n '__crm_at "crm contact edit"' -l birthday -x -d 'birthday'
complete -c crm -n '__crm_at "crm contact edit"' -l customer -d 'is a customer'
complete -c crm -n '__crm_at "crm contact edit"' -l supplier -d 'is a supplier'
complete -c crm -n '__crm_at "crm contact edit"' -l prospect -d 'is a prospect'
complete -c crm -n '__crm_at "crm contact edit"' -l consumer -d 'buys as a consumer, not for a business'
complete -c crm -n '__crm_at "crm contact edit"' -l business -d 'buys for a business, not as a consumer'
complete -c crm -n '__crm_at "crm contact edit"' -l manager -x -a '(__crm_stored staff)' -d 'staff member who looks after the contact'
complete -c crm -n '__crm_at "crm contact edit"' -l tag -x -a '(__crm_stored tags)' -d 'tag'
complete -c crm -n '__crm_at "crm contact edit"' -l note -x -d 'a note'
complete -c crm -n '__crm_at "crm contact edit"' -l field -x -d 'field of your own'
complete -c crm -n '__crm_at "crm contact edit"' -l role -x -d 'role at work'
complete -c crm -n '__crm_at "crm contact edit"' -l department -x -d 'department at work'
complete -c crm -n '__crm_at "crm contact edit"' -l for -x -a '\'accounting\' \'orders\' \'delivery\' \'mailing\'' -d 'what the person is responsible for'
complete -c crm -n '__crm_at "crm contact edit"' -l not-for -x -a '\'accounting\' \'orders\' \'delivery\' \'mailing\'' -d 'what the person is no longer responsible for'
complete -c crm -n '__crm_at "crm contact edit"' -l at -x -a '(__crm_stored companies)' -d 'where that is, if the person works at several companies'
complete -c crm -n '__crm_at "crm contact edit"' -l staff -x -d 'new staff code'
complete -c crm -n '__crm_at "crm contact edit"' -l extension -x -d 'extension of the own staff member'
complete -c crm -n '__crm_at "crm contact edit"' -l deputy -x -a '(__crm_stored staff)' -d 'who stands in for the own staff member'
complete -c crm -n '__crm_at "crm contact edit"' -l unset -x -d 'empties a field; \'for\' is all functions at work'
complete -c crm -n '__crm_at "crm contact edit"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact archive" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact archive"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact unarchive" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact unarchive"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact employ" 0' -a '(__crm_stored persons)'
complete -c crm -n '__crm_at "crm contact employ" 1' -a '(__crm_stored companies)'
complete -c crm -n '__crm_at "crm contact employ"' -l role -x -d 'role there'
complete -c crm -n '__crm_at "crm contact employ"' -l department -x -d 'department there'
complete -c crm -n '__crm_at "crm contact employ"' -l phone -x -d 'phone at work'
complete -c crm -n '__crm_at "crm contact employ"' -l email -x -d 'e-mail at work'
complete -c crm -n '__crm_at "crm contact employ"' -l for -x -a '\'accounting\' \'orders\' \'delivery\' \'mailing\'' -d 'what the person is responsible for'
complete -c crm -n '__crm_at "crm contact employ"' -l main -d 'the person\'s main employment'
complete -c crm -n '__crm_at "crm contact employ"' -l from -x -d 'first day, if it is known'
complete -c crm -n '__crm_at "crm contact employ"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact leave" 0' -a '(__crm_stored persons)'
complete -c crm -n '__crm_at "crm contact leave" 1' -a '(__crm_stored companies)'
complete -c crm -n '__crm_at "crm contact leave"' -l on -x -d 'last day, today unless given'
complete -c crm -n '__crm_at "crm contact leave"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact absent" 0' -a '(__crm_stored staff)'
complete -c crm -n '__crm_at "crm contact absent"' -l from -x -d 'first day away'
complete -c crm -n '__crm_at "crm contact absent"' -l to -x -d 'last day away'
complete -c crm -n '__crm_at "crm contact absent"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact present" 0' -a '(__crm_stored staff)'
complete -c crm -n '__crm_at "crm contact present"' -l from -x -d 'first day here after all, today unless given'
complete -c crm -n '__crm_at "crm contact present"' -l to -x -d 'last day, that of the absence unless given'
complete -c crm -n '__crm_at "crm contact present"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact absences" 0' -a '(__crm_stored staff)'
complete -c crm -n '__crm_at "crm contact absences"' -l all -d 'former absences, too'
complete -c crm -n '__crm_at "crm contact hand-over" 0' -a '(__crm_stored staff)'
complete -c crm -n '__crm_at "crm contact hand-over" 1' -a '(__crm_stored staff)'
complete -c crm -n '__crm_at "crm contact hand-over"' -l follow-ups -d 'open follow-ups, too'
complete -c crm -n '__crm_at "crm contact hand-over"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact address" 0' -a add -d 'add an address, or replace the main one'
complete -c crm -n '__crm_at "crm contact address" 0' -a list -d 'list the addresses of a contact'
complete -c crm -n '__crm_at "crm contact address" 0' -a end -d 'end an address; it stays recorded'
complete -c crm -n '__crm_at "crm contact address add" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact address add"' -l as -x -a '\'main\' \'invoice\' \'delivery\' \'pobox\'' -d 'what the address is used for, or a word of your own'
complete -c crm -n '__crm_at "crm contact address add"' -l street -x -d 'street and number, or the P.O. box'
complete -c crm -n '__crm_at "crm contact address add"' -l postcode -x -d 'postcode'
complete -c crm -n '__crm_at "crm contact address add"' -l city -x -d 'city'
complete -c crm -n '__crm_at "crm contact address add"' -l region -x -d 'region or state'
complete -c crm -n '__crm_at "crm contact address add"' -l country -x -d 'country, code or name'
complete -c crm -n '__crm_at "crm contact address add"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact address list" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact address list"' -l all -d 'former addresses, too'
complete -c crm -n '__crm_at "crm contact address end"' -l on -x -d 'last day, today unless given'
complete -c crm -n '__crm_at "crm contact address end"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact tag" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact tag" 1+' -a '(__crm_stored tags)'
complete -c crm -n '__crm_at "crm contact tag"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact untag" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact untag" 1+' -a '(__crm_stored tags)'
complete -c crm -n '__crm_at "crm contact untag"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact relate" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact relate" 1' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact relate"' -l as -x -a '\'parent\' \'subsidiary\' \'partner\'' -d 'what CONTACT is to OTHER: parent, subsidiary, partner...'
complete -c crm -n '__crm_at "crm contact relate"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact unrelate" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact unrelate" 1' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact unrelate"' -l as -x -a '\'parent\' \'subsidiary\' \'partner\'' -d 'only what CONTACT is to OTHER in this way'
complete -c crm -n '__crm_at "crm contact unrelate"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact prefer" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact prefer" 1' -a '\'post\' \'email\' \'newsletter\' \'phone\' \'sms\' \'fax\' \'mobile\' \'visit\' \'none\''
complete -c crm -n '__crm_at "crm contact prefer"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact block" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact block" 1+' -a '\'post\' \'email\' \'newsletter\' \'phone\' \'sms\' \'fax\''
complete -c crm -n '__crm_at "crm contact block"' -l reason -x -d 'why, in the contact\'s words'
complete -c crm -n '__crm_at "crm contact block"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact allow" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact allow" 1+' -a '\'post\' \'email\' \'newsletter\' \'phone\' \'sms\' \'fax\''
complete -c crm -n '__crm_at "crm contact allow"' -l source -x -d 'where the consent was given'
complete -c crm -n '__crm_at "crm contact allow"' -l confirmed -x -d 'day on which it was confirmed (double opt-in)'
complete -c crm -n '__crm_at "crm contact allow"' -l text -x -d 'what was consented to'
complete -c crm -n '__crm_at "crm contact allow"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact consents" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact condition" 0' -a add -d 'record what was agreed'
complete -c crm -n '__crm_at "crm contact condition" 0' -a list -d 'list the conditions in force'
complete -c crm -n '__crm_at "crm contact condition" 0' -a end -d 'end a condition; it stays recorded'
complete -c crm -n '__crm_at "crm contact condition" 0' -a explain -d 'which discount and price apply, and why'
complete -c crm -n '__crm_at "crm contact condition add" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact condition add"' -l discount -x -d 'discount in percent'
complete -c crm -n '__crm_at "crm contact condition add"' -l product -x -a '(__crm_stored products)' -d 'only on this product'
complete -c crm -n '__crm_at "crm contact condition add"' -l group -x -a '(__crm_stored groups)' -d 'only on this group of products'
complete -c crm -n '__crm_at "crm contact condition add"' -l price -x -d 'price of a product'
complete -c crm -n '__crm_at "crm contact condition add"' -l from-qty -x -d 'quantity from which on the price counts'
complete -c crm -n '__crm_at "crm contact condition add"' -l terms -x -d 'terms of payment, as in \'3% 7, 2% 14, 30 net\''
complete -c crm -n '__crm_at "crm contact condition add"' -l credit-limit -x -d 'how much may be open at most'
complete -c crm -n '__crm_at "crm contact condition add"' -l delivery -x -d 'terms of delivery'
complete -c crm -n '__crm_at "crm contact condition add"' -l freight-free-from -x -d 'value of goods from which on freight is free'
complete -c crm -n '__crm_at "crm contact condition add"' -l payment -x -a '\'transfer\' \'debit\' \'prepaid\'' -d 'how the contact pays'
complete -c crm -n '__crm_at "crm contact condition add"' -l text -x -d 'whatever else was agreed'
complete -c crm -n '__crm_at "crm contact condition add"' -l from -x -d 'first day in force; it has always been unless given'
complete -c crm -n '__crm_at "crm contact condition add"' -l to -x -d 'last day in force; until it is ended unless given'
complete -c crm -n '__crm_at "crm contact condition add"' -l agreed-with -x -a '(__crm_stored persons)' -d 'with whom it was agreed'
complete -c crm -n '__crm_at "crm contact condition add"' -l agreed-on -x -d 'when'
complete -c crm -n '__crm_at "crm contact condition add"' -l log -x -d 'conversation in which it was agreed'
complete -c crm -n '__crm_at "crm contact condition add"' -l note -x -d 'what else there is to know'
complete -c crm -n '__crm_at "crm contact condition add"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact condition list" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact condition list"' -l as-of -x -d 'those in force on that day, today unless given'
complete -c crm -n '__crm_at "crm contact condition list"' -l archived -d 'those of archived contacts, too'
complete -c crm -n '__crm_at "crm contact condition end"' -l on -x -d 'last day in force, today unless given'
complete -c crm -n '__crm_at "crm contact condition end"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact condition explain" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact condition explain" 1' -a '(__crm_stored products)'
complete -c crm -n '__crm_at "crm contact condition explain"' -l quantity -x -d 'how much of it, 1 unless given'
complete -c crm -n '__crm_at "crm contact condition explain"' -l date -x -d 'on which day, today unless given'
complete -c crm -n '__crm_at "crm contact mandate" 0' -a add -d 'record a mandate for direct debits'
complete -c crm -n '__crm_at "crm contact mandate" 0' -a list -d 'mandates, and whether they can be used'
complete -c crm -n '__crm_at "crm contact mandate" 0' -a end -d 'end a mandate; it stays recorded'
complete -c crm -n '__crm_at "crm contact mandate add" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact mandate add"' -l iban -x -d 'the debtor\'s account'
complete -c crm -n '__crm_at "crm contact mandate add"' -l reference -x -d 'how we call the mandate, once for each'
complete -c crm -n '__crm_at "crm contact mandate add"' -l signed -x -d 'day of the signature'
complete -c crm -n '__crm_at "crm contact mandate add"' -l b2b -d 'between businesses, without a right to a refund; else CORE'
complete -c crm -n '__crm_at "crm contact mandate add"' -l last-used -x -d 'when a former system collected with it last'
complete -c crm -n '__crm_at "crm contact mandate add"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact mandate list" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact mandate end"' -l on -x -d 'last day on which it can be used, today unless given'
complete -c crm -n '__crm_at "crm contact mandate end"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact note" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact note"' -l pin -d 'show it at every lookup'
complete -c crm -n '__crm_at "crm contact note"' -l until -x -d 'last day in force'
complete -c crm -n '__crm_at "crm contact note"' -l log -x -d 'conversation in which it came up'
complete -c crm -n '__crm_at "crm contact note"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact notes" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact notes"' -l all -d 'former notes, too'
complete -c crm -n '__crm_at "crm contact unnote"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact find"' -l kind -x -a '\'company\' \'person\'' -d 'only companies or only people'
complete -c crm -n '__crm_at "crm contact find"' -l city -x -d 'only those in this city'
complete -c crm -n '__crm_at "crm contact find"' -l postcode -x -d 'only those with this postcode; 10* for what begins with 10'
complete -c crm -n '__crm_at "crm contact find"' -l tag -x -a '(__crm_stored tags)' -d 'only those with this tag'
complete -c crm -n '__crm_at "crm contact find"' -l manager -x -a '(__crm_stored staff)' -d 'only those whom this staff member looks after'
complete -c crm -n '__crm_at "crm contact find"' -l archived -d 'archived ones, too'
complete -c crm -n '__crm_at "crm contact list"' -l kind -x -a '\'company\' \'person\'' -d 'only companies or only people'
complete -c crm -n '__crm_at "crm contact list"' -l customer -d 'only customers'
complete -c crm -n '__crm_at "crm contact list"' -l supplier -d 'only suppliers'
complete -c crm -n '__crm_at "crm contact list"' -l prospect -d 'only prospects'
complete -c crm -n '__crm_at "crm contact list"' -l staff -d 'only the own staff'
complete -c crm -n '__crm_at "crm contact list"' -l tag -x -a '(__crm_stored tags)' -d 'only those with this tag'
complete -c crm -n '__crm_at "crm contact list"' -l manager -x -a '(__crm_stored staff)' -d 'only those whom this staff member looks after'
complete -c crm -n '__crm_at "crm contact list"' -l city -x -d 'only those in this city'
complete -c crm -n '__crm_at "crm contact list"' -l postcode -x -d 'only those with this postcode; 10* for what begins with 10'
complete -c crm -n '__crm_at "crm contact list"' -l country -x -d 'only those in this country'
complete -c crm -n '__crm_at "crm contact list"' -l archived -d 'archived ones, too'
complete -c crm -n '__crm_at "crm contact show" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact duplicates"' -l min-score -x -d '0 to 100; setting duplicates.min_score unless given'
complete -c crm -n '__crm_at "crm contact merge" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact merge" 1' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm contact merge"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact disclose" 0' -a '(__crm_stored persons)'
complete -c crm -n '__crm_at "crm contact erase" 0' -a '(__crm_stored persons)'
complete -c crm -n '__crm_at "crm contact erase"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact import" 0' -F
complete -c crm -n '__crm_at "crm contact import"' -l encoding -x -a '\'auto\' \'utf-8\' \'utf-16\' \'windows-1252\'' -d 'how the file is encoded'
complete -c crm -n '__crm_at "crm contact import"' -l delimiter -x -a '\'auto\' \',\' \';\' \'tab\'' -d 'what separates its columns'
complete -c crm -n '__crm_at "crm contact import"' -l map -x -d 'what columns with other names mean'
complete -c crm -n '__crm_at "crm contact import"' -l set -x -d 'gives every row a value'
complete -c crm -n '__crm_at "crm contact import"' -l skip-errors -d 'leave bad rows out instead of importing nothing'
complete -c crm -n '__crm_at "crm contact import"' -l rejects -r -F -d 'write bad rows there, with their reasons'
complete -c crm -n '__crm_at "crm contact import"' -l from -x -a '\'csv\' \'vcard\'' -d 'what the file is; by default as it begins'
complete -c crm -n '__crm_at "crm contact import"' -l on-duplicate -x -a '\'skip\' \'update\' \'add\'' -d 'what becomes of contacts that are there already'
complete -c crm -n '__crm_at "crm contact import"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm contact export"' -l kind -x -a '\'company\' \'person\'' -d 'only companies or only people'
complete -c crm -n '__crm_at "crm contact export"' -l customer -d 'only customers'
complete -c crm -n '__crm_at "crm contact export"' -l supplier -d 'only suppliers'
complete -c crm -n '__crm_at "crm contact export"' -l prospect -d 'only prospects'
complete -c crm -n '__crm_at "crm contact export"' -l staff -d 'only the own staff'
complete -c crm -n '__crm_at "crm contact export"' -l tag -x -a '(__crm_stored tags)' -d 'only those with this tag'
complete -c crm -n '__crm_at "crm contact export"' -l manager -x -a '(__crm_stored staff)' -d 'only those whom this staff member looks after'
complete -c crm -n '__crm_at "crm contact export"' -l city -x -d 'only those in this city'
complete -c crm -n '__crm_at "crm contact export"' -l postcode -x -d 'only those with this postcode; 10* for what begins with 10'
complete -c crm -n '__crm_at "crm contact export"' -l country -x -d 'only those in this country'
complete -c crm -n '__crm_at "crm contact export"' -s f -l format -x -a '\'table\' \'csv\' \'tsv\' \'json\' \'jsonl\' \'xlsx\' \'vcard\'' -d 'how results are printed'
complete -c crm -n '__crm_at "crm log" 0' -a add -d 'record what was said'
complete -c crm -n '__crm_at "crm log" 0' -a list -d 'what was said, newest first'
complete -c crm -n '__crm_at "crm log" 0' -a show -d 'one entry, with what it said before'
complete -c crm -n '__crm_at "crm log" 0' -a search -d 'search in subjects and texts, best first'
complete -c crm -n '__crm_at "crm log" 0' -a amend -d 'correct an entry; what it said before stays readable'
complete -c crm -n '__crm_at "crm log" 0' -a due -d 'what has to be done'
complete -c crm -n '__crm_at "crm log" 0' -a done -d 'mark follow-ups as done'
complete -c crm -n '__crm_at "crm log" 0' -a frequency -d 'how often, and when last, was spoken to whom'
complete -c crm -n '__crm_at "crm log" 0' -a target -d 'how often somebody is to be spoken to'
complete -c crm -n '__crm_at "crm log" 0' -a import -d 'import log entries from a CSV file'
complete -c crm -n '__crm_at "crm log add" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm log add"' -l caller -x -d 'who called, by the number shown'
complete -c crm -n '__crm_at "crm log add"' -l mail -r -F -d 'record an e-mail, as saved by a mail program, or -'
complete -c crm -n '__crm_at "crm log add"' -l subject -x -d 'what it was about, in a line'
complete -c crm -n '__crm_at "crm log add"' -l text -x -d 'what was said, or - for standard input'
complete -c crm -n '__crm_at "crm log add"' -l channel -x -a '\'phone\' \'email\' \'visit\' \'letter\' \'meeting\' \'chat\' \'fax\' \'note\'' -d 'how it was said'
complete -c crm -n '__crm_at "crm log add"' -l direction -x -a '\'in\' \'out\'' -d 'who began: they (in) or we (out)'
complete -c crm -n '__crm_at "crm log add"' -l outcome -x -a '\'reached\' \'absent\' \'voicemail\' \'callback\'' -d 'what came of a call'
complete -c crm -n '__crm_at "crm log add"' -l at -x -d 'when it was: 14:05, yesterdayT14:05, 2026-06-30T14:05'
complete -c crm -n '__crm_at "crm log add"' -l with -x -a '(__crm_stored persons)' -d 'who took part, number or exact name'
complete -c crm -n '__crm_at "crm log add"' -l at-company -x -a '(__crm_stored companies)' -d 'for which company the person spoke, if not the main employer'
complete -c crm -n '__crm_at "crm log add"' -l duration -x -d 'how long it took: 15m, 1h30m'
complete -c crm -n '__crm_at "crm log add"' -l follow-up -x -d 'day on which something has to be done'
complete -c crm -n '__crm_at "crm log add"' -l for -x -a '(__crm_stored staff)' -d 'who has to do it'
complete -c crm -n '__crm_at "crm log add"' -l order -x -a '(__crm_stored orders)' -d 'the order that it was about'
complete -c crm -n '__crm_at "crm log add"' -l agreement -d 'something was agreed'
complete -c crm -n '__crm_at "crm log add"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm log list" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm log list"' -l since -x -d 'from this day on, or as long ago as 90d'
complete -c crm -n '__crm_at "crm log list"' -l until -x -d 'up to this day'
complete -c crm -n '__crm_at "crm log list"' -l by -x -a '(__crm_stored staff)' -d 'only what this staff member recorded'
complete -c crm -n '__crm_at "crm log list"' -l channel -x -a '\'phone\' \'email\' \'visit\' \'letter\' \'meeting\' \'chat\' \'fax\' \'note\' \'system\'' -d 'only on this channel'
complete -c crm -n '__crm_at "crm log list"' -l agreement -d 'only what was agreed'
complete -c crm -n '__crm_at "crm log amend"' -l contact -x -a '(__crm_stored contacts)' -d 'with whom it really was'
complete -c crm -n '__crm_at "crm log amend"' -l subject -x -d 'what it was about, in a line'
complete -c crm -n '__crm_at "crm log amend"' -l text -x -d 'what was said, or - for standard input'
complete -c crm -n '__crm_at "crm log amend"' -l channel -x -a '\'phone\' \'email\' \'visit\' \'letter\' \'meeting\' \'chat\' \'fax\' \'note\'' -d 'how it was said'
complete -c crm -n '__crm_at "crm log amend"' -l direction -x -a '\'in\' \'out\'' -d 'who began: they (in) or we (out)'
complete -c crm -n '__crm_at "crm log amend"' -l outcome -x -a '\'reached\' \'absent\' \'voicemail\' \'callback\'' -d 'what came of a call'
complete -c crm -n '__crm_at "crm log amend"' -l at -x -d 'when it was: 14:05, yesterdayT14:05, 2026-06-30T14:05'
complete -c crm -n '__crm_at "crm log amend"' -l with -x -a '(__crm_stored persons)' -d 'who took part, number or exact name'
complete -c crm -n '__crm_at "crm log amend"' -l at-company -x -a '(__crm_stored companies)' -d 'for which company the person spoke, if not the main employer'
complete -c crm -n '__crm_at "crm log amend"' -l duration -x -d 'how long it took: 15m, 1h30m'
complete -c crm -n '__crm_at "crm log amend"' -l follow-up -x -d 'day on which something has to be done'
complete -c crm -n '__crm_at "crm log amend"' -l for -x -a '(__crm_stored staff)' -d 'who has to do it'
complete -c crm -n '__crm_at "crm log amend"' -l order -x -a '(__crm_stored orders)' -d 'the order that it was about'
complete -c crm -n '__crm_at "crm log amend"' -l agreement -d 'something was agreed'
complete -c crm -n '__crm_at "crm log amend"' -l unset -x -a '\'text\' \'outcome\' \'with\' \'duration\' \'follow-up\' \'agreement\' \'order\'' -d 'takes away what was recorded'
complete -c crm -n '__crm_at "crm log amend"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm log due"' -l for -x -a '(__crm_stored staff)' -d 'only what this staff member has to do'
complete -c crm -n '__crm_at "crm log due"' -l mine -d 'only what the acting staff member has to do'
complete -c crm -n '__crm_at "crm log due"' -l until -x -d 'up to this day, today unless given'
complete -c crm -n '__crm_at "crm log due"' -s f -l format -x -a '\'table\' \'csv\' \'tsv\' \'json\' \'jsonl\' \'xlsx\' \'ics\'' -d 'how results are printed'
complete -c crm -n '__crm_at "crm log done"' -l note -x -d 'what came of it'
complete -c crm -n '__crm_at "crm log done"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm log frequency"' -l since -x -d 'count from this day on, or as long ago as 90d'
complete -c crm -n '__crm_at "crm log frequency"' -l until -x -d 'count up to this day, today unless given'
complete -c crm -n '__crm_at "crm log frequency"' -l not-since -x -d 'only those not spoken to since this day, or for as long as 90d'
complete -c crm -n '__crm_at "crm log frequency"' -l customer -d 'only customers'
complete -c crm -n '__crm_at "crm log frequency"' -l manager -x -a '(__crm_stored staff)' -d 'only those whom this staff member looks after'
complete -c crm -n '__crm_at "crm log frequency"' -l person -d 'people instead of companies'
complete -c crm -n '__crm_at "crm log frequency"' -l late -d 'only those later than their target allows'
complete -c crm -n '__crm_at "crm log target" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm log target"' -l tag -x -a '(__crm_stored tags)' -d 'a target for everybody with this tag, instead of CONTACT'
complete -c crm -n '__crm_at "crm log target"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm log import" 0' -F
complete -c crm -n '__crm_at "crm log import"' -l encoding -x -a '\'auto\' \'utf-8\' \'utf-16\' \'windows-1252\'' -d 'how the file is encoded'
complete -c crm -n '__crm_at "crm log import"' -l delimiter -x -a '\'auto\' \',\' \';\' \'tab\'' -d 'what separates its columns'
complete -c crm -n '__crm_at "crm log import"' -l map -x -d 'what columns with other names mean'
complete -c crm -n '__crm_at "crm log import"' -l set -x -d 'gives every row a value'
complete -c crm -n '__crm_at "crm log import"' -l skip-errors -d 'leave bad rows out instead of importing nothing'
complete -c crm -n '__crm_at "crm log import"' -l rejects -r -F -d 'write bad rows there, with their reasons'
complete -c crm -n '__crm_at "crm log import"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm order" 0' -a new -d 'make a draft or a quote'
complete -c crm -n '__crm_at "crm order" 0' -a edit -d 'change what an order says of itself'
complete -c crm -n '__crm_at "crm order" 0' -a line -d 'the lines of a draft or quote'
complete -c crm -n '__crm_at "crm order" 0' -a accept -d 'make an order of a quote'
complete -c crm -n '__crm_at "crm order" 0' -a lose -d 'end a quote of which nothing came'
complete -c crm -n '__crm_at "crm order" 0' -a confirm -d 'make a draft binding'
complete -c crm -n '__crm_at "crm order" 0' -a cancel -d 'give up what is not delivered yet'
complete -c crm -n '__crm_at "crm order" 0' -a deliver -d 'deliver or receive goods'
complete -c crm -n '__crm_at "crm order" 0' -a return -d 'take goods back that are not invoiced'
complete -c crm -n '__crm_at "crm order" 0' -a invoice -d 'invoice what was delivered and is not invoiced'
complete -c crm -n '__crm_at "crm order" 0' -a credit -d 'correct an invoice by a credit note'
complete -c crm -n '__crm_at "crm order" 0' -a list -d 'quotes and orders'
complete -c crm -n '__crm_at "crm order" 0' -a lines -d 'what was ordered, line by line'
complete -c crm -n '__crm_at "crm order" 0' -a show -d 'an order from the quote to the documents'
complete -c crm -n '__crm_at "crm order" 0' -a print -d 'print an order, delivery note or document in the contact\'s language'
complete -c crm -n '__crm_at "crm order" 0' -a import -d 'import orders with their lines from a CSV file'
complete -c crm -n '__crm_at "crm order new" 0' -a '\'sale\' \'purchase\''
complete -c crm -n '__crm_at "crm order new" 1' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm order new"' -l line -x -d 'what is ordered: SKU:QTY@PRICE-PCT%, all but the SKU if needed'
complete -c crm -n '__crm_at "crm order new"' -l quote -d 'a quote instead of a draft'
complete -c crm -n '__crm_at "crm order new"' -l date -x -d 'day of the order, today unless given'
complete -c crm -n '__crm_at "crm order new"' -l currency -x -d 'currency, that of the books unless given'
complete -c crm -n '__crm_at "crm order new"' -l valid-until -x -d 'last day on which a quote is good'
complete -c crm -n '__crm_at "crm order new"' -l deliver-by -x -d 'day by which it is wanted'
complete -c crm -n '__crm_at "crm order new"' -l reference -x -d 'how the contact calls it'
complete -c crm -n '__crm_at "crm order new"' -l buyer-reference -x -d 'what an invoice has to name, a Leitweg-ID for authorities'
complete -c crm -n '__crm_at "crm order new"' -l person -x -a '(__crm_stored persons)' -d 'who of the company orders or is asked'
complete -c crm -n '__crm_at "crm order new"' -l text -x -d 'words above the lines'
complete -c crm -n '__crm_at "crm order new"' -l force -d 'beyond the credit limit, too'
complete -c crm -n '__crm_at "crm order new"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm order edit" 0' -a '(__crm_stored orders)'
complete -c crm -n '__crm_at "crm order edit"' -l valid-until -x -d 'last day on which a quote is good'
complete -c crm -n '__crm_at "crm order edit"' -l deliver-by -x -d 'day by which it is wanted'
complete -c crm -n '__crm_at "crm order edit"' -l reference -x -d 'how the contact calls it'
complete -c crm -n '__crm_at "crm order edit"' -l buyer-reference -x -d 'what an invoice has to name, a Leitweg-ID for authorities'
complete -c crm -n '__crm_at "crm order edit"' -l person -x -a '(__crm_stored persons)' -d 'who of the company orders or is asked'
complete -c crm -n '__crm_at "crm order edit"' -l text -x -d 'words above the lines'
complete -c crm -n '__crm_at "crm order edit"' -l unset -x -a '\'reference\' \'buyer-reference\' \'person\' \'deliver-by\' \'valid-until\' \'text\'' -d 'takes away what was recorded'
complete -c crm -n '__crm_at "crm order edit"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm order line" 0' -a add -d 'add lines'
complete -c crm -n '__crm_at "crm order line" 0' -a set -d 'change a line'
complete -c crm -n '__crm_at "crm order line" 0' -a remove -d 'take lines away'
complete -c crm -n '__crm_at "crm order line add" 0' -a '(__crm_stored orders)'
complete -c crm -n '__crm_at "crm order line add"' -l quantity -x -d 'how many'
complete -c crm -n '__crm_at "crm order line add"' -l price -x -d 'price of one, net'
complete -c crm -n '__crm_at "crm order line add"' -l discount -x -d 'discount in percent'
complete -c crm -n '__crm_at "crm order line add"' -l text -x -d 'what the line says'
complete -c crm -n '__crm_at "crm order line add"' -l tax -x -a '\'standard\' \'reduced\' \'zero\'' -d 'class of VAT of a line without product, that of the goods unless given'
complete -c crm -n '__crm_at "crm order line add"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm order line set" 0' -a '(__crm_stored orders)'
complete -c crm -n '__crm_at "crm order line set"' -l quantity -x -d 'how many'
complete -c crm -n '__crm_at "crm order line set"' -l price -x -d 'price of one, net'
complete -c crm -n '__crm_at "crm order line set"' -l discount -x -d 'discount in percent'
complete -c crm -n '__crm_at "crm order line set"' -l text -x -d 'what the line says'
complete -c crm -n '__crm_at "crm order line set"' -l tax -x -a '\'standard\' \'reduced\' \'zero\'' -d 'class of VAT of a line without product, that of the goods unless given'
complete -c crm -n '__crm_at "crm order line set"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm order line remove" 0' -a '(__crm_stored orders)'
complete -c crm -n '__crm_at "crm order line remove"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm order accept" 0' -a '(__crm_stored orders)'
complete -c crm -n '__crm_at "crm order accept"' -l date -x -d 'day of the order, today unless given'
complete -c crm -n '__crm_at "crm order accept"' -l force -d 'beyond the credit limit, too'
complete -c crm -n '__crm_at "crm order accept"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm order lose" 0' -a '(__crm_stored orders)'
complete -c crm -n '__crm_at "crm order lose"' -l reason -x -d 'why: the price, the time, another one'
complete -c crm -n '__crm_at "crm order lose"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm order confirm" 0' -a '(__crm_stored orders)'
complete -c crm -n '__crm_at "crm order confirm"' -l force -d 'beyond the credit limit, too'
complete -c crm -n '__crm_at "crm order confirm"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm order cancel" 0' -a '(__crm_stored orders)'
complete -c crm -n '__crm_at "crm order cancel"' -l reason -x -d 'why'
complete -c crm -n '__crm_at "crm order cancel"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm order deliver" 0' -a '(__crm_stored orders)'
complete -c crm -n '__crm_at "crm order deliver"' -l line -x -d 'only so much of a line, as in 2=4.5; all that is open unless given'
complete -c crm -n '__crm_at "crm order deliver"' -l location -x -a '(__crm_stored locations)' -d 'where the goods lie, main unless given'
complete -c crm -n '__crm_at "crm order deliver"' -l date -x -d 'day of the delivery, today unless given'
complete -c crm -n '__crm_at "crm order deliver"' -l lot -x -d 'only of this lot; without it what expires first goes first'
complete -c crm -n '__crm_at "crm order deliver"' -l best-before -x -d 'until when a lot that comes in is good'
complete -c crm -n '__crm_at "crm order deliver"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm order return" 0' -a '(__crm_stored orders)'
complete -c crm -n '__crm_at "crm order return"' -l line -x -d 'how much of which line, as in 2=4.5'
complete -c crm -n '__crm_at "crm order return"' -l reason -x -d 'why'
complete -c crm -n '__crm_at "crm order return"' -l location -x -a '(__crm_stored locations)' -d 'where the goods go, where they came from unless given'
complete -c crm -n '__crm_at "crm order return"' -l date -x -d 'day of the return, today unless given'
complete -c crm -n '__crm_at "crm order return"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm order invoice" 0+' -a '(__crm_stored orders)'
complete -c crm -n '__crm_at "crm order invoice"' -l all -d 'every sale of which something was delivered and not invoiced'
complete -c crm -n '__crm_at "crm order invoice"' -l until -x -d 'only what was delivered by then'
complete -c crm -n '__crm_at "crm order invoice"' -l date -x -d 'day of the invoice, today unless given'
complete -c crm -n '__crm_at "crm order invoice"' -l deliver -d 'deliver what is open first'
complete -c crm -n '__crm_at "crm order invoice"' -l supplier-number -x -d 'of a purchase: the number that the supplier gave the invoice'
complete -c crm -n '__crm_at "crm order invoice"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm order credit"' -l line -x -d 'only so much of a line of the invoice; all that is not credited unless given'
complete -c crm -n '__crm_at "crm order credit"' -l return -d 'the goods come back, too'
complete -c crm -n '__crm_at "crm order credit"' -l location -x -a '(__crm_stored locations)' -d 'with --return: where the goods go, where they came from unless given'
complete -c crm -n '__crm_at "crm order credit"' -l date -x -d 'day of the credit note, today unless given'
complete -c crm -n '__crm_at "crm order credit"' -l supplier-number -x -d 'of a purchase: the number that the supplier gave the credit note'
complete -c crm -n '__crm_at "crm order credit"' -l contact -x -a '(__crm_stored contacts)' -d 'whose document it is, when several contacts have one of that number'
complete -c crm -n '__crm_at "crm order credit"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm order list" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm order list"' -l kind -x -a '\'sale\' \'purchase\'' -d 'only sales, or only purchases'
complete -c crm -n '__crm_at "crm order list"' -l status -x -a '\'draft\' \'quote\' \'accepted\' \'lost\' \'confirmed\' \'delivered\' \'invoiced\' \'cancelled\'' -d 'only those that stand there'
complete -c crm -n '__crm_at "crm order list"' -l since -x -d 'from this day on, or as long ago as 90d'
complete -c crm -n '__crm_at "crm order list"' -l until -x -d 'up to this day'
complete -c crm -n '__crm_at "crm order list"' -l open -d 'only those that bind and are not delivered and invoiced whole'
complete -c crm -n '__crm_at "crm order lines" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm order lines"' -l kind -x -a '\'sale\' \'purchase\'' -d 'only sales, or only purchases'
complete -c crm -n '__crm_at "crm order lines"' -l status -x -a '\'draft\' \'quote\' \'accepted\' \'lost\' \'confirmed\' \'delivered\' \'invoiced\' \'cancelled\'' -d 'only those that stand there'
complete -c crm -n '__crm_at "crm order lines"' -l since -x -d 'from this day on, or as long ago as 90d'
complete -c crm -n '__crm_at "crm order lines"' -l until -x -d 'up to this day'
complete -c crm -n '__crm_at "crm order lines"' -l open -d 'only those that bind and are not delivered and invoiced whole'
complete -c crm -n '__crm_at "crm order show"' -l contact -x -a '(__crm_stored contacts)' -d 'whose document it is, when several contacts have one of that number'
complete -c crm -n '__crm_at "crm order print"' -l as -x -a '\'text\' \'html\'' -d 'what to write, text unless given; html prints on sheets of A4'
complete -c crm -n '__crm_at "crm order print"' -l contact -x -a '(__crm_stored contacts)' -d 'whose document it is, when several contacts have one of that number'
complete -c crm -n '__crm_at "crm order import" 0' -F
complete -c crm -n '__crm_at "crm order import"' -l encoding -x -a '\'auto\' \'utf-8\' \'utf-16\' \'windows-1252\'' -d 'how the file is encoded'
complete -c crm -n '__crm_at "crm order import"' -l delimiter -x -a '\'auto\' \',\' \';\' \'tab\'' -d 'what separates its columns'
complete -c crm -n '__crm_at "crm order import"' -l map -x -d 'what columns with other names mean'
complete -c crm -n '__crm_at "crm order import"' -l set -x -d 'gives every row a value'
complete -c crm -n '__crm_at "crm order import"' -l skip-errors -d 'leave bad rows out instead of importing nothing'
complete -c crm -n '__crm_at "crm order import"' -l rejects -r -F -d 'write bad rows there, with their reasons'
complete -c crm -n '__crm_at "crm order import"' -l historical -d 'record them afterwards: no stock is moved or reserved, no item opened'
complete -c crm -n '__crm_at "crm order import"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock" 0' -a product -d 'what is bought and sold'
complete -c crm -n '__crm_at "crm stock" 0' -a list -d 'what there is of every product'
complete -c crm -n '__crm_at "crm stock" 0' -a moves -d 'what came in, went out or changed its place'
complete -c crm -n '__crm_at "crm stock" 0' -a location -d 'places where goods lie'
complete -c crm -n '__crm_at "crm stock" 0' -a receive -d 'goods come in'
complete -c crm -n '__crm_at "crm stock" 0' -a issue -d 'goods go out'
complete -c crm -n '__crm_at "crm stock" 0' -a transfer -d 'goods change their location'
complete -c crm -n '__crm_at "crm stock" 0' -a reverse -d 'take back what was booked by mistake'
complete -c crm -n '__crm_at "crm stock" 0' -a lot -d 'batches of goods'
complete -c crm -n '__crm_at "crm stock" 0' -a count -d 'stocktaking: what is really there'
complete -c crm -n '__crm_at "crm stock" 0' -a value -d 'what the stock is worth'
complete -c crm -n '__crm_at "crm stock" 0' -a inventory -d 'hand out the inventory list of a day, with its checksum'
complete -c crm -n '__crm_at "crm stock" 0' -a slow -d 'goods that lie'
complete -c crm -n '__crm_at "crm stock" 0' -a reorder -d 'what runs short, and what to order from whom'
complete -c crm -n '__crm_at "crm stock product" 0' -a add -d 'make a product'
complete -c crm -n '__crm_at "crm stock product" 0' -a edit -d 'change a product'
complete -c crm -n '__crm_at "crm stock product" 0' -a archive -d 'hide a product from lists'
complete -c crm -n '__crm_at "crm stock product" 0' -a unarchive -d 'show a product again'
complete -c crm -n '__crm_at "crm stock product" 0' -a list -d 'list products'
complete -c crm -n '__crm_at "crm stock product" 0' -a show -d 'a product with its suppliers'
complete -c crm -n '__crm_at "crm stock product" 0' -a export -d 'export products with every field'
complete -c crm -n '__crm_at "crm stock product" 0' -a supplier -d 'who sells a product to us'
complete -c crm -n '__crm_at "crm stock product" 0' -a import -d 'import products from a CSV file'
complete -c crm -n '__crm_at "crm stock product add" 0' -a '(__crm_stored products)'
complete -c crm -n '__crm_at "crm stock product add"' -l price -x -d 'list price of a unit, net'
complete -c crm -n '__crm_at "crm stock product add"' -l cost -x -d 'what a unit usually costs'
complete -c crm -n '__crm_at "crm stock product add"' -l unit -x -d 'what it is counted in'
complete -c crm -n '__crm_at "crm stock product add"' -l tax -x -a '\'standard\' \'reduced\' \'zero\'' -d 'its class of VAT, standard unless given'
complete -c crm -n '__crm_at "crm stock product add"' -l group -x -a '(__crm_stored groups)' -d 'the group it belongs to'
complete -c crm -n '__crm_at "crm stock product add"' -l supplier -x -a '(__crm_stored contacts)' -d 'who mainly sells it to us'
complete -c crm -n '__crm_at "crm stock product add"' -l supplier-sku -x -d 'the main supplier\'s number for it'
complete -c crm -n '__crm_at "crm stock product add"' -l ean -x -d 'its EAN (GTIN)'
complete -c crm -n '__crm_at "crm stock product add"' -l reorder-at -x -d 'stock at which it is to be reordered'
complete -c crm -n '__crm_at "crm stock product add"' -l order-up-to -x -d 'stock that a reorder fills up to'
complete -c crm -n '__crm_at "crm stock product add"' -l no-stock -d 'a service: it does not lie in stock'
complete -c crm -n '__crm_at "crm stock product add"' -l allow-negative -d 'more may go out than is there'
complete -c crm -n '__crm_at "crm stock product add"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock product edit" 0' -a '(__crm_stored products)'
complete -c crm -n '__crm_at "crm stock product edit"' -l name -x -d 'new name'
complete -c crm -n '__crm_at "crm stock product edit"' -l price -x -d 'list price of a unit, net'
complete -c crm -n '__crm_at "crm stock product edit"' -l cost -x -d 'what a unit usually costs'
complete -c crm -n '__crm_at "crm stock product edit"' -l unit -x -d 'what it is counted in'
complete -c crm -n '__crm_at "crm stock product edit"' -l tax -x -a '\'standard\' \'reduced\' \'zero\'' -d 'its class of VAT, standard unless given'
complete -c crm -n '__crm_at "crm stock product edit"' -l group -x -a '(__crm_stored groups)' -d 'the group it belongs to'
complete -c crm -n '__crm_at "crm stock product edit"' -l supplier -x -a '(__crm_stored contacts)' -d 'who mainly sells it to us'
complete -c crm -n '__crm_at "crm stock product edit"' -l supplier-sku -x -d 'the main supplier\'s number for it'
complete -c crm -n '__crm_at "crm stock product edit"' -l ean -x -d 'its EAN (GTIN)'
complete -c crm -n '__crm_at "crm stock product edit"' -l reorder-at -x -d 'stock at which it is to be reordered'
complete -c crm -n '__crm_at "crm stock product edit"' -l order-up-to -x -d 'stock that a reorder fills up to'
complete -c crm -n '__crm_at "crm stock product edit"' -l no-stock -d 'a service: it does not lie in stock'
complete -c crm -n '__crm_at "crm stock product edit"' -l allow-negative -d 'more may go out than is there'
complete -c crm -n '__crm_at "crm stock product edit"' -l unset -x -a '\'price\' \'cost\' \'unit\' \'group\' \'supplier\' \'ean\' \'reorder-at\' \'order-up-to\' \'no-stock\' \'allow-negative\'' -d 'takes away what is recorded'
complete -c crm -n '__crm_at "crm stock product edit"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock product archive" 0' -a '(__crm_stored products)'
complete -c crm -n '__crm_at "crm stock product archive"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock product unarchive" 0' -a '(__crm_stored products)'
complete -c crm -n '__crm_at "crm stock product unarchive"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock product list"' -l group -x -a '(__crm_stored groups)' -d 'only of this group'
complete -c crm -n '__crm_at "crm stock product list"' -l supplier -x -a '(__crm_stored contacts)' -d 'only what this contact sells to us'
complete -c crm -n '__crm_at "crm stock product list"' -l archived -d 'archived ones, too'
complete -c crm -n '__crm_at "crm stock product show" 0' -a '(__crm_stored products)'
complete -c crm -n '__crm_at "crm stock product export"' -l group -x -a '(__crm_stored groups)' -d 'only of this group'
complete -c crm -n '__crm_at "crm stock product export"' -l supplier -x -a '(__crm_stored contacts)' -d 'only what this contact sells to us'
complete -c crm -n '__crm_at "crm stock product supplier" 0' -a add -d 'record or change who sells it to us'
complete -c crm -n '__crm_at "crm stock product supplier" 0' -a list -d 'who sells a product to us, the main one first'
complete -c crm -n '__crm_at "crm stock product supplier" 0' -a remove -d 'take a supplier away'
complete -c crm -n '__crm_at "crm stock product supplier add" 0' -a '(__crm_stored products)'
complete -c crm -n '__crm_at "crm stock product supplier add" 1' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm stock product supplier add"' -l sku -x -d 'the supplier\'s own number for it'
complete -c crm -n '__crm_at "crm stock product supplier add"' -l price -x -d 'the supplier\'s price of a unit, net'
complete -c crm -n '__crm_at "crm stock product supplier add"' -l min -x -d 'least quantity of an order'
complete -c crm -n '__crm_at "crm stock product supplier add"' -l days -x -d 'days from order to receipt'
complete -c crm -n '__crm_at "crm stock product supplier add"' -l main -d 'reorders go there'
complete -c crm -n '__crm_at "crm stock product supplier add"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock product supplier list" 0' -a '(__crm_stored products)'
complete -c crm -n '__crm_at "crm stock product supplier remove" 0' -a '(__crm_stored products)'
complete -c crm -n '__crm_at "crm stock product supplier remove" 1' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm stock product supplier remove"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock product import" 0' -F
complete -c crm -n '__crm_at "crm stock product import"' -l encoding -x -a '\'auto\' \'utf-8\' \'utf-16\' \'windows-1252\'' -d 'how the file is encoded'
complete -c crm -n '__crm_at "crm stock product import"' -l delimiter -x -a '\'auto\' \',\' \';\' \'tab\'' -d 'what separates its columns'
complete -c crm -n '__crm_at "crm stock product import"' -l map -x -d 'what columns with other names mean'
complete -c crm -n '__crm_at "crm stock product import"' -l set -x -d 'gives every row a value'
complete -c crm -n '__crm_at "crm stock product import"' -l skip-errors -d 'leave bad rows out instead of importing nothing'
complete -c crm -n '__crm_at "crm stock product import"' -l rejects -r -F -d 'write bad rows there, with their reasons'
complete -c crm -n '__crm_at "crm stock product import"' -l date -x -d 'the day on which \'on_hand\' is there, today unless given'
complete -c crm -n '__crm_at "crm stock product import"' -l on-duplicate -x -a '\'skip\' \'update\'' -d 'what becomes of products that are there already'
complete -c crm -n '__crm_at "crm stock product import"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock list"' -l location -x -a '(__crm_stored locations)' -d 'only what lies there'
complete -c crm -n '__crm_at "crm stock list"' -l group -x -a '(__crm_stored groups)' -d 'only products of this group'
complete -c crm -n '__crm_at "crm stock list"' -l as-of -x -d 'as it was at the end of this day'
complete -c crm -n '__crm_at "crm stock list"' -l below-reorder -d 'only where less is left than to reorder at'
complete -c crm -n '__crm_at "crm stock list"' -l by-lot -d 'a row for each lot at each location'
complete -c crm -n '__crm_at "crm stock list"' -l archived -d 'archived products, too, of which nothing is left'
complete -c crm -n '__crm_at "crm stock moves" 0' -a '(__crm_stored products)'
complete -c crm -n '__crm_at "crm stock moves"' -l since -x -d 'from this day on, or as long ago as 90d'
complete -c crm -n '__crm_at "crm stock moves"' -l until -x -d 'up to this day'
complete -c crm -n '__crm_at "crm stock location" 0' -a add -d 'add a place where goods lie'
complete -c crm -n '__crm_at "crm stock location" 0' -a list -d 'the places where goods lie'
complete -c crm -n '__crm_at "crm stock location add"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock receive" 0' -a '(__crm_stored products)'
complete -c crm -n '__crm_at "crm stock receive"' -l location -x -a '(__crm_stored locations)' -d 'where they lie from now on, else main'
complete -c crm -n '__crm_at "crm stock receive"' -l cost -x -d 'what a unit cost, else the product\'s cost'
complete -c crm -n '__crm_at "crm stock receive"' -l reason -x -d 'where they come from'
complete -c crm -n '__crm_at "crm stock receive"' -l date -x -d 'the day of it, today unless given'
complete -c crm -n '__crm_at "crm stock receive"' -l lot -x -d 'the lot (batch) that they are of'
complete -c crm -n '__crm_at "crm stock receive"' -l best-before -x -d 'the day until which they keep'
complete -c crm -n '__crm_at "crm stock receive"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock issue" 0' -a '(__crm_stored products)'
complete -c crm -n '__crm_at "crm stock issue"' -l location -x -a '(__crm_stored locations)' -d 'where they are taken from, else main'
complete -c crm -n '__crm_at "crm stock issue"' -l cost -x -d 'what a unit cost, else the average'
complete -c crm -n '__crm_at "crm stock issue"' -l reason -x -d 'what they are taken for'
complete -c crm -n '__crm_at "crm stock issue"' -l date -x -d 'the day of it, today unless given'
complete -c crm -n '__crm_at "crm stock issue"' -l lot -x -d 'only of this lot, else what expires first'
complete -c crm -n '__crm_at "crm stock issue"' -l best-before -x -d 'only what expires on this day'
complete -c crm -n '__crm_at "crm stock issue"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock transfer" 0' -a '(__crm_stored products)'
complete -c crm -n '__crm_at "crm stock transfer"' -l from -x -a '(__crm_stored locations)' -d 'where they lie'
complete -c crm -n '__crm_at "crm stock transfer"' -l to -x -a '(__crm_stored locations)' -d 'where they lie from now on'
complete -c crm -n '__crm_at "crm stock transfer"' -l date -x -d 'the day of it, today unless given'
complete -c crm -n '__crm_at "crm stock transfer"' -l lot -x -d 'only of this lot, else what expires first'
complete -c crm -n '__crm_at "crm stock transfer"' -l reason -x -d 'why'
complete -c crm -n '__crm_at "crm stock transfer"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock reverse"' -l date -x -d 'the day of it, that of the movement unless given'
complete -c crm -n '__crm_at "crm stock reverse"' -l reason -x -d 'why'
complete -c crm -n '__crm_at "crm stock reverse"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock lot" 0' -a edit -d 'correct until when a lot keeps'
complete -c crm -n '__crm_at "crm stock lot edit" 0' -a '(__crm_stored products)'
complete -c crm -n '__crm_at "crm stock lot edit"' -l best-before -x -d 'the day until which it keeps'
complete -c crm -n '__crm_at "crm stock lot edit"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock count" 0' -a start -d 'freeze what the books say'
complete -c crm -n '__crm_at "crm stock count" 0' -a list -d 'list the counts'
complete -c crm -n '__crm_at "crm stock count" 0' -a sheet -d 'what there is to be counted'
complete -c crm -n '__crm_at "crm stock count" 0' -a enter -d 'record what was counted'
complete -c crm -n '__crm_at "crm stock count" 0' -a diff -d 'what was counted against what the books say'
complete -c crm -n '__crm_at "crm stock count" 0' -a post -d 'book the differences and close a count'
complete -c crm -n '__crm_at "crm stock count" 0' -a cancel -d 'close a count without any booking'
complete -c crm -n '__crm_at "crm stock count" 0' -a due -d 'what has to be counted yet in a year'
complete -c crm -n '__crm_at "crm stock count start"' -l location -x -a '(__crm_stored locations)' -d 'only what lies there'
complete -c crm -n '__crm_at "crm stock count start"' -l group -x -a '(__crm_stored groups)' -d 'only products of this group'
complete -c crm -n '__crm_at "crm stock count start"' -l date -x -d 'freeze the end of this day, now unless given'
complete -c crm -n '__crm_at "crm stock count start"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock count sheet"' -l blind -d 'an empty form: neither book quantities nor former entries'
complete -c crm -n '__crm_at "crm stock count sheet"' -l recount -d 'only what differs too much and has to be counted again'
complete -c crm -n '__crm_at "crm stock count enter"' -l at -x -d 'the moment that was counted, the freeze unless given'
complete -c crm -n '__crm_at "crm stock count enter"' -l second -d 'a second count of what seemed wrong, by somebody else'
complete -c crm -n '__crm_at "crm stock count enter"' -l location -x -a '(__crm_stored locations)' -d 'where it lies; only for SKU=QUANTITY'
complete -c crm -n '__crm_at "crm stock count enter"' -l lot -x -d 'of which lot it is; only for SKU=QUANTITY'
complete -c crm -n '__crm_at "crm stock count enter"' -l counter -x -d 'who counted; only for SKU=QUANTITY'
complete -c crm -n '__crm_at "crm stock count enter"' -l map -x -d 'what columns of a file with other names mean'
complete -c crm -n '__crm_at "crm stock count enter"' -l skip-errors -d 'leave bad rows of a file out'
complete -c crm -n '__crm_at "crm stock count enter"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock count diff"' -l by-lot -d 'with a column for the lot'
complete -c crm -n '__crm_at "crm stock count post"' -l by-lot -d 'with a column for the lot'
complete -c crm -n '__crm_at "crm stock count post"' -l leave-uncounted -d 'leave lines as they are without an entry'
complete -c crm -n '__crm_at "crm stock count post"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock count cancel"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock count due"' -l year -x -d 'the year, this one unless given'
complete -c crm -n '__crm_at "crm stock value"' -l as-of -x -d 'at the end of this day, today unless given'
complete -c crm -n '__crm_at "crm stock value"' -l method -x -a '\'average\' \'fifo\'' -d 'at the moving average, or first in, first out'
complete -c crm -n '__crm_at "crm stock value"' -l lower-of-market -d 'at what it would cost now where that is less'
complete -c crm -n '__crm_at "crm stock inventory"' -l as-of -x -d 'at the end of this day'
complete -c crm -n '__crm_at "crm stock inventory"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm stock slow"' -l not-moved-since -x -d 'of which nothing went out since this day, or for as long as 1y'
complete -c crm -n '__crm_at "crm stock reorder"' -l create-orders -d 'make confirmed purchase orders of it, one a supplier'
complete -c crm -n '__crm_at "crm stock reorder"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems" 0' -a list -d 'what is open, by contact and due day'
complete -c crm -n '__crm_at "crm openitems" 0' -a aging -d 'what each contact owes, by how long it has been due'
complete -c crm -n '__crm_at "crm openitems" 0' -a statement -d 'all postings of a contact with its balance'
complete -c crm -n '__crm_at "crm openitems" 0' -a pay -d 'record a payment and what it settles'
complete -c crm -n '__crm_at "crm openitems" 0' -a settle -d 'settle documents with a credit note or an over-payment'
complete -c crm -n '__crm_at "crm openitems" 0' -a reverse -d 'take a payment, a settlement or a write-off back'
complete -c crm -n '__crm_at "crm openitems" 0' -a write-off -d 'give up what is open, or left over'
complete -c crm -n '__crm_at "crm openitems" 0' -a payments -d 'what was paid'
complete -c crm -n '__crm_at "crm openitems" 0' -a import -d 'import open items of a former system from a CSV file'
complete -c crm -n '__crm_at "crm openitems" 0' -a close -d 'close the books up to a day'
complete -c crm -n '__crm_at "crm openitems" 0' -a reopen -d 'open closed books again; asks'
complete -c crm -n '__crm_at "crm openitems" 0' -a bank -d 'statements of the bank and what their lines pay'
complete -c crm -n '__crm_at "crm openitems" 0' -a forecast -d 'the money expected in and out, week by week'
complete -c crm -n '__crm_at "crm openitems" 0' -a sepa -d 'files for the bank: transfers and direct debits'
complete -c crm -n '__crm_at "crm openitems" 0' -a datev -d 'hand postings of a period to the tax adviser, once'
complete -c crm -n '__crm_at "crm openitems" 0' -a datev-accounts -d 'hand the accounts of customers and suppliers over'
complete -c crm -n '__crm_at "crm openitems" 0' -a remind -d 'preview, post, print again or undo reminders of what is overdue'
complete -c crm -n '__crm_at "crm openitems" 0' -a block -d 'hold back reminders of a document or to a contact, or a transfer'
complete -c crm -n '__crm_at "crm openitems" 0' -a unblock -d 'lift a block'
complete -c crm -n '__crm_at "crm openitems" 0' -a promise -d 'record a promise to pay; no reminder before its day'
complete -c crm -n '__crm_at "crm openitems list" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm openitems list"' -l side -x -a '\'receivable\' \'payable\'' -d 'what customers owe, or what we do; both unless given'
complete -c crm -n '__crm_at "crm openitems list"' -l as-of -x -d 'the list of that day, today\'s unless given'
complete -c crm -n '__crm_at "crm openitems list"' -l overdue -d 'only what is past its due day'
complete -c crm -n '__crm_at "crm openitems list"' -l overdue-days -x -d 'only what is past it by more than N days'
complete -c crm -n '__crm_at "crm openitems list"' -l manager -x -a '(__crm_stored staff)' -d 'only of contacts whom this staff member looks after'
complete -c crm -n '__crm_at "crm openitems list"' -l blocked -d 'only what is blocked, with its last day and the reason'
complete -c crm -n '__crm_at "crm openitems list"' -l promised -d 'only what is promised to be paid, with the day'
complete -c crm -n '__crm_at "crm openitems aging"' -l as-of -x -d 'at the end of that day, today unless given'
complete -c crm -n '__crm_at "crm openitems aging"' -l buckets -x -d 'days past due that end a column: 30,60,90'
complete -c crm -n '__crm_at "crm openitems aging"' -l basis -x -a '\'due\' \'document\'' -d 'days since it was due, or since the document'
complete -c crm -n '__crm_at "crm openitems aging"' -l side -x -a '\'receivable\' \'payable\'' -d 'what customers owe unless given'
complete -c crm -n '__crm_at "crm openitems aging"' -l currency -x -d 'items of this currency, that of the books unless given'
complete -c crm -n '__crm_at "crm openitems statement" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm openitems statement"' -l from -x -d 'first day; what was before is carried forward'
complete -c crm -n '__crm_at "crm openitems statement"' -l to -x -d 'last day, today unless given'
complete -c crm -n '__crm_at "crm openitems statement"' -l currency -x -d 'of this currency, that of the books unless given'
complete -c crm -n '__crm_at "crm openitems pay" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm openitems pay"' -l date -x -d 'day of the payment, today unless given'
complete -c crm -n '__crm_at "crm openitems pay"' -l document -x -d 'only this document; several in their order. Else oldest due first'
complete -c crm -n '__crm_at "crm openitems pay"' -l side -x -a '\'receivable\' \'payable\'' -d 'of a contact that is customer and supplier'
complete -c crm -n '__crm_at "crm openitems pay"' -l skonto -d 'take the discount that the terms allow on the day'
complete -c crm -n '__crm_at "crm openitems pay"' -l refund -d 'money that goes back: of credit notes and over-payments'
complete -c crm -n '__crm_at "crm openitems pay"' -l reference -x -d 'what the payment says'
complete -c crm -n '__crm_at "crm openitems pay"' -l costs-first -d 'costs, then interest, then the claim (§ 367 BGB); else the claim first'
complete -c crm -n '__crm_at "crm openitems pay"' -l currency -x -d 'that of the documents named unless given, else that of the books'
complete -c crm -n '__crm_at "crm openitems pay"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems settle" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm openitems settle"' -l amount -x -d 'with so much of it, all unless given'
complete -c crm -n '__crm_at "crm openitems settle"' -l date -x -d 'from this day on, today unless given'
complete -c crm -n '__crm_at "crm openitems settle"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems reverse"' -l write-off -d 'only that it was given up; the payment and what it settled stay'
complete -c crm -n '__crm_at "crm openitems reverse"' -l date -x -d 'from this day on, today unless given'
complete -c crm -n '__crm_at "crm openitems reverse"' -l contact -x -a '(__crm_stored contacts)' -d 'whose document it is, when several contacts have one of that number'
complete -c crm -n '__crm_at "crm openitems reverse"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems write-off"' -l reason -x -d 'why it is given up'
complete -c crm -n '__crm_at "crm openitems write-off"' -l date -x -d 'from this day on, today unless given'
complete -c crm -n '__crm_at "crm openitems write-off"' -l contact -x -a '(__crm_stored contacts)' -d 'whose document it is, when several contacts have one of that number'
complete -c crm -n '__crm_at "crm openitems write-off"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems payments" 0' -a list -d 'payments and what of each settled something'
complete -c crm -n '__crm_at "crm openitems payments" 0' -a import -d 'import payments from a CSV file'
complete -c crm -n '__crm_at "crm openitems payments list" 0' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm openitems payments import" 0' -F
complete -c crm -n '__crm_at "crm openitems payments import"' -l encoding -x -a '\'auto\' \'utf-8\' \'utf-16\' \'windows-1252\'' -d 'how the file is encoded'
complete -c crm -n '__crm_at "crm openitems payments import"' -l delimiter -x -a '\'auto\' \',\' \';\' \'tab\'' -d 'what separates its columns'
complete -c crm -n '__crm_at "crm openitems payments import"' -l map -x -d 'what columns with other names mean'
complete -c crm -n '__crm_at "crm openitems payments import"' -l set -x -d 'gives every row a value'
complete -c crm -n '__crm_at "crm openitems payments import"' -l skip-errors -d 'leave bad rows out instead of importing nothing'
complete -c crm -n '__crm_at "crm openitems payments import"' -l rejects -r -F -d 'write bad rows there, with their reasons'
complete -c crm -n '__crm_at "crm openitems payments import"' -l force -d 'import all of it although this very file, or rows of it, were imported before'
complete -c crm -n '__crm_at "crm openitems payments import"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems import" 0' -F
complete -c crm -n '__crm_at "crm openitems import"' -l encoding -x -a '\'auto\' \'utf-8\' \'utf-16\' \'windows-1252\'' -d 'how the file is encoded'
complete -c crm -n '__crm_at "crm openitems import"' -l delimiter -x -a '\'auto\' \',\' \';\' \'tab\'' -d 'what separates its columns'
complete -c crm -n '__crm_at "crm openitems import"' -l map -x -d 'what columns with other names mean'
complete -c crm -n '__crm_at "crm openitems import"' -l set -x -d 'gives every row a value'
complete -c crm -n '__crm_at "crm openitems import"' -l skip-errors -d 'leave bad rows out instead of importing nothing'
complete -c crm -n '__crm_at "crm openitems import"' -l rejects -r -F -d 'write bad rows there, with their reasons'
complete -c crm -n '__crm_at "crm openitems import"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems close"' -l until -x -d 'nothing can be dated on or before it any more'
complete -c crm -n '__crm_at "crm openitems close"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems reopen"' -l until -x -d 'take back the closing up to this day, and later ones'
complete -c crm -n '__crm_at "crm openitems reopen"' -l reason -x -d 'why; it stays on record'
complete -c crm -n '__crm_at "crm openitems reopen"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems bank" 0' -a account -d 'our own accounts'
complete -c crm -n '__crm_at "crm openitems bank" 0' -a import -d 'import statements, each once'
complete -c crm -n '__crm_at "crm openitems bank" 0' -a list -d 'lines of the statements and what came of them'
complete -c crm -n '__crm_at "crm openitems bank" 0' -a match -d 'record what lines pay'
complete -c crm -n '__crm_at "crm openitems bank" 0' -a unmatch -d 'take back what came of a line'
complete -c crm -n '__crm_at "crm openitems bank" 0' -a book -d 'book a line that no contact paid'
complete -c crm -n '__crm_at "crm openitems bank" 0' -a park -d 'leave a line for later'
complete -c crm -n '__crm_at "crm openitems bank account" 0' -a add -d 'add an account of our own'
complete -c crm -n '__crm_at "crm openitems bank account" 0' -a list -d 'our own accounts and their last statements'
complete -c crm -n '__crm_at "crm openitems bank account add"' -l ledger -x -d 'its account in the books; the setting datev.accounts.bank unless given'
complete -c crm -n '__crm_at "crm openitems bank account add"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems bank import" 0' -F
complete -c crm -n '__crm_at "crm openitems bank import"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems bank list"' -l unmatched -d 'only lines that nothing came of yet'
complete -c crm -n '__crm_at "crm openitems bank match"' -l auto -d 'every line that is sure and unique'
complete -c crm -n '__crm_at "crm openitems bank match"' -l skonto -d 'take the discount that the terms allow on the day of the line'
complete -c crm -n '__crm_at "crm openitems bank match"' -l date -x -d 'when it is booked, the day of the line unless given'
complete -c crm -n '__crm_at "crm openitems bank match"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems bank unmatch"' -l date -x -d 'from this day on, today unless given'
complete -c crm -n '__crm_at "crm openitems bank unmatch"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems bank book"' -l as -x -a '\'fee\' \'interest\' \'other\'' -d 'what it is'
complete -c crm -n '__crm_at "crm openitems bank book"' -l date -x -d 'when it is booked, the day of the line unless given'
complete -c crm -n '__crm_at "crm openitems bank book"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems bank park"' -l note -x -d 'why'
complete -c crm -n '__crm_at "crm openitems bank park"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems forecast"' -l weeks -x -d 'how many, this one included; 13 unless given'
complete -c crm -n '__crm_at "crm openitems sepa" 0' -a transfer -d 'pay suppliers: list what, or write the bank\'s file'
complete -c crm -n '__crm_at "crm openitems sepa" 0' -a debit -d 'collect from customers with a mandate: list, or write'
complete -c crm -n '__crm_at "crm openitems sepa" 0' -a list -d 'files for the bank and what came of them'
complete -c crm -n '__crm_at "crm openitems sepa" 0' -a undo -d 'take a file back that the bank never got'
complete -c crm -n '__crm_at "crm openitems sepa transfer"' -l due-until -x -d 'what is due, or best paid with its discount, until that day; the day of execution unless given'
complete -c crm -n '__crm_at "crm openitems sepa transfer"' -l date -x -d 'day of execution, today unless given'
complete -c crm -n '__crm_at "crm openitems sepa transfer"' -l document -x -d 'only this document, whenever it is due unless --due-until is given'
complete -c crm -n '__crm_at "crm openitems sepa transfer"' -l account -x -d 'which account of ours; that of the own company unless given'
complete -c crm -n '__crm_at "crm openitems sepa transfer"' -l contact -x -a '(__crm_stored contacts)' -d 'whose document it is, when several contacts have one of that number'
complete -c crm -n '__crm_at "crm openitems sepa transfer"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems sepa debit"' -l due-until -x -d 'what is due until that day, today or --date unless given'
complete -c crm -n '__crm_at "crm openitems sepa debit"' -l date -x -d 'earliest day of collection; as soon as debtors can be told unless given'
complete -c crm -n '__crm_at "crm openitems sepa debit"' -l document -x -d 'only this document, whenever it is due unless --due-until is given'
complete -c crm -n '__crm_at "crm openitems sepa debit"' -l account -x -d 'which account of ours; that of the own company unless given'
complete -c crm -n '__crm_at "crm openitems sepa debit"' -l contact -x -a '(__crm_stored contacts)' -d 'whose document it is, when several contacts have one of that number'
complete -c crm -n '__crm_at "crm openitems sepa debit"' -l letters -x -a '(__fish_complete_directories)' -d 'with --output, write a letter that tells each debtor there, as text and as a page to print'
complete -c crm -n '__crm_at "crm openitems sepa debit"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems sepa undo"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems datev"' -l from -x -d 'first day'
complete -c crm -n '__crm_at "crm openitems datev"' -l to -x -d 'last day, of the same year'
complete -c crm -n '__crm_at "crm openitems datev"' -l again -x -d 'what this export handed over, for a file that is lost: not what is new'
complete -c crm -n '__crm_at "crm openitems datev"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems remind"' -l as-of -x -d 'as of that day, today unless given'
complete -c crm -n '__crm_at "crm openitems remind"' -l level -x -d 'only what rises to this level'
complete -c crm -n '__crm_at "crm openitems remind"' -l contact -x -a '(__crm_stored contacts)' -d 'only this contact: number or exact name'
complete -c crm -n '__crm_at "crm openitems remind"' -l post -d 'post it: claims, levels and log entries are recorded'
complete -c crm -n '__crm_at "crm openitems remind"' -l letters -x -a '(__fish_complete_directories)' -d 'write a letter for each contact there, as text and as a page to print'
complete -c crm -n '__crm_at "crm openitems remind"' -l templates -x -a '(__fish_complete_directories)' -d 'with --letters or --post: words of letters that take the place of ours'
complete -c crm -n '__crm_at "crm openitems remind"' -l write-templates -x -a '(__fish_complete_directories)' -d 'only write our words of letters there, to be changed'
complete -c crm -n '__crm_at "crm openitems remind"' -l run -x -d 'list a posted run as it was; with --letters its letters, word by word'
complete -c crm -n '__crm_at "crm openitems remind"' -l undo -x -d 'take a posted run back with its claims and levels'
complete -c crm -n '__crm_at "crm openitems remind"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems block"' -l until -x -d 'last day of it; until it is lifted unless given'
complete -c crm -n '__crm_at "crm openitems block"' -l reason -x -d 'why; it stays on record'
complete -c crm -n '__crm_at "crm openitems block"' -l contact -x -a '(__crm_stored contacts)' -d 'whose document it is, when several contacts have one of that number'
complete -c crm -n '__crm_at "crm openitems block"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems unblock"' -l contact -x -a '(__crm_stored contacts)' -d 'whose document it is, when several contacts have one of that number'
complete -c crm -n '__crm_at "crm openitems unblock"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm openitems promise"' -l amount -x -d 'so much of it, all unless given'
complete -c crm -n '__crm_at "crm openitems promise"' -l contact -x -a '(__crm_stored contacts)' -d 'whose document it is, when several contacts have one of that number'
complete -c crm -n '__crm_at "crm openitems promise"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm mailing" 0' -a recipients -d 'whom to write to or call, and on what ground'
complete -c crm -n '__crm_at "crm mailing" 0' -a segment -d 'filters of recipients that have a name'
complete -c crm -n '__crm_at "crm mailing" 0' -a create -d 'freeze the recipients of a mailing'
complete -c crm -n '__crm_at "crm mailing" 0' -a list -d 'list mailings'
complete -c crm -n '__crm_at "crm mailing" 0' -a show -d 'a mailing, or its recipients'
complete -c crm -n '__crm_at "crm mailing" 0' -a respond -d 'record what came of a mailing'
complete -c crm -n '__crm_at "crm mailing" 0' -a result -d 'what a mailing has brought, and what it has not'
complete -c crm -n '__crm_at "crm mailing" 0' -a export -d 'hand out the recipients, or a message for each'
complete -c crm -n '__crm_at "crm mailing recipients"' -l channel -x -a '\'post\' \'email\' \'newsletter\' \'phone\'' -d 'how they are to be approached'
complete -c crm -n '__crm_at "crm mailing recipients"' -l per -x -a '\'company\' \'person\'' -d 'one of each company (usual), or each person there'
complete -c crm -n '__crm_at "crm mailing recipients"' -l explain -d 'who is left out, and why'
complete -c crm -n '__crm_at "crm mailing recipients"' -l segment -x -d 'whom this saved filter takes; what is given besides is added to it'
complete -c crm -n '__crm_at "crm mailing recipients"' -l customer -d 'customers; without any of these four: customers and prospects'
complete -c crm -n '__crm_at "crm mailing recipients"' -l prospect -d 'prospects'
complete -c crm -n '__crm_at "crm mailing recipients"' -l supplier -d 'suppliers'
complete -c crm -n '__crm_at "crm mailing recipients"' -l all -d 'everybody who is recorded, but the own people'
complete -c crm -n '__crm_at "crm mailing recipients"' -l or-never -d 'with --no-order-since: who has never ordered, too'
complete -c crm -n '__crm_at "crm mailing recipients"' -l tag -x -a '(__crm_stored tags)' -d 'only those with this tag'
complete -c crm -n '__crm_at "crm mailing recipients"' -l not-tag -x -a '(__crm_stored tags)' -d 'only those without this tag'
complete -c crm -n '__crm_at "crm mailing recipients"' -l kind -x -a '\'company\' \'person\'' -d 'only companies, or only people who buy for themselves'
complete -c crm -n '__crm_at "crm mailing recipients"' -l manager -x -a '(__crm_stored staff)' -d 'only those whom this staff member looks after'
complete -c crm -n '__crm_at "crm mailing recipients"' -l city -x -d 'only those in this city'
complete -c crm -n '__crm_at "crm mailing recipients"' -l postcode -x -d 'only those with this postcode; 10* for what begins with 10'
complete -c crm -n '__crm_at "crm mailing recipients"' -l country -x -d 'only those in this country'
complete -c crm -n '__crm_at "crm mailing recipients"' -l no-order-since -x -d 'who has ordered, but not on or after this day, or not for as long as 1y'
complete -c crm -n '__crm_at "crm mailing recipients"' -l ordered-since -x -d 'who has ordered on or after this day'
complete -c crm -n '__crm_at "crm mailing recipients"' -l period -x -d 'when revenue counts, as in 2026-Q2; always unless given'
complete -c crm -n '__crm_at "crm mailing recipients"' -l basis -x -a '\'ordered\' \'invoiced\'' -d 'count what was ordered (usual), or what was invoiced'
complete -c crm -n '__crm_at "crm mailing recipients"' -l min-revenue -x -d 'whose net revenue is at least that'
complete -c crm -n '__crm_at "crm mailing recipients"' -l max-revenue -x -d 'whose net revenue is at most that'
complete -c crm -n '__crm_at "crm mailing recipients"' -l min-order-value -x -d 'who has an order of at least that'
complete -c crm -n '__crm_at "crm mailing recipients"' -l top -x -d 'the best customers by revenue: 20 of them, or 10%'
complete -c crm -n '__crm_at "crm mailing recipients"' -l bought -x -a '(__crm_stored products)' -d 'who has ever ordered this product'
complete -c crm -n '__crm_at "crm mailing recipients"' -l lot -x -d 'with --bought: to whom this lot of it was delivered'
complete -c crm -n '__crm_at "crm mailing recipients"' -l bought-group -x -a '(__crm_stored groups)' -d 'who has ever ordered a product of this group'
complete -c crm -n '__crm_at "crm mailing recipients"' -l not-contacted-since -x -d 'with whom nobody has spoken on or after this day, or not for as long as 6mo'
complete -c crm -n '__crm_at "crm mailing recipients"' -l not-mailed-since -x -d 'to whom no mailing went on or after this day'
complete -c crm -n '__crm_at "crm mailing recipients"' -l where -x -d 'a condition over the view \'recipients\', as in \'revenue > 0\''
complete -c crm -n '__crm_at "crm mailing segment" 0' -a save -d 'give a filter a name, or a name another filter'
complete -c crm -n '__crm_at "crm mailing segment" 0' -a list -d 'the saved filters'
complete -c crm -n '__crm_at "crm mailing segment" 0' -a show -d 'one of them'
complete -c crm -n '__crm_at "crm mailing segment" 0' -a delete -d 'take one away'
complete -c crm -n '__crm_at "crm mailing segment save"' -l customer -d 'customers; without any of these four: customers and prospects'
complete -c crm -n '__crm_at "crm mailing segment save"' -l prospect -d 'prospects'
complete -c crm -n '__crm_at "crm mailing segment save"' -l supplier -d 'suppliers'
complete -c crm -n '__crm_at "crm mailing segment save"' -l all -d 'everybody who is recorded, but the own people'
complete -c crm -n '__crm_at "crm mailing segment save"' -l or-never -d 'with --no-order-since: who has never ordered, too'
complete -c crm -n '__crm_at "crm mailing segment save"' -l tag -x -a '(__crm_stored tags)' -d 'only those with this tag'
complete -c crm -n '__crm_at "crm mailing segment save"' -l not-tag -x -a '(__crm_stored tags)' -d 'only those without this tag'
complete -c crm -n '__crm_at "crm mailing segment save"' -l kind -x -a '\'company\' \'person\'' -d 'only companies, or only people who buy for themselves'
complete -c crm -n '__crm_at "crm mailing segment save"' -l manager -x -a '(__crm_stored staff)' -d 'only those whom this staff member looks after'
complete -c crm -n '__crm_at "crm mailing segment save"' -l city -x -d 'only those in this city'
complete -c crm -n '__crm_at "crm mailing segment save"' -l postcode -x -d 'only those with this postcode; 10* for what begins with 10'
complete -c crm -n '__crm_at "crm mailing segment save"' -l country -x -d 'only those in this country'
complete -c crm -n '__crm_at "crm mailing segment save"' -l no-order-since -x -d 'who has ordered, but not on or after this day, or not for as long as 1y'
complete -c crm -n '__crm_at "crm mailing segment save"' -l ordered-since -x -d 'who has ordered on or after this day'
complete -c crm -n '__crm_at "crm mailing segment save"' -l period -x -d 'when revenue counts, as in 2026-Q2; always unless given'
complete -c crm -n '__crm_at "crm mailing segment save"' -l basis -x -a '\'ordered\' \'invoiced\'' -d 'count what was ordered (usual), or what was invoiced'
complete -c crm -n '__crm_at "crm mailing segment save"' -l min-revenue -x -d 'whose net revenue is at least that'
complete -c crm -n '__crm_at "crm mailing segment save"' -l max-revenue -x -d 'whose net revenue is at most that'
complete -c crm -n '__crm_at "crm mailing segment save"' -l min-order-value -x -d 'who has an order of at least that'
complete -c crm -n '__crm_at "crm mailing segment save"' -l top -x -d 'the best customers by revenue: 20 of them, or 10%'
complete -c crm -n '__crm_at "crm mailing segment save"' -l bought -x -a '(__crm_stored products)' -d 'who has ever ordered this product'
complete -c crm -n '__crm_at "crm mailing segment save"' -l lot -x -d 'with --bought: to whom this lot of it was delivered'
complete -c crm -n '__crm_at "crm mailing segment save"' -l bought-group -x -a '(__crm_stored groups)' -d 'who has ever ordered a product of this group'
complete -c crm -n '__crm_at "crm mailing segment save"' -l not-contacted-since -x -d 'with whom nobody has spoken on or after this day, or not for as long as 6mo'
complete -c crm -n '__crm_at "crm mailing segment save"' -l not-mailed-since -x -d 'to whom no mailing went on or after this day'
complete -c crm -n '__crm_at "crm mailing segment save"' -l where -x -d 'a condition over the view \'recipients\', as in \'revenue > 0\''
complete -c crm -n '__crm_at "crm mailing segment save"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm mailing segment delete"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm mailing create"' -l channel -x -a '\'post\' \'email\' \'newsletter\' \'phone\'' -d 'how they are to be approached'
complete -c crm -n '__crm_at "crm mailing create"' -l per -x -a '\'company\' \'person\'' -d 'one of each company (usual), or each person there'
complete -c crm -n '__crm_at "crm mailing create"' -l cost -x -d 'what it costs in all'
complete -c crm -n '__crm_at "crm mailing create"' -l control -x -d 'that share of the customers is not written to, to compare with'
complete -c crm -n '__crm_at "crm mailing create"' -l segment -x -d 'whom this saved filter takes; what is given besides is added to it'
complete -c crm -n '__crm_at "crm mailing create"' -l customer -d 'customers; without any of these four: customers and prospects'
complete -c crm -n '__crm_at "crm mailing create"' -l prospect -d 'prospects'
complete -c crm -n '__crm_at "crm mailing create"' -l supplier -d 'suppliers'
complete -c crm -n '__crm_at "crm mailing create"' -l all -d 'everybody who is recorded, but the own people'
complete -c crm -n '__crm_at "crm mailing create"' -l or-never -d 'with --no-order-since: who has never ordered, too'
complete -c crm -n '__crm_at "crm mailing create"' -l tag -x -a '(__crm_stored tags)' -d 'only those with this tag'
complete -c crm -n '__crm_at "crm mailing create"' -l not-tag -x -a '(__crm_stored tags)' -d 'only those without this tag'
complete -c crm -n '__crm_at "crm mailing create"' -l kind -x -a '\'company\' \'person\'' -d 'only companies, or only people who buy for themselves'
complete -c crm -n '__crm_at "crm mailing create"' -l manager -x -a '(__crm_stored staff)' -d 'only those whom this staff member looks after'
complete -c crm -n '__crm_at "crm mailing create"' -l city -x -d 'only those in this city'
complete -c crm -n '__crm_at "crm mailing create"' -l postcode -x -d 'only those with this postcode; 10* for what begins with 10'
complete -c crm -n '__crm_at "crm mailing create"' -l country -x -d 'only those in this country'
complete -c crm -n '__crm_at "crm mailing create"' -l no-order-since -x -d 'who has ordered, but not on or after this day, or not for as long as 1y'
complete -c crm -n '__crm_at "crm mailing create"' -l ordered-since -x -d 'who has ordered on or after this day'
complete -c crm -n '__crm_at "crm mailing create"' -l period -x -d 'when revenue counts, as in 2026-Q2; always unless given'
complete -c crm -n '__crm_at "crm mailing create"' -l basis -x -a '\'ordered\' \'invoiced\'' -d 'count what was ordered (usual), or what was invoiced'
complete -c crm -n '__crm_at "crm mailing create"' -l min-revenue -x -d 'whose net revenue is at least that'
complete -c crm -n '__crm_at "crm mailing create"' -l max-revenue -x -d 'whose net revenue is at most that'
complete -c crm -n '__crm_at "crm mailing create"' -l min-order-value -x -d 'who has an order of at least that'
complete -c crm -n '__crm_at "crm mailing create"' -l top -x -d 'the best customers by revenue: 20 of them, or 10%'
complete -c crm -n '__crm_at "crm mailing create"' -l bought -x -a '(__crm_stored products)' -d 'who has ever ordered this product'
complete -c crm -n '__crm_at "crm mailing create"' -l lot -x -d 'with --bought: to whom this lot of it was delivered'
complete -c crm -n '__crm_at "crm mailing create"' -l bought-group -x -a '(__crm_stored groups)' -d 'who has ever ordered a product of this group'
complete -c crm -n '__crm_at "crm mailing create"' -l not-contacted-since -x -d 'with whom nobody has spoken on or after this day, or not for as long as 6mo'
complete -c crm -n '__crm_at "crm mailing create"' -l not-mailed-since -x -d 'to whom no mailing went on or after this day'
complete -c crm -n '__crm_at "crm mailing create"' -l where -x -d 'a condition over the view \'recipients\', as in \'revenue > 0\''
complete -c crm -n '__crm_at "crm mailing create"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm mailing show"' -l recipients -d 'who they are, the control group among them, and what came of each'
complete -c crm -n '__crm_at "crm mailing respond" 1' -a '(__crm_stored contacts)'
complete -c crm -n '__crm_at "crm mailing respond" 2' -a '\'replied\' \'bounced\' \'unsubscribed\' \'ordered\''
complete -c crm -n '__crm_at "crm mailing respond"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm mailing export"' -l eml -x -a '(__fish_complete_directories)' -d 'write a message for each recipient into this folder'
complete -c crm -n '__crm_at "crm mailing export"' -l template -r -F -d 'with --eml: what the messages say, with {{KEY}} for each key of the recipients; or -'
complete -c crm -n '__crm_at "crm mailing export"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm report" 0' -a revenue -d 'what was sold, by time or by whom and what'
complete -c crm -n '__crm_at "crm report" 0' -a margin -d 'what is left of it after the cost of goods (contribution margin)'
complete -c crm -n '__crm_at "crm report" 0' -a abc -d 'who and what makes most of the revenue: classes A, B and C'
complete -c crm -n '__crm_at "crm report" 0' -a rfm -d 'customers by when they last bought, how often and how much'
complete -c crm -n '__crm_at "crm report" 0' -a pipeline -d 'open quotes by when they expire, and what may come of them'
complete -c crm -n '__crm_at "crm report" 0' -a payments -d 'how customers pay: days, delay, discounts taken'
complete -c crm -n '__crm_at "crm report" 0' -a activity -d 'what each staff member talked about, agreed and left undone'
complete -c crm -n '__crm_at "crm report" 0' -a kpi -d 'the figures of the business on one screen'
complete -c crm -n '__crm_at "crm report" 0' -a html -d 'one page of all reports for a browser, a phone or paper'
complete -c crm -n '__crm_at "crm report revenue"' -l by -x -a '\'month\' \'quarter\' \'year\' \'customer\' \'product\' \'group\' \'manager\' \'city\' \'country\'' -d 'a row for each; month unless given'
complete -c crm -n '__crm_at "crm report revenue"' -l period -x -d '2026, 2026-Q2, last-month...; this year up to today unless given'
complete -c crm -n '__crm_at "crm report revenue"' -l basis -x -a '\'invoiced\' \'ordered\'' -d 'what counts, and when'
complete -c crm -n '__crm_at "crm report revenue"' -l compare -x -a '\'previous\'' -d 'show the period before side by side'
complete -c crm -n '__crm_at "crm report revenue"' -l chart -d 'draw it in the terminal'
complete -c crm -n '__crm_at "crm report revenue"' -l svg -r -F -d 'draw it into a file, too'
complete -c crm -n '__crm_at "crm report margin"' -l by -x -a '\'month\' \'quarter\' \'year\' \'customer\' \'product\' \'group\' \'manager\' \'city\' \'country\'' -d 'a row for each; month unless given'
complete -c crm -n '__crm_at "crm report margin"' -l level -x -a '\'1\' \'2\' \'3\'' -d '1: less the cost of goods, unless given; 2: and mailings; 3: and talks and orders'
complete -c crm -n '__crm_at "crm report margin"' -l known -d 'leave out lines whose cost is not known'
complete -c crm -n '__crm_at "crm report margin"' -l period -x -d '2026, 2026-Q2, last-month...; this year up to today unless given'
complete -c crm -n '__crm_at "crm report margin"' -l basis -x -a '\'invoiced\' \'ordered\'' -d 'what counts, and when'
complete -c crm -n '__crm_at "crm report margin"' -l compare -x -a '\'previous\'' -d 'show the period before side by side'
complete -c crm -n '__crm_at "crm report margin"' -l chart -d 'draw it in the terminal'
complete -c crm -n '__crm_at "crm report margin"' -l svg -r -F -d 'draw it into a file, too'
complete -c crm -n '__crm_at "crm report abc"' -l by -x -a '\'customer\' \'product\'' -d 'customer unless given'
complete -c crm -n '__crm_at "crm report abc"' -l limits -x -d 'where A and B end: 80,95'
complete -c crm -n '__crm_at "crm report abc"' -l period -x -d '2026, 2026-Q2, last-month...; the last 12 months unless given'
complete -c crm -n '__crm_at "crm report abc"' -l basis -x -a '\'invoiced\' \'ordered\'' -d 'what counts, and when'
complete -c crm -n '__crm_at "crm report abc"' -l compare -x -a '\'previous\'' -d 'show the period before side by side'
complete -c crm -n '__crm_at "crm report abc"' -l chart -d 'draw it in the terminal'
complete -c crm -n '__crm_at "crm report abc"' -l svg -r -F -d 'draw it into a file, too'
complete -c crm -n '__crm_at "crm report rfm"' -l period -x -d '2026, 2026-Q2, last-month...; the last 12 months unless given'
complete -c crm -n '__crm_at "crm report rfm"' -l basis -x -a '\'invoiced\' \'ordered\'' -d 'what counts, and when'
complete -c crm -n '__crm_at "crm report rfm"' -l compare -x -a '\'previous\'' -d 'show the period before side by side'
complete -c crm -n '__crm_at "crm report rfm"' -l chart -d 'draw it in the terminal'
complete -c crm -n '__crm_at "crm report rfm"' -l svg -r -F -d 'draw it into a file, too'
complete -c crm -n '__crm_at "crm report pipeline"' -l chart -d 'draw it in the terminal'
complete -c crm -n '__crm_at "crm report pipeline"' -l svg -r -F -d 'draw it into a file, too'
complete -c crm -n '__crm_at "crm report payments"' -l period -x -d '2026, 2026-Q2, last-month...; this year up to today unless given'
complete -c crm -n '__crm_at "crm report payments"' -l basis -x -a '\'invoiced\' \'ordered\'' -d 'what counts, and when'
complete -c crm -n '__crm_at "crm report payments"' -l compare -x -a '\'previous\'' -d 'show the period before side by side'
complete -c crm -n '__crm_at "crm report payments"' -l chart -d 'draw it in the terminal'
complete -c crm -n '__crm_at "crm report payments"' -l svg -r -F -d 'draw it into a file, too'
complete -c crm -n '__crm_at "crm report activity"' -l by -x -a '\'staff\'' -d 'staff'
complete -c crm -n '__crm_at "crm report activity"' -l period -x -d '2026, 2026-Q2, last-month...; this year up to today unless given'
complete -c crm -n '__crm_at "crm report activity"' -l basis -x -a '\'invoiced\' \'ordered\'' -d 'what counts, and when'
complete -c crm -n '__crm_at "crm report activity"' -l compare -x -a '\'previous\'' -d 'show the period before side by side'
complete -c crm -n '__crm_at "crm report activity"' -l chart -d 'draw it in the terminal'
complete -c crm -n '__crm_at "crm report activity"' -l svg -r -F -d 'draw it into a file, too'
complete -c crm -n '__crm_at "crm report kpi"' -l period -x -d '2026, 2026-Q2, last-month...; this year up to today unless given'
complete -c crm -n '__crm_at "crm report kpi"' -l basis -x -a '\'invoiced\' \'ordered\'' -d 'what counts, and when'
complete -c crm -n '__crm_at "crm report kpi"' -l compare -x -a '\'previous\'' -d 'show the period before side by side'
complete -c crm -n '__crm_at "crm report kpi"' -l chart -d 'draw it in the terminal'
complete -c crm -n '__crm_at "crm report kpi"' -l svg -r -F -d 'draw it into a file, too'
complete -c crm -n '__crm_at "crm report html"' -l period -x -d '2026, 2026-Q2, last-month...; each report\'s own unless given'
complete -c crm -n '__crm_at "crm report html"' -l basis -x -a '\'invoiced\' \'ordered\'' -d 'what counts, and when: invoiced unless given'
complete -c crm -n '__crm_at "crm report html"' -l compare -x -a '\'previous\'' -d 'show the period before side by side'
complete -c crm -n '__crm_at "crm config" 0' -a list -d 'show every setting with value and meaning'
complete -c crm -n '__crm_at "crm config" 0' -a get -d 'print the value of a setting'
complete -c crm -n '__crm_at "crm config" 0' -a set -d 'change a setting, now or from a day on'
complete -c crm -n '__crm_at "crm config get"' -l as-of -x -d 'the value in force on that day, today unless given'
complete -c crm -n '__crm_at "crm config set"' -l from -x -d 'the first day on which it counts; it always has unless given'
complete -c crm -n '__crm_at "crm config set"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm db" 0' -a info -d 'show what the database is and how much is in it'
complete -c crm -n '__crm_at "crm db" 0' -a check -d 'prove that the file is whole and every rule holds'
complete -c crm -n '__crm_at "crm db" 0' -a backup -d 'copy the database to a new file while others use it'
complete -c crm -n '__crm_at "crm db" 0' -a restore -d 'replace the database by a backup, keeping the old one'
complete -c crm -n '__crm_at "crm db" 0' -a migrate -d 'bring an older database up to date, keeping a copy'
complete -c crm -n '__crm_at "crm db" 0' -a optimize -d 'make the file small and searching fast again'
complete -c crm -n '__crm_at "crm db" 0' -a audit -d 'show who changed what and when'
complete -c crm -n '__crm_at "crm db check"' -l list -d 'name the checks, run none'
complete -c crm -n '__crm_at "crm db backup" 0' -F
complete -c crm -n '__crm_at "crm db restore" 0' -F
complete -c crm -n '__crm_at "crm db restore"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm db migrate"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm db optimize"' -s n -l dry-run -d 'do everything, show it, and undo it'
complete -c crm -n '__crm_at "crm db audit"' -l contact -x -a '(__crm_stored contacts)' -d 'only what concerns a contact'
complete -c crm -n '__crm_at "crm db audit"' -l document -x -d 'only an invoice or credit note'
complete -c crm -n '__crm_at "crm db audit"' -l user -x -a '(__crm_stored staff)' -d 'only what this staff member or login changed'
complete -c crm -n '__crm_at "crm db audit"' -l since -x -d 'from this day on (UTC), or 30d for the last thirty'
complete -c crm -n '__crm_at "crm db audit"' -l until -x -d 'up to this day (UTC)'
