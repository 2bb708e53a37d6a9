-- The same statements run on H2 (in PostgreSQL's mode) and on PostgreSQL.

create table account (
  id varchar(36) primary key,
  name varchar(64) not null unique,
  display_name varchar(128) not null,
  password_hash varchar(255),
  role varchar(32) not null,
  enabled boolean not null,
  must_change_password boolean not null,
  failed_attempts integer not null,
  locked_until timestamp with time zone,
  oidc_subject varchar(255) unique,
  created_at timestamp with time zone not null
);

create table api_token (
  id varchar(36) primary key,
  account_id varchar(36) not null references account (id),
  name varchar(64) not null,
  token_hash varchar(64) not null unique,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone
);

create table film (
  id varchar(36) primary key,
  sop_instance_uid varchar(64) not null unique,
  study_instance_uid varchar(64) not null,
  series_instance_uid varchar(64) not null,
  accession_number varchar(64) not null,
  patient_id varchar(128) not null,
  patient_name varchar(255) not null,
  birth_date date,
  sex varchar(1),
  age_years double precision,
  study_date date,
  site varchar(128) not null,
  device varchar(160) not null,
  source varchar(16) not null,
  file_name varchar(64) not null,
  file_bytes bigint not null,
  arrived_at timestamp with time zone not null,
  state varchar(16) not null,
  correlation_id varchar(36) not null,
  version bigint not null,
  read_at timestamp with time zone,
  result_id varchar(36),
  outcome varchar(16),
  reason varchar(64),
  decision varchar(16),
  bone_loss double precision,
  t_score double precision,
  reading varchar(16)
);
create index film_arrived on film (arrived_at desc, id);
create index film_patient on film (patient_id, study_date);
create index film_outcome on film (outcome, decision, arrived_at desc);
create index film_study_date on film (study_date desc, id);
create index film_bone_loss on film (bone_loss desc, id);

create table result (
  id varchar(36) primary key,
  film_id varchar(36) not null references film (id),
  number integer not null,
  made_at timestamp with time zone not null,
  made_by varchar(64) not null,
  cause varchar(32) not null,
  outcome varchar(16) not null,
  reason varchar(64),
  detail varchar(1024),
  decision varchar(16),
  bone_loss double precision,
  severity double precision,
  t_score double precision,
  t_low double precision,
  t_high double precision,
  knees text not null,
  notices text not null,
  clinical text not null,
  bundle varchar(128) not null,
  bundle_sha256 varchar(64) not null,
  threshold double precision not null,
  unique (film_id, number)
);
create index result_made on result (made_at);

create table picture (
  result_id varchar(36) not null references result (id),
  knee integer not null,
  media_type varchar(32) not null,
  file_name varchar(64) not null,
  primary key (result_id, knee)
);

create table reading (
  id varchar(36) primary key,
  film_id varchar(36) not null references film (id),
  result_id varchar(36) not null references result (id),
  made_at timestamp with time zone not null,
  made_by varchar(64) not null,
  action varchar(16) not null,
  decision varchar(16),
  reason varchar(1024) not null
);
create index reading_film on reading (film_id, made_at);

create table densitometry (
  id varchar(36) primary key,
  patient_id varchar(128) not null,
  measured_on date not null,
  site varchar(32) not null,
  t_score double precision not null,
  source varchar(32) not null,
  entered_at timestamp with time zone not null,
  entered_by varchar(64) not null
);
create index densitometry_patient on densitometry (patient_id, measured_on);

create table operating_point (
  id varchar(36) primary key,
  bundle_sha256 varchar(64) not null,
  document text not null,
  made_at timestamp with time zone not null,
  made_by varchar(64) not null,
  retired_at timestamp with time zone
);

create table idempotent_request (
  account varchar(64) not null,
  request_key varchar(128) not null,
  request_hash varchar(64) not null,
  film_id varchar(36) not null,
  made_at timestamp with time zone not null,
  primary key (account, request_key)
);

create table audit_entry (
  number bigint primary key,
  made_at timestamp with time zone not null,
  actor varchar(64) not null,
  action varchar(64) not null,
  subject varchar(64) not null,
  detail varchar(2048) not null,
  previous_hash varchar(64) not null,
  hash varchar(64) not null unique
);
create index audit_made on audit_entry (made_at);
create index audit_subject on audit_entry (subject);
