CREATE INDEX acknowledgements_by_case ON acknowledgements(case_id);

CREATE INDEX acknowledgements_past_by_id ON acknowledgements_past(id);

CREATE UNIQUE INDEX agreements_by_cost_centre ON agreements(cost_centre);

CREATE INDEX agreements_past_by_id ON agreements_past(id);

CREATE INDEX aids_by_case ON aids(case_id);

CREATE INDEX aids_past_by_id ON aids_past(id);

CREATE INDEX aids_still_out ON aids(case_id) WHERE returned IS NULL;

CREATE INDEX cases_by_after ON cases(after_id) WHERE after_id IS NOT NULL;

CREATE INDEX cases_by_agreement ON cases(agreement_id);

CREATE INDEX cases_by_person ON cases(person_id);

CREATE INDEX cases_past_by_id ON cases_past(id);

CREATE INDEX changes_by_case ON changes(case_id) WHERE case_id IS NOT NULL;

CREATE INDEX closed_months_past_by_id ON closed_months_past(id);

CREATE INDEX contacts_by_case ON contacts(case_id) WHERE case_id IS NOT NULL;

CREATE INDEX contacts_past_by_id ON contacts_past(id);

CREATE UNIQUE INDEX credited_lines_by_line ON credited_lines(line_id, original_line_id);

CREATE INDEX credited_lines_by_original ON credited_lines(original_line_id);

CREATE INDEX credited_lines_past_by_id ON credited_lines_past(id);

CREATE INDEX decisions_by_case ON decisions(case_id);

CREATE INDEX decisions_past_by_id ON decisions_past(id);

CREATE INDEX deliveries_by_case ON deliveries(case_id, to_day, unit, quantity, cancelled, reverses, entered_on);

CREATE INDEX deliveries_past_by_id ON deliveries_past(id);

CREATE UNIQUE INDEX deliveries_reversed ON deliveries(reverses) WHERE reverses IS NOT NULL AND cancelled = 0;

CREATE INDEX document_texts_past_by_id ON document_texts_past(id);

CREATE INDEX documents_by_day ON documents(case_id, type, submitted);

CREATE INDEX documents_past_by_id ON documents_past(id);

CREATE UNIQUE INDEX e_invoices_sent_by_invoice ON e_invoices_sent(invoice_id, sha256);

CREATE INDEX e_invoices_sent_past_by_id ON e_invoices_sent_past(id);

CREATE INDEX erasures_past_by_id ON erasures_past(id);

CREATE INDEX fidelity_reviews_past_by_id ON fidelity_reviews_past(id);

CREATE INDEX fidelity_scales_past_by_id ON fidelity_scales_past(id);

CREATE INDEX funding_past_by_id ON funding_past(id);

CREATE INDEX funding_stated_past_by_id ON funding_stated_past(id);

CREATE INDEX investigations_by_invoice ON investigations(invoice_id);

CREATE UNIQUE INDEX investigations_open ON investigations(case_id) WHERE closed IS NULL;

CREATE INDEX investigations_past_by_id ON investigations_past(id);

CREATE INDEX invoice_lines_by_case ON invoice_lines(case_id);

CREATE INDEX invoice_lines_by_invoice ON invoice_lines(invoice_id);

CREATE INDEX invoice_lines_corrected ON invoice_lines(invoice_id) WHERE status = 'corrected';

CREATE INDEX invoice_lines_past_by_id ON invoice_lines_past(id);

CREATE INDEX invoices_by_original ON invoices(refers_to_id) WHERE refers_to_id IS NOT NULL;

CREATE INDEX invoices_past_by_id ON invoices_past(id);

CREATE INDEX outcomes_by_case ON outcomes(case_id);

CREATE INDEX outcomes_past_by_id ON outcomes_past(id);

CREATE UNIQUE INDEX package_files_by_name ON package_files(package_id, name);

CREATE INDEX package_files_by_received ON package_files(received_id) WHERE received_id IS NOT NULL;

CREATE INDEX package_files_past_by_id ON package_files_past(id);

CREATE INDEX packages_past_by_id ON packages_past(id);

CREATE INDEX pairs_by_invoice ON pairs(invoice_id);

CREATE UNIQUE INDEX pairs_by_self_invoice ON pairs(self_invoice_id, invoice_id);

CREATE INDEX pairs_past_by_id ON pairs_past(id);

CREATE INDEX pauses_by_case ON pauses(case_id);

CREATE INDEX pauses_past_by_id ON pauses_past(id);

CREATE INDEX payments_by_invoice ON payments(invoice_id);

CREATE INDEX payments_past_by_id ON payments_past(id);

CREATE INDEX people_past_by_id ON people_past(id);

CREATE INDEX plan_weeks_past_by_document_id ON plan_weeks_past(document_id);

CREATE INDEX prices_past_by_id ON prices_past(id);

CREATE INDEX reasons_by_case ON reasons(case_id);

CREATE INDEX reasons_by_invoice ON reasons(invoice_id);

CREATE INDEX reasons_past_by_id ON reasons_past(id);

CREATE INDEX received_files_past_by_id ON received_files_past(id);

CREATE UNIQUE INDEX requirements_by_agreement ON requirements(agreement_id, service);

CREATE INDEX requirements_past_by_id ON requirements_past(id);

CREATE INDEX reviews_by_case ON reviews(case_id);

CREATE INDEX reviews_past_by_id ON reviews_past(id);

CREATE INDEX self_invoice_answers_by_invoice ON self_invoice_answers(self_invoice_id);

CREATE UNIQUE INDEX self_invoice_answers_by_line ON self_invoice_answers(line_id) WHERE line_id IS NOT NULL;

CREATE INDEX self_invoice_answers_past_by_id ON self_invoice_answers_past(id);

CREATE INDEX self_invoice_lines_by_case ON self_invoice_lines(case_id);

CREATE INDEX self_invoice_lines_by_invoice ON self_invoice_lines(self_invoice_id);

CREATE INDEX self_invoice_lines_past_by_id ON self_invoice_lines_past(id);

CREATE UNIQUE INDEX self_invoice_originals_by_credit ON self_invoice_originals(self_invoice_id, original_id);

CREATE INDEX self_invoice_originals_by_original ON self_invoice_originals(original_id);

CREATE INDEX self_invoice_originals_past_by_id ON self_invoice_originals_past(id);

CREATE UNIQUE INDEX self_invoice_settlements_by_answer ON self_invoice_settlements(answer_id, settled_by_id);

CREATE INDEX self_invoice_settlements_past_by_id ON self_invoice_settlements_past(id);

CREATE UNIQUE INDEX self_invoices_by_number ON self_invoices(agreement_id, year, number);

CREATE INDEX self_invoices_by_plain_number ON self_invoices(number);

CREATE INDEX self_invoices_past_by_id ON self_invoices_past(id);

CREATE INDEX settings_past_by_id ON settings_past(id);

CREATE INDEX surveys_past_by_id ON surveys_past(id);

CREATE INDEX targets_past_by_id ON targets_past(id);

CREATE INDEX voucher_rows_by_voucher ON voucher_rows(voucher_id);

CREATE INDEX voucher_rows_past_by_id ON voucher_rows_past(id);

CREATE INDEX vouchers_by_invoice ON vouchers(invoice_id, part);

CREATE INDEX vouchers_past_by_id ON vouchers_past(id);

CREATE TABLE acknowledgements (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL REFERENCES cases(id),
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        reason TEXT NOT NULL,
        salt BLOB NOT NULL DEFAULT (randomblob(16))
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE acknowledgements_past (id INTEGER, case_id INTEGER, kind TEXT, key TEXT, reason TEXT, salt BLOB, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE agreements (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    service TEXT NOT NULL,
    area TEXT NOT NULL,
    from_day TEXT CHECK (from_day IS NULL OR date(from_day, '+0 days') IS from_day) NOT NULL,
    to_day TEXT CHECK (to_day IS NULL OR date(to_day, '+0 days') IS to_day),
    purchaser TEXT,
    billing TEXT NOT NULL CHECK (billing = 'self' OR billing = 'peppol'),
    vat INTEGER NOT NULL CHECK (vat BETWEEN 0 AND 10000),
    vat_exempt_reason TEXT,
    payout TEXT NOT NULL CHECK (payout = 'created' OR payout = 'worked'),
    sites TEXT NOT NULL,
    
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)

, further_services TEXT, purchaser_orgnr TEXT, purchaser_address TEXT, cost_centre TEXT) STRICT;

CREATE TABLE agreements_past (id INTEGER, ref TEXT, service TEXT, area TEXT, from_day TEXT, to_day TEXT, purchaser TEXT, billing TEXT, vat INTEGER, vat_exempt_reason TEXT, payout TEXT, sites TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on), further_services TEXT, purchaser_orgnr TEXT, purchaser_address TEXT, cost_centre TEXT) STRICT;

CREATE TABLE aids (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL REFERENCES cases(id),
        kind TEXT NOT NULL,
        name TEXT,
        origin TEXT NOT NULL CHECK (origin = 'a' OR origin = 'b'),
        lent TEXT NOT NULL CHECK (date(lent, '+0 days') IS lent),
        returned TEXT CHECK (returned IS NULL OR (date(returned, '+0 days') IS returned AND returned >= lent))
    , salt BLOB NOT NULL DEFAULT (randomblob(16)), 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE aids_past (id INTEGER, case_id INTEGER, kind TEXT, name TEXT, origin TEXT, lent TEXT, returned TEXT, salt BLOB, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE answers (
    key TEXT PRIMARY KEY,
    asked BLOB NOT NULL,
    answer TEXT NOT NULL,
    change_id INTEGER NOT NULL REFERENCES changes(id)
) STRICT;

CREATE TABLE backups (
        id INTEGER PRIMARY KEY,
        on_day TEXT NOT NULL CHECK (date(on_day, '+0 days') IS on_day),
        change_id INTEGER NOT NULL REFERENCES changes(id)
    ) STRICT
;

CREATE TABLE batches (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    rows INTEGER NOT NULL,
    added INTEGER NOT NULL,
    
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)

) STRICT;

CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES people(id),
    service TEXT NOT NULL,
    agreement_id INTEGER REFERENCES agreements(id),
    from_day TEXT CHECK (from_day IS NULL OR date(from_day, '+0 days') IS from_day),
    to_day TEXT CHECK (to_day IS NULL OR date(to_day, '+0 days') IS to_day),
    site TEXT, coach TEXT, officer TEXT, order_ref TEXT,
    meeting TEXT CHECK (meeting IS NULL OR date(meeting, '+0 days') IS meeting),
    mapping_agreed INTEGER NOT NULL DEFAULT 0 CHECK (mapping_agreed BETWEEN 0 AND 1),
    decision TEXT CHECK (decision IS NULL OR date(decision, '+0 days') IS decision),
    training_name TEXT, training_type TEXT,
    training_from TEXT CHECK (training_from IS NULL OR date(training_from, '+0 days') IS training_from),
    training_to TEXT CHECK (training_to IS NULL OR date(training_to, '+0 days') IS training_to),
    after_id INTEGER REFERENCES cases(id),
    closed_on TEXT CHECK (closed_on IS NULL OR date(closed_on, '+0 days') IS closed_on),
    close_reason TEXT, training_result TEXT,
    salt BLOB NOT NULL DEFAULT (randomblob(16)),
    
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
, system TEXT, extent INTEGER CHECK (extent BETWEEN 1 AND 10000), level TEXT, queued_on TEXT CHECK (queued_on IS NULL OR date(queued_on, '+0 days') IS queued_on), support TEXT, municipality TEXT, resident INTEGER CHECK (resident BETWEEN 0 AND 1), disability INTEGER CHECK (disability BETWEEN 0 AND 1), motivated INTEGER CHECK (motivated BETWEEN 0 AND 1), care_contact TEXT, consent TEXT CHECK (consent IS NULL OR date(consent, '+0 days') IS consent), consent_withdrawn TEXT CHECK (consent_withdrawn IS NULL OR date(consent_withdrawn, '+0 days') IS consent_withdrawn), sus_consent TEXT CHECK (sus_consent IS NULL OR date(sus_consent, '+0 days') IS sus_consent), preference TEXT, assistance TEXT, target_group TEXT, refer_to TEXT,
    CHECK (from_day <= to_day),
    CHECK (training_from <= training_to),
    CHECK ((closed_on IS NULL) = (close_reason IS NULL))
) STRICT;

CREATE TABLE cases_past (id INTEGER, ref TEXT, person_id INTEGER, service TEXT, agreement_id INTEGER, from_day TEXT, to_day TEXT, site TEXT, coach TEXT, officer TEXT, order_ref TEXT, meeting TEXT, mapping_agreed INTEGER, decision TEXT, training_name TEXT, training_type TEXT, training_from TEXT, training_to TEXT, after_id INTEGER, closed_on TEXT, close_reason TEXT, training_result TEXT, salt BLOB, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on), system TEXT, extent INTEGER, level TEXT, queued_on TEXT, support TEXT, municipality TEXT, resident INTEGER, disability INTEGER, motivated INTEGER, care_contact TEXT, consent TEXT, consent_withdrawn TEXT, sus_consent TEXT, preference TEXT, assistance TEXT, target_group TEXT, refer_to TEXT) STRICT;

CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    today TEXT NOT NULL CHECK (date(today, '+0 days') IS today),
    who TEXT NOT NULL,
    command TEXT NOT NULL,
    case_id INTEGER,
    invoice_id INTEGER,
    digest BLOB
) STRICT;

CREATE TABLE closed_months (
        id INTEGER PRIMARY KEY,
        month TEXT NOT NULL UNIQUE CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
        
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)

    ) STRICT
;

