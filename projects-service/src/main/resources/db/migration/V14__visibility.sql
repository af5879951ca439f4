-- What a project does so that people see who pays for it. The items are a code list: they may change without a release.
CREATE TABLE visibility_check (
    project_id   uuid   NOT NULL REFERENCES project (id),
    item         text   NOT NULL,
    version      bigint NOT NULL,
    state        text   NOT NULL,
    checked_on   date   NOT NULL,
    checked_by   text   NOT NULL,
    evidence_url text,
    document_id  uuid REFERENCES document (id),
    note         text,
    PRIMARY KEY (project_id, item)
);

INSERT INTO code_list (name, title) VALUES
    ('visibility-items', '{"en": "Visibility check-list", "fr": "Liste de contrôle de la visibilité", "de": "Prüfliste zur Sichtbarkeit"}');
INSERT INTO code_list_entry (list, version, code, position, names, aliases) VALUES
    ('visibility-items', 1, 'eu-emblem', 1, '{"en": "The emblem of the European Union is shown", "fr": "L''emblème de l''Union européenne est affiché", "de": "Das Emblem der Europäischen Union wird gezeigt"}', '{}'),
    ('visibility-items', 1, 'funding-statement', 2, '{"en": "The funding statement stands beside the emblem", "fr": "La mention du financement figure à côté de l''emblème", "de": "Der Finanzierungshinweis steht beim Emblem"}', '{}'),
    ('visibility-items', 1, 'facility-logo', 3, '{"en": "The facility is named with its logo", "fr": "La facilité est nommée avec son logo", "de": "Die Fazilität ist mit ihrem Logo genannt"}', '{}'),
    ('visibility-items', 1, 'disclaimer', 4, '{"en": "Publications carry the disclaimer", "fr": "Les publications portent la clause de non-responsabilité", "de": "Veröffentlichungen tragen den Haftungsausschluss"}', '{}'),
    ('visibility-items', 1, 'web-page', 5, '{"en": "The project has a public web page", "fr": "Le projet a une page web publique", "de": "Das Projekt hat eine öffentliche Webseite"}', '{}'),
    ('visibility-items', 1, 'equipment-marked', 6, '{"en": "Equipment and goods in kind are marked", "fr": "Le matériel et les biens en nature sont marqués", "de": "Geräte und Sachleistungen sind gekennzeichnet"}', '{}'),
    ('visibility-items', 1, 'events-announced', 7, '{"en": "Events were announced with the facility", "fr": "Les événements ont été annoncés avec la facilité", "de": "Veranstaltungen wurden mit der Fazilität angekündigt"}', '{}'),
    ('visibility-items', 1, 'press-release', 8, '{"en": "Start and results were told to the press", "fr": "Le lancement et les résultats ont été communiqués à la presse", "de": "Beginn und Ergebnisse wurden der Presse mitgeteilt"}', '{}');
