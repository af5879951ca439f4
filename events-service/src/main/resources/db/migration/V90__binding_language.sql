SET lock_timeout = '5s';

-- Which language version of an event's texts counts; where nothing is said, English or the title's first.
ALTER TABLE event ADD COLUMN binding_language text;
