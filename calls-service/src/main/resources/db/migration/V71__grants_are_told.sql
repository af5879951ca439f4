-- When others were told of an award: with its letter or its signature, no sooner than the applicant. Until now they were told when
-- it was decided.
ALTER TABLE grant_agreement ADD COLUMN announced_at timestamptz;
UPDATE grant_agreement SET announced_at = awarded_at;
