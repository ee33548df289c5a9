-- Not only a cycle has something to publish: the notes of a meeting are a case's, too. Its page shows the title as it is kept.
alter table impact_reports rename column cycle to case_number;
alter table impact_reports disable trigger impact_reports_never_change;
update impact_reports set title = 'Impact report: ' || title;
alter table impact_reports enable trigger impact_reports_never_change;
