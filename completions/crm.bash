# Completion of crm for bash; made by `crm __generate bash`.

# Sets what the command $1 takes: its commands, options (NAME=KIND takes a value), and the kinds of
# its arguments.
_crm_command()
{
    commands='' options='' arguments=''
    case $1 in
        'crm')
            commands='init contact log order stock openitems mailing report config db sql'
            options='--db=FILE --user=STAFF --config=FILE -f=FORMAT --format=FORMAT --csv-dialect=DIALECT --decimal=MARK -c=KEYS --columns=KEYS --sort=KEYS --limit=N --no-header -o=FILE --output=FILE --if-any --color=WHEN --progress=WHEN --busy-timeout=SECONDS -y --yes -q --quiet --today=DATE -h --help --version'
            ;;
        'crm init')
            options='--company=NAME --legal-form=LEGAL-FORM --street=STREET --postcode=POSTCODE --city=CITY --country=COUNTRY --phone=PHONE --email=EMAIL --vat-id=VAT-ID --tax-number=TAX-NUMBER --iban=IBAN --bic=BIC --register=REGISTER --currency=CURRENCY --shared=USERGROUP --demo --scale=N -n --dry-run'
            ;;
        'crm contact')
            commands='add-company add-person edit archive unarchive employ leave absent present absences hand-over address tag untag relate unrelate prefer block allow consents condition mandate note notes unnote find list lookup show duplicates merge disclose erase import export'
            ;;
        'crm contact add-company')
            options='--number=NUMBER --legal-form=LEGAL-FORM --salutation=SALUTATION --title=TITLE --given=GIVEN --family=FAMILY --street=STREET --postcode=POSTCODE --city=CITY --region=REGION --country=COUNTRY --phone=PHONE --mobile=MOBILE --fax=FAX --email=EMAIL --web=WEB --vat-id=VAT-ID --tax-number=TAX-NUMBER --leitweg-id=LEITWEG-ID --iban=IBAN --bic=BIC --language=LANGUAGE --birthday=DATE --customer --supplier --prospect --consumer --business --manager=STAFF --tag=TAG --note=TEXT --field=KEY=VALUE --force -n --dry-run'
            arguments='NAME'
            ;;
        'crm contact add-person')
            options='--number=NUMBER --legal-form=LEGAL-FORM --salutation=SALUTATION --title=TITLE --given=GIVEN --family=FAMILY --street=STREET --postcode=POSTCODE --city=CITY --region=REGION --country=COUNTRY --phone=PHONE --mobile=MOBILE --fax=FAX --email=EMAIL --web=WEB --vat-id=VAT-ID --tax-number=TAX-NUMBER --leitweg-id=LEITWEG-ID --iban=IBAN --bic=BIC --language=LANGUAGE --birthday=DATE --customer --supplier --prospect --consumer --business --manager=STAFF --tag=TAG --note=TEXT --field=KEY=VALUE --force --at=COMPANY --role=ROLE --department=DEPARTMENT --staff=CODE --extension=EXTENSION --deputy=STAFF -n --dry-run'
            arguments='NAME'
            ;;
        'crm contact edit')
            options='--name=NAME --number=NUMBER --legal-form=LEGAL-FORM --salutation=SALUTATION --title=TITLE --given=GIVEN --family=FAMILY --street=STREET --postcode=POSTCODE --city=CITY --region=REGION --country=COUNTRY --phone=PHONE --mobile=MOBILE --fax=FAX --email=EMAIL --web=WEB --vat-id=VAT-ID --tax-number=TAX-NUMBER --leitweg-id=LEITWEG-ID --iban=IBAN --bic=BIC --language=LANGUAGE --birthday=DATE --customer --supplier --prospect --consumer --business --manager=STAFF --tag=TAG --note=TEXT --field=KEY=VALUE --role=ROLE --department=DEPARTMENT --for=FUNCTION --not-for=FUNCTION --at=COMPANY --staff=CODE --extension=EXTENSION --deputy=STAFF --unset=FIELD -n --dry-run'
            arguments='CONTACT'
            ;;
        'crm contact archive')
            options='-n --dry-run'
            arguments='CONTACT'
            ;;
        'crm contact unarchive')
            options='-n --dry-run'
            arguments='CONTACT'
            ;;
        'crm contact employ')
            options='--role=ROLE --department=DEPARTMENT --phone=PHONE --email=EMAIL --for=FUNCTION --main --from=DATE -n --dry-run'
            arguments='PERSON COMPANY'
            ;;
        'crm contact leave')
            options='--on=DATE -n --dry-run'
            arguments='PERSON COMPANY'
            ;;
        'crm contact absent')
            options='--from=DATE --to=DATE -n --dry-run'
            arguments='STAFF'
            ;;
        'crm contact present')
            options='--from=DATE --to=DATE -n --dry-run'
            arguments='STAFF'
            ;;
        'crm contact absences')
            options='--all'
            arguments='STAFF'
            ;;
        'crm contact hand-over')
            options='--follow-ups -n --dry-run'
            arguments='FROM-STAFF TO-STAFF'
            ;;
        'crm contact address')
            commands='add list end'
            ;;
        'crm contact address add')
            options='--as=USE --street=STREET --postcode=POSTCODE --city=CITY --region=REGION --country=COUNTRY -n --dry-run'
            arguments='CONTACT'
            ;;
        'crm contact address list')
            options='--all'
            arguments='CONTACT'
            ;;
        'crm contact address end')
            options='--on=DATE -n --dry-run'
            arguments='ID'
            ;;
        'crm contact tag')
            options='-n --dry-run'
            arguments='CONTACT TAG...'
            ;;
        'crm contact untag')
            options='-n --dry-run'
            arguments='CONTACT TAG...'
            ;;
        'crm contact relate')
            options='--as=RELATION -n --dry-run'
            arguments='CONTACT OTHER'
            ;;
        'crm contact unrelate')
            options='--as=RELATION -n --dry-run'
            arguments='CONTACT OTHER'
            ;;
        'crm contact prefer')
            options='-n --dry-run'
            arguments='CONTACT PREFERRED-CHANNEL'
            ;;
        'crm contact block')
            options='--reason=TEXT -n --dry-run'
            arguments='CONTACT CHANNEL...'
            ;;
        'crm contact allow')
            options='--source=TEXT --confirmed=DATE --text=WORDING -n --dry-run'
            arguments='CONTACT CHANNEL...'
            ;;
        'crm contact consents')
            arguments='CONTACT'
            ;;
        'crm contact condition')
            commands='add list end explain'
            ;;
        'crm contact condition add')
            options='--discount=PERCENT --product=SKU --group=GROUP --price=SKU=AMOUNT --from-qty=QUANTITY --terms=TERMS --credit-limit=AMOUNT --delivery=TEXT --freight-free-from=AMOUNT --payment=PAYMENT --text=TEXT --from=DATE --to=DATE --agreed-with=PERSON --agreed-on=DATE --log=ID --note=TEXT -n --dry-run'
            arguments='CONTACT'
            ;;
        'crm contact condition list')
            options='--as-of=DATE --archived'
            arguments='CONTACT'
            ;;
        'crm contact condition end')
            options='--on=DATE -n --dry-run'
            arguments='ID'
            ;;
        'crm contact condition explain')
            options='--quantity=QUANTITY --date=DATE'
            arguments='CONTACT SKU'
            ;;
        'crm contact mandate')
            commands='add list end'
            ;;
        'crm contact mandate add')
            options='--iban=IBAN --reference=TEXT --signed=DATE --b2b --last-used=DATE -n --dry-run'
            arguments='CONTACT'
            ;;
        'crm contact mandate list')
            arguments='CONTACT'
            ;;
        'crm contact mandate end')
            options='--on=DATE -n --dry-run'
            arguments='ID'
            ;;
        'crm contact note')
            options='--pin --until=DATE --log=ID -n --dry-run'
            arguments='CONTACT TEXT'
            ;;
        'crm contact notes')
            options='--all'
            arguments='CONTACT'
            ;;
        'crm contact unnote')
            options='-n --dry-run'
            arguments='ID'
            ;;
        'crm contact find')
            options='--kind=KIND --city=CITY --postcode=POSTCODE --tag=TAG --manager=STAFF --archived'
            arguments='TEXT...'
            ;;
        'crm contact list')
            options='--kind=KIND --customer --supplier --prospect --staff --tag=TAG --manager=STAFF --city=CITY --postcode=POSTCODE --country=COUNTRY --archived'
            ;;
        'crm contact lookup')
            arguments='PHONE...'
            ;;
        'crm contact show')
            arguments='CONTACT'
            ;;
        'crm contact duplicates')
            options='--min-score=SCORE'
            ;;
        'crm contact merge')
            options='-n --dry-run'
            arguments='KEEP DROP'
            ;;
        'crm contact disclose')
            arguments='PERSON'
            ;;
        'crm contact erase')
            options='-n --dry-run'
            arguments='PERSON'
            ;;
        'crm contact import')
            options='--encoding=ENCODING --delimiter=DELIMITER --map=COLUMN=KEY --set=KEY=VALUE --skip-errors --rejects=FILE --from=SOURCE --on-duplicate=DUPLICATES -n --dry-run'
            arguments='FILE'
            ;;
        'crm contact export')
            options='--kind=KIND --customer --supplier --prospect --staff --tag=TAG --manager=STAFF --city=CITY --postcode=POSTCODE --country=COUNTRY -f=FORMAT+vcard --format=FORMAT+vcard'
            ;;
        'crm log')
            commands='add list show search amend due done frequency target import'
            ;;
        'crm log add')
            options='--caller=PHONE --mail=FILE --subject=SUBJECT --text=TEXT --channel=LOG-CHANNEL --direction=DIRECTION --outcome=OUTCOME --at=TIME --with=PERSON --at-company=COMPANY --duration=LENGTH --follow-up=DATE --for=STAFF --order=ORDER --agreement -n --dry-run'
            arguments='CONTACT'
            ;;
        'crm log list')
            options='--since=DATE --until=DATE --by=STAFF --channel=ANY-CHANNEL --agreement'
            arguments='CONTACT'
            ;;
        'crm log show')
            arguments='ID'
            ;;
        'crm log search')
            arguments='TEXT...'
            ;;
        'crm log amend')
            options='--contact=CONTACT --subject=SUBJECT --text=TEXT --channel=LOG-CHANNEL --direction=DIRECTION --outcome=OUTCOME --at=TIME --with=PERSON --at-company=COMPANY --duration=LENGTH --follow-up=DATE --for=STAFF --order=ORDER --agreement --unset=LOG-FIELD -n --dry-run'
            arguments='ID'
            ;;
        'crm log due')
            options='--for=STAFF --mine --until=DATE -f=FORMAT+ics --format=FORMAT+ics'
            ;;
        'crm log done')
            options='--note=TEXT -n --dry-run'
            arguments='ID...'
            ;;
        'crm log frequency')
            options='--since=DATE --until=DATE --not-since=DATE --customer --manager=STAFF --person --late'
            ;;
        'crm log target')
            options='--tag=TAG -n --dry-run'
            arguments='CONTACT IDEAL LATEST'
            ;;
        'crm log import')
            options='--encoding=ENCODING --delimiter=DELIMITER --map=COLUMN=KEY --set=KEY=VALUE --skip-errors --rejects=FILE -n --dry-run'
            arguments='FILE'
            ;;
        'crm order')
            commands='new edit line accept lose confirm cancel deliver return invoice credit list lines show print import'
            ;;
        'crm order new')
            options='--line=LINE --quote --date=DATE --currency=CUR --valid-until=DATE --deliver-by=DATE --reference=TEXT --buyer-reference=TEXT --person=PERSON --text=TEXT --force -n --dry-run'
            arguments='ORDER-KIND CONTACT'
            ;;
        'crm order edit')
            options='--valid-until=DATE --deliver-by=DATE --reference=TEXT --buyer-reference=TEXT --person=PERSON --text=TEXT --unset=ORDER-FIELD -n --dry-run'
            arguments='ORDER'
            ;;
        'crm order line')
            commands='add set remove'
            ;;
        'crm order line add')
            options='--quantity=QUANTITY --price=AMOUNT --discount=PERCENT --text=TEXT --tax=TAX -n --dry-run'
            arguments='ORDER LINE...'
            ;;
        'crm order line set')
            options='--quantity=QUANTITY --price=AMOUNT --discount=PERCENT --text=TEXT --tax=TAX -n --dry-run'
            arguments='ORDER LINE'
            ;;
        'crm order line remove')
            options='-n --dry-run'
            arguments='ORDER LINE...'
            ;;
        'crm order accept')
            options='--date=DATE --force -n --dry-run'
            arguments='QUOTE'
            ;;
        'crm order lose')
            options='--reason=TEXT -n --dry-run'
            arguments='QUOTE'
            ;;
        'crm order confirm')
            options='--force -n --dry-run'
            arguments='ORDER'
            ;;
        'crm order cancel')
            options='--reason=TEXT -n --dry-run'
            arguments='ORDER'
            ;;
        'crm order deliver')
            options='--line=N=QTY --location=LOCATION --date=DATE --lot=LOT --best-before=DATE -n --dry-run'
            arguments='ORDER'
            ;;
        'crm order return')
            options='--line=N=QTY --reason=TEXT --location=LOCATION --date=DATE -n --dry-run'
            arguments='ORDER'
            ;;
        'crm order invoice')
            options='--all --until=DATE --date=DATE --deliver --supplier-number=NUMBER -n --dry-run'
            arguments='ORDER...'
            ;;
        'crm order credit')
            options='--line=N=QTY --return --location=LOCATION --date=DATE --supplier-number=NUMBER --contact=CONTACT -n --dry-run'
            arguments='INVOICE'
            ;;
        'crm order list')
            options='--kind=ORDER-KIND --status=ORDER-STATUS --since=DATE --until=DATE --open'
            arguments='CONTACT'
            ;;
        'crm order lines')
            options='--kind=ORDER-KIND --status=ORDER-STATUS --since=DATE --until=DATE --open'
            arguments='CONTACT'
            ;;
        'crm order show')
            options='--contact=CONTACT'
            arguments='NUMBER'
            ;;
        'crm order print')
            options='--as=PAPER --contact=CONTACT'
            arguments='NUMBER'
            ;;
        'crm order import')
            options='--encoding=ENCODING --delimiter=DELIMITER --map=COLUMN=KEY --set=KEY=VALUE --skip-errors --rejects=FILE --historical -n --dry-run'
            arguments='FILE'
            ;;
        'crm stock')
            commands='product list moves location receive issue transfer reverse lot count value inventory slow reorder'
            ;;
        'crm stock product')
            commands='add edit archive unarchive list show export supplier import'
            ;;
        'crm stock product add')
            options='--price=AMOUNT --cost=AMOUNT --unit=UNIT --tax=TAX --group=GROUP --supplier=CONTACT --supplier-sku=NUMBER --ean=EAN --reorder-at=QUANTITY --order-up-to=QUANTITY --no-stock --allow-negative -n --dry-run'
            arguments='SKU NAME'
            ;;
        'crm stock product edit')
            options='--name=NAME --price=AMOUNT --cost=AMOUNT --unit=UNIT --tax=TAX --group=GROUP --supplier=CONTACT --supplier-sku=NUMBER --ean=EAN --reorder-at=QUANTITY --order-up-to=QUANTITY --no-stock --allow-negative --unset=PRODUCT-FIELD -n --dry-run'
            arguments='SKU'
            ;;
        'crm stock product archive')
            options='-n --dry-run'
            arguments='SKU'
            ;;
        'crm stock product unarchive')
            options='-n --dry-run'
            arguments='SKU'
            ;;
        'crm stock product list')
            options='--group=GROUP --supplier=CONTACT --archived'
            ;;
        'crm stock product show')
            arguments='SKU'
            ;;
        'crm stock product export')
            options='--group=GROUP --supplier=CONTACT'
            ;;
        'crm stock product supplier')
            commands='add list remove'
            ;;
        'crm stock product supplier add')
            options='--sku=NUMBER --price=AMOUNT --min=QUANTITY --days=DAYS --main -n --dry-run'
            arguments='SKU CONTACT'
            ;;
        'crm stock product supplier list')
            arguments='SKU'
            ;;
        'crm stock product supplier remove')
            options='-n --dry-run'
            arguments='SKU CONTACT'
            ;;
        'crm stock product import')
            options='--encoding=ENCODING --delimiter=DELIMITER --map=COLUMN=KEY --set=KEY=VALUE --skip-errors --rejects=FILE --date=DATE --on-duplicate=KNOWN-PRODUCTS -n --dry-run'
            arguments='FILE'
            ;;
        'crm stock list')
            options='--location=LOCATION --group=GROUP --as-of=DATE --below-reorder --by-lot --archived'
            ;;
        'crm stock moves')
            options='--since=DATE --until=DATE'
            arguments='SKU'
            ;;
        'crm stock location')
            commands='add list'
            ;;
        'crm stock location add')
            options='-n --dry-run'
            arguments='NAME'
            ;;
        'crm stock receive')
            options='--location=LOCATION --cost=AMOUNT --reason=TEXT --date=DATE --lot=LOT --best-before=DATE -n --dry-run'
            arguments='SKU QUANTITY'
            ;;
        'crm stock issue')
            options='--location=LOCATION --cost=AMOUNT --reason=TEXT --date=DATE --lot=LOT --best-before=DATE -n --dry-run'
            arguments='SKU QUANTITY'
            ;;
        'crm stock transfer')
            options='--from=LOCATION --to=LOCATION --date=DATE --lot=LOT --reason=TEXT -n --dry-run'
            arguments='SKU QUANTITY'
            ;;
        'crm stock reverse')
            options='--date=DATE --reason=TEXT -n --dry-run'
            arguments='MOVEMENT...'
            ;;
        'crm stock lot')
            commands='edit'
            ;;
        'crm stock lot edit')
            options='--best-before=DATE -n --dry-run'
            arguments='SKU LOT'
            ;;
        'crm stock count')
            commands='start list sheet enter diff post cancel due'
            ;;
        'crm stock count start')
            options='--location=LOCATION --group=GROUP --date=DATE -n --dry-run'
            ;;
        'crm stock count sheet')
            options='--blind --recount'
            arguments='ID'
            ;;
        'crm stock count enter')
            options='--at=TIME --second --location=LOCATION --lot=LOT --counter=NAME --map=COLUMN=KEY --skip-errors -n --dry-run'
            arguments='ID ENTRY...'
            ;;
        'crm stock count diff')
            options='--by-lot'
            arguments='ID'
            ;;
        'crm stock count post')
            options='--by-lot --leave-uncounted -n --dry-run'
            arguments='ID'
            ;;
        'crm stock count cancel')
            options='-n --dry-run'
            arguments='ID'
            ;;
        'crm stock count due')
            options='--year=YEAR'
            ;;
        'crm stock value')
            options='--as-of=DATE --method=COST-METHOD --lower-of-market'
            ;;
        'crm stock inventory')
            options='--as-of=DATE -n --dry-run'
            ;;
        'crm stock slow')
            options='--not-moved-since=DATE'
            ;;
        'crm stock reorder')
            options='--create-orders -n --dry-run'
            ;;
        'crm openitems')
            commands='list aging statement pay settle reverse write-off payments import close reopen bank forecast sepa datev datev-accounts remind block unblock promise'
            ;;
        'crm openitems list')
            options='--side=SIDE --as-of=DATE --overdue --overdue-days=N --manager=STAFF --blocked --promised'
            arguments='CONTACT'
            ;;
        'crm openitems aging')
            options='--as-of=DATE --buckets=DAYS --basis=AGING-BASIS --side=SIDE --currency=CUR'
            ;;
        'crm openitems statement')
            options='--from=DATE --to=DATE --currency=CUR'
            arguments='CONTACT'
            ;;
        'crm openitems pay')
            options='--date=DATE --document=NUMBER --side=SIDE --skonto --refund --reference=TEXT --costs-first --currency=CUR -n --dry-run'
            arguments='CONTACT AMOUNT'
            ;;
        'crm openitems settle')
            options='--amount=AMOUNT --date=DATE -n --dry-run'
            arguments='CONTACT CREDIT DOCUMENT...'
            ;;
        'crm openitems reverse')
            options='--write-off --date=DATE --contact=CONTACT -n --dry-run'
            arguments='NUMBER'
            ;;
        'crm openitems write-off')
            options='--reason=TEXT --date=DATE --contact=CONTACT -n --dry-run'
            arguments='DOCUMENT'
            ;;
        'crm openitems payments')
            commands='list import'
            ;;
        'crm openitems payments list')
            arguments='CONTACT'
            ;;
        'crm openitems payments import')
            options='--encoding=ENCODING --delimiter=DELIMITER --map=COLUMN=KEY --set=KEY=VALUE --skip-errors --rejects=FILE --force -n --dry-run'
            arguments='FILE'
            ;;
        'crm openitems import')
            options='--encoding=ENCODING --delimiter=DELIMITER --map=COLUMN=KEY --set=KEY=VALUE --skip-errors --rejects=FILE -n --dry-run'
            arguments='FILE'
            ;;
        'crm openitems close')
            options='--until=DATE -n --dry-run'
            ;;
        'crm openitems reopen')
            options='--until=DATE --reason=TEXT -n --dry-run'
            ;;
        'crm openitems bank')
            commands='account import list match unmatch book park'
            ;;
        'crm openitems bank account')
            commands='add list'
            ;;
        'crm openitems bank account add')
            options='--ledger=ACCOUNT -n --dry-run'
            arguments='IBAN'
            ;;
        'crm openitems bank import')
            options='-n --dry-run'
            arguments='FILE'
            ;;
        'crm openitems bank list')
            options='--unmatched'
            ;;
        'crm openitems bank match')
            options='--auto --skonto --date=DATE -n --dry-run'
            arguments='LINE...'
            ;;
        'crm openitems bank unmatch')
            options='--date=DATE -n --dry-run'
            arguments='LINE'
            ;;
        'crm openitems bank book')
            options='--as=BANK-BOOKING --date=DATE -n --dry-run'
            arguments='LINE'
            ;;
        'crm openitems bank park')
            options='--note=TEXT -n --dry-run'
            arguments='LINE'
            ;;
        'crm openitems forecast')
            options='--weeks=NUMBER'
            ;;
        'crm openitems sepa')
            commands='transfer debit list undo'
            ;;
        'crm openitems sepa transfer')
            options='--due-until=DATE --date=DATE --document=NUMBER --account=IBAN --contact=CONTACT -n --dry-run'
            ;;
        'crm openitems sepa debit')
            options='--due-until=DATE --date=DATE --document=NUMBER --account=IBAN --contact=CONTACT --letters=DIR -n --dry-run'
            ;;
        'crm openitems sepa undo')
            options='-n --dry-run'
            arguments='ID'
            ;;
        'crm openitems datev')
            options='--from=DATE --to=DATE --again=EXPORT -n --dry-run'
            ;;
        'crm openitems remind')
            options='--as-of=DATE --level=N --contact=CONTACT --post --letters=DIR --templates=DIR --write-templates=DIR --run=RUN --undo=RUN -n --dry-run'
            ;;
        'crm openitems block')
            options='--until=DATE --reason=TEXT --contact=CONTACT -n --dry-run'
            arguments='TARGET'
            ;;
        'crm openitems unblock')
            options='--contact=CONTACT -n --dry-run'
            arguments='TARGET'
            ;;
        'crm openitems promise')
            options='--amount=AMOUNT --contact=CONTACT -n --dry-run'
            arguments='DOCUMENT DATE'
            ;;
        'crm mailing')
            commands='recipients segment create list show respond result export'
            ;;
        'crm mailing recipients')
            options='--channel=MAILING-CHANNEL --per=RECIPIENT --explain --segment=SEGMENT --customer --prospect --supplier --all --or-never --tag=TAG --not-tag=TAG --kind=KIND --manager=STAFF --city=CITY --postcode=POSTCODE --country=COUNTRY --no-order-since=DATE --ordered-since=DATE --period=PERIOD --basis=REVENUE-BASIS --min-revenue=AMOUNT --max-revenue=AMOUNT --min-order-value=AMOUNT --top=TOP --bought=SKU --lot=LOT --bought-group=GROUP --not-contacted-since=DATE --not-mailed-since=DATE --where=SQL'
            ;;
        'crm mailing segment')
            commands='save list show delete'
            ;;
        'crm mailing segment save')
            options='--customer --prospect --supplier --all --or-never --tag=TAG --not-tag=TAG --kind=KIND --manager=STAFF --city=CITY --postcode=POSTCODE --country=COUNTRY --no-order-since=DATE --ordered-since=DATE --period=PERIOD --basis=REVENUE-BASIS --min-revenue=AMOUNT --max-revenue=AMOUNT --min-order-value=AMOUNT --top=TOP --bought=SKU --lot=LOT --bought-group=GROUP --not-contacted-since=DATE --not-mailed-since=DATE --where=SQL -n --dry-run'
            arguments='NAME'
            ;;
        'crm mailing segment show')
            arguments='SEGMENT'
            ;;
        'crm mailing segment delete')
            options='-n --dry-run'
            arguments='SEGMENT'
            ;;
        'crm mailing create')
            options='--channel=MAILING-CHANNEL --per=RECIPIENT --cost=AMOUNT --control=PCT --segment=SEGMENT --customer --prospect --supplier --all --or-never --tag=TAG --not-tag=TAG --kind=KIND --manager=STAFF --city=CITY --postcode=POSTCODE --country=COUNTRY --no-order-since=DATE --ordered-since=DATE --period=PERIOD --basis=REVENUE-BASIS --min-revenue=AMOUNT --max-revenue=AMOUNT --min-order-value=AMOUNT --top=TOP --bought=SKU --lot=LOT --bought-group=GROUP --not-contacted-since=DATE --not-mailed-since=DATE --where=SQL -n --dry-run'
            arguments='NAME'
            ;;
        'crm mailing show')
            options='--recipients'
            arguments='NAME'
            ;;
        'crm mailing respond')
            options='-n --dry-run'
            arguments='NAME CONTACT RESPONSE'
            ;;
        'crm mailing result')
            arguments='NAME'
            ;;
        'crm mailing export')
            options='--eml=DIR --template=FILE -n --dry-run'
            arguments='NAME'
            ;;
        'crm report')
            commands='revenue margin abc rfm pipeline payments activity kpi html'
            ;;
        'crm report revenue')
            options='--by=REPORT-KEY --period=PERIOD --basis=BASIS --compare=COMPARISON --chart --svg=FILE'
            ;;
        'crm report margin')
            options='--by=REPORT-KEY --level=LEVEL --known --period=PERIOD --basis=BASIS --compare=COMPARISON --chart --svg=FILE'
            ;;
        'crm report abc')
            options='--by=ABC-KEY --limits=PERCENT --period=PERIOD --basis=BASIS --compare=COMPARISON --chart --svg=FILE'
            ;;
        'crm report rfm')
            options='--period=PERIOD --basis=BASIS --compare=COMPARISON --chart --svg=FILE'
            ;;
        'crm report pipeline')
            options='--chart --svg=FILE'
            ;;
        'crm report payments')
            options='--period=PERIOD --basis=BASIS --compare=COMPARISON --chart --svg=FILE'
            ;;
        'crm report activity')
            options='--by=ACTIVITY-KEY --period=PERIOD --basis=BASIS --compare=COMPARISON --chart --svg=FILE'
            ;;
        'crm report kpi')
            options='--period=PERIOD --basis=BASIS --compare=COMPARISON --chart --svg=FILE'
            ;;
        'crm report html')
            options='--period=PERIOD --basis=BASIS --compare=COMPARISON'
            ;;
        'crm config')
            commands='list get set'
            ;;
        'crm config get')
            options='--as-of=DATE'
            arguments='KEY'
            ;;
        'crm config set')
            options='--from=DATE -n --dry-run'
            arguments='KEY VALUE'
            ;;
        'crm db')
            commands='info check backup restore migrate optimize audit'
            ;;
        'crm db check')
            options='--list'
            arguments='NAME...'
            ;;
        'crm db backup')
            arguments='FILE'
            ;;
        'crm db restore')
            options='-n --dry-run'
            arguments='FILE'
            ;;
        'crm db migrate')
            options='-n --dry-run'
            ;;
        'crm db optimize')
            options='-n --dry-run'
            ;;
        'crm db audit')
            options='--contact=CONTACT --document=NUMBER --user=STAFF --since=DATE --until=DATE'
            ;;
        'crm sql')
            arguments='STATEMENT'
            ;;
    esac
}

