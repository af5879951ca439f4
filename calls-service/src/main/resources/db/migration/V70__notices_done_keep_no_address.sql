SET lock_timeout = '5s';

-- Whom a notice reached last was kept after its end; nobody asks for it then.
UPDATE call_notice SET after_address = '' WHERE done_at IS NOT NULL AND after_address <> '';
