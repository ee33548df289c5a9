-- A small picture of an uploaded picture, a JPEG; other files have none.
alter table app.attachments add column thumbnail bytea;
