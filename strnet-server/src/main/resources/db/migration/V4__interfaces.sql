-- What a repeated request is answered with, and results on their way to a FHIR server.

alter table idempotent_request add column status integer default 201 not null;
create index idempotent_made on idempotent_request (made_at);

create table fhir_destination (
  url varchar(512) primary key,
  since timestamp with time zone not null
);

create table fhir_delivery (
  id varchar(36) primary key,
  url varchar(512) not null,
  film_id varchar(36) not null,
  result_id varchar(36) not null,
  reading_id varchar(36) not null,
  state varchar(16) not null,
  failures integer not null,
  due_at timestamp with time zone not null,
  last_status varchar(64) not null,
  made_at timestamp with time zone not null,
  unique (url, result_id, reading_id)
);
create index fhir_delivery_due on fhir_delivery (state, due_at);

create index film_study_uid on film (study_instance_uid, id);