# Offers the values of kind $1.
_crm_value()
{
    case $1 in
        DIR) _crm_paths -d ;;
        FILE) _crm_paths -f ;;
        COMPANY) _crm_stored companies ;;
        CONTACT | OTHER | KEEP | DROP) _crm_stored contacts ;;
        GROUP) _crm_stored groups ;;
        LOCATION) _crm_stored locations ;;
        ORDER | QUOTE) _crm_stored orders ;;
        PERSON) _crm_stored persons ;;
        SKU) _crm_stored products ;;
        STAFF | FROM-STAFF | TO-STAFF) _crm_stored staff ;;
        TAG) _crm_stored tags ;;
        LEVEL) _crm_words '1' '2' '3' ;;
        FUNCTION) _crm_words 'accounting' 'orders' 'delivery' 'mailing' ;;
        DELIMITER) _crm_words 'auto' ',' ';' 'tab' ;;
        WHEN) _crm_words 'auto' 'always' 'never' ;;
        ENCODING) _crm_words 'auto' 'utf-8' 'utf-16' 'windows-1252' ;;
        COST-METHOD) _crm_words 'average' 'fifo' ;;
        KIND | RECIPIENT) _crm_words 'company' 'person' ;;
        SOURCE) _crm_words 'csv' 'vcard' ;;
        ABC-KEY) _crm_words 'customer' 'product' ;;
        ORDER-STATUS) _crm_words 'draft' 'quote' 'accepted' 'lost' 'confirmed' 'delivered' 'invoiced' 'cancelled' ;;
        AGING-BASIS) _crm_words 'due' 'document' ;;
        BANK-BOOKING) _crm_words 'fee' 'interest' 'other' ;;
        DIRECTION) _crm_words 'in' 'out' ;;
        BASIS) _crm_words 'invoiced' 'ordered' ;;
        USE) _crm_words 'main' 'invoice' 'delivery' 'pobox' ;;
        REPORT-KEY) _crm_words 'month' 'quarter' 'year' 'customer' 'product' 'group' 'manager' 'city' 'country' ;;
        REVENUE-BASIS) _crm_words 'ordered' 'invoiced' ;;
        RELATION) _crm_words 'parent' 'subsidiary' 'partner' ;;
        LOG-CHANNEL) _crm_words 'phone' 'email' 'visit' 'letter' 'meeting' 'chat' 'fax' 'note' ;;
        ANY-CHANNEL) _crm_words 'phone' 'email' 'visit' 'letter' 'meeting' 'chat' 'fax' 'note' 'system' ;;
        MARK) _crm_words 'point' 'comma' ;;
        MAILING-CHANNEL) _crm_words 'post' 'email' 'newsletter' 'phone' ;;
        CHANNEL) _crm_words 'post' 'email' 'newsletter' 'phone' 'sms' 'fax' ;;
        PREFERRED-CHANNEL) _crm_words 'post' 'email' 'newsletter' 'phone' 'sms' 'fax' 'mobile' 'visit' 'none' ;;
        COMPARISON) _crm_words 'previous' ;;
        PRODUCT-FIELD) _crm_words 'price' 'cost' 'unit' 'group' 'supplier' 'ean' 'reorder-at' 'order-up-to' 'no-stock' 'allow-negative' ;;
        OUTCOME) _crm_words 'reached' 'absent' 'voicemail' 'callback' ;;
        SIDE) _crm_words 'receivable' 'payable' ;;
        ORDER-FIELD) _crm_words 'reference' 'buyer-reference' 'person' 'deliver-by' 'valid-until' 'text' ;;
        RESPONSE) _crm_words 'replied' 'bounced' 'unsubscribed' 'ordered' ;;
        DIALECT) _crm_words 'rfc4180' 'excel-de' ;;
        ORDER-KIND) _crm_words 'sale' 'purchase' ;;
        KNOWN-PRODUCTS) _crm_words 'skip' 'update' ;;
        DUPLICATES) _crm_words 'skip' 'update' 'add' ;;
        ACTIVITY-KEY) _crm_words 'staff' ;;
        TAX) _crm_words 'standard' 'reduced' 'zero' ;;
        FORMAT) _crm_words 'table' 'csv' 'tsv' 'json' 'jsonl' 'xlsx' ;;
        FORMAT+ics) _crm_words 'table' 'csv' 'tsv' 'json' 'jsonl' 'xlsx' 'ics' ;;
        FORMAT+vcard) _crm_words 'table' 'csv' 'tsv' 'json' 'jsonl' 'xlsx' 'vcard' ;;
        PAPER) _crm_words 'text' 'html' ;;
        LOG-FIELD) _crm_words 'text' 'outcome' 'with' 'duration' 'follow-up' 'agreement' 'order' ;;
        PAYMENT) _crm_words 'transfer' 'debit' 'prepaid' ;;
    esac
}

