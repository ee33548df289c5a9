-- Public forms that were sent: the key that a form got when it was opened, and the case it became. Sent again, it makes no other.
create table sent_once (
    key         uuid primary key,
    answers     text not null,
    case_number text references cases
);
comment on column sent_once.answers is 'SHA-256 of what was sent';
