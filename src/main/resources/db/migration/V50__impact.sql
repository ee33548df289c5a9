-- What was drafted from a cycle's figures; hub staff edit it in a form, so the edited text is a submission.
create table impact_drafts (
    id         bigint generated always as identity primary key,
    cycle      text        not null references cases,
    version    integer     not null,
    summary    text        not null,
    report     text        not null,
    drafted_at timestamptz not null,
    unique (cycle, version)
);

-- A published report is the approved version of a submission, word for word.
create table impact_reports (
    id            uuid primary key,
    cycle         text        not null references cases,
    submission_id uuid        not null unique references submissions,
    title         text        not null,
    summary       text        not null,
    report        text        not null,
    published_at  timestamptz not null
);
create index impact_reports_by_cycle on impact_reports (cycle, published_at);
create trigger impact_reports_never_change before update on impact_reports
    for each row execute function refuse_change();
