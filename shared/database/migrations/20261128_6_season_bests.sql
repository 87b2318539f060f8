-- Best marks by season: the federation's page of an athlete may carry them beside the records.

alter table record_page add column season_bests jsonb not null default '[]';
