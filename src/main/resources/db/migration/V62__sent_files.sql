-- A file that was sent belongs to what was sent, which never changes.
create trigger sent_attachments_never_change before update on attachments
    for each row when (old.submission_id is not null) execute function refuse_change();
