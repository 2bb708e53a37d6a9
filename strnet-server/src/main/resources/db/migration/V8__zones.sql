-- The three-zone reading of a result and of a film's newest one; null where there was none.
alter table result add column no_flag_below double precision;
alter table result add column flag_above double precision;
alter table film add column zone varchar(8);
create index film_zone on film (zone, arrived_at desc, id);