CREATE TABLE closed_months_past (id INTEGER, month TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE contacts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER REFERENCES cases(id),
        agreement_id INTEGER REFERENCES agreements(id),
        party TEXT NOT NULL,
        on_day TEXT CHECK (on_day IS NULL OR date(on_day, '+0 days') IS on_day) NOT NULL,
        note TEXT,
        salt BLOB NOT NULL DEFAULT (randomblob(16))
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
, goal TEXT) STRICT;

CREATE TABLE contacts_past (id INTEGER, case_id INTEGER, agreement_id INTEGER, party TEXT, on_day TEXT, note TEXT, salt BLOB, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on), goal TEXT) STRICT;

CREATE TABLE credited_lines (
        id INTEGER PRIMARY KEY,
        line_id INTEGER NOT NULL REFERENCES self_invoice_lines(id),
        original_line_id INTEGER NOT NULL REFERENCES self_invoice_lines(id),
        net_ore INTEGER NOT NULL CHECK (net_ore < 0),
        hours INTEGER
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE credited_lines_past (id INTEGER, line_id INTEGER, original_line_id INTEGER, net_ore INTEGER, hours INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases(id),
    was_to TEXT CHECK (was_to IS NULL OR date(was_to, '+0 days') IS was_to),
    to_day TEXT CHECK (to_day IS NULL OR date(to_day, '+0 days') IS to_day) NOT NULL,
    on_day TEXT CHECK (on_day IS NULL OR date(on_day, '+0 days') IS on_day) NOT NULL,
    
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)

, period INTEGER CHECK (period BETWEEN 1 AND 2)) STRICT;

CREATE TABLE decisions_past (id INTEGER, case_id INTEGER, was_to TEXT, to_day TEXT, on_day TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on), period INTEGER) STRICT;

CREATE TABLE delivered_hours (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE, hours INTEGER NOT NULL
    ) STRICT
;

CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases(id),
    from_day TEXT CHECK (from_day IS NULL OR date(from_day, '+0 days') IS from_day) NOT NULL,
    to_day TEXT CHECK (to_day IS NULL OR date(to_day, '+0 days') IS to_day) NOT NULL,
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN -10000000 AND 10000000 AND quantity <> 0),
    no_show INTEGER NOT NULL DEFAULT 0 CHECK (no_show BETWEEN 0 AND 1),
    cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled BETWEEN 0 AND 1),
    reverses INTEGER REFERENCES deliveries(id),
    
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
,
    CHECK (from_day <= to_day)
) STRICT;

