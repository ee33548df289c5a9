-- What each person's calendar was told last about an occasion of a case: the next mail about it updates that entry, under a
-- greater sequence if something in it changed, or takes it away.
create table invitations (
    case_number text    not null references cases,
    occasion    text    not null,
    recipient   text    not null,
    sequence    integer not null,
    cancelled   boolean not null,
    entry       jsonb   not null,
    primary key (case_number, occasion, recipient)
);
alter table mails add column invitation jsonb;
comment on column mails.invitation is 'The calendar entry that goes with the mail, the same at each attempt; neither an address of its reader nor a token';
