-- A file that was sent may be erased with what it belongs to, but never changes.
drop trigger sent_attachments_stay on attachments;
create trigger sent_attachments_never_change before update on attachments
    for each row when (old.submission_id is not null) execute function refuse_change();
