-- What somebody was called in the form they applied with: a mailbox may be shared, and its people change from year to year.
alter table app.parties add column name text;
