-- Documents and knowledge items of projects: what they are. The bytes, their checksums and versions are stored files.
CREATE TABLE document (
    id          uuid PRIMARY KEY,
    version     bigint      NOT NULL,
    project_id  uuid        NOT NULL REFERENCES project (id),
    file_id     uuid        NOT NULL,   -- the latest version of the file
    kind        text        NOT NULL,
    details     jsonb       NOT NULL,
    visibility  text        NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL
);
CREATE INDEX document_project ON document (project_id, created_at, id);

INSERT INTO code_list (name, title) VALUES
    ('licences', '{"en": "Licences of documents", "fr": "Licences des documents", "de": "Lizenzen von Dokumenten"}');
INSERT INTO code_list_entry (list, version, code, position, names, aliases) VALUES
    ('licences', 1, 'CC-BY-4.0', 1, '{"en": "Creative Commons Attribution 4.0 International"}', '{cc-by}'),
    ('licences', 1, 'CC-BY-SA-4.0', 2, '{"en": "Creative Commons Attribution-ShareAlike 4.0 International"}', '{cc-by-sa}'),
    ('licences', 1, 'CC-BY-NC-4.0', 3, '{"en": "Creative Commons Attribution-NonCommercial 4.0 International"}', '{cc-by-nc}'),
    ('licences', 1, 'CC0-1.0', 4, '{"en": "Creative Commons Zero 1.0 Universal"}', '{cc0}'),
    ('licences', 1, 'EU-PSI', 5, '{"en": "Reuse of Commission documents, Decision 2011/833/EU", "fr": "Réutilisation des documents de la Commission, décision 2011/833/UE", "de": "Weiterverwendung von Kommissionsdokumenten, Beschluss 2011/833/EU"}', '{}'),
    ('licences', 1, 'ALL-RIGHTS-RESERVED', 6, '{"en": "All rights reserved", "fr": "Tous droits réservés", "de": "Alle Rechte vorbehalten"}', '{}');
