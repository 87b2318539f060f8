-- A weekly run fills some of the gaps that are most in the way from athletes' own pages: they are tasks as well.

alter table crawl_task drop constraint crawl_task_kind_check;
alter table crawl_task add constraint crawl_task_kind_check
  check (kind in ('clubs', 'results', 'roster', 'profile'));
