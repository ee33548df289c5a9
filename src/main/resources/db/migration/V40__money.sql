-- The ledger of each case: what was approved, paid, spent, accepted and returned (domain A18). Nothing in it ever changes; what
-- turns out wrong is reversed by an entry of its own.
create table ledger_entries (
    id            bigint generated always as identity primary key,
    case_number   text           not null references cases,
    -- 1 for the first advance of a case; a further one begins when the former is settled.
    advance       integer        not null,
    kind          text           not null
        check (kind in ('approved', 'paid', 'receipt', 'borne-by-host', 'refund')),
    submission_id uuid           not null references submissions,
    line          integer        not null,
    reverses      bigint unique references ledger_entries,
    amount        numeric(12, 2) not null,
    currency      text           not null check (currency ~ '^[A-Z]{3}$'),
    -- How much of the currency one euro was, and on which day; both empty for euros.
    rate          numeric(14, 6),
    rate_date     date,
    eur           numeric(12, 2) not null,
    happened_on   date           not null,
    payee         text           not null,
    what          text           not null,
    category      text           not null,
    self_made     boolean        not null,
    booked_at     timestamptz    not null,
    check ((currency = 'EUR') = (rate is null)),
    check ((rate is null) = (rate_date is null)),
    check ((reverses is null) = (eur >= 0) or eur = 0)
);
create index ledger_entries_by_case on ledger_entries (case_number, id);

-- Nothing is booked twice: each line of what somebody sent once, each advance paid once.
create unique index ledger_entries_once on ledger_entries (case_number, advance, kind, submission_id, line)
    where reverses is null;
create unique index ledger_entries_paid_once on ledger_entries (case_number, advance) where kind = 'paid';

create trigger ledger_entries_never_change before update or delete on ledger_entries
    for each row execute function refuse_change();
