-- Mail that is due: a row is written in the transaction of the step that wants it sent. Before it is sent a row holds
-- neither a rendered text nor a token; afterwards it keeps the text with the personal link masked.
create table mails (
    id                uuid primary key,
    key               text        not null unique,
    programme         text        not null,
    case_number       text        not null,
    text              text        not null,
    recipient         text        not null,
    link_purpose      text,
    link_target       text,
    given             jsonb       not null,
    state             text        not null check (state in ('waiting', 'sent', 'failed', 'given_up')),
    created_at        timestamptz not null,
    due_at            timestamptz not null,
    attempts          integer     not null default 0,
    claim             uuid,
    claimed_until     timestamptz,
    sent_at           timestamptz,
    subject           text,
    body              text,
    last_error        text
);
create index mails_due on mails (due_at) where state = 'waiting';
create index mails_by_case on mails (case_number, created_at);
