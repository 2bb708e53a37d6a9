-- The database itself refuses to change or delete an entry. H2 has no trigger on TRUNCATE.
create trigger audit_only_grows before update, delete on audit_entry
  for each row call 'org.strnet.server.audit.OnlyGrows';
