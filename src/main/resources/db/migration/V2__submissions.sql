-- What somebody sent, once and for all: a numbered version of a document of a case.
create table submissions (
    id           uuid primary key,
    case_number  text        not null references cases,
    document     text        not null,
    version      integer     not null,
    form_version integer     not null,
    author_kind  text        not null,
    author       text        not null,
    side         text        not null,
    task_id      text unique,
    sent_at      timestamptz not null,
    answers      text        not null,
    sha256       text        not null,
    unique (case_number, document, version)
);

-- A signature or approval names one version; a later version is not covered by it.
create table signatures (
    id            uuid primary key,
    submission_id uuid        not null references submissions,
    side          text        not null,
    author        text        not null,
    signed_at     timestamptz not null,
    unique (submission_id, side)
);

create table attachments (
    id            uuid primary key,
    case_number   text        not null references cases,
    submission_id uuid references submissions,
    task_id       text,
    upload        text        not null,
    name          text        not null,
    content_type  text        not null,
    size          bigint      not null,
    sha256        text        not null,
    content       bytea       not null,
    uploaded_by   text        not null,
    uploaded_at   timestamptz not null
);
create index attachments_by_submission on attachments (submission_id);
create index attachments_by_task on attachments (task_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a % row never changes', tg_table_name;
end $$;
create trigger submissions_never_change before update on submissions
    for each row execute function refuse_change();
create trigger signatures_never_change before update on signatures
    for each row execute function refuse_change();
