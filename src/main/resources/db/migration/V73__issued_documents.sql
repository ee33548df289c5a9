-- What was issued to somebody in a case, such as a certificate, as they got it.
create table issued_documents (
    id          uuid primary key,
    case_number text        not null references cases,
    person_id   text        not null references persons,
    text        text        not null,
    format      text        not null,
    title       text        not null,
    content     bytea       not null,
    issued_at   timestamptz not null
);
create index issued_documents_by_case on issued_documents (case_number, person_id);
create trigger issued_documents_never_change before update on issued_documents
    for each row execute function refuse_change();