CREATE TABLE deliveries_past (id INTEGER, case_id INTEGER, from_day TEXT, to_day TEXT, unit TEXT, quantity INTEGER, no_show INTEGER, cancelled INTEGER, reverses INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE document_texts (
        id INTEGER PRIMARY KEY,
        document_id INTEGER NOT NULL UNIQUE REFERENCES documents(id),
        text TEXT NOT NULL
    , salt BLOB NOT NULL DEFAULT (randomblob(16)), 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE document_texts_past (id INTEGER, document_id INTEGER, text TEXT, salt BLOB, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases(id),
    type TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    period TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL
        CHECK (status = 'draft' OR status = 'submitted' OR status = 'confirmed' OR status = 'returned'),
    submitted TEXT CHECK (submitted IS NULL OR date(submitted, '+0 days') IS submitted),
    confirmed TEXT CHECK (confirmed IS NULL OR date(confirmed, '+0 days') IS confirmed),
    returned TEXT CHECK (returned IS NULL OR date(returned, '+0 days') IS returned),
    reason TEXT,
    fields TEXT NOT NULL DEFAULT '{}',
    salt BLOB NOT NULL DEFAULT (randomblob(16)),
    
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
,
    UNIQUE (case_id, type, period, version),
    CHECK ((submitted IS NULL) = (status = 'draft')),
    CHECK (submitted <= confirmed),
    CHECK (submitted <= returned)
) STRICT;

CREATE TABLE documents_past (id INTEGER, case_id INTEGER, type TEXT, version INTEGER, period TEXT, status TEXT, submitted TEXT, confirmed TEXT, returned TEXT, reason TEXT, fields TEXT, salt BLOB, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE e_invoices_sent (
        id INTEGER PRIMARY KEY,
        invoice_id INTEGER NOT NULL REFERENCES invoices(id),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        file TEXT NOT NULL CHECK (file <> '')
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE e_invoices_sent_past (id INTEGER, invoice_id INTEGER, sha256 TEXT, file TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE erasures (id INTEGER PRIMARY KEY, digest BLOB NOT NULL CHECK (length(digest) = 32), 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE erasures_past (id INTEGER, digest BLOB, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE fidelity_reviews (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        agreement_id INTEGER NOT NULL REFERENCES agreements(id),
        on_day TEXT CHECK (on_day IS NULL OR date(on_day, '+0 days') IS on_day) NOT NULL,
        scale TEXT NOT NULL,
        scores TEXT NOT NULL,
        total INTEGER
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE fidelity_reviews_past (id INTEGER, agreement_id INTEGER, on_day TEXT, scale TEXT, scores TEXT, total INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE fidelity_scales (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE,
        items INTEGER NOT NULL CHECK (items > 0),
        least INTEGER NOT NULL,
        most INTEGER NOT NULL CHECK (most > least),
        bands TEXT NOT NULL
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE fidelity_scales_past (id INTEGER, name TEXT, items INTEGER, least INTEGER, most INTEGER, bands TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE free (delivery_id INTEGER PRIMARY KEY REFERENCES deliveries(id)) STRICT;

CREATE TABLE funding (
        id INTEGER PRIMARY KEY AUTOINCREMENT, agreement_id INTEGER REFERENCES agreements(id),
        unit TEXT NOT NULL,
        title TEXT NOT NULL,
        year INTEGER NOT NULL,
        amount_ore INTEGER NOT NULL,
        fte INTEGER CHECK (fte >= 0),
        funder TEXT,
        vat_basis TEXT
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE funding_past (id INTEGER, agreement_id INTEGER, unit TEXT, title TEXT, year INTEGER, amount_ore INTEGER, fte INTEGER, funder TEXT, vat_basis TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE funding_stated (
        id INTEGER PRIMARY KEY AUTOINCREMENT, agreement_id INTEGER REFERENCES agreements(id),
        unit TEXT,
        year INTEGER,
        amount_ore INTEGER NOT NULL,
        source TEXT
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE funding_stated_past (id INTEGER, agreement_id INTEGER, unit TEXT, year INTEGER, amount_ore INTEGER, source TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE imported (
    kind TEXT NOT NULL,
    digest BLOB NOT NULL,
    batch_id INTEGER NOT NULL REFERENCES batches(id),
    times INTEGER NOT NULL,
    PRIMARY KEY (kind, digest, batch_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE investigations (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases(id),
    invoice_id INTEGER NOT NULL REFERENCES invoices(id),
    reason TEXT NOT NULL,
    salt BLOB NOT NULL DEFAULT (randomblob(16)),
    opened TEXT CHECK (opened IS NULL OR date(opened, '+0 days') IS opened) NOT NULL,
    closed TEXT CHECK (closed IS NULL OR date(closed, '+0 days') IS closed),
    outcome TEXT CHECK (outcome = 'corrected' OR outcome = 'upheld'),
    
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
, why TEXT,
    CHECK (opened <= closed),
    CHECK ((closed IS NULL) = (outcome IS NULL))
) STRICT;

CREATE TABLE investigations_past (id INTEGER, case_id INTEGER, invoice_id INTEGER, reason TEXT, salt BLOB, opened TEXT, closed TEXT, outcome TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on), why TEXT) STRICT;

CREATE TABLE invoice_lines (
    id INTEGER PRIMARY KEY,
    invoice_id INTEGER NOT NULL REFERENCES invoices(id),
    case_id INTEGER NOT NULL REFERENCES cases(id),
    service TEXT NOT NULL,
    month TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    unit_price_ore INTEGER NOT NULL,
    net_ore INTEGER NOT NULL,
    deliveries INTEGER NOT NULL CHECK (deliveries > 0),
    refers_to_id INTEGER REFERENCES invoices(id),
    status TEXT NOT NULL
        CHECK (status = 'created' OR status = 'rejected' OR status = 'corrected' OR status = 'credited'),
    
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)

) STRICT;

CREATE TABLE invoice_lines_past (id INTEGER, invoice_id INTEGER, case_id INTEGER, service TEXT, month TEXT, from_day TEXT, to_day TEXT, unit TEXT, quantity INTEGER, unit_price_ore INTEGER, net_ore INTEGER, deliveries INTEGER, refers_to_id INTEGER, status TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE invoiced (
    delivery_id INTEGER PRIMARY KEY REFERENCES deliveries(id),
    line_id INTEGER NOT NULL
) STRICT;

CREATE TABLE invoices (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    no INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind = 'invoice' OR kind = 'credit'),
    refers_to_id INTEGER REFERENCES invoices(id),
    agreement_id INTEGER NOT NULL REFERENCES agreements(id),
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
    made_on TEXT CHECK (made_on IS NULL OR date(made_on, '+0 days') IS made_on) NOT NULL,
    payable_from TEXT CHECK (payable_from IS NULL OR date(payable_from, '+0 days') IS payable_from) NOT NULL,
    vat INTEGER NOT NULL,
    vat_exempt_reason TEXT,
    net_ore INTEGER NOT NULL,
    vat_ore INTEGER NOT NULL,
    total_ore INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status = 'created' OR status = 'approved' OR status = 'rejected'
        OR status = 'part-paid' OR status = 'paid' OR status = 'cancelled'),
    approved_on TEXT CHECK (approved_on IS NULL OR date(approved_on, '+0 days') IS approved_on),
    
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
, set_off_ore INTEGER CHECK (set_off_ore >= 0),
    UNIQUE (year, no),
    CHECK (total_ore = net_ore + vat_ore)
) STRICT;

CREATE TABLE invoices_past (id INTEGER, year INTEGER, no INTEGER, kind TEXT, refers_to_id INTEGER, agreement_id INTEGER, month TEXT, made_on TEXT, payable_from TEXT, vat INTEGER, vat_exempt_reason TEXT, net_ore INTEGER, vat_ore INTEGER, total_ore INTEGER, status TEXT, approved_on TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on), set_off_ore INTEGER) STRICT;

CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    orgnr TEXT NOT NULL,
    lang TEXT NOT NULL CHECK (lang = 'sv' OR lang = 'en'),
    salt BLOB NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

CREATE TABLE outcomes (
        id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES cases(id),
        outcome TEXT NOT NULL,
        on_day TEXT CHECK (on_day IS NULL OR date(on_day, '+0 days') IS on_day) NOT NULL,
        subsidised INTEGER NOT NULL DEFAULT 0 CHECK (subsidised BETWEEN 0 AND 1)
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE outcomes_past (id INTEGER, case_id INTEGER, outcome TEXT, on_day TEXT, subsidised INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE package_files (
        id INTEGER PRIMARY KEY,
        package_id INTEGER NOT NULL REFERENCES packages(id),
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        received_id INTEGER REFERENCES received_files(id)
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE package_files_past (id INTEGER, package_id INTEGER, name TEXT, sha256 TEXT, received_id INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE packaged_bytes (file_id INTEGER PRIMARY KEY REFERENCES package_files(id), content BLOB NOT NULL) STRICT;

CREATE TABLE packages (
        id INTEGER PRIMARY KEY,
        month TEXT NOT NULL UNIQUE CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]')
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE packages_past (id INTEGER, month TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE pairs (
        id INTEGER PRIMARY KEY,
        self_invoice_id INTEGER NOT NULL REFERENCES self_invoices(id),
        invoice_id INTEGER NOT NULL REFERENCES invoices(id)
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE pairs_past (id INTEGER, self_invoice_id INTEGER, invoice_id INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE pauses (
        id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES cases(id),
        from_day TEXT CHECK (from_day IS NULL OR date(from_day, '+0 days') IS from_day) NOT NULL,
        to_day TEXT CHECK (to_day IS NULL OR (date(to_day, '+0 days') IS to_day AND to_day >= from_day))
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE pauses_past (id INTEGER, case_id INTEGER, from_day TEXT, to_day TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE payments (
    id INTEGER PRIMARY KEY,
    invoice_id INTEGER NOT NULL REFERENCES invoices(id),
    on_day TEXT CHECK (on_day IS NULL OR date(on_day, '+0 days') IS on_day) NOT NULL,
    amount_ore INTEGER NOT NULL CHECK (amount_ore <> 0),
    
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)

, source TEXT, file TEXT, value_day TEXT CHECK (value_day IS NULL OR date(value_day, '+0 days') IS value_day), bank_ids TEXT, entry BLOB, rounding_ore INTEGER CHECK (rounding_ore BETWEEN -99 AND 99 AND rounding_ore <> 0)) STRICT;

CREATE TABLE payments_past (id INTEGER, invoice_id INTEGER, on_day TEXT, amount_ore INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on), source TEXT, file TEXT, value_day TEXT, bank_ids TEXT, entry BLOB, rounding_ore INTEGER) STRICT;

CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    salt BLOB NOT NULL DEFAULT (randomblob(16)),
    personnummer TEXT NOT NULL UNIQUE CHECK (length(personnummer) = 12),
    name TEXT NOT NULL,
    gender TEXT,
    protected INTEGER NOT NULL CHECK (protected BETWEEN 0 AND 1),
    
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)

) STRICT;

CREATE TABLE people_past (id INTEGER, salt BLOB, personnummer TEXT, name TEXT, gender TEXT, protected INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE plan_weeks (
    document_id INTEGER NOT NULL REFERENCES documents(id),
    week TEXT NOT NULL CHECK (week GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'),
    hours INTEGER NOT NULL CHECK (hours > 0),
    
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
,
    PRIMARY KEY (document_id, week)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_weeks_past (document_id INTEGER, week TEXT, hours INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE prices (
    id INTEGER PRIMARY KEY,
    agreement_id INTEGER NOT NULL REFERENCES agreements(id),
    service TEXT NOT NULL,
    unit TEXT NOT NULL,
    level TEXT NOT NULL DEFAULT '',
    from_day TEXT CHECK (from_day IS NULL OR date(from_day, '+0 days') IS from_day) NOT NULL,
    amount_ore INTEGER NOT NULL CHECK (amount_ore >= 0),
    
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
,
    UNIQUE (agreement_id, service, unit, level, from_day)
) STRICT;

CREATE TABLE prices_past (id INTEGER, agreement_id INTEGER, service TEXT, unit TEXT, level TEXT, from_day TEXT, amount_ore INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE reasons (
    id INTEGER PRIMARY KEY,
    case_id INTEGER REFERENCES cases(id),
    invoice_id INTEGER REFERENCES invoices(id),
    delivery_id INTEGER REFERENCES deliveries(id),
    text TEXT NOT NULL,
    salt BLOB NOT NULL DEFAULT (randomblob(16)),
    
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)

, agreement_id INTEGER REFERENCES agreements(id)) STRICT;

CREATE TABLE reasons_past (id INTEGER, case_id INTEGER, invoice_id INTEGER, delivery_id INTEGER, text TEXT, salt BLOB, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on), agreement_id INTEGER) STRICT;

CREATE TABLE received_bytes (file_id INTEGER PRIMARY KEY REFERENCES received_files(id), content BLOB NOT NULL) STRICT;

CREATE TABLE received_files (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
        size INTEGER NOT NULL CHECK (size > 0),
        suffix TEXT NOT NULL CHECK (suffix = 'xml' OR suffix = 'csv' OR suffix = 'xlsx')
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE received_files_past (id INTEGER, sha256 TEXT, size INTEGER, suffix TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE released (
    line_id INTEGER NOT NULL REFERENCES invoice_lines(id),
    delivery_id INTEGER NOT NULL REFERENCES deliveries(id),
    
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
,
    PRIMARY KEY (line_id, delivery_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE requirements (
        id INTEGER PRIMARY KEY,
        agreement_id INTEGER NOT NULL REFERENCES agreements(id),
        service TEXT NOT NULL,
        ages TEXT,
        checks TEXT
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE requirements_past (id INTEGER, agreement_id INTEGER, service TEXT, ages TEXT, checks TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE revealed (case_id INTEGER NOT NULL, 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
, PRIMARY KEY (case_id, entered_by)) STRICT, WITHOUT ROWID
;

CREATE TABLE reviews (
        id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL REFERENCES cases(id),
        on_day TEXT CHECK (on_day IS NULL OR date(on_day, '+0 days') IS on_day) NOT NULL,
        progress INTEGER NOT NULL CHECK (progress BETWEEN 0 AND 1),
        decision TEXT, refer_to TEXT,
        salt BLOB NOT NULL DEFAULT (randomblob(16))
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE reviews_past (id INTEGER, case_id INTEGER, on_day TEXT, progress INTEGER, decision TEXT, refer_to TEXT, salt BLOB, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE seals (
        change_id INTEGER NOT NULL,
        table_name TEXT NOT NULL,
        key ANY NOT NULL,
        seal BLOB CHECK (seal IS NULL OR length(seal) = 16 OR length(seal) = 0),
        PRIMARY KEY (change_id, table_name, key)
    ) STRICT, WITHOUT ROWID
;

CREATE TABLE self_invoice_answers (
        id INTEGER PRIMARY KEY,
        self_invoice_id INTEGER NOT NULL REFERENCES self_invoices(id),
        line_id INTEGER REFERENCES self_invoice_lines(id),
        state TEXT NOT NULL CHECK (state = 'approved' OR state = 'rejected'),
        why TEXT,
        reason TEXT,
        salt BLOB NOT NULL DEFAULT (randomblob(16)),
        on_day TEXT NOT NULL CHECK (date(on_day, '+0 days') IS on_day),
        who TEXT,
        awaits TEXT CHECK (awaits = 'credit' OR awaits = 'invoice')
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE self_invoice_answers_past (id INTEGER, self_invoice_id INTEGER, line_id INTEGER, state TEXT, why TEXT, reason TEXT, salt BLOB, on_day TEXT, who TEXT, awaits TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE self_invoice_lines (
        id INTEGER PRIMARY KEY,
        self_invoice_id INTEGER NOT NULL REFERENCES self_invoices(id),
        case_id INTEGER NOT NULL REFERENCES cases(id),
        from_day TEXT CHECK (from_day IS NULL OR date(from_day, '+0 days') IS from_day),
        to_day TEXT CHECK (to_day IS NULL OR date(to_day, '+0 days') IS to_day),
        hours INTEGER,
        unit_price_ore INTEGER,
        net_ore INTEGER NOT NULL
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
, stated_hours TEXT) STRICT;

CREATE TABLE self_invoice_lines_past (id INTEGER, self_invoice_id INTEGER, case_id INTEGER, from_day TEXT, to_day TEXT, hours INTEGER, unit_price_ore INTEGER, net_ore INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on), stated_hours TEXT) STRICT;

CREATE TABLE self_invoice_originals (
        id INTEGER PRIMARY KEY,
        self_invoice_id INTEGER NOT NULL REFERENCES self_invoices(id),
        original_id INTEGER NOT NULL REFERENCES self_invoices(id)
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE self_invoice_originals_past (id INTEGER, self_invoice_id INTEGER, original_id INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE self_invoice_settlements (
        id INTEGER PRIMARY KEY,
        answer_id INTEGER NOT NULL REFERENCES self_invoice_answers(id),
        settled_by_id INTEGER NOT NULL REFERENCES self_invoices(id)
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE self_invoice_settlements_past (id INTEGER, answer_id INTEGER, settled_by_id INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE self_invoices (
        id INTEGER PRIMARY KEY,
        agreement_id INTEGER NOT NULL REFERENCES agreements(id),
        year INTEGER NOT NULL,
        number TEXT NOT NULL,
        on_day TEXT CHECK (on_day IS NULL OR date(on_day, '+0 days') IS on_day) NOT NULL CHECK (CAST(substr(on_day, 1, 4) AS INTEGER) = year),
        type TEXT NOT NULL CHECK (type = '389' OR type = '261'),
        refers_to TEXT,
        net_ore INTEGER NOT NULL,
        vat_ore INTEGER NOT NULL,
        total_ore INTEGER NOT NULL CHECK (total_ore = net_ore + vat_ore),
        file_id INTEGER REFERENCES received_files(id)
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
, payable_ore INTEGER, prepaid_ore INTEGER, rounding_ore INTEGER) STRICT;

CREATE TABLE self_invoices_past (id INTEGER, agreement_id INTEGER, year INTEGER, number TEXT, on_day TEXT, type TEXT, refers_to TEXT, net_ore INTEGER, vat_ore INTEGER, total_ore INTEGER, file_id INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on), payable_ore INTEGER, prepaid_ore INTEGER, rounding_ore INTEGER) STRICT;

CREATE TABLE settings (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL, 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE settings_past (id INTEGER, name TEXT, value TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE surveys (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        agreement_id INTEGER NOT NULL REFERENCES agreements(id),
        question TEXT NOT NULL,
        population TEXT NOT NULL,
        on_day TEXT CHECK (on_day IS NULL OR date(on_day, '+0 days') IS on_day) NOT NULL,
        asked INTEGER NOT NULL CHECK (asked >= 0),
        answers TEXT NOT NULL,
        positive_answers TEXT NOT NULL,
        answered INTEGER NOT NULL CHECK (answered BETWEEN 0 AND asked),
        positive INTEGER NOT NULL CHECK (positive BETWEEN 0 AND answered)
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE surveys_past (id INTEGER, agreement_id INTEGER, question TEXT, population TEXT, on_day TEXT, asked INTEGER, answers TEXT, positive_answers TEXT, answered INTEGER, positive INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE targets (
        id INTEGER PRIMARY KEY AUTOINCREMENT, agreement_id INTEGER REFERENCES agreements(id),
        kpi TEXT NOT NULL,
        value TEXT NOT NULL,
        from_day TEXT CHECK (from_day IS NULL OR date(from_day, '+0 days') IS from_day),
        by_day TEXT CHECK (by_day IS NULL OR date(by_day, '+0 days') IS by_day),
        counts TEXT NOT NULL DEFAULT ''
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE targets_past (id INTEGER, agreement_id INTEGER, kpi TEXT, value TEXT, from_day TEXT, by_day TEXT, counts TEXT, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE unswept (change_id INTEGER PRIMARY KEY REFERENCES changes(id)) STRICT;

CREATE TABLE unwritten (
        file BLOB NOT NULL, change_id INTEGER NOT NULL REFERENCES changes(id), PRIMARY KEY (file, change_id)
    ) STRICT, WITHOUT ROWID
;

CREATE TABLE voucher_rows (
        id INTEGER PRIMARY KEY,
        voucher_id INTEGER NOT NULL REFERENCES vouchers(id),
        role TEXT NOT NULL,
        rate INTEGER,
        service TEXT,
        refers_to TEXT,
        account TEXT NOT NULL,
        cost_centre TEXT,
        amount_ore INTEGER NOT NULL CHECK (amount_ore <> 0)
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE voucher_rows_past (id INTEGER, voucher_id INTEGER, role TEXT, rate INTEGER, service TEXT, refers_to TEXT, account TEXT, cost_centre TEXT, amount_ore INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TABLE vouchers (
        id INTEGER PRIMARY KEY,
        package_id INTEGER NOT NULL REFERENCES packages(id),
        invoice_id INTEGER NOT NULL REFERENCES invoices(id),
        part TEXT NOT NULL CHECK (part = 'issue' OR part = 'rounding'),
        on_day TEXT CHECK (on_day IS NULL OR date(on_day, '+0 days') IS on_day) NOT NULL,
        lines_left INTEGER NOT NULL,
        cancelled INTEGER NOT NULL CHECK (cancelled = 0 OR cancelled = 1)
    , 
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
) STRICT;

CREATE TABLE vouchers_past (id INTEGER, package_id INTEGER, invoice_id INTEGER, part TEXT, on_day TEXT, lines_left INTEGER, cancelled INTEGER, entered_by INTEGER, entered_on TEXT, ceased_by INTEGER NOT NULL REFERENCES changes(id), ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT;

CREATE TRIGGER acknowledgements_changes_are_stamped BEFORE UPDATE OF case_id, kind, key, reason, salt, entered_by, entered_on ON acknowledgements WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'acknowledgements: a change without a line in the log'); END;

CREATE TRIGGER acknowledgements_is_not_lost BEFORE DELETE ON acknowledgements WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'acknowledgements: stamp the row before it is removed'); END;

CREATE TRIGGER acknowledgements_keeps_its_past AFTER UPDATE OF case_id, kind, key, reason, salt, entered_by, entered_on ON acknowledgements WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO acknowledgements_past (id, case_id, kind, key, reason, salt, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.case_id, OLD.kind, OLD.key, OLD.reason, OLD.salt, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER acknowledgements_past_stays_on_delete BEFORE DELETE ON acknowledgements_past BEGIN SELECT RAISE(ABORT, 'acknowledgements_past: the past does not change'); END;

CREATE TRIGGER acknowledgements_past_stays_on_update BEFORE UPDATE ON acknowledgements_past BEGIN SELECT RAISE(ABORT, 'acknowledgements_past: the past does not change'); END;

CREATE TRIGGER agreements_changes_are_stamped BEFORE UPDATE OF ref, service, area, from_day, to_day, purchaser, billing, vat, vat_exempt_reason, payout, sites, entered_by, entered_on, further_services, purchaser_orgnr, purchaser_address, cost_centre ON agreements WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'agreements: a change without a line in the log'); END;

CREATE TRIGGER agreements_is_not_lost BEFORE DELETE ON agreements WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'agreements: stamp the row before it is removed'); END;

CREATE TRIGGER agreements_keeps_its_past AFTER UPDATE OF ref, service, area, from_day, to_day, purchaser, billing, vat, vat_exempt_reason, payout, sites, entered_by, entered_on, further_services, purchaser_orgnr, purchaser_address, cost_centre ON agreements WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO agreements_past (id, ref, service, area, from_day, to_day, purchaser, billing, vat, vat_exempt_reason, payout, sites, entered_by, entered_on, further_services, purchaser_orgnr, purchaser_address, cost_centre, ceased_by, ceased_on) VALUES (OLD.id, OLD.ref, OLD.service, OLD.area, OLD.from_day, OLD.to_day, OLD.purchaser, OLD.billing, OLD.vat, OLD.vat_exempt_reason, OLD.payout, OLD.sites, OLD.entered_by, OLD.entered_on, OLD.further_services, OLD.purchaser_orgnr, OLD.purchaser_address, OLD.cost_centre, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER agreements_past_stays_on_delete BEFORE DELETE ON agreements_past BEGIN SELECT RAISE(ABORT, 'agreements_past: the past does not change'); END;

CREATE TRIGGER agreements_past_stays_on_update BEFORE UPDATE ON agreements_past BEGIN SELECT RAISE(ABORT, 'agreements_past: the past does not change'); END;

CREATE TRIGGER aids_changes_are_stamped BEFORE UPDATE OF case_id, kind, name, origin, lent, returned, salt, entered_by, entered_on ON aids WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'aids: a change without a line in the log'); END;

CREATE TRIGGER aids_is_not_lost BEFORE DELETE ON aids WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'aids: stamp the row before it is removed'); END;

CREATE TRIGGER aids_keeps_its_past AFTER UPDATE OF case_id, kind, name, origin, lent, returned, salt, entered_by, entered_on ON aids WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO aids_past (id, case_id, kind, name, origin, lent, returned, salt, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.case_id, OLD.kind, OLD.name, OLD.origin, OLD.lent, OLD.returned, OLD.salt, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER aids_past_stays_on_delete BEFORE DELETE ON aids_past BEGIN SELECT RAISE(ABORT, 'aids_past: the past does not change'); END;

CREATE TRIGGER aids_past_stays_on_update BEFORE UPDATE ON aids_past BEGIN SELECT RAISE(ABORT, 'aids_past: the past does not change'); END;

CREATE TRIGGER cases_changes_are_stamped BEFORE UPDATE OF ref, person_id, service, agreement_id, from_day, to_day, site, coach, officer, order_ref, meeting, mapping_agreed, decision, training_name, training_type, training_from, training_to, after_id, closed_on, close_reason, training_result, salt, entered_by, entered_on, system, extent, level, queued_on, support, municipality, resident, disability, motivated, care_contact, consent, consent_withdrawn, sus_consent, preference, assistance, target_group, refer_to ON cases WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'cases: a change without a line in the log'); END;

CREATE TRIGGER cases_is_not_lost BEFORE DELETE ON cases WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'cases: stamp the row before it is removed'); END;

CREATE TRIGGER cases_keeps_its_past AFTER UPDATE OF ref, person_id, service, agreement_id, from_day, to_day, site, coach, officer, order_ref, meeting, mapping_agreed, decision, training_name, training_type, training_from, training_to, after_id, closed_on, close_reason, training_result, salt, entered_by, entered_on, system, extent, level, queued_on, support, municipality, resident, disability, motivated, care_contact, consent, consent_withdrawn, sus_consent, preference, assistance, target_group, refer_to ON cases WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO cases_past (id, ref, person_id, service, agreement_id, from_day, to_day, site, coach, officer, order_ref, meeting, mapping_agreed, decision, training_name, training_type, training_from, training_to, after_id, closed_on, close_reason, training_result, salt, entered_by, entered_on, system, extent, level, queued_on, support, municipality, resident, disability, motivated, care_contact, consent, consent_withdrawn, sus_consent, preference, assistance, target_group, refer_to, ceased_by, ceased_on) VALUES (OLD.id, OLD.ref, OLD.person_id, OLD.service, OLD.agreement_id, OLD.from_day, OLD.to_day, OLD.site, OLD.coach, OLD.officer, OLD.order_ref, OLD.meeting, OLD.mapping_agreed, OLD.decision, OLD.training_name, OLD.training_type, OLD.training_from, OLD.training_to, OLD.after_id, OLD.closed_on, OLD.close_reason, OLD.training_result, OLD.salt, OLD.entered_by, OLD.entered_on, OLD.system, OLD.extent, OLD.level, OLD.queued_on, OLD.support, OLD.municipality, OLD.resident, OLD.disability, OLD.motivated, OLD.care_contact, OLD.consent, OLD.consent_withdrawn, OLD.sus_consent, OLD.preference, OLD.assistance, OLD.target_group, OLD.refer_to, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER cases_past_stays_on_delete BEFORE DELETE ON cases_past BEGIN SELECT RAISE(ABORT, 'cases_past: the past does not change'); END;

CREATE TRIGGER cases_past_stays_on_update BEFORE UPDATE ON cases_past BEGIN SELECT RAISE(ABORT, 'cases_past: the past does not change'); END;

CREATE TRIGGER changes_are_not_lost BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'a line in the log is not removed'); END;

CREATE TRIGGER changes_only_grow BEFORE INSERT ON changes
WHEN NEW.id IS NOT NULL AND NEW.id <= (SELECT max(id) FROM changes) AND NEW.id > 0
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;

CREATE TRIGGER changes_stay BEFORE UPDATE ON changes WHEN OLD.digest IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a line in the log does not change'); END;

CREATE TRIGGER closed_months_changes_are_stamped BEFORE UPDATE OF month, entered_by, entered_on ON closed_months WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'closed_months: a change without a line in the log'); END;

CREATE TRIGGER closed_months_is_not_lost BEFORE DELETE ON closed_months WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'closed_months: stamp the row before it is removed'); END;

CREATE TRIGGER closed_months_keeps_its_past AFTER UPDATE OF month, entered_by, entered_on ON closed_months WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO closed_months_past (id, month, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.month, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER closed_months_past_stays_on_delete BEFORE DELETE ON closed_months_past BEGIN SELECT RAISE(ABORT, 'closed_months_past: the past does not change'); END;

CREATE TRIGGER closed_months_past_stays_on_update BEFORE UPDATE ON closed_months_past BEGIN SELECT RAISE(ABORT, 'closed_months_past: the past does not change'); END;

CREATE TRIGGER contacts_changes_are_stamped BEFORE UPDATE OF case_id, agreement_id, party, on_day, note, salt, entered_by, entered_on, goal ON contacts WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'contacts: a change without a line in the log'); END;

CREATE TRIGGER contacts_is_not_lost BEFORE DELETE ON contacts WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'contacts: stamp the row before it is removed'); END;

CREATE TRIGGER contacts_keeps_its_past AFTER UPDATE OF case_id, agreement_id, party, on_day, note, salt, entered_by, entered_on, goal ON contacts WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO contacts_past (id, case_id, agreement_id, party, on_day, note, salt, entered_by, entered_on, goal, ceased_by, ceased_on) VALUES (OLD.id, OLD.case_id, OLD.agreement_id, OLD.party, OLD.on_day, OLD.note, OLD.salt, OLD.entered_by, OLD.entered_on, OLD.goal, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER contacts_past_stays_on_delete BEFORE DELETE ON contacts_past BEGIN SELECT RAISE(ABORT, 'contacts_past: the past does not change'); END;

CREATE TRIGGER contacts_past_stays_on_update BEFORE UPDATE ON contacts_past BEGIN SELECT RAISE(ABORT, 'contacts_past: the past does not change'); END;

CREATE TRIGGER credited_lines_changes_are_stamped BEFORE UPDATE OF line_id, original_line_id, net_ore, hours, entered_by, entered_on ON credited_lines WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'credited_lines: a change without a line in the log'); END;

CREATE TRIGGER credited_lines_is_not_lost BEFORE DELETE ON credited_lines WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'credited_lines: stamp the row before it is removed'); END;

CREATE TRIGGER credited_lines_keeps_its_past AFTER UPDATE OF line_id, original_line_id, net_ore, hours, entered_by, entered_on ON credited_lines WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO credited_lines_past (id, line_id, original_line_id, net_ore, hours, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.line_id, OLD.original_line_id, OLD.net_ore, OLD.hours, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER credited_lines_past_stays_on_delete BEFORE DELETE ON credited_lines_past BEGIN SELECT RAISE(ABORT, 'credited_lines_past: the past does not change'); END;

CREATE TRIGGER credited_lines_past_stays_on_update BEFORE UPDATE ON credited_lines_past BEGIN SELECT RAISE(ABORT, 'credited_lines_past: the past does not change'); END;

CREATE TRIGGER decisions_changes_are_stamped BEFORE UPDATE OF case_id, was_to, to_day, on_day, entered_by, entered_on, period ON decisions WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'decisions: a change without a line in the log'); END;

CREATE TRIGGER decisions_is_not_lost BEFORE DELETE ON decisions WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'decisions: stamp the row before it is removed'); END;

CREATE TRIGGER decisions_keeps_its_past AFTER UPDATE OF case_id, was_to, to_day, on_day, entered_by, entered_on, period ON decisions WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO decisions_past (id, case_id, was_to, to_day, on_day, entered_by, entered_on, period, ceased_by, ceased_on) VALUES (OLD.id, OLD.case_id, OLD.was_to, OLD.to_day, OLD.on_day, OLD.entered_by, OLD.entered_on, OLD.period, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER decisions_past_stays_on_delete BEFORE DELETE ON decisions_past BEGIN SELECT RAISE(ABORT, 'decisions_past: the past does not change'); END;

CREATE TRIGGER decisions_past_stays_on_update BEFORE UPDATE ON decisions_past BEGIN SELECT RAISE(ABORT, 'decisions_past: the past does not change'); END;

CREATE TRIGGER deliveries_add_hours AFTER INSERT ON deliveries BEGIN 
    INSERT INTO delivered_hours SELECT NEW.case_id, NEW.quantity WHERE NEW.unit = 'hour' AND NEW.cancelled = 0
    ON CONFLICT (case_id) DO UPDATE SET hours = hours + excluded.hours;
 END;

CREATE TRIGGER deliveries_begin_free AFTER INSERT ON deliveries
BEGIN INSERT INTO free VALUES (NEW.id); END;

CREATE TRIGGER deliveries_cancelled_are_not_free AFTER UPDATE OF cancelled ON deliveries WHEN NEW.cancelled = 1
BEGIN DELETE FROM free WHERE delivery_id = NEW.id; END;

CREATE TRIGGER deliveries_change_hours AFTER UPDATE OF case_id, unit, quantity, cancelled ON deliveries BEGIN 
    UPDATE delivered_hours SET hours = hours - OLD.quantity
    WHERE case_id = OLD.case_id AND OLD.unit = 'hour' AND OLD.cancelled = 0;
 
    INSERT INTO delivered_hours SELECT NEW.case_id, NEW.quantity WHERE NEW.unit = 'hour' AND NEW.cancelled = 0
    ON CONFLICT (case_id) DO UPDATE SET hours = hours + excluded.hours;
 END;

CREATE TRIGGER deliveries_changes_are_stamped BEFORE UPDATE OF case_id, from_day, to_day, unit, quantity, no_show, cancelled, reverses, entered_by, entered_on ON deliveries WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'deliveries: a change without a line in the log'); END;

CREATE TRIGGER deliveries_is_not_lost BEFORE DELETE ON deliveries WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'deliveries: stamp the row before it is removed'); END;

CREATE TRIGGER deliveries_keeps_its_past AFTER UPDATE OF case_id, from_day, to_day, unit, quantity, no_show, cancelled, reverses, entered_by, entered_on ON deliveries WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO deliveries_past (id, case_id, from_day, to_day, unit, quantity, no_show, cancelled, reverses, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.case_id, OLD.from_day, OLD.to_day, OLD.unit, OLD.quantity, OLD.no_show, OLD.cancelled, OLD.reverses, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER deliveries_on_a_line_stay
BEFORE UPDATE OF id, case_id, from_day, to_day, unit, quantity, no_show, cancelled, reverses ON deliveries
WHEN EXISTS (SELECT 1 FROM invoiced WHERE delivery_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a delivery on an invoice does not change'); END;

CREATE TRIGGER deliveries_past_stays_on_delete BEFORE DELETE ON deliveries_past BEGIN SELECT RAISE(ABORT, 'deliveries_past: the past does not change'); END;

CREATE TRIGGER deliveries_past_stays_on_update BEFORE UPDATE ON deliveries_past BEGIN SELECT RAISE(ABORT, 'deliveries_past: the past does not change'); END;

CREATE TRIGGER deliveries_removed_are_not_free BEFORE DELETE ON deliveries
BEGIN DELETE FROM free WHERE delivery_id = OLD.id; END;

CREATE TRIGGER deliveries_take_hours_away AFTER DELETE ON deliveries BEGIN 
    UPDATE delivered_hours SET hours = hours - OLD.quantity
    WHERE case_id = OLD.case_id AND OLD.unit = 'hour' AND OLD.cancelled = 0;
 END;

CREATE TRIGGER document_texts_changes_are_stamped BEFORE UPDATE OF document_id, text, salt, entered_by, entered_on ON document_texts WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'document_texts: a change without a line in the log'); END;

CREATE TRIGGER document_texts_is_not_lost BEFORE DELETE ON document_texts WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'document_texts: stamp the row before it is removed'); END;

CREATE TRIGGER document_texts_keeps_its_past AFTER UPDATE OF document_id, text, salt, entered_by, entered_on ON document_texts WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO document_texts_past (id, document_id, text, salt, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.document_id, OLD.text, OLD.salt, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER document_texts_past_stays_on_delete BEFORE DELETE ON document_texts_past BEGIN SELECT RAISE(ABORT, 'document_texts_past: the past does not change'); END;

CREATE TRIGGER document_texts_past_stays_on_update BEFORE UPDATE ON document_texts_past BEGIN SELECT RAISE(ABORT, 'document_texts_past: the past does not change'); END;

CREATE TRIGGER documents_changes_are_stamped BEFORE UPDATE OF case_id, type, version, period, status, submitted, confirmed, returned, reason, fields, salt, entered_by, entered_on ON documents WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'documents: a change without a line in the log'); END;

CREATE TRIGGER documents_is_not_lost BEFORE DELETE ON documents WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'documents: stamp the row before it is removed'); END;

CREATE TRIGGER documents_keeps_its_past AFTER UPDATE OF case_id, type, version, period, status, submitted, confirmed, returned, reason, fields, salt, entered_by, entered_on ON documents WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO documents_past (id, case_id, type, version, period, status, submitted, confirmed, returned, reason, fields, salt, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.case_id, OLD.type, OLD.version, OLD.period, OLD.status, OLD.submitted, OLD.confirmed, OLD.returned, OLD.reason, OLD.fields, OLD.salt, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER documents_past_stays_on_delete BEFORE DELETE ON documents_past BEGIN SELECT RAISE(ABORT, 'documents_past: the past does not change'); END;

CREATE TRIGGER documents_past_stays_on_update BEFORE UPDATE ON documents_past BEGIN SELECT RAISE(ABORT, 'documents_past: the past does not change'); END;

CREATE TRIGGER e_invoices_sent_changes_are_stamped BEFORE UPDATE OF invoice_id, sha256, file, entered_by, entered_on ON e_invoices_sent WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'e_invoices_sent: a change without a line in the log'); END;

CREATE TRIGGER e_invoices_sent_is_not_lost BEFORE DELETE ON e_invoices_sent WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'e_invoices_sent: stamp the row before it is removed'); END;

CREATE TRIGGER e_invoices_sent_keeps_its_past AFTER UPDATE OF invoice_id, sha256, file, entered_by, entered_on ON e_invoices_sent WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO e_invoices_sent_past (id, invoice_id, sha256, file, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.invoice_id, OLD.sha256, OLD.file, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER e_invoices_sent_past_stays_on_delete BEFORE DELETE ON e_invoices_sent_past BEGIN SELECT RAISE(ABORT, 'e_invoices_sent_past: the past does not change'); END;

CREATE TRIGGER e_invoices_sent_past_stays_on_update BEFORE UPDATE ON e_invoices_sent_past BEGIN SELECT RAISE(ABORT, 'e_invoices_sent_past: the past does not change'); END;

CREATE TRIGGER erasures_changes_are_stamped BEFORE UPDATE OF digest, entered_by, entered_on ON erasures WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'erasures: a change without a line in the log'); END;

CREATE TRIGGER erasures_is_not_lost BEFORE DELETE ON erasures WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'erasures: stamp the row before it is removed'); END;

CREATE TRIGGER erasures_keeps_its_past AFTER UPDATE OF digest, entered_by, entered_on ON erasures WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO erasures_past (id, digest, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.digest, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER erasures_past_stays_on_delete BEFORE DELETE ON erasures_past BEGIN SELECT RAISE(ABORT, 'erasures_past: the past does not change'); END;

CREATE TRIGGER erasures_past_stays_on_update BEFORE UPDATE ON erasures_past BEGIN SELECT RAISE(ABORT, 'erasures_past: the past does not change'); END;

CREATE TRIGGER fidelity_reviews_changes_are_stamped BEFORE UPDATE OF agreement_id, on_day, scale, scores, total, entered_by, entered_on ON fidelity_reviews WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'fidelity_reviews: a change without a line in the log'); END;

CREATE TRIGGER fidelity_reviews_is_not_lost BEFORE DELETE ON fidelity_reviews WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'fidelity_reviews: stamp the row before it is removed'); END;

CREATE TRIGGER fidelity_reviews_keeps_its_past AFTER UPDATE OF agreement_id, on_day, scale, scores, total, entered_by, entered_on ON fidelity_reviews WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO fidelity_reviews_past (id, agreement_id, on_day, scale, scores, total, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.agreement_id, OLD.on_day, OLD.scale, OLD.scores, OLD.total, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER fidelity_reviews_past_stays_on_delete BEFORE DELETE ON fidelity_reviews_past BEGIN SELECT RAISE(ABORT, 'fidelity_reviews_past: the past does not change'); END;

CREATE TRIGGER fidelity_reviews_past_stays_on_update BEFORE UPDATE ON fidelity_reviews_past BEGIN SELECT RAISE(ABORT, 'fidelity_reviews_past: the past does not change'); END;

CREATE TRIGGER fidelity_scales_changes_are_stamped BEFORE UPDATE OF name, items, least, most, bands, entered_by, entered_on ON fidelity_scales WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'fidelity_scales: a change without a line in the log'); END;

CREATE TRIGGER fidelity_scales_is_not_lost BEFORE DELETE ON fidelity_scales WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'fidelity_scales: stamp the row before it is removed'); END;

CREATE TRIGGER fidelity_scales_keeps_its_past AFTER UPDATE OF name, items, least, most, bands, entered_by, entered_on ON fidelity_scales WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO fidelity_scales_past (id, name, items, least, most, bands, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.name, OLD.items, OLD.least, OLD.most, OLD.bands, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER fidelity_scales_past_stays_on_delete BEFORE DELETE ON fidelity_scales_past BEGIN SELECT RAISE(ABORT, 'fidelity_scales_past: the past does not change'); END;

CREATE TRIGGER fidelity_scales_past_stays_on_update BEFORE UPDATE ON fidelity_scales_past BEGIN SELECT RAISE(ABORT, 'fidelity_scales_past: the past does not change'); END;

CREATE TRIGGER funding_changes_are_stamped BEFORE UPDATE OF agreement_id, unit, title, year, amount_ore, fte, funder, vat_basis, entered_by, entered_on ON funding WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'funding: a change without a line in the log'); END;

CREATE TRIGGER funding_is_not_lost BEFORE DELETE ON funding WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'funding: stamp the row before it is removed'); END;

CREATE TRIGGER funding_keeps_its_past AFTER UPDATE OF agreement_id, unit, title, year, amount_ore, fte, funder, vat_basis, entered_by, entered_on ON funding WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO funding_past (id, agreement_id, unit, title, year, amount_ore, fte, funder, vat_basis, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.agreement_id, OLD.unit, OLD.title, OLD.year, OLD.amount_ore, OLD.fte, OLD.funder, OLD.vat_basis, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER funding_past_stays_on_delete BEFORE DELETE ON funding_past BEGIN SELECT RAISE(ABORT, 'funding_past: the past does not change'); END;

CREATE TRIGGER funding_past_stays_on_update BEFORE UPDATE ON funding_past BEGIN SELECT RAISE(ABORT, 'funding_past: the past does not change'); END;

CREATE TRIGGER funding_stated_changes_are_stamped BEFORE UPDATE OF agreement_id, unit, year, amount_ore, source, entered_by, entered_on ON funding_stated WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'funding_stated: a change without a line in the log'); END;

CREATE TRIGGER funding_stated_is_not_lost BEFORE DELETE ON funding_stated WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'funding_stated: stamp the row before it is removed'); END;

CREATE TRIGGER funding_stated_keeps_its_past AFTER UPDATE OF agreement_id, unit, year, amount_ore, source, entered_by, entered_on ON funding_stated WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO funding_stated_past (id, agreement_id, unit, year, amount_ore, source, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.agreement_id, OLD.unit, OLD.year, OLD.amount_ore, OLD.source, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER funding_stated_past_stays_on_delete BEFORE DELETE ON funding_stated_past BEGIN SELECT RAISE(ABORT, 'funding_stated_past: the past does not change'); END;

CREATE TRIGGER funding_stated_past_stays_on_update BEFORE UPDATE ON funding_stated_past BEGIN SELECT RAISE(ABORT, 'funding_stated_past: the past does not change'); END;

CREATE TRIGGER investigations_changes_are_stamped BEFORE UPDATE OF case_id, invoice_id, reason, salt, opened, closed, outcome, entered_by, entered_on, why ON investigations WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'investigations: a change without a line in the log'); END;

CREATE TRIGGER investigations_is_not_lost BEFORE DELETE ON investigations WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'investigations: stamp the row before it is removed'); END;

CREATE TRIGGER investigations_keeps_its_past AFTER UPDATE OF case_id, invoice_id, reason, salt, opened, closed, outcome, entered_by, entered_on, why ON investigations WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO investigations_past (id, case_id, invoice_id, reason, salt, opened, closed, outcome, entered_by, entered_on, why, ceased_by, ceased_on) VALUES (OLD.id, OLD.case_id, OLD.invoice_id, OLD.reason, OLD.salt, OLD.opened, OLD.closed, OLD.outcome, OLD.entered_by, OLD.entered_on, OLD.why, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER investigations_past_stays_on_delete BEFORE DELETE ON investigations_past BEGIN SELECT RAISE(ABORT, 'investigations_past: the past does not change'); END;

CREATE TRIGGER investigations_past_stays_on_update BEFORE UPDATE ON investigations_past BEGIN SELECT RAISE(ABORT, 'investigations_past: the past does not change'); END;

CREATE TRIGGER invoice_lines_are_not_removed BEFORE DELETE ON invoice_lines
BEGIN SELECT RAISE(ABORT, 'an issued line is not removed'); END;

CREATE TRIGGER invoice_lines_changes_are_stamped BEFORE UPDATE OF invoice_id, case_id, service, month, from_day, to_day, unit, quantity, unit_price_ore, net_ore, deliveries, refers_to_id, status, entered_by, entered_on ON invoice_lines WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'invoice_lines: a change without a line in the log'); END;

CREATE TRIGGER invoice_lines_is_not_lost BEFORE DELETE ON invoice_lines WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'invoice_lines: stamp the row before it is removed'); END;

CREATE TRIGGER invoice_lines_keeps_its_past AFTER UPDATE OF invoice_id, case_id, service, month, from_day, to_day, unit, quantity, unit_price_ore, net_ore, deliveries, refers_to_id, status, entered_by, entered_on ON invoice_lines WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO invoice_lines_past (id, invoice_id, case_id, service, month, from_day, to_day, unit, quantity, unit_price_ore, net_ore, deliveries, refers_to_id, status, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.invoice_id, OLD.case_id, OLD.service, OLD.month, OLD.from_day, OLD.to_day, OLD.unit, OLD.quantity, OLD.unit_price_ore, OLD.net_ore, OLD.deliveries, OLD.refers_to_id, OLD.status, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER invoice_lines_past_stays_on_delete BEFORE DELETE ON invoice_lines_past BEGIN SELECT RAISE(ABORT, 'invoice_lines_past: the past does not change'); END;

CREATE TRIGGER invoice_lines_past_stays_on_update BEFORE UPDATE ON invoice_lines_past BEGIN SELECT RAISE(ABORT, 'invoice_lines_past: the past does not change'); END;

CREATE TRIGGER invoice_lines_stay_as_issued
BEFORE UPDATE OF id, invoice_id, case_id, service, month, from_day, to_day, unit, quantity, unit_price_ore,
    net_ore, deliveries, refers_to_id ON invoice_lines
BEGIN SELECT RAISE(ABORT, 'an issued line does not change'); END;

CREATE TRIGGER invoices_are_not_removed BEFORE DELETE ON invoices
BEGIN SELECT RAISE(ABORT, 'an issued invoice is not removed'); END;

CREATE TRIGGER invoices_are_numbered_without_gaps BEFORE INSERT ON invoices
WHEN NEW.no <> (SELECT coalesce(max(no), 0) + 1 FROM invoices WHERE year = NEW.year)
BEGIN SELECT RAISE(ABORT, 'the number series has no gaps'); END;

CREATE TRIGGER invoices_are_set_off_once BEFORE UPDATE OF set_off_ore ON invoices
    BEGIN SELECT RAISE(ABORT, 'an issued invoice does not change'); END;

CREATE TRIGGER invoices_changes_are_stamped BEFORE UPDATE OF year, no, kind, refers_to_id, agreement_id, month, made_on, payable_from, vat, vat_exempt_reason, net_ore, vat_ore, total_ore, status, approved_on, entered_by, entered_on, set_off_ore ON invoices WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'invoices: a change without a line in the log'); END;

CREATE TRIGGER invoices_is_not_lost BEFORE DELETE ON invoices WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'invoices: stamp the row before it is removed'); END;

CREATE TRIGGER invoices_keeps_its_past AFTER UPDATE OF year, no, kind, refers_to_id, agreement_id, month, made_on, payable_from, vat, vat_exempt_reason, net_ore, vat_ore, total_ore, status, approved_on, entered_by, entered_on, set_off_ore ON invoices WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO invoices_past (id, year, no, kind, refers_to_id, agreement_id, month, made_on, payable_from, vat, vat_exempt_reason, net_ore, vat_ore, total_ore, status, approved_on, entered_by, entered_on, set_off_ore, ceased_by, ceased_on) VALUES (OLD.id, OLD.year, OLD.no, OLD.kind, OLD.refers_to_id, OLD.agreement_id, OLD.month, OLD.made_on, OLD.payable_from, OLD.vat, OLD.vat_exempt_reason, OLD.net_ore, OLD.vat_ore, OLD.total_ore, OLD.status, OLD.approved_on, OLD.entered_by, OLD.entered_on, OLD.set_off_ore, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER invoices_past_stays_on_delete BEFORE DELETE ON invoices_past BEGIN SELECT RAISE(ABORT, 'invoices_past: the past does not change'); END;

CREATE TRIGGER invoices_past_stays_on_update BEFORE UPDATE ON invoices_past BEGIN SELECT RAISE(ABORT, 'invoices_past: the past does not change'); END;

CREATE TRIGGER invoices_stay_as_issued
BEFORE UPDATE OF id, year, no, kind, refers_to_id, agreement_id, month, made_on, payable_from, vat,
    vat_exempt_reason, net_ore, vat_ore, total_ore ON invoices
BEGIN SELECT RAISE(ABORT, 'an issued invoice does not change'); END;

CREATE TRIGGER outcomes_changes_are_stamped BEFORE UPDATE OF case_id, outcome, on_day, subsidised, entered_by, entered_on ON outcomes WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'outcomes: a change without a line in the log'); END;

CREATE TRIGGER outcomes_is_not_lost BEFORE DELETE ON outcomes WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'outcomes: stamp the row before it is removed'); END;

CREATE TRIGGER outcomes_keeps_its_past AFTER UPDATE OF case_id, outcome, on_day, subsidised, entered_by, entered_on ON outcomes WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO outcomes_past (id, case_id, outcome, on_day, subsidised, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.case_id, OLD.outcome, OLD.on_day, OLD.subsidised, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER outcomes_past_stays_on_delete BEFORE DELETE ON outcomes_past BEGIN SELECT RAISE(ABORT, 'outcomes_past: the past does not change'); END;

CREATE TRIGGER outcomes_past_stays_on_update BEFORE UPDATE ON outcomes_past BEGIN SELECT RAISE(ABORT, 'outcomes_past: the past does not change'); END;

CREATE TRIGGER package_files_changes_are_stamped BEFORE UPDATE OF package_id, name, sha256, received_id, entered_by, entered_on ON package_files WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'package_files: a change without a line in the log'); END;

CREATE TRIGGER package_files_is_not_lost BEFORE DELETE ON package_files WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'package_files: stamp the row before it is removed'); END;

CREATE TRIGGER package_files_keeps_its_past AFTER UPDATE OF package_id, name, sha256, received_id, entered_by, entered_on ON package_files WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO package_files_past (id, package_id, name, sha256, received_id, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.package_id, OLD.name, OLD.sha256, OLD.received_id, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER package_files_past_stays_on_delete BEFORE DELETE ON package_files_past BEGIN SELECT RAISE(ABORT, 'package_files_past: the past does not change'); END;

CREATE TRIGGER package_files_past_stays_on_update BEFORE UPDATE ON package_files_past BEGIN SELECT RAISE(ABORT, 'package_files_past: the past does not change'); END;

CREATE TRIGGER packaged_bytes_stay BEFORE UPDATE ON packaged_bytes BEGIN SELECT RAISE(ABORT, 'a file that was sent does not change'); END;

CREATE TRIGGER packages_changes_are_stamped BEFORE UPDATE OF month, entered_by, entered_on ON packages WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'packages: a change without a line in the log'); END;

CREATE TRIGGER packages_is_not_lost BEFORE DELETE ON packages WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'packages: stamp the row before it is removed'); END;

CREATE TRIGGER packages_keeps_its_past AFTER UPDATE OF month, entered_by, entered_on ON packages WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO packages_past (id, month, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.month, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER packages_past_stays_on_delete BEFORE DELETE ON packages_past BEGIN SELECT RAISE(ABORT, 'packages_past: the past does not change'); END;

CREATE TRIGGER packages_past_stays_on_update BEFORE UPDATE ON packages_past BEGIN SELECT RAISE(ABORT, 'packages_past: the past does not change'); END;

CREATE TRIGGER pairs_changes_are_stamped BEFORE UPDATE OF self_invoice_id, invoice_id, entered_by, entered_on ON pairs WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'pairs: a change without a line in the log'); END;

CREATE TRIGGER pairs_is_not_lost BEFORE DELETE ON pairs WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'pairs: stamp the row before it is removed'); END;

CREATE TRIGGER pairs_keeps_its_past AFTER UPDATE OF self_invoice_id, invoice_id, entered_by, entered_on ON pairs WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO pairs_past (id, self_invoice_id, invoice_id, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.self_invoice_id, OLD.invoice_id, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER pairs_past_stays_on_delete BEFORE DELETE ON pairs_past BEGIN SELECT RAISE(ABORT, 'pairs_past: the past does not change'); END;

CREATE TRIGGER pairs_past_stays_on_update BEFORE UPDATE ON pairs_past BEGIN SELECT RAISE(ABORT, 'pairs_past: the past does not change'); END;

CREATE TRIGGER pauses_changes_are_stamped BEFORE UPDATE OF case_id, from_day, to_day, entered_by, entered_on ON pauses WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'pauses: a change without a line in the log'); END;

CREATE TRIGGER pauses_is_not_lost BEFORE DELETE ON pauses WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'pauses: stamp the row before it is removed'); END;

CREATE TRIGGER pauses_keeps_its_past AFTER UPDATE OF case_id, from_day, to_day, entered_by, entered_on ON pauses WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO pauses_past (id, case_id, from_day, to_day, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.case_id, OLD.from_day, OLD.to_day, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER pauses_past_stays_on_delete BEFORE DELETE ON pauses_past BEGIN SELECT RAISE(ABORT, 'pauses_past: the past does not change'); END;

CREATE TRIGGER pauses_past_stays_on_update BEFORE UPDATE ON pauses_past BEGIN SELECT RAISE(ABORT, 'pauses_past: the past does not change'); END;

CREATE TRIGGER payments_changes_are_stamped BEFORE UPDATE OF invoice_id, on_day, amount_ore, entered_by, entered_on, source, file, value_day, bank_ids, entry, rounding_ore ON payments WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'payments: a change without a line in the log'); END;

CREATE TRIGGER payments_is_not_lost BEFORE DELETE ON payments WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'payments: stamp the row before it is removed'); END;

CREATE TRIGGER payments_keeps_its_past AFTER UPDATE OF invoice_id, on_day, amount_ore, entered_by, entered_on, source, file, value_day, bank_ids, entry, rounding_ore ON payments WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO payments_past (id, invoice_id, on_day, amount_ore, entered_by, entered_on, source, file, value_day, bank_ids, entry, rounding_ore, ceased_by, ceased_on) VALUES (OLD.id, OLD.invoice_id, OLD.on_day, OLD.amount_ore, OLD.entered_by, OLD.entered_on, OLD.source, OLD.file, OLD.value_day, OLD.bank_ids, OLD.entry, OLD.rounding_ore, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER payments_past_stays_on_delete BEFORE DELETE ON payments_past BEGIN SELECT RAISE(ABORT, 'payments_past: the past does not change'); END;

CREATE TRIGGER payments_past_stays_on_update BEFORE UPDATE ON payments_past BEGIN SELECT RAISE(ABORT, 'payments_past: the past does not change'); END;

CREATE TRIGGER people_changes_are_stamped BEFORE UPDATE OF salt, personnummer, name, gender, protected, entered_by, entered_on ON people WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'people: a change without a line in the log'); END;

CREATE TRIGGER people_is_not_lost BEFORE DELETE ON people WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'people: stamp the row before it is removed'); END;

CREATE TRIGGER people_keeps_its_past AFTER UPDATE OF salt, personnummer, name, gender, protected, entered_by, entered_on ON people WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO people_past (id, salt, personnummer, name, gender, protected, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.salt, OLD.personnummer, OLD.name, OLD.gender, OLD.protected, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER people_past_stays_on_delete BEFORE DELETE ON people_past BEGIN SELECT RAISE(ABORT, 'people_past: the past does not change'); END;

CREATE TRIGGER people_past_stays_on_update BEFORE UPDATE ON people_past BEGIN SELECT RAISE(ABORT, 'people_past: the past does not change'); END;

CREATE TRIGGER plan_weeks_changes_are_stamped BEFORE UPDATE OF document_id, week, hours, entered_by, entered_on ON plan_weeks WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'plan_weeks: a change without a line in the log'); END;

CREATE TRIGGER plan_weeks_is_not_lost BEFORE DELETE ON plan_weeks WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'plan_weeks: stamp the row before it is removed'); END;

CREATE TRIGGER plan_weeks_keeps_its_past AFTER UPDATE OF document_id, week, hours, entered_by, entered_on ON plan_weeks WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO plan_weeks_past (document_id, week, hours, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.document_id, OLD.week, OLD.hours, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER plan_weeks_past_stays_on_delete BEFORE DELETE ON plan_weeks_past BEGIN SELECT RAISE(ABORT, 'plan_weeks_past: the past does not change'); END;

CREATE TRIGGER plan_weeks_past_stays_on_update BEFORE UPDATE ON plan_weeks_past BEGIN SELECT RAISE(ABORT, 'plan_weeks_past: the past does not change'); END;

CREATE TRIGGER prices_changes_are_stamped BEFORE UPDATE OF agreement_id, service, unit, level, from_day, amount_ore, entered_by, entered_on ON prices WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'prices: a change without a line in the log'); END;

CREATE TRIGGER prices_is_not_lost BEFORE DELETE ON prices WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'prices: stamp the row before it is removed'); END;

CREATE TRIGGER prices_keeps_its_past AFTER UPDATE OF agreement_id, service, unit, level, from_day, amount_ore, entered_by, entered_on ON prices WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO prices_past (id, agreement_id, service, unit, level, from_day, amount_ore, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.agreement_id, OLD.service, OLD.unit, OLD.level, OLD.from_day, OLD.amount_ore, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER prices_past_stays_on_delete BEFORE DELETE ON prices_past BEGIN SELECT RAISE(ABORT, 'prices_past: the past does not change'); END;

CREATE TRIGGER prices_past_stays_on_update BEFORE UPDATE ON prices_past BEGIN SELECT RAISE(ABORT, 'prices_past: the past does not change'); END;

CREATE TRIGGER reasons_changes_are_stamped BEFORE UPDATE OF case_id, invoice_id, delivery_id, text, salt, entered_by, entered_on, agreement_id ON reasons WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'reasons: a change without a line in the log'); END;

CREATE TRIGGER reasons_is_not_lost BEFORE DELETE ON reasons WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'reasons: stamp the row before it is removed'); END;

CREATE TRIGGER reasons_keeps_its_past AFTER UPDATE OF case_id, invoice_id, delivery_id, text, salt, entered_by, entered_on, agreement_id ON reasons WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO reasons_past (id, case_id, invoice_id, delivery_id, text, salt, entered_by, entered_on, agreement_id, ceased_by, ceased_on) VALUES (OLD.id, OLD.case_id, OLD.invoice_id, OLD.delivery_id, OLD.text, OLD.salt, OLD.entered_by, OLD.entered_on, OLD.agreement_id, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER reasons_past_stays_on_delete BEFORE DELETE ON reasons_past BEGIN SELECT RAISE(ABORT, 'reasons_past: the past does not change'); END;

CREATE TRIGGER reasons_past_stays_on_update BEFORE UPDATE ON reasons_past BEGIN SELECT RAISE(ABORT, 'reasons_past: the past does not change'); END;

CREATE TRIGGER received_bytes_stay BEFORE UPDATE ON received_bytes BEGIN SELECT RAISE(ABORT, 'a received file does not change'); END;

CREATE TRIGGER received_files_changes_are_stamped BEFORE UPDATE OF sha256, size, suffix, entered_by, entered_on ON received_files WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'received_files: a change without a line in the log'); END;

CREATE TRIGGER received_files_is_not_lost BEFORE DELETE ON received_files WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'received_files: stamp the row before it is removed'); END;

CREATE TRIGGER received_files_keeps_its_past AFTER UPDATE OF sha256, size, suffix, entered_by, entered_on ON received_files WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO received_files_past (id, sha256, size, suffix, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.sha256, OLD.size, OLD.suffix, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER received_files_past_stays_on_delete BEFORE DELETE ON received_files_past BEGIN SELECT RAISE(ABORT, 'received_files_past: the past does not change'); END;

CREATE TRIGGER received_files_past_stays_on_update BEFORE UPDATE ON received_files_past BEGIN SELECT RAISE(ABORT, 'received_files_past: the past does not change'); END;

CREATE TRIGGER received_files_take_their_bytes BEFORE DELETE ON received_files BEGIN DELETE FROM received_bytes WHERE file_id = OLD.id; END;

CREATE TRIGGER requirements_changes_are_stamped BEFORE UPDATE OF agreement_id, service, ages, checks, entered_by, entered_on ON requirements WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'requirements: a change without a line in the log'); END;

CREATE TRIGGER requirements_is_not_lost BEFORE DELETE ON requirements WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'requirements: stamp the row before it is removed'); END;

CREATE TRIGGER requirements_keeps_its_past AFTER UPDATE OF agreement_id, service, ages, checks, entered_by, entered_on ON requirements WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO requirements_past (id, agreement_id, service, ages, checks, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.agreement_id, OLD.service, OLD.ages, OLD.checks, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER requirements_past_stays_on_delete BEFORE DELETE ON requirements_past BEGIN SELECT RAISE(ABORT, 'requirements_past: the past does not change'); END;

CREATE TRIGGER requirements_past_stays_on_update BEFORE UPDATE ON requirements_past BEGIN SELECT RAISE(ABORT, 'requirements_past: the past does not change'); END;

CREATE TRIGGER revealed_is_not_lost BEFORE DELETE ON revealed BEGIN SELECT RAISE(ABORT, 'what was revealed is not removed'); END;

CREATE TRIGGER revealed_stays BEFORE UPDATE ON revealed BEGIN SELECT RAISE(ABORT, 'what was revealed does not change'); END;

CREATE TRIGGER reviews_changes_are_stamped BEFORE UPDATE OF case_id, on_day, progress, decision, refer_to, salt, entered_by, entered_on ON reviews WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'reviews: a change without a line in the log'); END;

CREATE TRIGGER reviews_is_not_lost BEFORE DELETE ON reviews WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'reviews: stamp the row before it is removed'); END;

CREATE TRIGGER reviews_keeps_its_past AFTER UPDATE OF case_id, on_day, progress, decision, refer_to, salt, entered_by, entered_on ON reviews WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO reviews_past (id, case_id, on_day, progress, decision, refer_to, salt, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.case_id, OLD.on_day, OLD.progress, OLD.decision, OLD.refer_to, OLD.salt, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER reviews_past_stays_on_delete BEFORE DELETE ON reviews_past BEGIN SELECT RAISE(ABORT, 'reviews_past: the past does not change'); END;

CREATE TRIGGER reviews_past_stays_on_update BEFORE UPDATE ON reviews_past BEGIN SELECT RAISE(ABORT, 'reviews_past: the past does not change'); END;

CREATE TRIGGER seals_are_not_lost BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'a seal is not removed'); END;

CREATE TRIGGER seals_only_grow BEFORE INSERT ON seals WHEN (SELECT digest IS NOT NULL FROM changes WHERE id = NEW.change_id) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'a change that has ended gets no more seals'); END;

CREATE TRIGGER seals_stay BEFORE UPDATE ON seals WHEN NEW.change_id <> OLD.change_id OR (SELECT digest IS NOT NULL FROM changes WHERE id = OLD.change_id) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'a seal does not change'); END;

CREATE TRIGGER self_invoice_answers_changes_are_stamped BEFORE UPDATE OF self_invoice_id, line_id, state, why, reason, salt, on_day, who, awaits, entered_by, entered_on ON self_invoice_answers WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'self_invoice_answers: a change without a line in the log'); END;

CREATE TRIGGER self_invoice_answers_is_not_lost BEFORE DELETE ON self_invoice_answers WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'self_invoice_answers: stamp the row before it is removed'); END;

CREATE TRIGGER self_invoice_answers_keeps_its_past AFTER UPDATE OF self_invoice_id, line_id, state, why, reason, salt, on_day, who, awaits, entered_by, entered_on ON self_invoice_answers WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO self_invoice_answers_past (id, self_invoice_id, line_id, state, why, reason, salt, on_day, who, awaits, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.self_invoice_id, OLD.line_id, OLD.state, OLD.why, OLD.reason, OLD.salt, OLD.on_day, OLD.who, OLD.awaits, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER self_invoice_answers_past_stays_on_delete BEFORE DELETE ON self_invoice_answers_past BEGIN SELECT RAISE(ABORT, 'self_invoice_answers_past: the past does not change'); END;

CREATE TRIGGER self_invoice_answers_past_stays_on_update BEFORE UPDATE ON self_invoice_answers_past BEGIN SELECT RAISE(ABORT, 'self_invoice_answers_past: the past does not change'); END;

CREATE TRIGGER self_invoice_lines_changes_are_stamped BEFORE UPDATE OF self_invoice_id, case_id, from_day, to_day, hours, unit_price_ore, net_ore, entered_by, entered_on, stated_hours ON self_invoice_lines WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'self_invoice_lines: a change without a line in the log'); END;

CREATE TRIGGER self_invoice_lines_is_not_lost BEFORE DELETE ON self_invoice_lines WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'self_invoice_lines: stamp the row before it is removed'); END;

CREATE TRIGGER self_invoice_lines_keeps_its_past AFTER UPDATE OF self_invoice_id, case_id, from_day, to_day, hours, unit_price_ore, net_ore, entered_by, entered_on, stated_hours ON self_invoice_lines WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO self_invoice_lines_past (id, self_invoice_id, case_id, from_day, to_day, hours, unit_price_ore, net_ore, entered_by, entered_on, stated_hours, ceased_by, ceased_on) VALUES (OLD.id, OLD.self_invoice_id, OLD.case_id, OLD.from_day, OLD.to_day, OLD.hours, OLD.unit_price_ore, OLD.net_ore, OLD.entered_by, OLD.entered_on, OLD.stated_hours, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER self_invoice_lines_past_stays_on_delete BEFORE DELETE ON self_invoice_lines_past BEGIN SELECT RAISE(ABORT, 'self_invoice_lines_past: the past does not change'); END;

CREATE TRIGGER self_invoice_lines_past_stays_on_update BEFORE UPDATE ON self_invoice_lines_past BEGIN SELECT RAISE(ABORT, 'self_invoice_lines_past: the past does not change'); END;

CREATE TRIGGER self_invoice_originals_changes_are_stamped BEFORE UPDATE OF self_invoice_id, original_id, entered_by, entered_on ON self_invoice_originals WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'self_invoice_originals: a change without a line in the log'); END;

CREATE TRIGGER self_invoice_originals_is_not_lost BEFORE DELETE ON self_invoice_originals WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'self_invoice_originals: stamp the row before it is removed'); END;

CREATE TRIGGER self_invoice_originals_keeps_its_past AFTER UPDATE OF self_invoice_id, original_id, entered_by, entered_on ON self_invoice_originals WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO self_invoice_originals_past (id, self_invoice_id, original_id, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.self_invoice_id, OLD.original_id, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER self_invoice_originals_past_stays_on_delete BEFORE DELETE ON self_invoice_originals_past BEGIN SELECT RAISE(ABORT, 'self_invoice_originals_past: the past does not change'); END;

CREATE TRIGGER self_invoice_originals_past_stays_on_update BEFORE UPDATE ON self_invoice_originals_past BEGIN SELECT RAISE(ABORT, 'self_invoice_originals_past: the past does not change'); END;

CREATE TRIGGER self_invoice_settlements_changes_are_stamped BEFORE UPDATE OF answer_id, settled_by_id, entered_by, entered_on ON self_invoice_settlements WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'self_invoice_settlements: a change without a line in the log'); END;

CREATE TRIGGER self_invoice_settlements_is_not_lost BEFORE DELETE ON self_invoice_settlements WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'self_invoice_settlements: stamp the row before it is removed'); END;

CREATE TRIGGER self_invoice_settlements_keeps_its_past AFTER UPDATE OF answer_id, settled_by_id, entered_by, entered_on ON self_invoice_settlements WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO self_invoice_settlements_past (id, answer_id, settled_by_id, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.answer_id, OLD.settled_by_id, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER self_invoice_settlements_past_stays_on_delete BEFORE DELETE ON self_invoice_settlements_past BEGIN SELECT RAISE(ABORT, 'self_invoice_settlements_past: the past does not change'); END;

CREATE TRIGGER self_invoice_settlements_past_stays_on_update BEFORE UPDATE ON self_invoice_settlements_past BEGIN SELECT RAISE(ABORT, 'self_invoice_settlements_past: the past does not change'); END;

CREATE TRIGGER self_invoices_changes_are_stamped BEFORE UPDATE OF agreement_id, year, number, on_day, type, refers_to, net_ore, vat_ore, total_ore, file_id, entered_by, entered_on, payable_ore, prepaid_ore, rounding_ore ON self_invoices WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'self_invoices: a change without a line in the log'); END;

CREATE TRIGGER self_invoices_is_not_lost BEFORE DELETE ON self_invoices WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'self_invoices: stamp the row before it is removed'); END;

