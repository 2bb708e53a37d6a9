-- Raised when somebody's sessions have to end: a new password, another role, switched off.
alter table account add column session_epoch integer default 0 not null;

-- The end of the audit log's chain. Whoever appends locks this row first.
create table audit_head (
  id integer primary key,
  number bigint not null,
  hash varchar(64) not null
);
insert into audit_head (id, number, hash)
  select 1, coalesce(max(number), 0),
    coalesce((select hash from audit_entry where number = (select max(number) from audit_entry)),
      '0000000000000000000000000000000000000000000000000000000000000000')
  from audit_entry;

create index api_token_account on api_token (account_id);
create index film_state on film (state, arrived_at);
