"""What a case is entered and edited with: option by option, and how each is typed; `FLAG` has its `--no-FLAG`."""

from ipsu_cli.commands._options import FLAG

CASE: dict[str, str] = {
    "--service": "SERVICE",
    "--agreement": "AGREEMENT",
    "--personnummer": "PNR|-",
    "--name": "NAME",
    "--gender": "woman|man|other|unknown",
    "--protected": FLAG,
    "--from": "DATE",
    "--to": "DATE",
    "--site": "TOWN",
    "--coach": "NAME",
    "--officer": "NAME",
    "--order": "REF",
    # IPSU.
    "--meeting": "DATE",
    "--mapping-agreed": FLAG,
    "--decision": "DATE",
    "--training": "NAME",
    "--training-type": "TYPE",
    "--training-from": "DATE",
    "--training-to": "DATE",
    "--after": "CASE",
    # Rusta och matcha.
    "--system": "ka-webb|msfa",
    "--extent": "PERCENT",
    "--level": "A|B|C",
    # IPS, Supported Education and Supported Employment.
    "--queued": "DATE",
    "--municipality": "NAME",
    "--resident": FLAG,
    "--disability": FLAG,
    "--motivated": FLAG,
    "--care-contact": "psychiatry|primary-care",
    "--consent": "DATE",
    "--consent-withdrawn": "DATE",
    "--sus-consent": "DATE",
    "--preference": "TEXT",
    "--assistance": "yes|no|unknown",
    "--target-group": "CODE",
}

EDIT: dict[str, str] = {
    "--closed": "DATE",
    "--reason": "CODE|TEXT",
    "--support": "ips|sed|se|unspecified",
    "--refer-to": "TEXT",
}