CREATE TRIGGER self_invoices_keeps_its_past AFTER UPDATE OF agreement_id, year, number, on_day, type, refers_to, net_ore, vat_ore, total_ore, file_id, entered_by, entered_on, payable_ore, prepaid_ore, rounding_ore ON self_invoices WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO self_invoices_past (id, agreement_id, year, number, on_day, type, refers_to, net_ore, vat_ore, total_ore, file_id, entered_by, entered_on, payable_ore, prepaid_ore, rounding_ore, ceased_by, ceased_on) VALUES (OLD.id, OLD.agreement_id, OLD.year, OLD.number, OLD.on_day, OLD.type, OLD.refers_to, OLD.net_ore, OLD.vat_ore, OLD.total_ore, OLD.file_id, OLD.entered_by, OLD.entered_on, OLD.payable_ore, OLD.prepaid_ore, OLD.rounding_ore, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER self_invoices_past_stays_on_delete BEFORE DELETE ON self_invoices_past BEGIN SELECT RAISE(ABORT, 'self_invoices_past: the past does not change'); END;

CREATE TRIGGER self_invoices_past_stays_on_update BEFORE UPDATE ON self_invoices_past BEGIN SELECT RAISE(ABORT, 'self_invoices_past: the past does not change'); END;

CREATE TRIGGER settings_changes_are_stamped BEFORE UPDATE OF name, value, entered_by, entered_on ON settings WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'settings: a change without a line in the log'); END;

