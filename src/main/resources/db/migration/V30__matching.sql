-- A round of matching: who was in the pool and what each possible pair came to, as it stood when staff were asked.
create table matching_rounds (
    id          bigint generated always as identity primary key,
    cycle       text        not null references cases,
    pool        text        not null,
    seeker_side text        not null,
    giver_side  text        not null,
    proposed_at timestamptz not null,
    proposal    text        not null
);
create index matching_rounds_by_cycle on matching_rounds (cycle, id);

-- Each pair that was opened, from the question to both sides until it is agreed or excluded.
create table matches (
    number        text primary key references cases,
    cycle         text    not null references cases,
    seeker        text    not null references cases,
    giver         text    not null references cases,
    points        integer not null,
    reasons       text    not null,
    agreed_before boolean not null,
    standing      text    not null,
    version       integer not null
);
create index matches_by_cycle on matches (cycle);
-- A pair is opened once: after it was excluded it does not come back.
create unique index matches_once on matches (seeker, giver);
