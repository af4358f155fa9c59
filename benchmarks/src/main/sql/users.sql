-- Adds people with the numbers from :first to that before :until, copies of the person :template, with password, role, proof of the
-- address and owner of devices. Whole rows are copied, whatever columns this version of Keycloak has.
CREATE TEMPORARY TABLE grown AS
SELECT number AS grown_number, gen_random_uuid()::text AS grown_id FROM generate_series(:first, :until - 1) AS number;
CREATE TEMPORARY TABLE template AS
SELECT id FROM user_entity WHERE username = ':template' AND realm_id = (SELECT id FROM realm WHERE name = ':realm');

CREATE TEMPORARY TABLE person AS
SELECT user_entity.*, grown.* FROM user_entity, grown WHERE user_entity.id = (SELECT id FROM template);
UPDATE person SET id = grown_id, username = 'grown-' || grown_number || '@example.test',
       email = 'grown-' || grown_number || '@example.test', email_constraint = 'grown-' || grown_number || '@example.test';
ALTER TABLE person DROP COLUMN grown_id, DROP COLUMN grown_number;
INSERT INTO user_entity SELECT * FROM person;

CREATE TEMPORARY TABLE secret AS
SELECT credential.*, grown_id FROM credential, grown WHERE user_id = (SELECT id FROM template);
UPDATE secret SET id = gen_random_uuid()::text, user_id = grown_id;
ALTER TABLE secret DROP COLUMN grown_id;
INSERT INTO credential SELECT * FROM secret;
INSERT INTO user_role_mapping (role_id, user_id)
SELECT role_id, grown_id FROM user_role_mapping, grown WHERE user_id = (SELECT id FROM template);

CREATE TEMPORARY TABLE proof AS
SELECT keyward_email_proof.*, grown.* FROM keyward_email_proof, grown WHERE user_id = (SELECT id FROM template);
UPDATE proof SET id = gen_random_uuid()::text, user_id = grown_id, address = 'grown-' || grown_number || '@example.test';
ALTER TABLE proof DROP COLUMN grown_id, DROP COLUMN grown_number;
INSERT INTO keyward_email_proof SELECT * FROM proof;
INSERT INTO keyward_device_owner (realm_id, user_id, new_device_mail_refused, first_seen)
SELECT (SELECT id FROM realm WHERE name = ':realm'), grown_id, false, (extract(epoch FROM now()) * 1000)::bigint FROM grown;

DROP TABLE proof;
DROP TABLE secret;
DROP TABLE person;
DROP TABLE template;
DROP TABLE grown;
VACUUM ANALYZE user_entity;
VACUUM ANALYZE credential;
VACUUM ANALYZE user_role_mapping;
VACUUM ANALYZE keyward_email_proof;
VACUUM ANALYZE keyward_device_owner;
CHECKPOINT;