CREATE TRIGGER settings_is_not_lost BEFORE DELETE ON settings WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'settings: stamp the row before it is removed'); END;

CREATE TRIGGER settings_keeps_its_past AFTER UPDATE OF name, value, entered_by, entered_on ON settings WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO settings_past (id, name, value, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.name, OLD.value, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER settings_past_stays_on_delete BEFORE DELETE ON settings_past BEGIN SELECT RAISE(ABORT, 'settings_past: the past does not change'); END;

CREATE TRIGGER settings_past_stays_on_update BEFORE UPDATE ON settings_past BEGIN SELECT RAISE(ABORT, 'settings_past: the past does not change'); END;

CREATE TRIGGER surveys_changes_are_stamped BEFORE UPDATE OF agreement_id, question, population, on_day, asked, answers, positive_answers, answered, positive, entered_by, entered_on ON surveys WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'surveys: a change without a line in the log'); END;

CREATE TRIGGER surveys_is_not_lost BEFORE DELETE ON surveys WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'surveys: stamp the row before it is removed'); END;

CREATE TRIGGER surveys_keeps_its_past AFTER UPDATE OF agreement_id, question, population, on_day, asked, answers, positive_answers, answered, positive, entered_by, entered_on ON surveys WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO surveys_past (id, agreement_id, question, population, on_day, asked, answers, positive_answers, answered, positive, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.agreement_id, OLD.question, OLD.population, OLD.on_day, OLD.asked, OLD.answers, OLD.positive_answers, OLD.answered, OLD.positive, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER surveys_past_stays_on_delete BEFORE DELETE ON surveys_past BEGIN SELECT RAISE(ABORT, 'surveys_past: the past does not change'); END;

CREATE TRIGGER surveys_past_stays_on_update BEFORE UPDATE ON surveys_past BEGIN SELECT RAISE(ABORT, 'surveys_past: the past does not change'); END;

CREATE TRIGGER targets_changes_are_stamped BEFORE UPDATE OF agreement_id, kpi, value, from_day, by_day, counts, entered_by, entered_on ON targets WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'targets: a change without a line in the log'); END;

