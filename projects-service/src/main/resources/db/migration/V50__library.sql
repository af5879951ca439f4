SET lock_timeout = '5s';

-- The public documents of all projects, the latest first.
CREATE INDEX document_public ON document (updated_at DESC, id) WHERE visibility = 'PUBLIC';
