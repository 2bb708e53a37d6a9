-- The database itself refuses to change or delete an entry.
create function audit_only_grows() returns trigger language plpgsql as
  'begin raise exception ''the audit log only grows''; end';
create trigger audit_only_grows before update or delete on audit_entry
  for each row execute function audit_only_grows();
create trigger audit_is_not_emptied before truncate on audit_entry
  for each statement execute function audit_only_grows();
