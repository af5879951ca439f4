SET lock_timeout = '5s';

-- Whether a draft was changed by hand: an import then leaves it alone.
ALTER TABLE call ADD COLUMN edited boolean NOT NULL DEFAULT false;
