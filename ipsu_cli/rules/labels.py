"""The official names of documents that several services or systems have."""

PLAN = "Gemensam planering (GP)"
REPORT = "Slutredovisning (SR)"
DEVIATION = "Avvikelserapport"
DEVELOPMENT_PLAN = "Individuell utvecklingsplan (IUP)"
PERIODIC = "Periodisk rapport (PR)"
RESULT_1, RESULT_2 = "Resultatrapport 1 (R1)", "Resultatrapport 2 (R2)"
SIGNAL, RESULT = "Signal om arbete eller studier (SOA)", "Resultatredovisning (RR)"
