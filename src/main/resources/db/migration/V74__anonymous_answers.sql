-- Answers that nobody can lead back to who gave them: no author, no time, no task. All of a form in a cycle are written anew with each
-- one that comes in, in an order made by chance, so that neither their order nor the transaction that wrote them tells any apart.
create table anonymous_answers (
    id           uuid primary key,
    cycle        text    not null references cases,
    document     text    not null,
    form_version integer not null,
    answers      text    not null,
    shown        boolean not null
);
create index anonymous_answers_by_cycle on anonymous_answers (cycle, document);

-- Who has answered, so that everybody answers once; not when, and not what.
create table anonymous_voices (
    cycle     text not null references cases,
    document  text not null,
    person_id text not null,
    primary key (cycle, document, person_id)
);