CREATE TRIGGER targets_is_not_lost BEFORE DELETE ON targets WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'targets: stamp the row before it is removed'); END;

CREATE TRIGGER targets_keeps_its_past AFTER UPDATE OF agreement_id, kpi, value, from_day, by_day, counts, entered_by, entered_on ON targets WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO targets_past (id, agreement_id, kpi, value, from_day, by_day, counts, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.agreement_id, OLD.kpi, OLD.value, OLD.from_day, OLD.by_day, OLD.counts, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER targets_past_stays_on_delete BEFORE DELETE ON targets_past BEGIN SELECT RAISE(ABORT, 'targets_past: the past does not change'); END;

CREATE TRIGGER targets_past_stays_on_update BEFORE UPDATE ON targets_past BEGIN SELECT RAISE(ABORT, 'targets_past: the past does not change'); END;

CREATE TRIGGER voucher_rows_changes_are_stamped BEFORE UPDATE OF voucher_id, role, rate, service, refers_to, account, cost_centre, amount_ore, entered_by, entered_on ON voucher_rows WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'voucher_rows: a change without a line in the log'); END;

CREATE TRIGGER voucher_rows_is_not_lost BEFORE DELETE ON voucher_rows WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'voucher_rows: stamp the row before it is removed'); END;

CREATE TRIGGER voucher_rows_keeps_its_past AFTER UPDATE OF voucher_id, role, rate, service, refers_to, account, cost_centre, amount_ore, entered_by, entered_on ON voucher_rows WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO voucher_rows_past (id, voucher_id, role, rate, service, refers_to, account, cost_centre, amount_ore, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.voucher_id, OLD.role, OLD.rate, OLD.service, OLD.refers_to, OLD.account, OLD.cost_centre, OLD.amount_ore, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER voucher_rows_past_stays_on_delete BEFORE DELETE ON voucher_rows_past BEGIN SELECT RAISE(ABORT, 'voucher_rows_past: the past does not change'); END;

CREATE TRIGGER voucher_rows_past_stays_on_update BEFORE UPDATE ON voucher_rows_past BEGIN SELECT RAISE(ABORT, 'voucher_rows_past: the past does not change'); END;

CREATE TRIGGER vouchers_changes_are_stamped BEFORE UPDATE OF package_id, invoice_id, part, on_day, lines_left, cancelled, entered_by, entered_on ON vouchers WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'vouchers: a change without a line in the log'); END;

