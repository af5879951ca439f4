-- When a client was given up, so that who had it is forgotten in time. Those closed before count from now.
ALTER TABLE api_client ADD COLUMN closed_at timestamptz;
