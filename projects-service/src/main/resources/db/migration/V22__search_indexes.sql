-- Bodies whose names change find their projects here.
CREATE INDEX project_bodies ON project USING gin (bodies);

-- Sorting with empty dates last, in both directions: a value that stands for "none" makes one index range of every page.
CREATE INDEX project_start_first ON project ((COALESCE(start_date, 'infinity'::date)), id);
CREATE INDEX project_start_last ON project ((COALESCE(start_date, '-infinity'::date)), id);
CREATE INDEX project_end_first ON project ((COALESCE(end_date, 'infinity'::date)), id);
CREATE INDEX project_end_last ON project ((COALESCE(end_date, '-infinity'::date)), id);
CREATE INDEX project_status_id ON project (status, id);
CREATE INDEX project_status_since ON project (status_since, id);
CREATE INDEX project_created ON project (created_at, id);
CREATE INDEX project_updated ON project (updated_at, id);

-- Filters that may match few projects or none.
CREATE INDEX project_fund ON project (fund, title, id);
CREATE INDEX project_region ON project (region) WHERE region IS NOT NULL;
CREATE INDEX project_call ON project (call_id) WHERE call_id IS NOT NULL;