_crm_words()
{
    COMPREPLY+=($(compgen -W "$*" -- "$typed"))
}

_crm_paths()
{
    compopt -o filenames 2>/dev/null
    local line
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$1" -- "$typed")
}

# Offers what the database has of $1, quoted like the word that is being typed.
_crm_stored()
{
    local line
    while IFS= read -r line; do
        case $quote in
            "'") line=${line//\'/\'\\\'\'} ;;
            '"')
                line=${line//\\/\\\\} line=${line//\"/\\\"}
                line=${line//\$/\\\$} line=${line//\`/\\\`}
                ;;
            *) printf -v line %q "$line" ;;
        esac
        COMPREPLY+=("$line")
    done < <(${database:+env CRM_DB="$database"} "$program" __complete "$1" "$typed" 2>/dev/null)
}

# Sets the kind of value that the option $1 takes; fails if it takes none.
_crm_kind_of()
{
    local option
    for option in $options $common; do
        case $option in
            "$1") return 1 ;;
            "$1="*) kind=${option#*=} && return 0 ;;
        esac
    done
    return 1
}

# Takes one word before the one that is being typed. bash hands over "--db=x" as three words.
_crm_take()
{
    case $1 in
        '=' | ':') skip=$1 ;;
        *)
            if [[ $skip == ':' ]]; then
                skip=''
            elif [[ -n $pending ]]; then
                [[ $pending == --db ]] && database=${1/#\~/$HOME}
                pending='' skip=''
            elif [[ -z $plain && $1 == -- ]]; then
                plain=yes
            elif [[ -z $plain && $1 == -* ]]; then
                _crm_kind_of "$1" && pending=$1
            elif [[ " $commands " == *" $1 "* ]]; then
                path+=" $1"
                _crm_command "$path"
            else
                position=$((position + 1))
            fi
            ;;
    esac
}

