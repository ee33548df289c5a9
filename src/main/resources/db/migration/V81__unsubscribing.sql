-- Who wants no more mails of a programme than are essential, and the links by which they say so. Of a link only its SHA-256 is kept.
create table unsubscribed (
    person_id text        not null,
    programme text        not null,
    since     timestamptz not null,
    primary key (person_id, programme)
);
create table unsubscribe_links (
    token_hash text primary key,
    person_id  text not null,
    programme  text not null
);
alter table mails drop constraint mails_state_check;
alter table mails add constraint mails_state_check
    check (state in ('waiting', 'sent', 'failed', 'given_up', 'not_wanted'));
