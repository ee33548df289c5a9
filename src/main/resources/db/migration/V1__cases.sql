-- Cases: every cycle, application, pair and request, with a number people can say.
create table cases (
    number     text primary key,
    programme  text        not null,
    kind       text        not null,
    cycle      text references cases,
    title      text        not null,
    state      text        not null,
    opened_at  timestamptz not null,
    closed_at  timestamptz,
    version    integer     not null
);
create index cases_by_cycle on cases (cycle, kind, state);

-- The last number given in a series such as EX-2027; its row lock keeps two cases from getting one number.
create table case_series (
    series text primary key,
    last   integer not null
);

create table case_states (
    id          bigint generated always as identity primary key,
    case_number text        not null references cases,
    state       text        not null,
    entered_at  timestamptz not null
);
create index case_states_by_case on case_states (case_number, id);

create table communities (
    id        text primary key,
    name      text not null,
    type      text not null,
    country   text not null,
    languages text not null
);
create unique index communities_by_name on communities (lower(name));

-- Dated facts that staff keep about a community (domain A8), such as a grant or a meeting attended.
create table community_facts (
    id           bigint generated always as identity primary key,
    community_id text        not null references communities,
    kind         text        not null,
    value        text        not null,
    since        date        not null,
    until        date,
    source       text        not null,
    recorded_by  text        not null,
    recorded_at  timestamptz not null
);
create index community_facts_by_community on community_facts (community_id, kind, since);

create table persons (
    id        text primary key,
    name      text not null,
    email     text not null,
    username  text not null default '',
    locale    text not null,
    time_zone text not null
);
create unique index persons_by_email on persons (lower(email));

-- Who takes part in a case: one row per side; "application" is the case the side came from.
create table parties (
    case_number  text not null references cases,
    side         text not null,
    person_id    text not null references persons,
    community_id text references communities,
    application  text references cases,
    primary key (case_number, side)
);
create index parties_by_person on parties (person_id);
create index parties_by_community on parties (community_id);

-- What a decision table said about a case, and why.
create table table_decisions (
    id          bigint generated always as identity primary key,
    case_number text        not null references cases,
    decision    text        not null,
    version     integer     not null,
    outcome     text        not null,
    reasons     text        not null,
    decided_at  timestamptz not null
);
create index table_decisions_by_case on table_decisions (case_number, id);
