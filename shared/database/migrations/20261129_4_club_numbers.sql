-- Numbers of clubs in Corsica may hold the letter of their department, 02A135: one such club stopped an import and its
-- season. The form is that of CLUB_NUMBER in shared/domain/club_number.ts.

alter table club drop constraint club_ffa_number_check;
alter table club add constraint club_ffa_number_check
  check (ffa_number ~ '^[0-9][0-9A-Z]{2}[0-9]{3}$');