CREATE TRIGGER vouchers_is_not_lost BEFORE DELETE ON vouchers WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN SELECT RAISE(ABORT, 'vouchers: stamp the row before it is removed'); END;

CREATE TRIGGER vouchers_keeps_its_past AFTER UPDATE OF package_id, invoice_id, part, on_day, lines_left, cancelled, entered_by, entered_on ON vouchers WHEN OLD.entered_by <> NEW.entered_by BEGIN INSERT INTO vouchers_past (id, package_id, invoice_id, part, on_day, lines_left, cancelled, entered_by, entered_on, ceased_by, ceased_on) VALUES (OLD.id, OLD.package_id, OLD.invoice_id, OLD.part, OLD.on_day, OLD.lines_left, OLD.cancelled, OLD.entered_by, OLD.entered_on, NEW.entered_by, NEW.entered_on); END;

CREATE TRIGGER vouchers_past_stays_on_delete BEFORE DELETE ON vouchers_past BEGIN SELECT RAISE(ABORT, 'vouchers_past: the past does not change'); END;

CREATE TRIGGER vouchers_past_stays_on_update BEFORE UPDATE ON vouchers_past BEGIN SELECT RAISE(ABORT, 'vouchers_past: the past does not change'); END;

CREATE VIEW acknowledgements_ever AS SELECT id, case_id, kind, key, reason, salt, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM acknowledgements UNION ALL SELECT id, case_id, kind, key, reason, salt, entered_by, entered_on, ceased_by, ceased_on FROM acknowledgements_past;

CREATE VIEW agreements_ever AS SELECT id, ref, service, area, from_day, to_day, purchaser, billing, vat, vat_exempt_reason, payout, sites, entered_by, entered_on, further_services, purchaser_orgnr, purchaser_address, cost_centre, NULL AS ceased_by, NULL AS ceased_on FROM agreements UNION ALL SELECT id, ref, service, area, from_day, to_day, purchaser, billing, vat, vat_exempt_reason, payout, sites, entered_by, entered_on, further_services, purchaser_orgnr, purchaser_address, cost_centre, ceased_by, ceased_on FROM agreements_past;

