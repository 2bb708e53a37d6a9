-- What a film's object is, for whom series and instances are told; empty where it came before this.
alter table film add column sop_class_uid varchar(64) default '' not null;
alter table film add column modality varchar(16) default '' not null;
