-- Personal links: only the hash of the token is kept. "purpose" is ask (one request) or offer (something a person may do).
create table personal_links (
    token_hash  text primary key,
    person_id   text        not null references persons,
    case_number text        not null references cases,
    purpose     text        not null,
    target      text        not null,
    minted_at   timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);
create index personal_links_by_target on personal_links (target);
