-- Gives the retention job :batches full batches of each kind. Nobody else has devices like these.
CREATE TEMPORARY TABLE due AS
SELECT number,
       'due-' || gen_random_uuid()::text AS session_id,
       gen_random_uuid()::text AS id,
       (SELECT id FROM user_entity WHERE username LIKE 'person-%' ORDER BY username LIMIT 1) AS user_id,
       (SELECT id FROM realm WHERE name = ':realm') AS realm_id,
       (SELECT client.id FROM client, realm
         WHERE client.realm_id = realm.id AND realm.name = ':realm' AND client.client_id = ':client') AS client_id,
       (extract(epoch FROM now()) * 1000)::bigint AS now,
       86400000::bigint AS day
  FROM generate_series(0, 500 * :batches - 1) AS number;

-- Signed out for longer than a device is listed; forgotten for longer than one is recognised.
INSERT INTO keyward_device (realm_id, id, user_id, key_hash, type, first_seen, last_seen, method, signed_out_at)
SELECT realm_id, id, user_id, encode(sha256(convert_to(id, 'UTF8')), 'hex'), 'unknown', now - day * 400, now - day * 100,
       'password', now - day * 100 + number
  FROM due;
INSERT INTO keyward_device (realm_id, id, user_id, key_hash, type, first_seen, last_seen, method, signed_out_at, forgotten_at)
SELECT realm_id, gen_random_uuid()::text, user_id, encode(sha256(convert_to(id || ' forgotten', 'UTF8')), 'hex'), 'unknown',
       now - day * 400, now - day * 300, 'password', now - day * 300, now - day * 200 + number
  FROM due;

-- Ended for longer than the history goes back; and due to be asked about, 100 a batch.
INSERT INTO keyward_device_session (user_session_id, realm_id, device_id, user_id, client_id, started_at, method, check_at,
    ended_at)
SELECT session_id, realm_id, id, user_id, client_id, now - day * 101, 'password', now - day * 100, now - day * 100 + number
  FROM due;
INSERT INTO keyward_device_session (user_session_id, realm_id, device_id, user_id, client_id, started_at, method, check_at)
SELECT session_id || '!', realm_id, gen_random_uuid()::text, user_id, client_id, now - day, 'password', now - number
  FROM due WHERE number < 100 * :batches;
INSERT INTO keyward_refresh_chain (id, realm_id, user_session_id, client_id, generation, current_hash, rotated_at)
SELECT /* due */ gen_random_uuid()::text, realm_id, user_session_id, client_id, 7, repeat('0', 64), started_at
  FROM keyward_device_session WHERE user_session_id LIKE 'due-%';
DROP TABLE due;
