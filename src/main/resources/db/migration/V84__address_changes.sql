-- A mail address that somebody wants to be written to from now on. It holds once a link that was mailed there is opened and confirmed.
create table address_changes (
    id          uuid primary key,
    person_id   text        not null references persons,
    case_number text        not null references cases,
    address     text        not null,
    asked_at    timestamptz not null,
    former      text,
    outcome     text check (outcome in ('confirmed', 'replaced', 'known')),
    decided_at  timestamptz
);
comment on column address_changes.former is 'The address before, which is told once the change is confirmed';
comment on column address_changes.outcome is 'replaced: by a later change; known: it is the address of another person, so the hub decides';
create index address_changes_by_person on address_changes (person_id, asked_at);