CREATE VIEW aids_ever AS SELECT id, case_id, kind, name, origin, lent, returned, salt, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM aids UNION ALL SELECT id, case_id, kind, name, origin, lent, returned, salt, entered_by, entered_on, ceased_by, ceased_on FROM aids_past;

CREATE VIEW cases_ever AS SELECT id, ref, person_id, service, agreement_id, from_day, to_day, site, coach, officer, order_ref, meeting, mapping_agreed, decision, training_name, training_type, training_from, training_to, after_id, closed_on, close_reason, training_result, salt, entered_by, entered_on, system, extent, level, queued_on, support, municipality, resident, disability, motivated, care_contact, consent, consent_withdrawn, sus_consent, preference, assistance, target_group, refer_to, NULL AS ceased_by, NULL AS ceased_on FROM cases UNION ALL SELECT id, ref, person_id, service, agreement_id, from_day, to_day, site, coach, officer, order_ref, meeting, mapping_agreed, decision, training_name, training_type, training_from, training_to, after_id, closed_on, close_reason, training_result, salt, entered_by, entered_on, system, extent, level, queued_on, support, municipality, resident, disability, motivated, care_contact, consent, consent_withdrawn, sus_consent, preference, assistance, target_group, refer_to, ceased_by, ceased_on FROM cases_past;

CREATE VIEW closed_months_ever AS SELECT id, month, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM closed_months UNION ALL SELECT id, month, entered_by, entered_on, ceased_by, ceased_on FROM closed_months_past;

CREATE VIEW contacts_ever AS SELECT id, case_id, agreement_id, party, on_day, note, salt, entered_by, entered_on, goal, NULL AS ceased_by, NULL AS ceased_on FROM contacts UNION ALL SELECT id, case_id, agreement_id, party, on_day, note, salt, entered_by, entered_on, goal, ceased_by, ceased_on FROM contacts_past;

CREATE VIEW credited_lines_ever AS SELECT id, line_id, original_line_id, net_ore, hours, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM credited_lines UNION ALL SELECT id, line_id, original_line_id, net_ore, hours, entered_by, entered_on, ceased_by, ceased_on FROM credited_lines_past;

CREATE VIEW decisions_ever AS SELECT id, case_id, was_to, to_day, on_day, entered_by, entered_on, period, NULL AS ceased_by, NULL AS ceased_on FROM decisions UNION ALL SELECT id, case_id, was_to, to_day, on_day, entered_by, entered_on, period, ceased_by, ceased_on FROM decisions_past;

CREATE VIEW deliveries_ever AS SELECT id, case_id, from_day, to_day, unit, quantity, no_show, cancelled, reverses, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM deliveries UNION ALL SELECT id, case_id, from_day, to_day, unit, quantity, no_show, cancelled, reverses, entered_by, entered_on, ceased_by, ceased_on FROM deliveries_past;

CREATE VIEW document_texts_ever AS SELECT id, document_id, text, salt, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM document_texts UNION ALL SELECT id, document_id, text, salt, entered_by, entered_on, ceased_by, ceased_on FROM document_texts_past;

CREATE VIEW documents_ever AS SELECT id, case_id, type, version, period, status, submitted, confirmed, returned, reason, fields, salt, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM documents UNION ALL SELECT id, case_id, type, version, period, status, submitted, confirmed, returned, reason, fields, salt, entered_by, entered_on, ceased_by, ceased_on FROM documents_past;

CREATE VIEW e_invoices_sent_ever AS SELECT id, invoice_id, sha256, file, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM e_invoices_sent UNION ALL SELECT id, invoice_id, sha256, file, entered_by, entered_on, ceased_by, ceased_on FROM e_invoices_sent_past;

CREATE VIEW erasures_ever AS SELECT id, digest, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM erasures UNION ALL SELECT id, digest, entered_by, entered_on, ceased_by, ceased_on FROM erasures_past;

CREATE VIEW fidelity_reviews_ever AS SELECT id, agreement_id, on_day, scale, scores, total, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM fidelity_reviews UNION ALL SELECT id, agreement_id, on_day, scale, scores, total, entered_by, entered_on, ceased_by, ceased_on FROM fidelity_reviews_past;

CREATE VIEW fidelity_scales_ever AS SELECT id, name, items, least, most, bands, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM fidelity_scales UNION ALL SELECT id, name, items, least, most, bands, entered_by, entered_on, ceased_by, ceased_on FROM fidelity_scales_past;

CREATE VIEW funding_ever AS SELECT id, agreement_id, unit, title, year, amount_ore, fte, funder, vat_basis, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM funding UNION ALL SELECT id, agreement_id, unit, title, year, amount_ore, fte, funder, vat_basis, entered_by, entered_on, ceased_by, ceased_on FROM funding_past;

CREATE VIEW funding_stated_ever AS SELECT id, agreement_id, unit, year, amount_ore, source, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM funding_stated UNION ALL SELECT id, agreement_id, unit, year, amount_ore, source, entered_by, entered_on, ceased_by, ceased_on FROM funding_stated_past;

CREATE VIEW investigations_ever AS SELECT id, case_id, invoice_id, reason, salt, opened, closed, outcome, entered_by, entered_on, why, NULL AS ceased_by, NULL AS ceased_on FROM investigations UNION ALL SELECT id, case_id, invoice_id, reason, salt, opened, closed, outcome, entered_by, entered_on, why, ceased_by, ceased_on FROM investigations_past;

CREATE VIEW invoice_lines_ever AS SELECT id, invoice_id, case_id, service, month, from_day, to_day, unit, quantity, unit_price_ore, net_ore, deliveries, refers_to_id, status, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM invoice_lines UNION ALL SELECT id, invoice_id, case_id, service, month, from_day, to_day, unit, quantity, unit_price_ore, net_ore, deliveries, refers_to_id, status, entered_by, entered_on, ceased_by, ceased_on FROM invoice_lines_past;

CREATE VIEW invoices_ever AS SELECT id, year, no, kind, refers_to_id, agreement_id, month, made_on, payable_from, vat, vat_exempt_reason, net_ore, vat_ore, total_ore, status, approved_on, entered_by, entered_on, set_off_ore, NULL AS ceased_by, NULL AS ceased_on FROM invoices UNION ALL SELECT id, year, no, kind, refers_to_id, agreement_id, month, made_on, payable_from, vat, vat_exempt_reason, net_ore, vat_ore, total_ore, status, approved_on, entered_by, entered_on, set_off_ore, ceased_by, ceased_on FROM invoices_past;

CREATE VIEW outcomes_ever AS SELECT id, case_id, outcome, on_day, subsidised, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM outcomes UNION ALL SELECT id, case_id, outcome, on_day, subsidised, entered_by, entered_on, ceased_by, ceased_on FROM outcomes_past;

CREATE VIEW package_files_ever AS SELECT id, package_id, name, sha256, received_id, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM package_files UNION ALL SELECT id, package_id, name, sha256, received_id, entered_by, entered_on, ceased_by, ceased_on FROM package_files_past;

CREATE VIEW packages_ever AS SELECT id, month, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM packages UNION ALL SELECT id, month, entered_by, entered_on, ceased_by, ceased_on FROM packages_past;

CREATE VIEW pairs_ever AS SELECT id, self_invoice_id, invoice_id, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM pairs UNION ALL SELECT id, self_invoice_id, invoice_id, entered_by, entered_on, ceased_by, ceased_on FROM pairs_past;

CREATE VIEW pauses_ever AS SELECT id, case_id, from_day, to_day, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM pauses UNION ALL SELECT id, case_id, from_day, to_day, entered_by, entered_on, ceased_by, ceased_on FROM pauses_past;

CREATE VIEW payments_ever AS SELECT id, invoice_id, on_day, amount_ore, entered_by, entered_on, source, file, value_day, bank_ids, entry, rounding_ore, NULL AS ceased_by, NULL AS ceased_on FROM payments UNION ALL SELECT id, invoice_id, on_day, amount_ore, entered_by, entered_on, source, file, value_day, bank_ids, entry, rounding_ore, ceased_by, ceased_on FROM payments_past;

CREATE VIEW people_ever AS SELECT id, salt, personnummer, name, gender, protected, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM people UNION ALL SELECT id, salt, personnummer, name, gender, protected, entered_by, entered_on, ceased_by, ceased_on FROM people_past;

CREATE VIEW plan_weeks_ever AS SELECT document_id, week, hours, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM plan_weeks UNION ALL SELECT document_id, week, hours, entered_by, entered_on, ceased_by, ceased_on FROM plan_weeks_past;

CREATE VIEW prices_ever AS SELECT id, agreement_id, service, unit, level, from_day, amount_ore, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM prices UNION ALL SELECT id, agreement_id, service, unit, level, from_day, amount_ore, entered_by, entered_on, ceased_by, ceased_on FROM prices_past;

CREATE VIEW reasons_ever AS SELECT id, case_id, invoice_id, delivery_id, text, salt, entered_by, entered_on, agreement_id, NULL AS ceased_by, NULL AS ceased_on FROM reasons UNION ALL SELECT id, case_id, invoice_id, delivery_id, text, salt, entered_by, entered_on, agreement_id, ceased_by, ceased_on FROM reasons_past;

CREATE VIEW received_files_ever AS SELECT id, sha256, size, suffix, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM received_files UNION ALL SELECT id, sha256, size, suffix, entered_by, entered_on, ceased_by, ceased_on FROM received_files_past;

CREATE VIEW requirements_ever AS SELECT id, agreement_id, service, ages, checks, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM requirements UNION ALL SELECT id, agreement_id, service, ages, checks, entered_by, entered_on, ceased_by, ceased_on FROM requirements_past;

CREATE VIEW reviews_ever AS SELECT id, case_id, on_day, progress, decision, refer_to, salt, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM reviews UNION ALL SELECT id, case_id, on_day, progress, decision, refer_to, salt, entered_by, entered_on, ceased_by, ceased_on FROM reviews_past;

CREATE VIEW self_invoice_answers_ever AS SELECT id, self_invoice_id, line_id, state, why, reason, salt, on_day, who, awaits, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM self_invoice_answers UNION ALL SELECT id, self_invoice_id, line_id, state, why, reason, salt, on_day, who, awaits, entered_by, entered_on, ceased_by, ceased_on FROM self_invoice_answers_past;

CREATE VIEW self_invoice_lines_ever AS SELECT id, self_invoice_id, case_id, from_day, to_day, hours, unit_price_ore, net_ore, entered_by, entered_on, stated_hours, NULL AS ceased_by, NULL AS ceased_on FROM self_invoice_lines UNION ALL SELECT id, self_invoice_id, case_id, from_day, to_day, hours, unit_price_ore, net_ore, entered_by, entered_on, stated_hours, ceased_by, ceased_on FROM self_invoice_lines_past;

CREATE VIEW self_invoice_originals_ever AS SELECT id, self_invoice_id, original_id, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM self_invoice_originals UNION ALL SELECT id, self_invoice_id, original_id, entered_by, entered_on, ceased_by, ceased_on FROM self_invoice_originals_past;

CREATE VIEW self_invoice_settlements_ever AS SELECT id, answer_id, settled_by_id, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM self_invoice_settlements UNION ALL SELECT id, answer_id, settled_by_id, entered_by, entered_on, ceased_by, ceased_on FROM self_invoice_settlements_past;

CREATE VIEW self_invoices_ever AS SELECT id, agreement_id, year, number, on_day, type, refers_to, net_ore, vat_ore, total_ore, file_id, entered_by, entered_on, payable_ore, prepaid_ore, rounding_ore, NULL AS ceased_by, NULL AS ceased_on FROM self_invoices UNION ALL SELECT id, agreement_id, year, number, on_day, type, refers_to, net_ore, vat_ore, total_ore, file_id, entered_by, entered_on, payable_ore, prepaid_ore, rounding_ore, ceased_by, ceased_on FROM self_invoices_past;

CREATE VIEW settings_ever AS SELECT id, name, value, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM settings UNION ALL SELECT id, name, value, entered_by, entered_on, ceased_by, ceased_on FROM settings_past;

CREATE VIEW surveys_ever AS SELECT id, agreement_id, question, population, on_day, asked, answers, positive_answers, answered, positive, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM surveys UNION ALL SELECT id, agreement_id, question, population, on_day, asked, answers, positive_answers, answered, positive, entered_by, entered_on, ceased_by, ceased_on FROM surveys_past;

CREATE VIEW targets_ever AS SELECT id, agreement_id, kpi, value, from_day, by_day, counts, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM targets UNION ALL SELECT id, agreement_id, kpi, value, from_day, by_day, counts, entered_by, entered_on, ceased_by, ceased_on FROM targets_past;

CREATE VIEW voucher_rows_ever AS SELECT id, voucher_id, role, rate, service, refers_to, account, cost_centre, amount_ore, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM voucher_rows UNION ALL SELECT id, voucher_id, role, rate, service, refers_to, account, cost_centre, amount_ore, entered_by, entered_on, ceased_by, ceased_on FROM voucher_rows_past;

CREATE VIEW vouchers_ever AS SELECT id, package_id, invoice_id, part, on_day, lines_left, cancelled, entered_by, entered_on, NULL AS ceased_by, NULL AS ceased_on FROM vouchers UNION ALL SELECT id, package_id, invoice_id, part, on_day, lines_left, cancelled, entered_by, entered_on, ceased_by, ceased_on FROM vouchers_past;
