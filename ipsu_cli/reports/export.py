"""What the exports about the municipalities' services share."""

from ipsu_cli.rules import services


def queued_services() -> list[str]:
    return [code for code in services.codes() if services.service(code).queued]
