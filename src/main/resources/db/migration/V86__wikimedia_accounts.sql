-- The Wikimedia account with which somebody signs in to their own page. Accounts are known by their number: names change hands.
create table wikimedia_accounts (
    sub       text primary key,
    person_id text        not null unique references persons,
    username  text        not null,
    linked_at timestamptz not null
);
comment on column wikimedia_accounts.sub is 'The number of the account on all wikis';
comment on column wikimedia_accounts.username is 'What the account was called when somebody last signed in with it';