# Offers what may stand at an argument's place, or options where there is none.
_crm_argument()
{
    local kinds=($arguments)
    local last=$((${#kinds[@]} - 1))
    if [[ -n $commands ]]; then
        _crm_words $commands
    elif ((position <= last)); then
        _crm_value "${kinds[position]%...}"
    elif ((last >= 0)) && [[ ${kinds[last]} == *... ]]; then
        _crm_value "${kinds[last]%...}"
    elif [[ -z $plain ]]; then
        local names=($options $common)
        _crm_words "${names[@]%%=*}"
    fi
}

_crm()
{
    local IFS=$' \t\n' program=${COMP_WORDS[0]/#\~/$HOME} database='' path=crm
    local commands options arguments common kind quote='' typed word
    local pending='' skip='' plain='' position=0
    _crm_command crm
    common=$options options=''
    COMPREPLY=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do _crm_take "$word"; done

    typed=${COMP_WORDS[COMP_CWORD]}
    [[ -n $pending && $typed == '=' ]] && typed=''
    if [[ -z $pending && -z $plain && $typed == --*=* ]]; then
        pending=${typed%%=*} typed=${typed#*=}
    fi
    [[ $typed == [\"\']* ]] && quote=${typed:0:1} typed=${typed:1}
    [[ $quote == "'" ]] || typed=${typed//\\/}

    if [[ -n $pending ]]; then
        _crm_kind_of "$pending" && _crm_value "$kind"
    elif [[ $skip == ':' ]]; then
        return
    elif [[ -z $plain && $typed == -* ]]; then
        local names=($options $common)
        _crm_words "${names[@]%%=*}"
    else
        _crm_argument
    fi
}

complete -F _crm crm
