-- What somebody has typed in a form and not sent yet, so that they can go on in another window or on another device.
create table app.drafts (
    key      varchar(64) primary key, -- SHA-256 of what the form is for, which for a public form is the secret in its address
    version  int         not null,
    answers  text        not null, -- JSON; the type jsonb takes no U+0000, and whoever types it is told when sending
    saved_at timestamptz not null,
    saved_by uuid        not null -- the page that saved it, as it was opened
);
create index drafts_by_age on app.drafts (saved_at);
