-- A person has several names: accounts and addresses. Each is asked about on its own, under the request it belongs to.
ALTER TABLE data_subject_request ADD COLUMN part_of uuid REFERENCES data_subject_request (id);
CREATE UNIQUE INDEX data_subject_request_part ON data_subject_request (part_of, person_hash) WHERE part_of IS NOT NULL;
