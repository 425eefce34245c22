"""What help pages list of the services that there are, and say of what holds today, for the root command."""

from ipsu_cli.reports.help_lists import lists

__all__ = ["lists"]
