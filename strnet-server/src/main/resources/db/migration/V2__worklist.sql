-- What the worklist sorts and filters by beyond the indices of V1.
create index film_age on film (age_years desc, id);
create index film_patient_id on film (patient_id desc, id);
create index film_site on film (site, arrived_at desc, id);
create index film_accession on film (accession_number);
create index film_read on film (read_at, arrived_at desc, id);
