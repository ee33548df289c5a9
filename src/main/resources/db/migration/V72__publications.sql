-- Not only a cycle has something to publish: the notes of a meeting are a case's, too.
alter table impact_reports rename column cycle to case_number;
