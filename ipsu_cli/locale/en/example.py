"""Examples of every command, as they can be typed in the office that `ipsu demo` makes, in order. A line that begins
with # names another invented office."""

TEXT: dict[str, str] = {
    "acknowledgement add": (
        'ipsu acknowledgement add B-122 decision --reason "asked"\n'
        'ipsu acknowledgement add B-125 week --period 2026-W44 --reason "ill"'
    ),
    "acknowledgement list": ("ipsu acknowledgement list\nipsu acknowledgement list B-122"),
    "acknowledgement cancel": (
        'ipsu acknowledgement add B-122 decision --reason "asked"\n'
        'ipsu acknowledgement add B-115 decision --reason "asked"\n'
        'ipsu acknowledgement cancel 1 --reason "wrong case"\n'
        'ipsu acknowledgement cancel 2 --reason "answered"'
    ),
    "agreement add": (
        "ipsu agreement add IPSU-SK --service ipsu --area Skåne --from 2026-12-01\n"
        "ipsu agreement add IPS-U --service ips --area Uppsala --from 2026-01-01"
    ),
    "agreement edit": (
        'ipsu agreement edit IPSU-NM --to 2028-11-30 --reason "prolonged"\n'
        'ipsu agreement edit ROM-NM --site Uppsala --reason "new town"'
    ),
    "agreement require": (
        "# ipsu demo --of uppsala\n"
        "ipsu agreement require UPPSALA-IPS ips --ages 18-65 --check consent\n"
        "ipsu agreement require UPPSALA-IPS ips --ages none --check none"
    ),
    "agreement show": ("ipsu agreement show IPSU-NM\nipsu agreement show ROM-GH --json"),
    "agreement list": ("ipsu agreement list\nipsu agreement list --sort agreement --limit 3"),
    "aid lend": (
        'ipsu aid lend B-118 daisy-player --on 2026-10-05\nipsu aid lend B-121 laptop --name "Laptop 7" --on 2026-10-05'
    ),
    "aid return": (
        "ipsu aid lend B-118 daisy-player --on 2026-10-05\n"
        "ipsu aid lend B-121 laptop --on 2026-10-05\n"
        "ipsu aid return 1 --on 2026-10-30\n"
        "ipsu aid return 2 --on 2026-11-02"
    ),
    "aid list": ("ipsu aid list --open\nipsu aid list B-118"),
    "backup": ("ipsu backup office-2026-11.db\nipsu backup copy.db --json"),
    "calendar": ("ipsu calendar 2026\nipsu calendar 2027 --json"),
    "case add": (
        'ipsu case add A-140 --service ipsu-a --agreement IPSU-NM --personnummer - --name "Kim '
        'Ek" --from 2026-11-09 --to 2026-11-27\n'
        "ipsu case add R-210 --service rusta-matcha --agreement ROM-GH --personnummer - --name "
        '"Kim Ek" --system msfa --from 2026-11-02 --to 2027-05-01'
    ),
    "case edit": ("ipsu case edit B-118 --coach \"Karin Ekdalen\" --site Uppsala\nipsu case edit B-118 --order ''"),
    "case show": ("ipsu case show B-118\nipsu case show B-118 --json"),
    "case list": (
        'ipsu case list --status active\nipsu case list --coach "Karin Ekdalen" --service ipsu-b --month 2026-10'
    ),
    "case decide": (
        "ipsu case decide B-118 --to 2026-12-11 --on 2026-11-02\nipsu case decide R-201 --to 2027-01-05 --on 2026-11-02"
    ),
    "case start": (
        "# ipsu demo --of uppsala\n"
        "ipsu case start U-IPS087 --on 2026-03-02\n"
        "ipsu case start U-IPS088 --on 2026-03-02 --support se"
    ),
    "case pause": (
        "# ipsu demo --of uppsala\n"
        "ipsu case pause U-100 --from 2026-02-02\n"
        "ipsu case pause U-100 --from 2026-02-02 --to 2026-02-27"
    ),
    "case close": (
        "ipsu case close B-115 --on 2026-10-30 --reason completed\nipsu case close R-201 --on 2026-10-31 --reason work"
    ),
    "case reopen": (
        'ipsu case reopen R-203 --reason "closed by mistake"\nipsu case reopen B-101 --reason "support goes on"'
    ),
    "case rename": (
        'ipsu case rename B-118 B-118X --reason "new reference"\nipsu case rename A-136 35826 --reason "wrong number"'
    ),
    "case hand-over": (
        'ipsu case hand-over --from "Karin Ekdalen" --to "Reza Mohtadi" --dry-run\n'
        'ipsu case hand-over --from "Karin Ekdalen" --to "Reza Mohtadi" --case B-118'
    ),
    "check": ("ipsu check\nipsu check --json"),
    "check register": ("ipsu check register --month 2026-10\nipsu check register --all --service ipsu-b"),
    "contact add": (
        'ipsu contact add B-122 officer --on 2026-11-02\nipsu contact add IPSU-NM af --on 2026-11-02 --note "Meeting"'
    ),
    "contact list": ("ipsu contact list\nipsu contact list B-122"),
    "contact cancel": (
        "ipsu contact add B-122 officer --on 2026-11-02\n"
        "ipsu contact add B-115 officer --on 2026-11-02\n"
        'ipsu contact cancel 1 --reason "wrong case"\n'
        'ipsu contact cancel 2 --reason "wrong day"'
    ),
    "deliver": (
        "ipsu deliver B-118 7,5 --on 2026-11-02\n"
        "ipsu deliver --week 2026-W45 B-118=4 B-121=7,5\n"
        "ipsu deliver R-202 --month 2026-10"
    ),
    "delivery list": ("ipsu delivery list B-118\nipsu delivery list --sort hours --limit 10"),
    "delivery correct": (
        'ipsu delivery correct 779 2,5 --reason "typing error"\nipsu delivery correct 765 0,75 --reason "wrong day"'
    ),
    "delivery cancel": (
        'ipsu delivery cancel 779 --reason "wrong case"\nipsu delivery cancel 765 --reason "entered twice"'
    ),
    "demo": ("ipsu demo\nipsu demo --of uppsala"),
    "document submit": (
        "ipsu document submit A-136 sr --on 2026-11-02\n"
        "ipsu document submit B-118 avvikelse --from 2026-10-30 --to 2026-10-30 --known"
    ),
    "document confirm": (
        "ipsu document confirm A-136 gp --on 2026-11-02\nipsu document confirm --all sr --month 2026-10"
    ),
    "document return": (
        'ipsu document return A-135 sr --reason "no assessment"\n'
        'ipsu document return B-126 gp --reason "wrong week" --on 2026-11-02'
    ),
    "document unconfirm": (
        'ipsu document unconfirm B-118 gp --reason "wrong case"\n'
        "ipsu document confirm A-136 gp --on 2026-11-02\n"
        'ipsu document unconfirm A-136 gp --reason "wrong case"'
    ),
    "document list": ("ipsu document list A-136\nipsu document list R-201 --sort due"),
    "document write": (
        "ipsu document write A-136 sr --file sr.md\n"
        "ipsu document write B-118 avvikelse --from 2026-10-30 --to 2026-10-30 --known"
    ),
    "document show": ("ipsu document show A-136 gp\nipsu document show B-121 gp --version 1"),
    "document template": ("ipsu document template A-136 sr\nipsu document template B-118 gp --json"),
    "document export": (
        "ipsu document write A-136 sr --file sr.md\n"
        "ipsu document export A-136 sr report.md\n"
        "ipsu document export A-136 sr final-report.md"
    ),
    "explain": ("ipsu explain delivery.over-plan\nipsu explain A23"),
    "export package": ("ipsu export package 2026-10 october --again\nipsu export package 2026-11 november"),
    "export sus": (
        "# ipsu demo --of uppsala\n"
        "ipsu export sus sus.csv --from 2025-01-01 --to 2025-06-30\n"
        "ipsu export sus sus.xlsx --from 2025-07-01 --to 2025-12-31"
    ),
    "export monthly": (
        "# ipsu demo --of uppsala\n"
        "ipsu export monthly list.csv --month 2026-02\n"
        "ipsu export monthly list.xlsx --month 2026-02"
    ),
    "export parquet": ("ipsu export parquet data\nipsu export parquet data --office uppsala"),
    "export all": ("ipsu export all office.xlsx\nipsu export all office.json"),
    "export KIND": ("ipsu export {kind} {kind}.xlsx\nipsu export {kind} {kind}.csv --excel-csv"),
    "fidelity add": (
        "# ipsu demo --of uppsala\n"
        "ipsu fidelity add UPPSALA-IPS --on 2026-02-16 --scores 4,4,3,3,4,5,3,4,4,3,4,4,5,3,4,4,3,4,4,4,3,4,4,3,4\n"
        "ipsu fidelity scale SED-4 --items 4 --min 1 --max 5 --bands 12=fair\n"
        "ipsu fidelity add UPPSALA-SED --on 2026-02-16 --scores 4,5,3,4 --scale SED-4\n"
        "ipsu fidelity add UPPSALA-SED --on 2026-02-23 --scores 4,5,-,4 --scale SED-4"
    ),
    "fidelity scale": (
        "# ipsu demo --of uppsala\n"
        "ipsu fidelity scale SED --items 20 --min 1 --max 5 --bands 60=fair,80=good\n"
        "ipsu fidelity scale SE --items 10 --min 1 --max 5 --bands 30=fair,40=good"
    ),
    "fidelity list": ("# ipsu demo --of uppsala\nipsu fidelity list\nipsu fidelity list UPPSALA-IPS"),
    "fidelity cancel": (
        "# ipsu demo --of ggv\n"
        'ipsu fidelity cancel 1 --reason "wrong unit"\n'
        'ipsu fidelity cancel 2 --reason "wrong day"'
    ),
    "query": (
        'ipsu query "SELECT coach, count(*) FROM cases GROUP BY coach"\n'
        'ipsu query --csv "SELECT * FROM invoices"\nipsu query'
    ),
    "browse": "ipsu browse\nipsu browse --port 8001",
    "find": ('ipsu find sjuk\nipsu find "telefon"'),
    "funding add": (
        "# ipsu demo --of uppsala\n"
        "ipsu funding add UPPSALA-IPS --unit IPS --title Coach --year 2026 --amount 570000\n"
        "ipsu funding add all --unit Lead --title Leader --year 2026 --amount 90000"
    ),
    "funding state": (
        "# ipsu demo --of uppsala\n"
        "ipsu funding state all --year 2026 --amount 1642452\n"
        "ipsu funding state UPPSALA-IPS --year 2026 --amount 570000"
    ),
    "funding list": ("# ipsu demo --of uppsala\nipsu funding list\nipsu funding list --sort amount"),
    "funding cancel": (
        "# ipsu demo --of uppsala\n"
        'ipsu funding cancel 1 --reason "wrong year"\n'
        'ipsu funding cancel 2 --reason "wrong amount"'
    ),
    "help": ("ipsu help month\nipsu help case add"),
    "import": (
        "ipsu template cases cases.csv\n"
        "ipsu import cases cases.csv --dry-run\n"
        "ipsu timesheet hours.xlsx --week 2026-W45\n"
        "ipsu import deliveries hours.xlsx\n"
        "ipsu import prices prices.csv"
    ),
    "init": (
        'ipsu init --name "Stöd i Exempelby AB" --orgnr 559999-0008\n'
        'ipsu init --db new.db --name "Exempelstöd" --orgnr 559999-0008 --lang en'
    ),
    "invoice receive": (
        "ipsu invoice receive ipsu-demo/paket-2026-08/received/1007.csv\n"
        "ipsu invoice receive --number 1010 --on 2026-11-02 --total 92173,75 --agreement IPSU-NM"
    ),
    "invoice reconcile": (
        "ipsu invoice reconcile 2026-0043 --received 2009\nipsu invoice reconcile 2026-0042 --received 1009 --json"
    ),
    "invoice build": (
        "ipsu invoice build --month 2026-11 --dry-run\nipsu invoice build --month 2026-11 --excel november.xlsx"
    ),
    "invoice list": ("ipsu invoice list --month 2026-10\nipsu invoice list --received"),
    "invoice show": ("ipsu invoice show 2026-0042\nipsu invoice show --received 2009"),
    "invoice excel": (
        "ipsu invoice excel 2026-0048 2026-0048.xlsx\nipsu invoice excel 2026-0048 2026-0048.xlsx --force"
    ),
    "invoice approve": ("ipsu invoice approve 2026-0048\nipsu invoice approve 2026-0045 --on 2026-11-02"),
    "invoice reject": (
        'ipsu invoice reject 2026-0048 --case B-118 --why price --reason "wrong price" --not-self-fixable\n'
        'ipsu invoice reject 2026-0049 --case B-120 --why hours --reason "too few" --not-self-fixable'
    ),
    "invoice letter": ("ipsu invoice letter 2026-0043 question.md\nipsu invoice letter 2026-0043 question.xlsx"),
    "invoice resolve": (
        "ipsu invoice resolve 2026-0042 --case B-122 --outcome corrected\n"
        'ipsu invoice reject 2026-0048 --case B-118 --why price --reason "wrong price" --not-self-fixable\n'
        "ipsu invoice resolve 2026-0048 --case B-118 --outcome upheld --on 2026-11-02"
    ),
    "invoice paid": (
        "ipsu invoice approve 2026-0048\n"
        "ipsu invoice paid 2026-0048 --on 2026-11-02\n"
        "ipsu invoice paid 2026-0046 --on 2026-11-02 --amount 10000"
    ),
    "invoice unpaid": (
        'ipsu invoice unpaid 2026-0041 41 --reason "not ours"\nipsu invoice unpaid 2026-0040 40 --reason "wrong day"'
    ),
    "invoice bank": ("ipsu invoice bank statement.xml\nipsu invoice bank statement.xml --strict"),
    "invoice cancel": (
        'ipsu invoice cancel 2026-0054 --reason "too early"\nipsu invoice cancel 2026-0050 --reason "wrong month"'
    ),
    "invoice credit": (
        'ipsu invoice credit 2026-0046 --case R-201 --reason "wrong days"\n'
        'ipsu invoice credit 2026-0036 --case B-118 --reason "wrong hours"'
    ),
    "invoice export": ("ipsu invoice export 2026-0048 2026-0048.si\nipsu invoice export 2026-0048 2026-0048.json"),
    "log": ("ipsu log\nipsu log B-118\nipsu log --revealed"),
    "outcome add": (
        "# ipsu demo --of uppsala\n"
        "ipsu outcome add U-100 employment --on 2026-03-02\n"
        "ipsu outcome add U-002 studies-started --on 2026-02-16"
    ),
    "outcome list": ("# ipsu demo --of uppsala\nipsu outcome list\nipsu outcome list U-E01"),
    "outcome cancel": (
        "# ipsu demo --of uppsala\n"
        'ipsu outcome cancel 33 --reason "wrong case"\n'
        'ipsu outcome cancel 34 --reason "wrong day"'
    ),
    "pause cancel": (
        '# ipsu demo --of uppsala\nipsu pause cancel 4 --reason "wrong case"\nipsu pause cancel 3 --reason "wrong day"'
    ),
    "period close": ("ipsu period close 2026-08\nipsu period close 2026-09"),
    "plan set": (
        'ipsu plan set B-132 2026-W49..2026-W51=20 2027-W02=10 --reason "new"\n'
        "ipsu plan set B-133 2026-W50..2026-W51=10 2027-W02..2027-W04=5"
    ),
    "plan show": ("ipsu plan show B-118\nipsu plan show B-121 --version 1"),
    "plan history": ("ipsu plan history B-121\nipsu plan history B-121 --json"),
    "price set": (
        "ipsu price set IPSU-NG ipsu-b 465,50 --unit hour --from 2026-08-31\n"
        "ipsu price set IPSU-NM ipsu-a 9750 --unit case --from 2027-01-01"
    ),
    "price list": ("ipsu price list\nipsu price list --sort from"),
    "report kpi": ("ipsu report kpi --year 2026\nipsu report kpi --month 2026-10 --by coach"),
    "report hours": ('ipsu report hours --month 2026-10\nipsu report hours --year 2026 --coach "Karin Ekdalen"'),
    "report invoices": ("ipsu report invoices --year 2026\nipsu report invoices --from 2026-07-01 --to 2026-09-30"),
    "report money": ("ipsu report money --month 2026-10\nipsu report money --step held --step ready"),
    "report rejections": (
        "ipsu report rejections --year 2026\nipsu report rejections --year 2026 --by coach --by agreement"
    ),
    "report deadlines": ("ipsu report deadlines --month 2026-10\nipsu report deadlines --year 2026"),
    "report key-in": ("ipsu report key-in --month 2026-10\nipsu report key-in R-201 --month 2026-10 --system ka-webb"),
    "report funding": (
        "# ipsu demo --of uppsala\n"
        "ipsu report funding --year 2025\n"
        "ipsu report funding --from 2025-01-01 --to 2025-12-31 --excel funding.xlsx"
    ),
    "report fidelity": ("# ipsu demo --of ggv\nipsu report fidelity --to 2020-01-31\nipsu report fidelity --year 2019"),
    "report queue": (
        "# ipsu demo --of uppsala\nipsu report queue --year 2025\nipsu report queue --year 2025 --service sed"
    ),
    "report caseload": ("ipsu report caseload\nipsu report caseload --to 2026-06-30"),
    "report forecast": ("ipsu report forecast\nipsu report forecast --to 2026-10-31"),
    "report steering": (
        "# ipsu demo --of uppsala\n"
        "ipsu report steering --year 2025\n"
        "ipsu report steering --year 2025 --excel steering.xlsx"
    ),
    "participant correct": (
        'ipsu participant correct A-104 --name "Robin Falkhag"\n'
        'ipsu participant correct A-104 --personnummer - --reason "typed wrong"'
    ),
    "participant export": (
        "ipsu participant export A-104\n"
        "ipsu participant export A-104 a-104.xlsx\n"
        "ipsu participant export A-104 a-104.json --reveal"
    ),
    "participant erase": (
        "ipsu setting set retention-months 1\n"
        "ipsu participant erase A-101 --yes\n"
        "ipsu participant erase A-105 --yes --quiet"
    ),
    "encrypt": "ipsu encrypt --key-file office.key\nipsu encrypt --new-key-file new.key --key-file office.key",
    "decrypt": (
        "ipsu encrypt --key-file office.key --quiet\n"
        "ipsu decrypt --key-file office.key\n"
        "ipsu encrypt --key-file office.key --quiet\n"
        "ipsu decrypt --key-file office.key --quiet"
    ),
    "restore": (
        "ipsu backup office-2026-11.db\n"
        "ipsu restore office-2026-11.db --yes\n"
        "ipsu restore office-2026-11.db --yes --quiet"
    ),
    "retention": (
        "ipsu retention\nipsu retention --dry-run\nipsu setting set retention-months 1\nipsu retention --apply --yes"
    ),
    "review add": (
        "# ipsu demo --of uppsala\n"
        "ipsu review add U-100 --on 2026-03-02 --progress yes\n"
        "ipsu review add U-002 --on 2026-03-02 --progress no --decision continue"
    ),
    "review cancel": (
        "# ipsu demo --of uppsala\n"
        'ipsu review cancel 100 --reason "wrong case"\n'
        'ipsu review cancel 99 --reason "wrong day"'
    ),
    "setting list": ("ipsu setting list\nipsu setting list --json"),
    "setting set": ("ipsu setting set account.sales.25 3041\nipsu setting set review-days 90"),
    "status": ("ipsu status\nipsu status --names"),
    "survey add": (
        "# ipsu demo --of uppsala\n"
        "ipsu survey add UPPSALA-IPS use --population ongoing --on 2026-02-16 --asked 8 --answers"
        ' "yes=6" --positive yes\n'
        "ipsu survey add UPPSALA-SED use --population closing --on 2026-02-16 --asked 7 --answers"
        ' "yes=5" --positive yes'
    ),
    "survey list": ("# ipsu demo --of ggv\nipsu survey list\nipsu survey list --sort on --limit 5"),
    "survey cancel": (
        '# ipsu demo --of ggv\nipsu survey cancel 1 --reason "wrong group"\nipsu survey cancel 2 --reason "wrong year"'
    ),
    "target set": (
        "# ipsu demo --of uppsala\n"
        "ipsu target set all supported 210 --from 2026-01-01\n"
        "ipsu target set UPPSALA-IPS outcome_share 34/124"
    ),
    "target list": ("# ipsu demo --of uppsala\nipsu target list\nipsu target list --sort agreement"),
    "template": ("ipsu template cases cases.xlsx\nipsu template deliveries hours.csv"),
    "timesheet": (
        'ipsu timesheet karin.xlsx --week 2026-W45 --coach "Karin Ekdalen"\nipsu timesheet all.xlsx --week 2026-W44'
    ),
    "todo": ('ipsu todo --until 2026-11-30\nipsu todo --coach "Karin Ekdalen" --ics deadlines.ics'),
    "undo": ("ipsu undo 100\nipsu undo"),
    "version": ("ipsu version\nipsu version --json"),
    "week": ('ipsu week\nipsu week 2026-W44 --coach "Karin Ekdalen"'),
    "completion": ("ipsu completion\nipsu completion bash"),
}
