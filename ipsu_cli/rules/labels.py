"""The official names of documents that several services have."""

PLAN = "Gemensam planering (GP)"
REPORT = "Slutredovisning (SR)"
DEVIATION = "Avvikelserapport"
