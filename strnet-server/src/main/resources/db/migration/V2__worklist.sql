-- What the worklist sorts and filters by beyond the indices of V1.
create index film_age on film (age_years desc, id);
create index film_patient_id on film (patient_id desc, id);
create index film_site on film (site, arrived_at desc, id);
create index film_accession on film (accession_number);
create index film_group_arrived on film (outcome, decision, arrived_at desc, id);
create index film_group_bone_loss on film (outcome, decision, bone_loss desc, id);
create index film_read on film (read_at, arrived_at desc, id);

-- What a film is found by: identifier, accession number and name, in lower-case letters and digits.
create table film_word (
  word varchar(64) not null,
  film_id varchar(36) not null references film (id) on delete cascade,
  primary key (word, film_id)
);
create index film_word_film on film_word (film_id, word);
