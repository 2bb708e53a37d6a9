-- All that monitoring asks of films and of results, so that it reads no whole rows.
create index film_monitored on film (arrived_at, id, site, device, result_id);
create index result_monitored on result (bundle_sha256, id, outcome, reason, decision, bone_loss,
  bundle);

-- Who has seen which alarm. What the alarm is of, and since when, make the condition; another
-- beginning makes another one.
create table alarm_acknowledgement (
  id varchar(36) primary key,
  bundle_sha256 varchar(64) not null,
  kind varchar(16) not null,
  stream varchar(160) not null,
  subject varchar(32) not null,
  began date not null,
  urgent boolean not null,
  note varchar(1024) not null,
  made_at timestamp with time zone not null,
  made_by varchar(64) not null
);
create index alarm_acknowledgement_of on alarm_acknowledgement (bundle_sha256, made_at);
