-- An import asks for every row whether its acronym, however it is spelled, is another project's.
CREATE INDEX project_acronym ON project (plain(acronym)) WHERE acronym IS NOT NULL;
