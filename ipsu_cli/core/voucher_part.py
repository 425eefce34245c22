"""What a voucher is of: an invoice as it stands, or what its payments were rounded by."""

ISSUE, ROUNDING = "issue", "rounding"
