-- A file that was sent belongs to what was sent, which never changes.
create trigger sent_attachments_stay before delete on attachments
    for each row when (old.submission_id is not null) execute function refuse_change();
