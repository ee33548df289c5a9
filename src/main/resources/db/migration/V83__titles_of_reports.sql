-- The page of a report shows its title as it is kept: reports from before were headed by the page.
alter table impact_reports disable trigger impact_reports_never_change;
update impact_reports set title = 'Impact report: ' || title
    where title = (select c.title from cases c where c.number = case_number);
alter table impact_reports enable trigger impact_reports_never_change;
