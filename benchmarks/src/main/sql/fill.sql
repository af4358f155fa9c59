-- Fills Keyward's tables with devices of people with ten each, from the one with the number :first to that before :devices, :series
-- sessions a device, and a refresh chain for each session. Half of the devices are signed out and a tenth is forgotten, none of them long enough ago to be deleted yet.
CREATE TEMPORARY TABLE filling AS
SELECT number,
       gen_random_uuid()::text AS id,
       md5('owner ' || number / 10)::uuid::text AS user_id,
       (SELECT id FROM realm WHERE name = ':realm') AS realm_id,
       (SELECT client.id FROM client, realm
         WHERE client.realm_id = realm.id AND realm.name = ':realm' AND client.client_id = ':client') AS client_id,
       (extract(epoch FROM now()) * 1000)::bigint AS now,
       86400000::bigint AS day,
       random() AS luck
  FROM generate_series(:first, :devices - 1) AS number;

INSERT INTO keyward_device (realm_id, id, user_id, key_hash, name, type, os, os_version, browser, first_seen, last_seen,
    last_ip, method, signed_out_at, notified_at, forgotten_at)
SELECT realm_id, id, user_id, encode(sha256(convert_to(id || luck, 'UTF8')), 'hex'),
       CASE WHEN luck < 0.05 THEN 'My laptop' END,
       'desktop', 'Linux', '6.1', 'Firefox/145.0',
       now - day * 200, now - day * 90 * luck,
       CASE WHEN luck < 0.9 THEN '203.0.113.' || number % 250 END,
       'password',
       CASE WHEN luck > 0.5 THEN now - day * 80 * luck END,
       now - day * 200,
       CASE WHEN luck > 0.9 THEN now - day * 20 * luck END
  FROM filling;

INSERT INTO keyward_device_owner (realm_id, user_id, new_device_mail_refused, first_seen)
SELECT realm_id, user_id, false, min(now - day * 200) FROM filling GROUP BY realm_id, user_id;

CREATE TEMPORARY TABLE filling_session AS
SELECT filling.*,
       translate(encode(decode(md5(random()::text || number || series), 'hex'), 'base64'), '+/=', '-_') AS session_id,
       random() AS age,
       luck > 0.5 OR series < 2 AS ended
  FROM filling, generate_series(0, :series - 1) AS series;

INSERT INTO keyward_device_session (user_session_id, realm_id, device_id, user_id, client_id, started_at, ip, method,
    check_at, ended_at)
SELECT session_id, realm_id, id, user_id, client_id, (now - day * 80 * age)::bigint, '203.0.113.' || number % 250, 'password',
       now + day + (day * age)::bigint,
       CASE WHEN ended THEN (now - day * 79 * age)::bigint END
  FROM filling_session;

INSERT INTO keyward_refresh_chain (id, realm_id, user_session_id, client_id, generation, current_hash, previous_hash,
    rotated_at, last_ip, ended_at, end_reason)
SELECT gen_random_uuid()::text, realm_id, session_id, client_id, (100 * age)::int,
       encode(sha256(convert_to(session_id, 'UTF8')), 'hex'),
       encode(sha256(convert_to(session_id || age, 'UTF8')), 'hex'),
       (now - day * 79 * age)::bigint, '203.0.113.' || number % 250,
       CASE WHEN ended THEN (now - day * 79 * age)::bigint END,
       CASE WHEN ended THEN 'logout' END
  FROM filling_session;

DROP TABLE filling_session;
DROP TABLE filling;
VACUUM ANALYZE keyward_device;
VACUUM ANALYZE keyward_device_owner;
VACUUM ANALYZE keyward_device_session;
VACUUM ANALYZE keyward_refresh_chain;
CHECKPOINT;
