-- Copies the session :template, with its client session and the person whose it is, :count times. The copies belong to :people
-- other people, who are counted from :first. Whole rows are copied, whatever columns this version of Keycloak has.
CREATE TEMPORARY TABLE owner AS
SELECT number, gen_random_uuid()::text AS owner_id FROM generate_series(:first, :first + :people - 1) AS number;
CREATE TEMPORARY TABLE copied AS
SELECT translate(encode(decode(replace(gen_random_uuid()::text, '-', ''), 'hex'), 'base64'), '+/=', '-_') AS copied_id, owner_id
  FROM generate_series(0, :count - 1) AS series, owner WHERE owner.number = :first + series % :people;

CREATE TEMPORARY TABLE person AS
SELECT user_entity.*, owner.* FROM user_entity, owner
 WHERE user_entity.id = (SELECT user_id FROM offline_user_session WHERE user_session_id = ':template' AND offline_flag = '0');
UPDATE person SET id = owner_id, username = 'live-' || number || '@example.test', email = 'live-' || number || '@example.test',
       email_constraint = 'live-' || number || '@example.test';
ALTER TABLE person DROP COLUMN owner_id, DROP COLUMN number;
INSERT INTO user_entity SELECT * FROM person;
INSERT INTO user_role_mapping (role_id, user_id)
SELECT role_id, owner_id FROM user_role_mapping, owner
 WHERE user_id = (SELECT user_id FROM offline_user_session WHERE user_session_id = ':template' AND offline_flag = '0');

CREATE TEMPORARY TABLE session AS
SELECT offline_user_session.*, copied.* FROM offline_user_session, copied
 WHERE user_session_id = ':template' AND offline_flag = '0';
UPDATE session SET user_session_id = copied_id, user_id = owner_id;
ALTER TABLE session DROP COLUMN copied_id, DROP COLUMN owner_id;
INSERT INTO offline_user_session SELECT * FROM session;

CREATE TEMPORARY TABLE part AS
SELECT offline_client_session.*, copied_id FROM offline_client_session, copied
 WHERE user_session_id = ':template' AND offline_flag = '0';
UPDATE part SET user_session_id = copied_id;
ALTER TABLE part DROP COLUMN copied_id;
INSERT INTO offline_client_session SELECT * FROM part;

DROP TABLE part;
DROP TABLE session;
DROP TABLE person;
DROP TABLE copied;
DROP TABLE owner;
VACUUM ANALYZE user_entity;
VACUUM ANALYZE user_role_mapping;
VACUUM ANALYZE offline_user_session;
VACUUM ANALYZE offline_client_session;
CHECKPOINT;
