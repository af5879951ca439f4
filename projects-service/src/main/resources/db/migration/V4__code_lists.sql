CREATE TABLE code_list (
    name        text PRIMARY KEY,
    title       jsonb NOT NULL
);
CREATE TABLE code_list_entry (
    list     text   NOT NULL REFERENCES code_list (name),
    version  int    NOT NULL,
    code     text   NOT NULL,
    position int    NOT NULL,
    names    jsonb  NOT NULL,
    aliases  text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (list, version, code)
);

INSERT INTO code_list (name, title) VALUES
    ('themes', '{"en": "Themes", "fr": "Thèmes", "de": "Themen"}'),
    ('funds', '{"en": "Funds of the European Union", "fr": "Fonds de l''Union européenne", "de": "Fonds der Europäischen Union"}'),
    ('regions', '{"en": "Regions", "fr": "Régions", "de": "Regionen"}');

INSERT INTO code_list_entry (list, version, code, position, names, aliases) VALUES
    ('themes', 1, 'border-management', 1, '{"en": "Border management", "fr": "Gestion des frontières", "de": "Grenzmanagement"}', '{}'),
    ('themes', 1, 'trafficking-in-human-beings', 2, '{"en": "Trafficking in human beings", "fr": "Traite des êtres humains", "de": "Menschenhandel"}', '{thb}'),
    ('themes', 1, 'migrant-smuggling', 3, '{"en": "Migrant smuggling", "fr": "Trafic de migrants", "de": "Schleusung von Migranten"}', '{}'),
    ('themes', 1, 'legal-migration', 4, '{"en": "Legal migration and mobility", "fr": "Migration légale et mobilité", "de": "Legale Migration und Mobilität"}', '{mobility}'),
    ('themes', 1, 'integration', 5, '{"en": "Integration", "fr": "Intégration", "de": "Integration"}', '{}'),
    ('themes', 1, 'return-reintegration', 6, '{"en": "Return and reintegration", "fr": "Retour et réintégration", "de": "Rückkehr und Reintegration"}', '{return,reintegration}'),
    ('themes', 1, 'asylum', 7, '{"en": "Asylum and international protection", "fr": "Asile et protection internationale", "de": "Asyl und internationaler Schutz"}', '{}'),
    ('themes', 1, 'migration-and-development', 8, '{"en": "Migration and development", "fr": "Migration et développement", "de": "Migration und Entwicklung"}', '{}'),
    ('themes', 1, 'security', 9, '{"en": "Security", "fr": "Sécurité", "de": "Sicherheit"}', '{}'),
    ('themes', 1, 'dialogue', 10, '{"en": "Dialogue", "fr": "Dialogue", "de": "Dialog"}', '{}'),
    ('funds', 1, 'AMIF', 1, '{"en": "Asylum, Migration and Integration Fund", "fr": "Fonds Asile, migration et intégration", "de": "Asyl-, Migrations- und Integrationsfonds"}', '{}'),
    ('funds', 1, 'ISF', 2, '{"en": "Internal Security Fund", "fr": "Fonds pour la sécurité intérieure", "de": "Fonds für die innere Sicherheit"}', '{}'),
    ('funds', 1, 'ISF-BORDERS', 3, '{"en": "Internal Security Fund, Borders and Visa (2014-2020)"}', '{ISF-Borders}'),
    ('funds', 1, 'ISF-POLICE', 4, '{"en": "Internal Security Fund, Police (2014-2020)"}', '{ISF-Police}'),
    ('funds', 1, 'BMVI', 5, '{"en": "Border Management and Visa Instrument", "fr": "Instrument de soutien à la gestion des frontières et des visas", "de": "Instrument für Grenzmanagement und Visa"}', '{}'),
    ('regions', 1, 'eastern-partnership', 1, '{"en": "Eastern Partnership", "fr": "Partenariat oriental", "de": "Östliche Partnerschaft"}', '{}'),
    ('regions', 1, 'western-balkans-turkiye', 2, '{"en": "Western Balkans and Türkiye", "fr": "Balkans occidentaux et Türkiye", "de": "Westbalkan und Türkei"}', '{western-balkans}'),
    ('regions', 1, 'southern-neighbourhood', 3, '{"en": "Southern Neighbourhood", "fr": "Voisinage méridional", "de": "Südliche Nachbarschaft"}', '{}'),
    ('regions', 1, 'west-africa', 4, '{"en": "West Africa", "fr": "Afrique de l''Ouest", "de": "Westafrika"}', '{}'),
    ('regions', 1, 'horn-of-africa', 5, '{"en": "Horn of Africa", "fr": "Corne de l''Afrique", "de": "Horn von Afrika"}', '{}'),
    ('regions', 1, 'silk-routes', 6, '{"en": "Silk Routes", "fr": "Routes de la soie", "de": "Seidenstraßen"}', '{}'),
    ('regions', 1, 'central-asia', 7, '{"en": "Central Asia", "fr": "Asie centrale", "de": "Zentralasien"}', '{}');
